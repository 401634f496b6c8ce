import { Link } from '@tanstack/react-router';
import { Card, Col, Row, Typography, theme } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MoneyText } from '../parts/MoneyText';
import type { CampaignOverview } from './queries';

/** 四项数字, each with its change since last week. */
export function Figures({ id, overview }: { readonly id: string; readonly overview: CampaignOverview }) {
  const { t } = useTranslation('campaigns');
  const { openCases, refunded, reports, overdue, zeroReports, awaitingReview } = overview;
  const figures = [
    {
      key: 'cases',
      value: (
        <Link to="/cases" search={{ campaign: id }}>
          {openCases.now}
        </Link>
      ),
      change: <Change by={openCases.now - openCases.weekAgo} />,
    },
    {
      key: 'refunded',
      value: (
        <Link to="/campaigns/$id/tables" params={{ id }} search={{ table: 'amounts' }}>
          <MoneyText fen={refunded.now} />
        </Link>
      ),
      change: <Refunds {...refunded} />,
    },
    {
      key: 'reports',
      value: (
        <Link to="/campaigns/$id/units" params={{ id }}>
          {reports.now}
        </Link>
      ),
      change: <Change by={reports.now - reports.weekAgo} good="more" />,
      more: t('figure.reports-more', { zero: zeroReports, review: awaitingReview }),
    },
    {
      key: 'overdue',
      value: (
        <Link to="/campaigns/$id/units" params={{ id }} search={{ state: 'overdue' }}>
          {overdue.now}
        </Link>
      ),
      change: <Change by={overdue.now - overdue.weekAgo} good="less" />,
    },
  ];
  return (
    <Row gutter={[12, 12]} style={{ marginBlockEnd: 16 }}>
      {figures.map(({ key, value, change, more }) => (
        <Col key={key} xs={12} lg={6}>
          <Card size="small" style={{ height: '100%' }} data-figure={key}>
            <Typography.Text type="secondary">{t(`figure.${key}`)}</Typography.Text>
            <div style={{ fontSize: 'clamp(17px, 5vw, 26px)', fontWeight: 600, lineHeight: 1.4 }}>{value}</div>
            {change}
            {more && (
              <>
                <br />
                <Typography.Text type="secondary">{more}</Typography.Text>
              </>
            )}
          </Card>
        </Col>
      ))}
    </Row>
  );
}

/** ▲ or ▼ with the number: the colour says nothing that the glyph does not. */
function Change({ by, good }: { readonly by: number; readonly good?: 'more' | 'less' }) {
  const { colorError, colorSuccess } = theme.useToken().token;
  if (by === 0) return <Since>0</Since>;
  const isGood = good && by > 0 === (good === 'more');
  return (
    <Since {...(good ? { color: isGood ? colorSuccess : colorError } : {})}>
      {by > 0 ? '▲' : '▼'} {Math.abs(by)}
    </Since>
  );
}

function Refunds({ now, weekAgo }: CampaignOverview['refunded']) {
  const more = BigInt(now) - BigInt(weekAgo);
  return <Since>{more > 0n ? <>▲ {<MoneyText fen={more.toString()} />}</> : '0'}</Since>;
}

function Since({ color, children }: { readonly color?: string; readonly children: ReactNode }) {
  const { t } = useTranslation('campaigns');
  return (
    <Typography.Text type="secondary">
      {t('figure.since')} <span style={color ? { color } : {}}>{children}</span>
    </Typography.Text>
  );
}
