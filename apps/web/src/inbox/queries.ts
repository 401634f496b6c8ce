import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/api';

export const unreadQuery = queryOptions({
  queryKey: ['inbox', 'unread'],
  queryFn: async () =>
    dataOf(await api.GET('/api/v1/notifications', { params: { query: { unread: 'true', limit: 100 } } })).items.length,
});

export const inboxQuery = (unread: boolean) =>
  infiniteQueryOptions({
    queryKey: ['inbox', { unread }],
    queryFn: async ({ pageParam }) =>
      dataOf(
        await api.GET('/api/v1/notifications', {
          params: {
            query: { limit: 50, ...(unread ? { unread: 'true' } : {}), ...(pageParam ? { after: pageParam } : {}) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
