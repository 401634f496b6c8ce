import type { Schemas } from '@fundguard/client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/api';

export type RecordedEvent = Schemas['RecordedEvent'];
export type RecordedChange = Schemas['RecordedChange'];

export interface RecordFilters {
  readonly person?: string;
  readonly kind?: string;
  readonly file?: string;
  readonly q?: string;
  readonly from?: string;
  readonly to?: string;
}

const ask = async (filters: RecordFilters, limit: number, after: string) =>
  dataOf(await api.GET('/api/v1/events', { params: { query: { ...filters, limit, ...(after ? { after } : {}) } } }));

export const recordQuery = (filters: RecordFilters) =>
  infiniteQueryOptions({
    queryKey: ['record', filters],
    queryFn: ({ pageParam }) => ask(filters, 50, pageParam),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

export const changeQuery = (file: string, seq: number) =>
  queryOptions({
    queryKey: ['record', file, seq],
    queryFn: async () => dataOf(await api.GET('/api/v1/events/{file}/{seq}', { params: { path: { file, seq } } })),
  });

const MOST = 10_000;

/** Everything the filters find, page by page, up to what a spreadsheet still opens with ease. */
export async function wholeRecord(filters: RecordFilters): Promise<RecordedEvent[]> {
  const rows: RecordedEvent[] = [];
  for (let after: string | null = ''; after !== null && rows.length < MOST;) {
    const page: Schemas['RecordPage'] = await ask(filters, 200, after);
    rows.push(...page.items);
    after = page.next;
  }
  return rows;
}

export const looksQuery = infiniteQueryOptions({
  queryKey: ['reporter-looks'],
  queryFn: async ({ pageParam }) =>
    dataOf(
      await api.GET('/api/v1/reporters/looks', {
        params: { query: { limit: 50, ...(pageParam ? { after: pageParam } : {}) } },
      }),
    ),
  initialPageParam: '',
  getNextPageParam: ({ next }) => next,
});
