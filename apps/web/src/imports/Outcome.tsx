import { DownloadOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Card, Flex, Popconfirm, Statistic } from 'antd';
import { useTranslation } from 'react-i18next';
import { JobProgress } from '../jobs/JobProgress';
import { jobQuery } from '../jobs/queries';
import { said } from '../locales';
import { DataTable } from '../parts/DataTable';
import { type Import, type ImportRow, refusedQuery } from './queries';

interface Props {
  readonly sheet: Import;
  readonly taken: { readonly mutate: () => void; readonly isPending: boolean };
}

/** How far the work is, what came of it, and what was refused and why. */
export function Outcome({ sheet, taken }: Props) {
  const { t } = useTranslation('imports');
  const { status, job, mine, counts, committed } = sheet;
  const { data: progress } = useQuery({ ...jobQuery(job ?? ''), enabled: job !== null && mine });
  if (job === null) return null;
  const isJudged = status === 'checked' || status === 'importing' || status === 'done' || committed > 0;
  const left = counts.add + counts.change;
  return (
    <Card size="small" title={t(status === 'done' ? 'result' : 'trial')} style={{ marginBlockEnd: 16 }}>
      {progress && status !== 'checked' && status !== 'done' && <JobProgress job={progress} />}
      {isJudged && (
        <>
          <Counts sheet={sheet} />
          {status === 'checked' && mine && (
            <Flex wrap gap="small" align="center" style={{ marginBlockEnd: 16 }}>
              <Popconfirm
                title={t('confirm', { count: left })}
                okText={t('take')}
                onConfirm={() => taken.mutate()}
                disabled={left === 0}
              >
                <Button type="primary" disabled={left === 0} loading={taken.isPending}>
                  {t('take-count', { count: left })}
                </Button>
              </Popconfirm>
              {left === 0 && <span>{t('nothing-to-take')}</span>}
            </Flex>
          )}
          {status === 'done' && <Done sheet={sheet} />}
          {counts.refuse > 0 && <Refused sheet={sheet} />}
        </>
      )}
    </Card>
  );
}

function Counts({ sheet: { counts, status } }: { readonly sheet: Import }) {
  const { t } = useTranslation('imports');
  const tense = status === 'done' ? 'was' : 'would';
  return (
    <Flex wrap gap="large" role="status" style={{ marginBlock: 12 }}>
      {(['add', 'change', 'same', 'refuse'] as const).map((verdict) => (
        <Statistic key={verdict} title={t(`count.${tense}.${verdict}`)} value={counts[verdict]} />
      ))}
    </Flex>
  );
}

function Done({ sheet: { kind, campaign, counts } }: { readonly sheet: Import }) {
  const { t } = useTranslation('imports');
  const id = campaign ?? '';
  return (
    <Alert
      type="success"
      showIcon
      style={{ marginBlockEnd: 16 }}
      title={t('done', { count: counts.add + counts.change })}
      action={
        kind === 'problems' ? (
          <Link to="/campaigns/$id/problems" params={{ id }}>
            {t('to.problems')}
          </Link>
        ) : kind === 'reports' ? (
          <Link to="/campaigns/$id/units" params={{ id }}>
            {t('to.reports')}
          </Link>
        ) : undefined
      }
    />
  );
}

function Refused({ sheet }: { readonly sheet: Import }) {
  const { t } = useTranslation('imports');
  const query = useInfiniteQuery(refusedQuery(sheet));
  return (
    <DataTable<ImportRow>
      name="refused"
      query={query}
      rowKey="at"
      empty=""
      toolbar={
        <Button icon={<DownloadOutlined />} href={`/api/v1/imports/${sheet.id}/refused`} download>
          {t('refused-file')}
        </Button>
      }
      columns={[
        { key: 'at', title: t('line'), render: (_, { at }) => at },
        {
          key: 'cells',
          title: t('cells'),
          render: (_, { cells }) => (
            <span className="break" style={{ display: 'block', maxWidth: 420 }}>
              {cells
                .filter((cell) => cell !== '')
                .join(' | ')
                .slice(0, 160)}
            </span>
          ),
        },
        {
          key: 'why',
          title: t('why'),
          render: (_, { complaints }) => (
            <ul style={{ margin: 0, paddingInlineStart: 16, maxWidth: 480 }} className="break">
              {complaints.map((complaint) => (
                <li key={`${complaint.heading} ${complaint.en}`}>
                  {complaint.heading && `${complaint.heading}${t('colon')}`}
                  {said(complaint)}
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}
