import { useQuery } from '@tanstack/react-query';
import { Alert, Form, Input, Radio, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../api/problem';
import { RegionPicker } from '../acts/pickers';
import { said } from '../locales';
import { FailureAlert } from '../parts/Failure';
import { CarryRules } from '../rules/CarryRules';
import { BlockedUnits } from '../credit/BlockedTag';
import { Overlaps } from './Overlaps';
import { StepFoot } from './StepFoot';
import { CampaignPicker } from './CampaignPicker';
import { UnitChooser } from './UnitChooser';
import { UnitCounts } from './UnitCounts';
import type { PlanLine } from '../plans/queries';
import { planUnitsQuery } from './queries';
import type { Wizard } from './wizard';

const NAME_LENGTH = 300;
const KIN = ['parent', 'predecessor'] as const;

/** Where the campaign runs, who takes part, and what it is called. */
export function ScopeStep(props: Wizard & { readonly plan: PlanLine }) {
  const { plan, asked, change, scope, changeScope, refused } = props;
  const { t } = useTranslation('wizard');
  const { data: units, error } = useQuery(planUnitsQuery(plan.id, asked.region));
  const wrong = { ...refused, ...fieldErrors(error) };
  const against = (field: string) =>
    wrong[field] ? { validateStatus: 'error' as const, help: <span role="alert">{wrong[field]}</span> } : {};
  const taken = units?.filter(({ takesPart }) => takesPart) ?? [];
  const chosen = scope.units && units?.filter(({ id }) => scope.units?.includes(id));
  const taking = chosen ?? taken;
  const isNobody = units !== undefined && taking.length === 0;
  return (
    <Form layout="vertical" component="div">
      <Form.Item label={t('scope.name')} htmlFor="wizard-name" extra={t('scope.name-hint')} {...against('name')}>
        <Input
          className="wizard-field"
          id="wizard-name"
          value={scope.name}
          maxLength={NAME_LENGTH}
          placeholder={said({ zh: plan.nameZh, en: plan.nameEn })}
          onChange={({ target }) => changeScope({ name: target.value })}
        />
      </Form.Item>
      <Form.Item label={t('scope.region')} htmlFor="wizard-region" {...against('region')}>
        <RegionPicker
          id="wizard-region"
          value={asked.region}
          onChange={(region) => change({ region: (region as string | undefined) || undefined })}
        />
      </Form.Item>
      {KIN.map((field) => (
        <Form.Item
          key={field}
          label={t(`scope.${field}`)}
          htmlFor={`wizard-${field}`}
          extra={t(`scope.${field}-hint`)}
          {...against(field)}
        >
          <CampaignPicker
            id={`wizard-${field}`}
            value={asked[field]}
            onChange={(id) => change({ [field]: id || undefined })}
          />
        </Form.Item>
      ))}
      <CarryRules
        region={asked.region}
        chosen={scope.rules}
        onChoose={(rules) => changeScope({ rules })}
        refused={wrong['rules']}
      />
      {error && !wrong['region'] && <FailureAlert error={error} />}
      {!units && !error && <Skeleton active />}
      {units && (
        <>
          <Form.Item
            label={t('scope.units')}
            extra={t('scope.rule', { rule: plan.participants.asGiven })}
            {...against('units')}
          >
            <Radio.Group
              value={scope.units ? 'chosen' : 'all'}
              onChange={({ target }) =>
                changeScope({ units: target.value === 'all' ? undefined : taken.map(({ id }) => id) })
              }
              options={[
                { value: 'all', label: t('scope.all', { count: taken.length }) },
                { value: 'chosen', label: t('scope.chosen') },
              ]}
            />
          </Form.Item>
          <UnitCounts units={taking} />
          <BlockedUnits units={taking} />
          <Overlaps plan={plan} asked={asked} units={taking} />
          {isNobody && <Alert type="error" showIcon role="alert" title={t('scope.nobody')} />}
          {scope.units && (
            <UnitChooser
              units={units}
              chosen={scope.units}
              onChoose={(ids) => changeScope({ units: ids })}
              pasted={scope.pasted}
              onPaste={(pasted) => changeScope({ pasted })}
            />
          )}
        </>
      )}
      <StepFoot now="scope" blocked={!units || isNobody} change={change} />
    </Form>
  );
}
