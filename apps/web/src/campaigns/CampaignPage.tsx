import {
  AimOutlined,
  AuditOutlined,
  BarChartOutlined,
  CheckSquareOutlined,
  EnvironmentOutlined,
  FileDoneOutlined,
  NumberOutlined,
  PlusSquareOutlined,
  ReadOutlined,
  TableOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Col, Flex, Row, Skeleton, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLive } from '../api/live';
import { useMay } from '../api/session';
import { DocumentCard } from '../documents/DocumentCard';
import { groupsQuery } from '../groups/queries';
import { useVacancies } from '../groups/seats';
import { FailureAlert, FailurePage } from '../parts/Failure';
import { LoadingPage } from '../parts/LoadingPage';
import { PageShell } from '../parts/PageShell';
import { dayText } from '../parts/time';
import { CarriedRules } from '../rules/CarriedRules';
import { Alarms } from './Alarms';
import { CampaignActs } from './CampaignActs';
import { CampaignRecord } from './CampaignRecord';
import { CampaignStatusTag } from './CampaignStatusTag';
import { CaseFunnel } from './CaseFunnel';
import { Deadlines } from './Deadlines';
import { Figures } from './Figures';
import { Kin } from './Kin';
import { PhaseGantt } from './PhaseGantt';
import { type Campaign, campaignQuery, deadlinesQuery, overviewQuery } from './queries';

/** 专项总览: are we on time, and where not? */
export function CampaignPage() {
  const { t } = useTranslation('campaigns');
  const { id } = useParams({ from: '/app/campaigns/$id' });
  const may = useMay();
  const isLeading = may('case.read');
  const { data: campaign, error, refetch } = useQuery(campaignQuery(id));
  useLive(id);
  if (error && !campaign) return <FailurePage error={error} again={() => void refetch()} />;
  if (!campaign) return <LoadingPage />;
  return (
    <PageShell
      title={campaign.name}
      beside={<CampaignStatusTag status={campaign.status} />}
      acts={
        <Flex wrap gap="middle">
          <Link to="/campaigns/$id/problems" params={{ id }}>
            <CheckSquareOutlined /> {t('problems')}
          </Link>
          <Link to="/campaigns/$id/work" params={{ id }}>
            <ReadOutlined /> {t('work')}
          </Link>
          <Link to="/campaigns/$id/groups" params={{ id }}>
            <TeamOutlined /> {t('groups')}
          </Link>
          <Link to="/campaigns/$id/self-checks" params={{ id }}>
            <AuditOutlined /> {t('self-checks')}
          </Link>
          <Link to="/campaigns/$id/draws" params={{ id }}>
            <NumberOutlined /> {t('draws')}
          </Link>
          {may('report.roll-up') && (
            <Link to="/campaigns/$id/roll-up" params={{ id }}>
              <PlusSquareOutlined /> {t('roll-up')}
            </Link>
          )}
          {isLeading && (
            <Link to="/campaigns/$id/targets" params={{ id }}>
              <AimOutlined /> {t('targets')}
            </Link>
          )}
          {isLeading && (
            <Link to="/campaigns/$id/tables" params={{ id }}>
              <BarChartOutlined /> {t('tables')}
            </Link>
          )}
          <Link to="/visits" search={{ campaign: id }}>
            <EnvironmentOutlined /> {t('visits')}
          </Link>
          {isLeading && (
            <Link to="/campaigns/$id/closing" params={{ id }}>
              <FileDoneOutlined /> {t('closing')}
            </Link>
          )}
          {isLeading && (
            <Link to="/campaigns/$id/units" params={{ id }}>
              <TableOutlined /> {t('units')}
            </Link>
          )}
        </Flex>
      }
    >
      <Typography.Paragraph type="secondary">
        {dayText(campaign.start)} – {dayText(campaign.end)}
        {campaign.nominalEnd && ` · ${t('nominal-end', { at: dayText(campaign.nominalEnd) })}`}
      </Typography.Paragraph>
      <Cockpit campaign={campaign} />
    </PageShell>
  );
}

/** A unit sees the time line of what it takes part in; figures, cases and the record are for those who lead it. */
function Cockpit({ campaign }: { readonly campaign: Campaign }) {
  const isLeading = useMay()('case.read');
  const { id } = campaign;
  const vacancies = useVacancies();
  const { data: overview, error } = useQuery({ ...overviewQuery(id), enabled: isLeading });
  const { data: deadlines } = useQuery(deadlinesQuery(id));
  const { data: groups } = useQuery(groupsQuery(id));
  // All at once: figures that came later would push away what somebody is reading.
  if (!deadlines || !groups || (isLeading && !overview && !error)) return <Skeleton active />;
  return (
    <>
      {error && !overview && <FailureAlert error={error} />}
      {overview && <Alarms campaign={campaign} overview={overview} deadlines={deadlines} vacant={vacancies(groups)} />}
      <CampaignActs campaign={campaign} />
      <CarriedRules campaign={campaign} />
      {overview && <Figures id={id} overview={overview} />}
      <Row gutter={[16, 16]}>
        <Col xs={24} xl={isLeading ? 15 : 24}>
          <Flex vertical gap={16}>
            <PhaseGantt campaign={campaign} overview={overview} deadlines={deadlines} />
            <Deadlines deadlines={deadlines} />
            <Kin campaign={campaign} />
          </Flex>
        </Col>
        {isLeading && (
          <Col xs={24} xl={9}>
            <Flex vertical gap={16}>
              <CaseFunnel campaign={id} />
              <CampaignRecord campaign={campaign} />
            </Flex>
          </Col>
        )}
      </Row>
      <DocumentCard campaign={id} />
    </>
  );
}
