import type { Schemas } from '@fundguard/client';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/api';

export type Progress = Schemas['Progress'];
export type UnitRow = Progress['rows'][number];
export type ReportColumn = Progress['columns'][number];
/** A column of the map, and its letter's place in a unit's states. */
export type PlacedColumn = ReportColumn & { readonly place: number };
export type Campaign = Schemas['Campaign'];
export type Obligation = Schemas['Obligation'];
export type Chase = Schemas['Chase'];

export interface ProgressSearch {
  readonly q?: string;
  readonly region?: string;
  readonly kind?: string;
  readonly state?: string;
  readonly phase?: string;
  readonly due?: string;
  readonly group?: string;
  readonly view?: string;
  readonly unit?: string;
  readonly report?: string;
  readonly panel?: string;
}

/** The whole of it, or what belongs to a phase or a deadline. */
export const progressQuery = (id: string, { phase, due }: Pick<ProgressSearch, 'phase' | 'due'> = {}) => {
  const query = { ...(phase ? { phase } : {}), ...(due ? { due } : {}) };
  return queryOptions({
    queryKey: ['campaigns', id, 'progress', query],
    queryFn: async () => dataOf(await api.GET('/api/v1/campaigns/{id}/progress', { params: { path: { id }, query } })),
    placeholderData: keepPreviousData,
  });
};

export const owedQuery = (campaign: string, unit: string) =>
  queryOptions({
    queryKey: ['campaigns', campaign, 'owed', unit],
    queryFn: async () =>
      dataOf(await api.GET('/api/v1/obligations', { params: { query: { campaign, unit, limit: 200 } } })).items,
  });

/** Every report that awaits review, however many pages it takes. */
export const awaitingQuery = (campaign: string) =>
  queryOptions({
    queryKey: ['campaigns', campaign, 'awaiting'],
    queryFn: async () => {
      const found: Obligation[] = [];
      for (let after: string | null | undefined; after !== null;) {
        const query = { campaign, status: 'submitted' as const, limit: 200, ...(after ? { after } : {}) };
        const page = dataOf(await api.GET('/api/v1/obligations', { params: { query } }));
        found.push(...page.items);
        after = page.next;
      }
      return found;
    },
  });

export const historyQuery = (obligation: string) =>
  queryOptions({
    queryKey: ['obligations', obligation, 'events'],
    queryFn: async () =>
      dataOf(await api.GET('/api/v1/obligations/{id}/events', { params: { path: { id: obligation } } })).items,
  });

export const chasesQuery = (id: string, unit?: string) =>
  infiniteQueryOptions({
    queryKey: ['campaigns', id, 'chases', unit ?? ''],
    queryFn: async ({ pageParam }) =>
      dataOf(
        await api.GET('/api/v1/campaigns/{id}/chases', {
          params: {
            path: { id },
            query: { ...(unit ? { unit } : {}), ...(pageParam ? { after: Number(pageParam) } : {}) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
