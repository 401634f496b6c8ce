import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PlanLine } from '../plans/queries';
import type { Kind, Rehearsal } from './queries';

/** What creating would make, and what would be sent. */
export function Summary({ rehearsal, plan }: { readonly rehearsal: Rehearsal; readonly plan: PlanLine }) {
  const { t } = useTranslation('wizard');
  const { units, entries, schedule } = rehearsal;
  const sum = (...kinds: Kind[]) =>
    entries.filter(({ kind }) => kinds.includes(kind)).reduce((total, { count }) => total + count, 0);
  const provisional = entries.filter((entry) => entry.provisional).length;
  const cadence = plan.reports.map(({ asGiven }) => asGiven).filter(Boolean);
  return (
    <Alert
      type="info"
      showIcon
      role="status"
      title={t('summary.made', {
        phases: schedule.phases.length,
        units: units.total,
        kinds: plan.deliverables.length + plan.reports.length,
        owed: sum('due'),
        cadence: cadence.length > 0 ? t('summary.cadence', { words: cadence.join('；') }) : '',
      })}
      description={
        <>
          {t('summary.sent', { reminders: sum('reminder'), overdue: sum('overdue'), escalations: sum('escalation') })}
          {provisional > 0 && <div>⚠ {t('summary.provisional', { count: provisional })}</div>}
          <div>{t('summary.draft')}</div>
        </>
      }
    />
  );
}
