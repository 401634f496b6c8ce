import type { Schemas, paths } from '@fundguard/client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/api';

export type Rule = Schemas['StandingRule'];
export type LegalBasis = Schemas['LegalBasis'];
type Query = NonNullable<paths['/api/v1/standing-rules']['get']['parameters']['query']>;

const PAGE = 50;
const ALL = 200;

export const rulesQuery = (filters: { readonly status?: string; readonly kind?: string; readonly campaign?: string }) =>
  infiniteQueryOptions({
    queryKey: ['rules', 'list', filters],
    queryFn: async ({ pageParam }) =>
      dataOf(
        await api.GET('/api/v1/standing-rules', {
          params: { query: { ...filters, limit: PAGE, ...(pageParam ? { after: pageParam } : {}) } as Query },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

/** What holds now: to be carried on, or replaced. */
export const standingQuery = queryOptions({
  queryKey: ['rules', 'in-force'],
  queryFn: async () =>
    dataOf(await api.GET('/api/v1/standing-rules', { params: { query: { status: 'inForce', limit: ALL } } })).items,
});

export const legalBasesQuery = queryOptions({
  queryKey: ['rules', 'bases'],
  queryFn: async () => dataOf(await api.GET('/api/v1/legal-bases')).items,
});
