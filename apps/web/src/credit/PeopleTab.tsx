import { useInfiniteQuery } from '@tanstack/react-query';
import { Flex } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/session';
import { type Column, DataTable } from '../parts/DataTable';
import { QueryBar } from '../parts/QueryBar';
import { StateTag } from '../parts/StateTag';
import { TextButton } from '../parts/TextButton';
import { type PeopleFilters, type PractitionerLine, peopleQuery } from './queries';

const ROLES = ['physician', 'nurse', 'technician', 'pharmacist', 'responsible'] as const;
const STATES = ['pointed', 'objected', 'blocked'] as const;

interface Props {
  readonly filters: PeopleFilters & Readonly<Record<string, string | undefined>>;
  readonly onAsk: (search: object) => void;
  readonly onOpen: (id: string) => void;
}

/** In the order in which they were entered: nobody is ranked by points. */
export function PeopleTab({ filters: { role, state, q }, onAsk, onOpen }: Props) {
  const { t } = useTranslation(['credit', 'domain']);
  const filters = {
    ...(role ? { role } : {}),
    ...(state ? { state } : {}),
    ...(q ? { q } : {}),
  };
  const may = useMay();
  const query = useInfiniteQuery(peopleQuery(filters));
  const fields = useMemo(
    () => [
      {
        name: 'role',
        label: t('role'),
        options: ROLES.map((value) => ({ value, label: t(`domain:value.role.${value}`) })),
      },
      { name: 'state', label: t('state'), options: STATES.map((value) => ({ value, label: t(`only.${value}`) })) },
      { name: 'q', label: t('named') },
    ],
    [t],
  );
  return (
    <>
      <QueryBar filters={fields} value={filters} onChange={onAsk} />
      <DataTable
        name="practitioners"
        query={query}
        rowKey="id"
        columns={useColumns(onOpen)}
        empty={t(may('points.enter') ? 'empty-enter' : 'empty')}
      />
    </>
  );
}

function useColumns(open: (id: string) => void): Column<PractitionerLine>[] {
  const { t } = useTranslation(['credit', 'domain']);
  return [
    {
      key: 'name',
      title: t('name'),
      render: (_, { id, name }) => <TextButton onClick={() => open(id)}>{name}</TextButton>,
    },
    { key: 'role', title: t('role'), render: (_, { role }) => t(`domain:value.role.${role}`) },
    {
      key: 'units',
      title: t('units'),
      render: (_, { units }) => (
        <span className="break" style={{ display: 'block', maxWidth: 280 }}>
          {units.map(({ name }) => name).join(t('comma'))}
        </span>
      ),
    },
    { key: 'points', title: t('points-of-year'), render: (_, { points }) => t('points', { count: points }) },
    { key: 'state', title: t('state'), render: (_, line) => <PersonState line={line} /> },
  ];
}

/** What is open about somebody, in words as well as colours. */
export function PersonState({ line: { due, block, objections } }: { readonly line: PractitionerLine }) {
  const { t } = useTranslation('credit');
  return (
    <Flex wrap gap={4}>
      {due && <StateTag tone="warning">{t(`due.${due.kind}`)}</StateTag>}
      {block && (
        <StateTag tone={block.status === 'approved' ? 'bad' : 'active'}>
          {t(`standing.${block.status}`, { kind: t(`kind.${block.kind}`) })}
        </StateTag>
      )}
      {objections > 0 && <StateTag tone="active">{t('objections', { count: objections })}</StateTag>}
      {!due && !block && objections === 0 && <StateTag tone="good">{t('nothing')}</StateTag>}
    </Flex>
  );
}
