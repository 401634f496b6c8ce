import type { Schemas, paths } from '@fundguard/client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/api';

export type Account = Schemas['Account'];
export type Delivery = Schemas['Delivery'];
export type Duty = Schemas['Timetable']['duties'][number];
type DeliveryQuery = NonNullable<paths['/api/v1/deliveries']['get']['parameters']['query']>;

export const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: async () => dataOf(await api.GET('/api/v1/accounts')).items,
});
export const sessionsQuery = queryOptions({
  queryKey: ['accounts', 'sessions'],
  queryFn: async () => dataOf(await api.GET('/api/v1/sessions')).items,
});
export const unitsQuery = (q: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['units', 'list', q],
    queryFn: async ({ pageParam }) =>
      dataOf(
        await api.GET('/api/v1/units', {
          params: { query: { limit: 50, ...(q ? { q } : {}), ...(pageParam ? { after: pageParam } : {}) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
export const permissionsQuery = queryOptions({
  queryKey: ['permissions'],
  queryFn: async () => dataOf(await api.GET('/api/v1/permissions')).items,
  staleTime: Infinity,
});
export const calendarsQuery = queryOptions({
  queryKey: ['calendars'],
  queryFn: async () => dataOf(await api.GET('/api/v1/calendars')),
});
export const timetableQuery = queryOptions({
  queryKey: ['timetable'],
  queryFn: async () => dataOf(await api.GET('/api/v1/timetable')),
});
export const deliveriesQuery = (status: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['deliveries', status],
    queryFn: async ({ pageParam }) =>
      dataOf(
        await api.GET('/api/v1/deliveries', {
          params: {
            query: {
              limit: 50,
              ...(status ? { status } : {}),
              ...(pageParam ? { after: pageParam } : {}),
            } as DeliveryQuery,
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
export const webhooksQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: async () => dataOf(await api.GET('/api/v1/webhooks')).items,
});
export const aboutQuery = queryOptions({
  queryKey: ['about'],
  queryFn: async () => dataOf(await api.GET('/api/v1/about')),
  staleTime: Infinity,
});

/** A degraded service answers 503 with the same body: that is the answer, not a failure to ask. */
export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: async () => (await (await fetch('/api/v1/health')).json()) as Schemas['Health'],
  refetchInterval: 15_000,
});
