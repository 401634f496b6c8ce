import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../parts/DataTable';
import { QueryBar } from '../parts/QueryBar';
import { StateTag } from '../parts/StateTag';
import { TextButton } from '../parts/TextButton';
import { dayText } from '../parts/time';
import { type Block, type BlockFilters, blocksQuery } from './queries';

const STATUSES = ['proposed', 'approved', 'refused', 'lifted'] as const;
const KINDS = ['suspension', 'termination'] as const;

interface Props {
  readonly filters: BlockFilters & Readonly<Record<string, string | undefined>>;
  readonly onAsk: (search: object) => void;
  readonly onOpen: (id: string) => void;
}

export function BlocksTab({ filters: { status, kind, q }, onAsk, onOpen }: Props) {
  const { t } = useTranslation('credit');
  const filters = {
    ...(status ? { status } : {}),
    ...(kind ? { kind } : {}),
    ...(q ? { q } : {}),
  };
  const query = useInfiniteQuery(blocksQuery(filters));
  const fields = useMemo(
    () => [
      { name: 'status', label: t('state'), options: STATUSES.map((value) => ({ value, label: t(`block.${value}`) })) },
      { name: 'kind', label: t('measure'), options: KINDS.map((value) => ({ value, label: t(`kind.${value}`) })) },
      { name: 'q', label: t('subject') },
    ],
    [t],
  );
  return (
    <>
      <QueryBar filters={fields} value={filters} onChange={onAsk} />
      <DataTable name="blocks" query={query} rowKey="id" columns={useColumns(onOpen)} empty={t('no-blocks')} />
    </>
  );
}

function useColumns(open: (id: string) => void): Column<Block>[] {
  const { t } = useTranslation('credit');
  return [
    {
      key: 'name',
      title: t('subject'),
      render: (_, { id, name }) => <TextButton onClick={() => open(id)}>{name}</TextButton>,
    },
    { key: 'of', title: t('of'), render: (_, { unit }) => t(unit ? 'of-unit' : 'of-person') },
    { key: 'kind', title: t('measure'), render: (_, { kind }) => t(`kind.${kind}`) },
    {
      key: 'term',
      title: t('term'),
      render: (_, { from, until }) => (
        <span className="nowrap">
          {dayText(from)} – {dayText(until)}
        </span>
      ),
    },
    { key: 'state', title: t('state'), render: (_, block) => <BlockTag block={block} /> },
  ];
}

/** How it stands; that its term is over does not restore anybody. */
export function BlockTag({ block: { status, holds, isOver } }: { readonly block: Block }) {
  const { t } = useTranslation('credit');
  if (isOver) return <StateTag tone="warning">{t('block.over')}</StateTag>;
  if (status === 'approved') return <StateTag tone="bad">{t(holds ? 'block.holds' : 'block.ahead')}</StateTag>;
  const tone = status === 'proposed' ? 'active' : status === 'lifted' ? 'good' : 'quiet';
  return <StateTag tone={tone}>{t(`block.${status}`)}</StateTag>;
}
