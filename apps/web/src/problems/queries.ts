import type { Schemas, paths } from '@fundguard/client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/api';

export type Problem = Schemas['LedgerProblem'];
type Query = NonNullable<paths['/api/v1/problems']['get']['parameters']['query']>;

const PAGE = 50;

export const problemsQuery = (filters: {
  readonly campaign: string;
  readonly status?: string;
  readonly overdue?: string;
  readonly recheck?: string;
}) =>
  infiniteQueryOptions({
    queryKey: ['problems', 'list', filters],
    queryFn: async ({ pageParam }) =>
      dataOf(
        await api.GET('/api/v1/problems', {
          params: { query: { ...filters, limit: PAGE, ...(pageParam ? { after: pageParam } : {}) } as Query },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

export const problemTallyQuery = (campaign: string) =>
  queryOptions({
    queryKey: ['problems', 'tally', campaign],
    queryFn: async () => dataOf(await api.GET('/api/v1/problems/tally', { params: { query: { campaign } } })),
  });
