import { DownloadOutlined, LockOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { Card, Empty, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay, useSession } from '../api/session';
import { JobButton } from '../jobs/JobButton';
import { campaignQuery } from '../campaigns/queries';
import { FailurePage } from '../parts/Failure';
import { LoadingPage } from '../parts/LoadingPage';
import { PageShell } from '../parts/PageShell';
import { dayText, today } from '../parts/time';
import { CoveragePanel } from './CoveragePanel';
import { type VisitLine, isOpen, useKept, useSync, useWorker, visitsQuery } from './offline/use-offline';
import { PlanVisits } from './PlanVisits';
import { SyncBadge } from './SyncBadge';
import { VisitStatusTag } from './VisitStatusTag';
import './visits.css';

type Line = Pick<VisitLine, 'id' | 'unitName' | 'day' | 'hours' | 'team' | 'status' | 'isSecret' | 'kind' | 'lines'> &
  Pick<VisitLine, 'answered' | 'problems' | 'campaignName'>;

/** 现场检查: today’s first. To an inspector also without a connection; to a unit once it was told. */
export function VisitsPage() {
  const { t } = useTranslation('visits');
  const { campaign } = useSearch({ from: '/app/visits' });
  const { account } = useSession().person;
  const may = useMay();
  const isReady = useWorker();
  useSync();
  const { data, error, refetch } = useQuery(visitsQuery(account, campaign ? { campaign } : {}));
  useKept(data);
  if (error && !data) return <FailurePage error={error} again={() => void refetch()} />;
  if (!data) return <LoadingPage />;
  const now = today();
  const groups = [
    ['today', data.filter(({ day, status }) => status === 'arrived' || (day === now && isOpen(status)))],
    ['late', data.filter(({ day, status }) => day < now && ['planned', 'noticed'].includes(status))],
    ['coming', data.filter(({ day, status }) => day > now && ['planned', 'noticed'].includes(status))],
    ['ended', data.filter(({ status }) => !isOpen(status)).toReversed()],
  ] as const;
  return (
    <PageShell
      title={t('title')}
      beside={may('visit.inspect') && <SyncBadge isReady={isReady} />}
      acts={
        campaign && (
          <Flex wrap gap="small">
            {may('case.read') && (
              <JobButton job={{ kind: 'exportVisits', campaign }} icon={<DownloadOutlined />}>
                {t('export')}
              </JobButton>
            )}
            {may('visit.plan') && <PlanFor campaign={campaign} />}
          </Flex>
        )
      }
    >
      {campaign && may('visit.oversee') && <CoveragePanel campaign={campaign} />}
      {data.length === 0 && (
        <Empty description={t(may('visit.plan') ? (campaign ? 'empty-plan' : 'empty-choose') : 'empty')} />
      )}
      {groups.map(
        ([group, lines]) =>
          lines.length > 0 && (
            <section key={group} aria-label={t(`group.${group}`)} style={{ marginBlockEnd: 16 }}>
              <Typography.Title level={2} style={{ fontSize: 16 }}>
                {t(`group.${group}`)}
              </Typography.Title>
              <Flex vertical gap="small">
                {lines.map((line) => (
                  <VisitCard key={line.id} line={line} />
                ))}
              </Flex>
            </section>
          ),
      )}
    </PageShell>
  );
}

function PlanFor({ campaign: id }: { readonly campaign: string }) {
  const { data: campaign } = useQuery(campaignQuery(id));
  return campaign && <PlanVisits campaign={campaign} />;
}

function VisitCard({ line }: { readonly line: Line }) {
  const { t } = useTranslation('visits');
  return (
    <Link to="/visits/$id" params={{ id: line.id }} className="visit-card">
      <Card size="small" hoverable>
        <Flex wrap gap="small" justify="space-between">
          <Typography.Text strong className="break">
            {line.unitName}
          </Typography.Text>
          <span>
            {line.isSecret && (
              <span title={t('secret')} aria-label={t('secret')}>
                <LockOutlined />{' '}
              </span>
            )}
            <VisitStatusTag status={line.status} />
          </span>
        </Flex>
        <Typography.Text type="secondary">
          {dayText(line.day)} {line.hours} · {t(`kind.${line.kind}`)} · {line.team.map(({ name }) => name).join('、')}
          {line.answered > 0 &&
            ` · ${t('progress', { answered: line.answered, lines: line.lines, problems: line.problems })}`}
        </Typography.Text>
      </Card>
    </Link>
  );
}
