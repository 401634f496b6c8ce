import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert, Descriptions, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActList } from '../acts/ActList';
import { PeoplePicker } from '../acts/pickers';
import { useMay, useSession } from '../api/session';
import { FailurePage } from '../parts/Failure';
import { LoadingPage } from '../parts/LoadingPage';
import { PageShell } from '../parts/PageShell';
import { dayText, instantText } from '../parts/time';
import { Inspect } from './Inspect';
import type { Visit } from './offline/store';
import { isOpen, useSync, useWorker, visitQuery } from './offline/use-offline';
import { Recorded } from './Recorded';
import { SyncBadge } from './SyncBadge';
import { ThirdPartyPicker } from './ThirdPartyPicker';
import { VisitStatusTag } from './VisitStatusTag';
import './visits.css';

/** 一次现场检查: to its team the place to record it, to everybody else what they may know of it. */
export function VisitPage() {
  const { t } = useTranslation('visits');
  const { id } = useParams({ from: '/app/visits/$id' });
  const { account } = useSession().person;
  const isInspector = useMay()('visit.inspect');
  const { data: visit, error, refetch } = useQuery(visitQuery(account, id));
  const isReady = useWorker();
  useSync();
  if (error && !visit) return <FailurePage error={error} again={() => void refetch()} />;
  if (!visit) return <LoadingPage />;
  const isMine = isInspector && visit.team.some((each) => each.account === account);
  return (
    <PageShell
      title={visit.unitName}
      beside={
        <>
          <VisitStatusTag status={visit.status} />
          {isMine && <SyncBadge isReady={isReady} />}
        </>
      }
      acts={<Link to="/visits">{t('title')}</Link>}
    >
      {visit.isSecret && <Alert type="warning" showIcon title={t('secret')} style={{ marginBlockEnd: 16 }} />}
      <Acts visit={visit} />
      <Facts visit={visit} />
      {isMine && isOpen(visit.status) ? <Inspect visit={visit} /> : <Recorded visit={visit} />}
    </PageShell>
  );
}

/** What is done at a desk; what is done on site has its own buttons, which work without a connection. */
const ON_SITE = new Set(['pledgeDiscipline', 'arriveAtVisit', 'finishVisit']);

function Acts({ visit }: { readonly visit: Visit }) {
  const offers = visit.acts.filter(({ act }) => !ON_SITE.has(act));
  if (offers.length === 0) return null;
  return (
    <ActList
      namespace="visits"
      id={visit.id}
      version={visit.version}
      offers={offers}
      propsOf={(act) => ({
        danger: act === 'cancelVisit',
        ...(act === 'recordThirdParty' ? { controls: { member: <ThirdPartyPicker /> } } : {}),
        ...(act === 'giveNotice' ? { type: 'primary' as const } : {}),
        ...(act === 'rescheduleVisit'
          ? {
              initial: { day: visit.day, team: visit.team.map(({ account }) => account) },
              controls: { team: <PeoplePicker role="investigator" multiple /> },
            }
          : {}),
      })}
    />
  );
}

function Facts({ visit }: { readonly visit: Visit }) {
  const { t } = useTranslation('visits');
  const lines: (readonly [string, string | null | undefined])[] = [
    [t('campaign'), visit.campaignName],
    [t('day'), `${dayText(visit.day)} ${visit.hours ?? ''}`],
    [t('team'), visit.team.map(({ name }, index) => (index === 0 ? t('leads', { name }) : name)).join('、')],
    [
      t('kind-and-methods'),
      [visit.kind]
        .map((each) => t(`kind.${each}`))
        .concat(visit.methods.map((each) => t(`method.${each}`)))
        .join('、'),
    ],
    [t('departments'), visit.departments.join('、')],
    [t('plan.chosen'), visit.chosen && `${t(`chosen.${visit.chosen}`)}${visit.why ? `：${visit.why}` : ''}`],
    [
      t('notice'),
      visit.noticedAt
        ? instantText(visit.noticedAt)
        : visit.noticeOn
          ? t('notice-from', { day: dayText(visit.noticeOn) })
          : t('plan.on-arrival'),
    ],
    [t('arrived'), visit.arrivedAt && instantText(visit.arrivedAt)],
    ...(visit.thirdParties ?? []).map(
      ({ name, contract, part, result }) =>
        [t('third-party'), `${name}（${contract ?? '—'}）：${part}；${result}`] as const,
    ),
    [t('ended'), visit.finishedAt && instantText(visit.finishedAt)],
  ];
  return (
    <Descriptions
      column={1}
      size="small"
      bordered
      style={{ marginBlockEnd: 16 }}
      items={lines
        .filter(([, said]) => said)
        .map(([label, said], key) => ({
          key,
          label,
          children: <Typography.Text className="break">{said}</Typography.Text>,
        }))}
    />
  );
}
