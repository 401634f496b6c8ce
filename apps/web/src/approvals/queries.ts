import type { Schemas } from '@fundguard/client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/api';

export type Matter = Schemas['Approval'];

const EVERY = 20_000;

/** Asked again by itself: others decide too. */
export const approvalsQuery = infiniteQueryOptions({
  queryKey: ['approvals'],
  queryFn: async ({ pageParam }) =>
    dataOf(
      await api.GET('/api/v1/approvals', {
        params: { query: { limit: 50, ...(pageParam ? { after: pageParam } : {}) } },
      }),
    ),
  initialPageParam: '',
  getNextPageParam: ({ next }) => next,
  refetchInterval: EVERY,
});

export const textExhibitQuery = (url: string) =>
  queryOptions({
    queryKey: ['exhibit', url],
    queryFn: async () => (await fetch(url)).text(),
    staleTime: Infinity,
  });
