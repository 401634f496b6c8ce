import type { Schemas, paths } from '@fundguard/client';
import { infiniteQueryOptions, queryOptions, useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../api/api';
import { useMay } from '../api/session';

export type PractitionerLine = Schemas['PractitionerLine'];
export type Practitioner = Schemas['Practitioner'];
export type Deduction = Practitioner['deductions'][number];
export type Block = Schemas['Block'];
type PeopleQuery = NonNullable<paths['/api/v1/practitioners']['get']['parameters']['query']>;
type BlocksQuery = NonNullable<paths['/api/v1/blocks']['get']['parameters']['query']>;

const PAGE = 50;

export interface PeopleFilters {
  readonly role?: string;
  readonly state?: string;
  readonly q?: string;
}

export const peopleQuery = (filters: PeopleFilters) =>
  infiniteQueryOptions({
    queryKey: ['credit', 'people', filters],
    queryFn: async ({ pageParam }) =>
      dataOf(
        await api.GET('/api/v1/practitioners', {
          params: { query: { ...filters, limit: PAGE, ...(pageParam ? { after: pageParam } : {}) } as PeopleQuery },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

export const personQuery = (id: string) =>
  queryOptions({
    queryKey: ['credit', 'person', id],
    queryFn: async () => dataOf(await api.GET('/api/v1/practitioners/{id}', { params: { path: { id } } })),
  });

export interface BlockFilters {
  readonly status?: string;
  readonly kind?: string;
  readonly q?: string;
}

export const blocksQuery = (filters: BlockFilters) =>
  infiniteQueryOptions({
    queryKey: ['credit', 'blocks', filters],
    queryFn: async ({ pageParam }) =>
      dataOf(
        await api.GET('/api/v1/blocks', {
          params: { query: { ...filters, limit: PAGE, ...(pageParam ? { after: pageParam } : {}) } as BlocksQuery },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

export const blockQuery = (id: string) =>
  queryOptions({
    queryKey: ['credit', 'block', id],
    queryFn: async () => dataOf(await api.GET('/api/v1/blocks/{id}', { params: { path: { id } } })),
  });

/** Units that are blocked today, for whoever may know; nobody otherwise. */
export function useBlockedUnits() {
  const may = useMay()('block.read');
  const { data = [] } = useQuery({
    queryKey: ['credit', 'units'],
    queryFn: async () => dataOf(await api.GET('/api/v1/blocks/units')).items,
    enabled: may,
  });
  return data;
}
