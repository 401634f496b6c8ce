import type { Schemas, paths } from '@fundguard/client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/api';

export type Duty = Schemas['Duty'];
export type Report = Schemas['Obligation'];
export type PartyCase = Schemas['PartyCase'];
type Query = NonNullable<paths['/api/v1/desk/reports']['get']['parameters']['query']>;

/** What a unit sees is decided elsewhere, and a page of its own does not follow files: it asks again by itself. */
const EVERY = 30_000;

export const dutiesQuery = queryOptions({
  queryKey: ['desk', 'duties'],
  queryFn: async () => dataOf(await api.GET('/api/v1/desk/duties')).items,
  refetchInterval: EVERY,
});

export const reportsQuery = (filters: { readonly status?: string; readonly campaign?: string }) =>
  infiniteQueryOptions({
    queryKey: ['desk', 'reports', filters],
    queryFn: async ({ pageParam }) =>
      dataOf(
        await api.GET('/api/v1/desk/reports', {
          params: { query: { ...filters, limit: 50, ...(pageParam ? { after: pageParam } : {}) } as Query },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

export const reportQuery = (id: string) =>
  queryOptions({
    queryKey: ['desk', 'report', id],
    queryFn: async () => dataOf(await api.GET('/api/v1/obligations/{id}', { params: { path: { id } } })),
    refetchInterval: EVERY,
  });

export const ownCampaignsQuery = queryOptions({
  queryKey: ['campaigns', 'own'],
  queryFn: async () => dataOf(await api.GET('/api/v1/campaigns', { params: { query: { limit: 200 } } })).items,
});

export const partyCasesQuery = queryOptions({
  queryKey: ['desk', 'cases'],
  queryFn: async () => dataOf(await api.GET('/api/v1/party/cases')).items,
  refetchInterval: EVERY,
});

/** 回执号: the end of the id, which differs where the beginning is the time. */
export const receiptNumber = (id: string): string => id.slice(-8).toUpperCase();
