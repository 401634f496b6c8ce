import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Drawer, Segmented, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { said } from '../locales';
import { type Column, DataTable } from '../parts/DataTable';
import { MoneyText } from '../parts/MoneyText';
import { instantText } from '../parts/time';
import { FigureText } from './FigureText';
import { type Narrowing, type SourceRow, regionsQuery, rowsQuery } from './queries';

/** What is opened: an indicator as narrowed as the figure that was pressed. */
export interface OpenedFigure {
  readonly indicator: string;
  readonly narrowing: Narrowing;
}

interface Props {
  readonly campaign: string;
  readonly opened: OpenedFigure | undefined;
  readonly onClose: () => void;
}

/** 明细: the rows a figure is made of, each leading to its own page. */
export function RowsDrawer({ campaign, opened, onClose }: Props) {
  return (
    <Drawer
      open={opened !== undefined}
      onClose={onClose}
      size={840}
      title={opened && <Heading campaign={campaign} {...opened} />}
      destroyOnHidden
    >
      {opened && <Rows campaign={campaign} {...opened} />}
    </Drawer>
  );
}

function Heading({ campaign, indicator, narrowing }: OpenedFigure & { readonly campaign: string }) {
  const { t } = useTranslation('targets');
  const { data } = useInfiniteQuery(rowsQuery(campaign, indicator, narrowing));
  const of = data?.pages[0];
  if (!of) return t('rows');
  return (
    <span className="break">
      {said(of.indicator.name)}
      <FigureText unit={of.indicator.unit} value={of.value} />
    </span>
  );
}

function Rows({ campaign, indicator, narrowing }: OpenedFigure & { readonly campaign: string }) {
  const { t } = useTranslation('targets');
  const [counts, setCounts] = useState<'all' | 'true' | 'false'>('all');
  const query = useInfiniteQuery(
    rowsQuery(campaign, indicator, counts === 'all' ? narrowing : { ...narrowing, counts }),
  );
  const of = query.data?.pages[0];
  const isShare = of?.indicator.unit === 'percent';
  const columns: Column<SourceRow>[] = [
    { key: 'title', title: t('row'), render: (_, row) => <Lead campaign={campaign} row={row} /> },
    {
      key: 'unit',
      title: t('unit-name'),
      render: (_, { unitName }) => <span className="break">{unitName ?? '—'}</span>,
    },
    ...(isShare
      ? [{ key: 'counts', title: t('counts'), render: (_: unknown, row: SourceRow) => t(row.counts ? 'in' : 'out') }]
      : []),
    ...(of?.indicator.unit === 'fen'
      ? [
          {
            key: 'amount',
            title: t('amount'),
            align: 'right' as const,
            render: (_: unknown, { amount }: SourceRow) => amount && <MoneyText fen={amount} />,
          },
        ]
      : []),
    ...(of?.indicator.unit === 'times'
      ? [
          {
            key: 'amount',
            title: t('times'),
            align: 'right' as const,
            render: (_: unknown, row: SourceRow) => row.amount,
          },
        ]
      : []),
    { key: 'at', title: t('at'), render: (_, { at }) => <span className="nowrap">{instantText(at)}</span> },
  ];
  return (
    <>
      {of && (
        <Typography.Paragraph type="secondary" className="break">
          {said(of.indicator.definition)}
        </Typography.Paragraph>
      )}
      <DataTable
        name="rows"
        query={query}
        rowKey="id"
        columns={columns}
        empty={t('rows-empty')}
        toolbar={
          isShare && (
            <Segmented
              value={counts}
              onChange={setCounts}
              options={(['all', 'true', 'false'] as const).map((value) => ({ value, label: t(`share.${value}`) }))}
            />
          )
        }
      />
      {of?.indicator.compared && <Regions campaign={campaign} indicator={indicator} asOf={narrowing['asOf']} />}
    </>
  );
}

/** By region in the order of the code: no ranking. One region alone is no break-down. */
function Regions({ campaign, indicator, asOf }: { campaign: string; indicator: string; asOf: string | undefined }) {
  const { t } = useTranslation('targets');
  const { data } = useQuery(regionsQuery(campaign, indicator, asOf));
  if (!data || data.items.length < 2) return null;
  return (
    <section aria-label={t('by-region')} style={{ marginBlockStart: 16 }}>
      <Typography.Title level={3} style={{ fontSize: 15 }}>
        {t('by-region')}
      </Typography.Title>
      {data.items.map(({ region, name, value }) => (
        <div key={region}>
          {said(name)} <FigureText unit={data.indicator.unit} value={value} />
        </div>
      ))}
    </section>
  );
}

function Lead({ campaign, row: { of, link, unit, title } }: { readonly campaign: string; readonly row: SourceRow }) {
  const text = (
    <span className="break" style={{ display: 'block', maxWidth: 360 }}>
      {title}
    </span>
  );
  const params = { id: campaign };
  if (of === 'case') {
    return (
      <Link to="/cases/$id" params={{ id: link }}>
        {text}
      </Link>
    );
  }
  if (of === 'typical') {
    return (
      <Link to="/typical-cases/$id" params={{ id: link }}>
        {text}
      </Link>
    );
  }
  if (of === 'problem') {
    return (
      <Link to="/campaigns/$id/problems" params={params} search={{ problem: link }}>
        {text}
      </Link>
    );
  }
  return (
    <Link
      to="/campaigns/$id/units"
      params={params}
      search={{ ...(unit ? { unit } : {}), ...(of === 'obligation' ? { report: link } : {}) }}
    >
      {text}
    </Link>
  );
}
