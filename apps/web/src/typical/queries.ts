import type { Schemas, paths } from '@fundguard/client';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/api';

export type Typical = Schemas['TypicalCase'];
export type TypicalLine = Schemas['TypicalCaseLine'];
export type Mark = Schemas['AnonymityMark'];
export type Checked = Schemas['TypicalChecked'];
type Query = NonNullable<paths['/api/v1/typical-cases']['get']['parameters']['query']>;

const PAGE = 50;

export const typicalsQuery = (filters: {
  readonly status?: string;
  readonly campaign?: string;
  readonly case?: string;
}) =>
  infiniteQueryOptions({
    queryKey: ['typical-cases', 'list', filters],
    queryFn: async ({ pageParam }) =>
      dataOf(
        await api.GET('/api/v1/typical-cases', {
          params: { query: { ...filters, limit: PAGE, ...(pageParam ? { after: pageParam } : {}) } as Query },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

export const typicalTallyQuery = (campaign?: string) =>
  queryOptions({
    queryKey: ['typical-cases', 'tally', campaign],
    queryFn: async () =>
      dataOf(await api.GET('/api/v1/typical-cases/tally', { params: { query: campaign ? { campaign } : {} } })),
  });

export const typicalQuery = (id: string) =>
  queryOptions({
    queryKey: ['typical-cases', id],
    queryFn: async () => dataOf(await api.GET('/api/v1/typical-cases/{id}', { params: { path: { id } } })),
  });

/** What it is written of. */
export interface Source {
  readonly case?: string;
  readonly problem?: string;
}
export interface Written {
  readonly mode: Typical['mode'];
  readonly hidden: string[];
  readonly title?: string;
  readonly text?: string;
}

/** What of a text may not be published; asked again as it is written. */
export const checkQuery = (source: Source, { title, text, ...written }: Written) =>
  queryOptions({
    queryKey: ['typical-cases', 'check', source, written, title, text],
    queryFn: async () =>
      dataOf(
        await api.POST('/api/v1/typical-cases/check', {
          body: { ...source, ...written, ...(title ? { title } : {}), ...(text ? { text } : {}) },
        }),
      ),
    placeholderData: keepPreviousData,
  });
