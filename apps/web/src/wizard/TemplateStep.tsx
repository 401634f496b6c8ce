import { Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { OwnPlan } from './OwnPlan';
import { TemplateCard } from './TemplateCard';
import type { PlanLine } from '../plans/queries';
import type { Wizard } from './wizard';

/** The plans of the rulebook, each as it will unfold. */
export function TemplateStep({ plans, asked, change }: Wizard & { readonly plans: readonly PlanLine[] }) {
  const { t } = useTranslation('wizard');
  return (
    <>
      <Flex wrap gap="small" justify="space-between" align="center" style={{ marginBlock: 16 }}>
        <span>{t('template.lead')}</span>
        <OwnPlan onAdded={(plan) => change({ plan, start: asked.start, dates: undefined, step: 'dates' }, true)} />
      </Flex>
      <ul className="wizard-cards">
        {plans.map((plan) => (
          <li key={plan.id}>
            <TemplateCard
              plan={plan}
              chosen={plan.id === asked.plan}
              onChoose={() =>
                change(
                  { plan: plan.id, start: plan.tied ?? asked.start, dates: undefined, step: 'dates', on: undefined },
                  true,
                )
              }
            />
          </li>
        ))}
      </ul>
    </>
  );
}
