import type { Schemas, paths } from '@fundguard/client';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/api';

export type CaseFile = Schemas['Case'];
export type CaseLine = Schemas['CaseLine'];
type Query = NonNullable<paths['/api/v1/cases']['get']['parameters']['query']>;

export interface CaseFilters {
  readonly stage?: string;
  readonly mine?: string;
  readonly campaign?: string;
  readonly q?: string;
  readonly due?: string;
}

export const casesQuery = (filters: CaseFilters) =>
  infiniteQueryOptions({
    queryKey: ['cases', 'list', filters],
    queryFn: async ({ pageParam }) =>
      dataOf(
        await api.GET('/api/v1/cases', {
          params: { query: { ...filters, limit: 50, ...(pageParam ? { after: pageParam } : {}) } as Query },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['cases', id],
    queryFn: async () => dataOf(await api.GET('/api/v1/cases/{id}', { params: { path: { id } } })),
  });

/** Each limit with its steps; of the version the page shows, as it stands on a day. */
export const caseClocksQuery = (id: string, version: number, on: string | undefined) =>
  queryOptions({
    queryKey: ['cases', id, 'clocks', version, on ?? ''],
    queryFn: async () =>
      dataOf(await api.GET('/api/v1/cases/{id}/clocks', { params: { path: { id }, query: on ? { on } : {} } })).items,
    placeholderData: keepPreviousData,
  });

/** What late payment costs and when a court can be asked, as of a day. */
export const enforcementQuery = (id: string, version: number, on: string | undefined) =>
  queryOptions({
    queryKey: ['cases', id, 'enforcement', version, on ?? ''],
    queryFn: async () =>
      dataOf(await api.GET('/api/v1/cases/{id}/enforcement', { params: { path: { id }, query: on ? { on } : {} } })),
    placeholderData: keepPreviousData,
  });

export const caseDocumentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['cases', id, 'documents'],
    queryFn: async () => dataOf(await api.GET('/api/v1/cases/{id}/documents', { params: { path: { id } } })).items,
  });

export const caseEventsQuery = (id: string) =>
  queryOptions({
    queryKey: ['cases', id, 'events'],
    queryFn: async () =>
      dataOf(await api.GET('/api/v1/cases/{id}/events', { params: { path: { id }, query: { limit: 500 } } })).items,
  });

export type Reporter = Schemas['Reporter'];

export const reportersQuery = (id: string) =>
  queryOptions({
    queryKey: ['cases', id, 'reporters'],
    queryFn: async () => dataOf(await api.GET('/api/v1/cases/{id}/reporters', { params: { path: { id } } })).items,
  });

export const rewardScaleQuery = (id: string) =>
  queryOptions({
    queryKey: ['cases', id, 'reward-scale'],
    queryFn: async () => dataOf(await api.GET('/api/v1/cases/{id}/reward-scale', { params: { path: { id } } })),
  });
