import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../parts/DataTable';
import { QueryBar } from '../parts/QueryBar';
import { TextButton } from '../parts/TextButton';
import { dayText } from '../parts/time';
import { SelfCheckDrawer } from './SelfCheckDrawer';
import { STATES, SelfCheckStatusTag } from './SelfCheckStatusTag';
import { selfCheckTallyQuery, selfChecksQuery } from './queries';

/** Everybody who owes a self-check, also who has not handed it in. */
export function SelfCheckTable({ campaign }: { readonly campaign: string }) {
  const { t } = useTranslation('self-checks');
  const { selfCheck: opened, ...filters } = useSearch({ from: '/app/campaigns/$id/self-checks' });
  const navigate = useNavigate();
  const query = useInfiniteQuery(selfChecksQuery({ ...filters, campaign }));
  const ask = (search: object) =>
    void navigate({ to: '/campaigns/$id/self-checks', params: { id: campaign }, search, replace: true });
  return (
    <>
      <Tally campaign={campaign} />
      <QueryBar
        filters={[
          {
            name: 'status',
            label: t('state'),
            options: STATES.map((value) => ({ value, label: t(`status.${value}`) })),
          },
        ]}
        value={filters}
        onChange={ask}
      />
      <DataTable
        name="self-checks"
        query={query}
        rowKey="unit"
        empty={t('empty')}
        columns={[
          {
            key: 'unit',
            title: t('unit'),
            render: (_, { unitName, selfCheck }) =>
              selfCheck ? <TextButton onClick={() => ask({ ...filters, selfCheck })}>{unitName}</TextButton> : unitName,
          },
          { key: 'status', title: t('state'), render: (_, line) => <SelfCheckStatusTag {...line} /> },
          { key: 'due', title: t('due'), render: (_, { due }) => <span className="nowrap">{dayText(due)}</span> },
          {
            key: 'found',
            title: t('found'),
            render: (_, { found, points }) => (points === null ? '—' : t('found-of', { found, points })),
          },
        ]}
      />
      <SelfCheckDrawer id={opened} onClose={() => ask(filters)} />
    </>
  );
}

function Tally({ campaign }: { readonly campaign: string }) {
  const { t } = useTranslation('self-checks');
  const { data } = useQuery(selfCheckTallyQuery(campaign));
  return (
    <div role="status" style={{ marginBlockEnd: 16, minHeight: 46, maxWidth: 520 }}>
      {data && (
        <>
          {t('tally', data)}
          <Progress
            percent={data.owed === 0 ? 0 : Math.floor((data.submitted / data.owed) * WHOLE)}
            aria-label={t('coverage')}
          />
        </>
      )}
    </div>
  );
}

const WHOLE = 100;
