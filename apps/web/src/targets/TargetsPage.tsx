import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Card, Col, Drawer, Empty, Row, Timeline, Typography } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../api/live';
import { campaignQuery } from '../campaigns/queries';
import { FailurePage } from '../parts/Failure';
import { LoadingPage } from '../parts/LoadingPage';
import { PageShell } from '../parts/PageShell';
import { QueryBar } from '../parts/QueryBar';
import { dayText, instantText } from '../parts/time';
import { figuresQuery, narrowingOf, targetsQuery, type Target } from './queries';
import { type OpenedFigure, RowsDrawer } from './RowsDrawer';
import { TargetCard } from './TargetCard';

/** 目标 of a campaign: which are met, and on what that rests. */
export function TargetsPage() {
  const { t } = useTranslation('targets');
  const { id } = useParams({ from: '/app/campaigns/$id/targets' });
  const { asOf } = useSearch({ from: '/app/campaigns/$id/targets' });
  const navigate = useNavigate();
  const [opened, setOpened] = useState<OpenedFigure>();
  const [history, setHistory] = useState<Target>();
  const { data: campaign } = useQuery(campaignQuery(id));
  const { data, error, refetch } = useQuery(targetsQuery(id, asOf));
  useLive(id);
  const filters = useMemo(() => [{ name: 'asOf', label: t('as-of'), type: 'date' as const }], [t]);
  const bar = (
    <QueryBar
      filters={filters}
      value={asOf ? { asOf } : {}}
      onChange={(search) => void navigate({ to: '/campaigns/$id/targets', params: { id }, search, replace: true })}
    />
  );
  if (error && !data) return <FailurePage error={error} again={() => void refetch()} />;
  if (!data || !campaign) return <LoadingPage />;
  return (
    <PageShell
      title={t('title')}
      beside={
        <Link to="/campaigns/$id" params={{ id }} className="break">
          {campaign.name}
        </Link>
      }
      acts={
        <Link to="/campaigns/$id/tables" params={{ id }}>
          {t('tables')}
        </Link>
      }
    >
      {bar}
      <Typography.Paragraph type="secondary" role="status">
        {t('counted', { at: instantText(data.asOf), plan: data.plan })}
      </Typography.Paragraph>
      {data.targets.length === 0 && <Empty description={t('empty')} style={{ marginBlockEnd: 16 }} />}
      <Row gutter={[16, 16]}>
        {data.targets.map((target) => (
          <Col key={target.id} xs={24} lg={12}>
            <TargetCard
              campaign={id}
              target={target}
              mayEnter={data.mayEnter}
              onRows={() =>
                target.indicator &&
                setOpened({
                  indicator: target.indicator.id,
                  narrowing: { ...narrowingOf(target.among), ...(asOf ? { asOf } : {}) },
                })
              }
              onHistory={() => setHistory(target)}
            />
          </Col>
        ))}
      </Row>
      {data.goals.length > 0 && (
        <Card size="small" title={t('goals')} style={{ marginBlockStart: 16 }}>
          <ul style={{ margin: 0, paddingInlineStart: 20 }}>
            {data.goals.map((goal) => (
              <li key={goal} className="break">
                {goal}
              </li>
            ))}
          </ul>
        </Card>
      )}
      <RowsDrawer campaign={id} opened={opened} onClose={() => setOpened(undefined)} />
      <Drawer open={history !== undefined} onClose={() => setHistory(undefined)} title={t('history')} destroyOnHidden>
        {history && <History campaign={id} target={history} />}
      </Drawer>
    </PageShell>
  );
}

/** All that was entered for a target: what holds comes first, what it replaced stays. */
function History({ campaign, target }: { readonly campaign: string; readonly target: Target }) {
  const { t } = useTranslation('targets');
  const { data = [] } = useQuery(figuresQuery(campaign));
  const own = data.filter(({ kind, of }) => (kind === 'baseline' ? of === target.id : of === target.indicator?.id));
  return (
    <Timeline
      items={own.map(({ id, kind, value, on, source, enteredBy, enteredAt }) => ({
        key: id,
        content: (
          <div className="break">
            {t(`kind.${kind}`)} <strong>{value}</strong>（{dayText(on)}）
            <br />
            {source}
            <br />
            <Typography.Text type="secondary">
              {enteredBy} · {instantText(enteredAt)}
            </Typography.Text>
          </div>
        ),
      }))}
    />
  );
}
