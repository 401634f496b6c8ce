import { DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button, Card, Col, Empty, Flex, Row, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActForm } from '../acts/ActForm';
import { ActList } from '../acts/ActList';
import { useLive } from '../api/live';
import { useMay } from '../api/session';
import { CampaignStatusTag } from '../campaigns/CampaignStatusTag';
import { type Campaign, campaignQuery } from '../campaigns/queries';
import { FailurePage } from '../parts/Failure';
import { LoadingPage } from '../parts/LoadingPage';
import { PageShell } from '../parts/PageShell';
import { instantText } from '../parts/time';
import { DraftRule } from '../rules/DraftRule';
import { Checklist } from './Checklist';
import { type Closing, closingQuery } from './queries';
import { Report } from './Report';

const CLOSING = new Set(['sumUpCampaign', 'closeCampaign']);
/** While its record still grows. */
const OPEN: readonly Campaign['status'][] = ['running', 'summingUp'];

/** 专项收尾: what is missing, the summary of the records, and the two acts that end a campaign. */
export function ClosingPage() {
  const { t } = useTranslation('closing');
  const { id } = useParams({ from: '/app/campaigns/$id/closing' });
  const { data: campaign, error } = useQuery(campaignQuery(id));
  const { data: closing, error: failed, refetch } = useQuery(closingQuery(id));
  const may = useMay();
  useLive(id);
  const failure = error ?? failed;
  if (failure && !(campaign && closing)) return <FailurePage error={failure} again={() => void refetch()} />;
  if (!campaign || !closing) return <LoadingPage />;
  return (
    <PageShell
      title={t('title')}
      beside={
        <>
          <CampaignStatusTag status={campaign.status} />
          <Link to="/campaigns/$id" params={{ id }} className="break">
            {campaign.name}
          </Link>
        </>
      }
      acts={may('rule.write') && <DraftRule campaign={id} />}
    >
      <ActList
        namespace="closing"
        id={id}
        version={campaign.version}
        offers={campaign.acts.filter(({ act }) => CLOSING.has(act))}
        propsOf={() => ({ type: 'primary' })}
      />
      <Row gutter={[16, 16]}>
        <Col xs={24} xl={12}>
          <Card size="small" title={t('checklist')}>
            <Checklist campaign={id} closing={closing} />
          </Card>
          <Made campaign={id} closing={closing} />
          <Narrative campaign={campaign} summary={closing.summary} />
        </Col>
        <Col xs={24} xl={12}>
          <Card size="small" title={t('preview')}>
            <Report report={closing.report} />
          </Card>
        </Col>
      </Row>
    </PageShell>
  );
}

/** What people write; the figures are the records'. */
function Narrative({ campaign, summary }: { readonly campaign: Campaign; readonly summary: string | null }) {
  const { t } = useTranslation('closing');
  const may = useMay();
  if (!may('campaign.coordinate') || !OPEN.includes(campaign.status)) return null;
  return (
    <Card size="small" title={t('narrative')} style={{ marginBlockStart: 16 }}>
      <Typography.Paragraph type="secondary">{t('narrative-note')}</Typography.Paragraph>
      <ActForm act="makeSummary" id={campaign.id} initial={summary ? { overview: summary } : {}} />
    </Card>
  );
}

function Made({ campaign, closing: { summaries } }: { readonly campaign: string; readonly closing: Closing }) {
  const { t } = useTranslation('closing');
  return (
    <Card size="small" title={t('files')} style={{ marginBlockStart: 16 }}>
      {summaries.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('none')} />}
      {summaries.map(({ id, madeBy, madeAt, sha256 }) => (
        <Flex key={id} wrap gap="small" align="center" style={{ marginBlockEnd: 8 }}>
          <Button icon={<DownloadOutlined />} href={`/api/v1/campaigns/${campaign}/summaries/${id}/docx`}>
            {t('download')}
          </Button>
          <span>{t('made', { who: madeBy, at: instantText(madeAt) })}</span>
          <Typography.Text type="secondary" className="break" copyable={{ text: sha256 }}>
            {t('hash')} {sha256.slice(0, 16)}…
          </Typography.Text>
        </Flex>
      ))}
    </Card>
  );
}
