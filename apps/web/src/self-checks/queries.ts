import type { Schemas, paths } from '@fundguard/client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/api';

export type SelfCheck = Schemas['SelfCheck'];
export type SelfCheckLine = Schemas['SelfCheckLine'];
export type SelfCheckForm = Schemas['SelfCheckForm'];
type Query = NonNullable<paths['/api/v1/self-checks']['get']['parameters']['query']>;

const PAGE = 50;

export const selfChecksQuery = (filters: { readonly campaign: string; readonly status?: string }) =>
  infiniteQueryOptions({
    queryKey: ['self-checks', 'list', filters],
    queryFn: async ({ pageParam }) =>
      dataOf(
        await api.GET('/api/v1/self-checks', {
          params: { query: { ...filters, limit: PAGE, ...(pageParam ? { after: pageParam } : {}) } as Query },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

export const selfCheckTallyQuery = (campaign: string) =>
  queryOptions({
    queryKey: ['self-checks', 'tally', campaign],
    queryFn: async () => dataOf(await api.GET('/api/v1/self-checks/tally', { params: { query: { campaign } } })),
  });

export const selfCheckQuery = (id: string) =>
  queryOptions({
    queryKey: ['self-checks', id],
    queryFn: async () => dataOf(await api.GET('/api/v1/self-checks/{id}', { params: { path: { id } } })),
  });

export const selfCheckFormQuery = (campaign: string) =>
  queryOptions({
    queryKey: ['self-checks', 'form', campaign],
    queryFn: async () => dataOf(await api.GET('/api/v1/self-checks/form', { params: { query: { campaign } } })),
  });
