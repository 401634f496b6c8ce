import { DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert, Button, Card, Empty, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../acts/ActButton';
import { ActList } from '../acts/ActList';
import { useLive } from '../api/live';
import { FailurePage } from '../parts/Failure';
import { LoadingPage } from '../parts/LoadingPage';
import { PageShell } from '../parts/PageShell';
import { dayText } from '../parts/time';
import { MarkedText } from './MarkedText';
import { type Typical, typicalQuery } from './queries';
import { TypicalEditor } from './TypicalEditor';
import { TypicalStatusTag } from './TypicalStatusTag';

const MAIN = new Set(['submitTypical', 'approveTypical', 'publishTypical']);
const DANGER = new Set(['returnTypical', 'withdrawTypical']);
/** Done in the text itself, or at a publication's own line. */
const ELSEWHERE = new Set(['reviseTypical', 'takeDownTypical']);

export function TypicalCasePage() {
  const { id } = useParams({ from: '/app/typical-cases/$id' });
  const { data: typical, error, refetch } = useQuery(typicalQuery(id));
  if (error && !typical) return <FailurePage error={error} again={() => void refetch()} />;
  return typical ? <Sheet typical={typical} /> : <LoadingPage />;
}

/** One typical case: its text with what may not stand in it, who says yes, where it appeared. It changes with its case. */
function Sheet({ typical }: { readonly typical: Typical }) {
  const { t } = useTranslation(['typical', 'domain']);
  const { id } = typical;
  useLive(typical.case ?? typical.campaign ?? '');
  const isOpen = typical.acts.some(({ act, withheld }) => act === 'reviseTypical' && !withheld);
  const isApproved = typical.status === 'approved' || typical.status === 'published';
  return (
    <PageShell
      title={typical.title}
      beside={<TypicalStatusTag status={typical.status} />}
      acts={
        isApproved && (
          <Button icon={<DownloadOutlined />} href={`/api/v1/typical-cases/${id}/docx`}>
            {t('download')}
          </Button>
        )
      }
    >
      <Typography.Paragraph type="secondary">
        {typical.case && (
          <Link to="/cases/$id" params={{ id: typical.case }}>
            {t('case-number', { number: typical.caseNumber })}
          </Link>
        )}{' '}
        {typical.problem && t('of-problem')} · {t(`domain:value.mode.${typical.mode}`)} · {t('drafted')}{' '}
        {typical.draftedBy}
      </Typography.Paragraph>
      <Withdrawn typical={typical} />
      {typical.note && typical.status === 'draft' && (
        <Alert
          type="warning"
          showIcon
          title={t('note')}
          description={typical.note}
          style={{ marginBlockEnd: 16 }}
          className="break"
        />
      )}
      <ActList
        namespace="typical"
        id={id}
        version={typical.version}
        offers={typical.acts.filter(({ act }) => !ELSEWHERE.has(act))}
        propsOf={(act) => ({ danger: DANGER.has(act), ...(MAIN.has(act) ? { type: 'primary' as const } : {}) })}
      />
      {isOpen ? (
        // Whoever else saves it gives the editor a new version to begin with.
        <TypicalEditor key={typical.version} source={sourceOf(typical)} typical={typical} onSaved={() => undefined} />
      ) : (
        <Card size="small" title={t('text')}>
          <MarkedText text={typical.text} marks={typical.found.text} />
        </Card>
      )}
      {!isOpen && <Publications typical={typical} />}
    </PageShell>
  );
}

const sourceOf = ({ case: of, problem }: Typical) => (of ? { case: of } : { problem: problem ?? '' });

function Withdrawn({ typical: { withdrawal, publications } }: { readonly typical: Typical }) {
  const { t } = useTranslation('typical');
  if (!withdrawal) return null;
  const left = publications.some(({ takenDownOn }) => !takenDownOn);
  return (
    <Alert
      type={left ? 'error' : 'info'}
      showIcon
      style={{ marginBlockEnd: 16 }}
      title={`${t('withdrawn-because')}：${withdrawal.reason}`}
      description={left ? t('take-down-by', { day: dayText(withdrawal.takeDownBy) }) : t('take-down-done')}
    />
  );
}

/** Where it appeared; at each place, once it is withdrawn, that it was taken down. */
function Publications({ typical }: { readonly typical: Typical }) {
  const { t } = useTranslation(['typical', 'domain']);
  const mayTakeDown = typical.acts.some(({ act, withheld }) => act === 'takeDownTypical' && !withheld);
  return (
    <Card size="small" title={t('publications')} style={{ marginBlockStart: 16 }}>
      {typical.publications.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('nowhere')} />}
      {typical.publications.map(({ id, channel, place, on, link, takenDownOn }) => (
        <Flex key={id} wrap gap="small" align="center" style={{ marginBlockEnd: 8 }}>
          <span className="break">
            {dayText(on)} · {t(`domain:value.channel.${channel}`)} ·{' '}
            {link ? (
              <a href={link} target="_blank" rel="noreferrer">
                {place}
              </a>
            ) : (
              place
            )}
          </span>
          {takenDownOn && (
            <Typography.Text type="secondary">{t('taken-down', { day: dayText(takenDownOn) })}</Typography.Text>
          )}
          {mayTakeDown && !takenDownOn && (
            <ActButton
              act="takeDownTypical"
              id={typical.id}
              version={typical.version}
              fixed={{ publication: id }}
              type="primary"
            />
          )}
        </Flex>
      ))}
    </Card>
  );
}
