import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Flex, Form, Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { placeErrors } from '../api/problem';
import { said } from '../locales';
import { FailureAlert } from '../parts/Failure';
import { dayText, today } from '../parts/time';
import { DayInput } from './DayInput';
import { PlanDates, missingDates } from './PlanDates';
import { StepFoot } from './StepFoot';
import { Timeline } from './Timeline';
import { TimelineTable } from './TimelineTable';
import { type Conflict, conflictsOf } from './conflicts';
import { datesAsked } from './chosen-dates';
import { dayOf, workingDays } from './days';
import type { PlanLine } from '../plans/queries';
import { type Schedule, scheduleQuery } from './queries';
import type { Wizard } from './wizard';

/** The first day, and the plan drawn anew from it at once. */
export function DatesStep({ plan, asked, change, refused }: Wizard & { readonly plan: PlanLine }) {
  const { t } = useTranslation(['wizard', 'shell']);
  const { start, end } = asked;
  const { data, error, isPlaceholderData } = useQuery(scheduleQuery(plan.id, datesAsked(asked)));
  const [asTable, setAsTable] = useState(false);
  const wrong = { ...refused, ...placeErrors(error) };
  const places = plan.dates.flatMap(({ place }) => [place, `dates.${place}`]);
  const hasPlace = ['start', 'end', ...places].some((place) => place in wrong);
  const field = (name: 'start' | 'end', extra: string) => (
    <Form.Item
      label={t(`dates.${name}`)}
      htmlFor={`wizard-${name}`}
      extra={extra}
      {...(wrong[name] ? { validateStatus: 'error' as const, help: <span role="alert">{wrong[name]}</span> } : {})}
    >
      <DayInput
        id={`wizard-${name}`}
        day={asked[name]}
        optional={name === 'end'}
        onChange={(chosen) => change({ [name]: chosen, on: undefined })}
      />
    </Form.Item>
  );
  return (
    <>
      <Form layout="vertical" component="div">
        <Flex wrap gap="middle">
          {field('start', dayText(start))}
          {field('end', end ? dayText(end) : t('dates.end-of-plan', { words: plan.endAsGiven ?? '' }))}
          {plan.start && plan.start !== start && (
            <Form.Item label=" ">
              <Button onClick={() => change({ start: plan.start, on: undefined })}>
                {t('dates.as-given', { day: dayText(plan.start) })}
              </Button>
            </Form.Item>
          )}
        </Flex>
      </Form>
      {error && !hasPlace && <FailureAlert error={error} />}
      <PlanDates plan={plan} schedule={data} asked={asked} change={change} refused={wrong} />
      {!data && !error && <Skeleton active />}
      {data && (
        <section aria-busy={isPlaceholderData} className={isPlaceholderData ? 'wizard-stale' : ''}>
          <Conflicts schedule={data} severity="warning" />
          <Flex wrap justify="space-between" align="center" gap="small">
            <strong role="status">
              {t('dates.span', {
                from: dayText(data.start),
                to: dayText(data.end),
                days: workingDays(data, data.start, data.end),
              })}
              {data.nominalEnd &&
                ` · ${t('dates.nominal', { days: plan.nominalDays ?? 0, day: dayText(dayOf(data.nominalEnd)) })}`}
            </strong>
            <Segmented
              value={asTable ? 'table' : 'picture'}
              options={['picture', 'table'].map((value) => ({ value, label: t(`shell:${value}`) }))}
              onChange={(chosen) => setAsTable(chosen === 'table')}
            />
          </Flex>
          {asTable ? <TimelineTable schedule={data} /> : <Timeline schedule={data} nominalDays={plan.nominalDays} />}
          <Conflicts schedule={data} severity="info" />
        </section>
      )}
      <StepFoot now="dates" blocked={error !== null || missingDates(plan, asked.dates) > 0} change={change} />
    </>
  );
}

function Conflicts({ schedule, severity }: { readonly schedule: Schedule; readonly severity: Conflict['severity'] }) {
  const { t } = useTranslation('wizard');
  const conflicts = conflictsOf(schedule, today(), t('comma'), ({ name }) => said(name));
  return conflicts
    .filter((each) => each.severity === severity)
    .map(({ code, details }) => (
      <Alert
        key={code}
        type={severity}
        showIcon
        title={
          <>
            <strong>{t(`conflict.${code}.what`, details)}</strong> {t(`conflict.${code}.so`, details)}
          </>
        }
        style={{ marginBlockEnd: 8 }}
      />
    ));
}
