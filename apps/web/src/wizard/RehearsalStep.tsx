import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Flex, Segmented, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { FailureAlert } from '../parts/Failure';
import { ChasedUnits } from './ChasedUnits';
import { CreateDraft } from './CreateDraft';
import { DayPanel } from './DayPanel';
import { EntryTable } from './EntryTable';
import { LatenessControl } from './LatenessControl';
import { MonthGrid } from './MonthGrid';
import { Player } from './Player';
import { StepFoot } from './StepFoot';
import { Summary } from './Summary';
import { datesAsked } from './chosen-dates';
import { dayOf } from './days';
import type { PlanLine } from '../plans/queries';
import { type Rehearsal, rehearsalQuery } from './queries';
import type { Wizard } from './wizard';

const PERCENT = 100;

/** The dry run: what will be made, and every day of the campaign before it begins. */
export function RehearsalStep(props: Wizard & { readonly plan: PlanLine }) {
  const { plan, asked, change, scope } = props;
  const { t } = useTranslation(['wizard', 'shell']);
  const { region, late, seed } = asked;
  const { data, error, isPlaceholderData, refetch } = useQuery(
    rehearsalQuery(plan.id, { ...datesAsked(asked), region, late: late / PERCENT, seed }, scope.units),
  );
  if (error)
    return (
      <>
        <FailureAlert error={error} />
        <Flex wrap gap="small">
          <Button onClick={() => change({ step: 'dates' }, true)}>{t('mend.dates')}</Button>
          <Button onClick={() => change({ step: 'scope' }, true)}>{t('mend.scope')}</Button>
          <Button onClick={() => void refetch()}>{t('shell:again')}</Button>
        </Flex>
      </>
    );
  if (!data) return <Skeleton active paragraph={{ rows: 8 }} />;
  return (
    <>
      <Summary rehearsal={data} plan={plan} />
      <LatenessControl late={late} seed={seed} change={change} />
      <section aria-busy={isPlaceholderData} className={isPlaceholderData ? 'wizard-stale' : ''}>
        <Stage rehearsal={data} {...props} />
      </section>
      <CreateDraft {...props} total={data.units.total} />
      <StepFoot now="rehearsal" change={change} />
    </>
  );
}

/** The demo clock, and the calendar or the list that it walks through. */
function Stage({ rehearsal, asked, change }: Pick<Wizard, 'asked' | 'change'> & { readonly rehearsal: Rehearsal }) {
  const { t } = useTranslation('wizard');
  const { entries, schedule } = rehearsal;
  const last = entries.reduce((latest, { at }) => (at > latest ? at : latest), schedule.start);
  const span = { first: schedule.start, last: dayOf(last) };
  const on = asked.on && asked.on >= span.first && asked.on <= span.last ? asked.on : span.first;
  const goTo = (day: string) => change({ on: day });
  return (
    <>
      <Player rehearsal={rehearsal} {...span} on={on} onGo={goTo} />
      <Flex justify="end" style={{ marginBlock: 8 }}>
        <Segmented
          value={asked.view ?? 'calendar'}
          options={['calendar', 'list'].map((value) => ({ value, label: t(`view.${value}`) }))}
          onChange={(chosen) => change({ view: chosen === 'list' ? 'list' : undefined })}
        />
      </Flex>
      {entries.length === 0 && <Alert type="info" title={t('nothing')} />}
      {asked.view === 'list' ? (
        <EntryTable entries={entries} on={on} />
      ) : (
        <div className="wizard-stage">
          <MonthGrid rehearsal={rehearsal} {...span} on={on} onGo={goTo} />
          <DayPanel entries={entries.filter(({ at }) => dayOf(at) === on)} on={on} />
        </div>
      )}
      <ChasedUnits chased={rehearsal.chased} late={asked.late} />
    </>
  );
}
