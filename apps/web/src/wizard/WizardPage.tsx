import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Result } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useSession } from '../api/session';
import { FailurePage } from '../parts/Failure';
import { LoadingPage } from '../parts/LoadingPage';
import { PageShell } from '../parts/PageShell';
import { Created } from './Created';
import { DatesStep } from './DatesStep';
import { nextMonday } from './days';
import { RehearsalStep } from './RehearsalStep';
import { ScopeStep } from './ScopeStep';
import { StepBar } from './StepBar';
import { TemplateStep } from './TemplateStep';
import { plansQuery } from '../plans/queries';
import { useScope } from './scope';
import { STEPS, type Step, type WizardSearch } from './search';
import type { Wizard } from './wizard';
import './wizard.css';

/** 新建专项: a plan, its dates, who takes part, and a rehearsal before anything is drafted. */
export function WizardPage() {
  const { t } = useTranslation(['wizard', 'shell']);
  const may = useMay();
  const search = useSearch({ from: '/app/campaigns/new' });
  const { data: plans, error, refetch } = useQuery(plansQuery);
  const wizard = useWizard(search);
  const plan = plans?.find(({ id }) => id === search.plan);
  if (!may('campaign.coordinate'))
    return <Result status="403" title={t('shell:failure.403.title')} subTitle={t('shell:failure.403.next')} />;
  if (error) return <FailurePage error={error} again={() => void refetch()} />;
  if (!plans) return <LoadingPage />;
  if (search.created) return <Created id={search.created} />;
  const step: Step = plan ? (search.step ?? 'template') : 'template';
  const shown = {
    template: <TemplateStep plans={plans} {...wizard} />,
    dates: plan && <DatesStep plan={plan} {...wizard} />,
    scope: plan && <ScopeStep plan={plan} {...wizard} />,
    rehearsal: plan && <RehearsalStep plan={plan} {...wizard} />,
  }[step];
  return (
    <PageShell title={t('title')}>
      <StepBar
        now={step}
        reach={plan ? STEPS.length : 1}
        onChoose={(chosen) => wizard.change({ step: chosen }, true)}
      />
      {shown}
    </PageShell>
  );
}

function useWizard(search: WizardSearch): Wizard {
  const navigate = useNavigate();
  const { region } = useSession().person;
  const [refused, setRefused] = useState<Readonly<Record<string, string>>>({});
  const asked = { start: nextMonday(), region, late: 0, seed: 1, ...search };
  return {
    asked,
    change: (part, push = false) => {
      const next = Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined);
      // What was refused is looked at anew once it was changed.
      setRefused((before) => Object.fromEntries(Object.entries(before).filter(([field]) => !(field in part))));
      void navigate({
        to: '/campaigns/new',
        search: Object.fromEntries(next),
        replace: !push,
        resetScroll: push,
      });
    },
    ...useScope(search.plan ?? '', asked.region),
    refused,
    refuse: setRefused,
  };
}
