import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { dayText } from '../parts/time';
import { datesAsked } from './chosen-dates';
import type { PlanLine } from '../plans/queries';
import { type PlanUnit, overlapsQuery, scheduleQuery } from './queries';
import type { Wizard } from './wizard';

const NAMED = 5;

/** Other campaigns that keep some of the units busy at the same time: the coordinator may join the inspections or wait. */
export function Overlaps({
  plan,
  asked,
  units,
}: Pick<Wizard, 'asked'> & { readonly plan: PlanLine; readonly units: readonly PlanUnit[] }) {
  const { t } = useTranslation('wizard');
  const { data: schedule } = useQuery(scheduleQuery(plan.id, datesAsked(asked)));
  const { data = [] } = useQuery({
    ...overlapsQuery(asked.region, schedule?.start ?? '', schedule?.end ?? ''),
    enabled: schedule !== undefined,
  });
  const found = data
    .map((each) => ({ ...each, shared: units.filter(({ id }) => each.units.includes(id)) }))
    .filter(({ shared }) => shared.length > 0);
  if (found.length === 0) return null;
  const lines = (
    <ul>
      {found.map(({ campaign, name, start, end, shared }) => (
        <li key={campaign}>
          <Link to="/campaigns/$id" params={{ id: campaign }}>
            {name}
          </Link>{' '}
          {t('overlap.line', { from: dayText(start), to: dayText(end), count: shared.length })}
          {shared
            .slice(0, NAMED)
            .map(({ name: unit }) => unit)
            .join(t('comma'))}
          {shared.length > NAMED && t('overlap.more')}
        </li>
      ))}
    </ul>
  );
  return (
    <Alert
      type="info"
      showIcon
      role="status"
      title={t('overlap.title')}
      description={lines}
      style={{ marginBlockEnd: 16 }}
    />
  );
}
