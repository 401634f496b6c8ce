import type { Schemas, paths } from '@fundguard/client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/api';

export type Member = Schemas['PoolMember'];
type Query = NonNullable<paths['/api/v1/pool-members']['get']['parameters']['query']>;

const PAGE = 50;
const ALL = 200;

export interface MemberFilters {
  readonly kind?: string;
  readonly status?: string;
  readonly specialty?: string;
  readonly q?: string;
}

export const membersQuery = (filters: MemberFilters) =>
  infiniteQueryOptions({
    queryKey: ['pool', 'list', filters],
    queryFn: async ({ pageParam }) =>
      dataOf(
        await api.GET('/api/v1/pool-members', {
          params: { query: { ...filters, limit: PAGE, ...(pageParam ? { after: pageParam } : {}) } as Query },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

/** Who may be drawn today: every page of them. */
export const usableQuery = queryOptions({
  queryKey: ['pool', 'usable'],
  queryFn: async () => {
    const all: Member[] = [];
    for (let after: string | null = ''; after !== null;) {
      const query = { usable: true, limit: ALL, ...(after ? { after } : {}) } as unknown as Query;
      const page: Schemas['PoolMemberPage'] = dataOf(await api.GET('/api/v1/pool-members', { params: { query } }));
      all.push(...page.items);
      after = page.next;
    }
    return all;
  },
});

export const memberQuery = (id: string) =>
  queryOptions({
    queryKey: ['pool', 'one', id],
    queryFn: async () => dataOf(await api.GET('/api/v1/pool-members/{id}', { params: { path: { id } } })),
  });

export const contractsQuery = queryOptions({
  queryKey: ['pool', 'contracts'],
  queryFn: async () => dataOf(await api.GET('/api/v1/pool-members/contracts')).items,
});
