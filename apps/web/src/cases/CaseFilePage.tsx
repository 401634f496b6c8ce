import { FolderOpenOutlined, ReadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Col, Row, Steps, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { FailurePage } from '../parts/Failure';
import { LoadingPage } from '../parts/LoadingPage';
import { PageShell } from '../parts/PageShell';
import { useLive } from '../api/live';
import { useMay } from '../api/session';
import { JobButton } from '../jobs/JobButton';
import { CaseActs } from './CaseActs';
import { CaseClocks } from './CaseClocks';
import { CaseTimeline } from './CaseTimeline';
import { DocumentsTab } from './DocumentsTab';
import { EvidenceTab } from './EvidenceTab';
import { FactsTab } from './FactsTab';
import { InquiriesTab } from './InquiriesTab';
import { PenaltyTab } from './PenaltyTab';
import { type CaseFile, caseQuery } from './queries';
import { ReportersTab } from './ReportersTab';
import { MAIN_LINE } from './stages';
import { StageTag } from './StageTag';
import { TransfersTab } from './TransfersTab';

/** 案件详情: where it stands, what may be done now, what lies in it, what happened. */
export function CaseFilePage() {
  const { id } = useParams({ from: '/app/cases/$id' });
  const { data: file, error, refetch } = useQuery(caseQuery(id));
  useLive(id);
  if (error && !file) return <FailurePage error={error} again={() => void refetch()} />;
  if (!file) return <LoadingPage />;
  return (
    <PageShell title={file.title} beside={<StageTag stage={file.stage} />} acts={<Beside file={file} />}>
      <StageLine file={file} />
      <CaseActs file={file} />
      <Row gutter={[16, 16]}>
        <Col xs={24} xl={16}>
          <CaseTabs file={file} />
        </Col>
        <Col xs={24} xl={8}>
          <CaseClocks file={file} />
          <CaseTimeline id={file.id} />
        </Col>
      </Row>
    </PageShell>
  );
}

/** What is done with a case beside its procedure. */
function Beside({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation('cases');
  return (
    <>
      <TellOfIt file={file} />
      {file.exportable && (
        <JobButton job={{ kind: 'exportCasePackage', case: file.id }} icon={<FolderOpenOutlined />}>
          {t('package')}
        </JobButton>
      )}
    </>
  );
}

/** 典型案例: written of a case once it was decided. */
function TellOfIt({ file: { id, decision } }: { readonly file: CaseFile }) {
  const { t } = useTranslation('typical');
  if (!useMay()('publicity.write') || !decision) return null;
  return (
    <Link to="/typical-cases/new" search={{ case: id }}>
      <ReadOutlined /> {t('new')}
    </Link>
  );
}

function StageLine({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation('domain');
  const at = MAIN_LINE.findIndex((stage) => stage === file.stage);
  if (at === -1) return null;
  return (
    <div
      style={{ overflowX: 'auto', marginBlockEnd: 16 }}
      className="no-print"
      tabIndex={0}
      role="region"
      aria-label={t(`stage.${file.stage}`)}
    >
      <Steps
        size="small"
        current={at}
        responsive={false}
        titlePlacement="vertical"
        style={{ minWidth: 880 }}
        items={MAIN_LINE.map((stage) => ({ title: t(`stage.${stage}`) }))}
      />
    </div>
  );
}

function CaseTabs({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation('cases');
  const { tab = 'facts' } = useSearch({ from: '/app/cases/$id' });
  const navigate = useNavigate();
  const items = [
    { key: 'facts', label: t('tab.facts'), children: <FactsTab file={file} /> },
    {
      key: 'evidence',
      label: t('tab.evidence', { count: file.evidence.length }),
      children: <EvidenceTab file={file} />,
    },
    {
      key: 'inquiries',
      label: t('tab.inquiries', { count: file.inquiries.length }),
      children: <InquiriesTab file={file} />,
    },
    { key: 'penalty', label: t('tab.penalty'), children: <PenaltyTab file={file} /> },
    { key: 'documents', label: t('tab.documents'), children: <DocumentsTab file={file} /> },
    {
      key: 'transfers',
      label: t('tab.transfers', { count: file.transfers.length }),
      children: <TransfersTab file={file} />,
    },
    { key: 'reporters', label: t('tab.reporters'), children: <ReportersTab file={file} /> },
  ];
  return (
    <Tabs
      activeKey={tab}
      items={items}
      onChange={(chosen) =>
        void navigate({ to: '/cases/$id', params: { id: file.id }, search: { tab: chosen }, replace: true })
      }
    />
  );
}
