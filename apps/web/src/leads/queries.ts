import type { Schemas, paths } from '@fundguard/client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/api';

export type LeadLine = Schemas['LeadLine'];
export type SimilarLead = Schemas['SimilarLead'];
type Similar = NonNullable<paths['/api/v1/leads/similar']['get']['parameters']['query']>;
type Queue = NonNullable<paths['/api/v1/leads']['get']['parameters']['query']>;
type Assigned = NonNullable<paths['/api/v1/leads/assigned']['get']['parameters']['query']>;

const EVERY = 30_000;

export interface LeadFilters {
  readonly source?: string;
  readonly mine?: string;
  readonly q?: string;
}

/** Asked again by itself: others take reports too. */
export const queueQuery = ({ source, mine, q }: LeadFilters) =>
  infiniteQueryOptions({
    queryKey: ['leads', 'queue', source, mine, q],
    queryFn: async ({ pageParam }) =>
      dataOf(
        await api.GET('/api/v1/leads', {
          params: { query: { source, mine, q, limit: 30, ...(pageParam ? { after: pageParam } : {}) } as Queue },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: EVERY,
  });

export const similarQuery = (like: Similar) =>
  queryOptions({
    queryKey: ['leads', 'similar', like],
    queryFn: async () => dataOf(await api.GET('/api/v1/leads/similar', { params: { query: like } })).items,
    enabled: Object.values(like).some(Boolean),
    placeholderData: (before) => before,
  });

export const assignedQuery = (state: NonNullable<Assigned['state']>) =>
  infiniteQueryOptions({
    queryKey: ['leads', 'assigned', state],
    queryFn: async ({ pageParam }) =>
      dataOf(
        await api.GET('/api/v1/leads/assigned', {
          params: { query: { state, limit: 50, ...(pageParam ? { after: pageParam } : {}) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
