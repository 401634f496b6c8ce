import { Alert, Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { placeErrors } from '../api/problem';
import { useAct } from '../acts/useAct';
import { FailureAlert } from '../parts/Failure';
import { datesFromAddress } from './chosen-dates';
import type { PlanLine } from '../plans/queries';
import type { Step } from './search';
import type { Wizard } from './wizard';

/** The step in which a field stands. */
const STEP_OF: Readonly<Record<string, Step>> = {
  plan: 'template',
  start: 'dates',
  end: 'dates',
  dates: 'dates',
  phases: 'dates',
  region: 'scope',
  name: 'scope',
  units: 'scope',
  rules: 'scope',
  parent: 'scope',
  predecessor: 'scope',
};

type Props = Wizard & { readonly plan: PlanLine; readonly total: number };

/** 拟订: what was rehearsed becomes a draft. What the API has against it leads to the field. */
export function CreateDraft({ plan, total, asked, change, scope, dropScope, refused, refuse }: Props) {
  const { t } = useTranslation(['wizard', 'domain']);
  const { mutate, isPending, error } = useAct('draftCampaign');
  const { start, end, dates, region, parent, predecessor } = asked;
  const name = scope.name.trim();
  const create = () =>
    mutate(
      {
        ...{ plan: plan.id, region, start },
        ...(end ? { end } : {}),
        ...(dates ? { dates: datesFromAddress(dates) } : {}),
        ...(name ? { name } : {}),
        ...(parent ? { parent } : {}),
        ...(predecessor ? { predecessor } : {}),
        ...(scope.units ? { units: scope.units } : {}),
        ...(scope.rules.length > 0 ? { rules: scope.rules } : {}),
      },
      {
        onSuccess: ({ id }) => {
          dropScope();
          change({ created: id });
        },
        onError: (reason) => refuse(placeErrors(reason)),
      },
    );
  const steps = [...new Set(Object.keys(refused).flatMap((field) => STEP_OF[field.split('.')[0] ?? ''] ?? []))];
  return (
    <div className="wizard-create">
      {error && <FailureAlert error={error} />}
      {steps.map((step) => (
        <Button key={step} onClick={() => change({ step }, true)}>
          {t('mend.step', { step: t(`step.${step}`) })}
        </Button>
      ))}
      {total === 0 && <Alert type="error" showIcon title={t('scope.nobody')} />}
      <Flex justify="end">
        <Button type="primary" size="large" loading={isPending} disabled={total === 0} onClick={create}>
          {t('create')}
        </Button>
      </Flex>
    </div>
  );
}
