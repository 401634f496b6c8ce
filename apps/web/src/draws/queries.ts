import type { Schemas } from '@fundguard/client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/api';

export type Draw = Schemas['Draw'];
export type DrawLine = Schemas['DrawLine'];

const PAGE = 50;

export const drawsQuery = (campaign: string) =>
  queryOptions({
    queryKey: ['draws', 'of', campaign],
    queryFn: async () => dataOf(await api.GET('/api/v1/draws', { params: { query: { campaign } } })).items,
  });

export const drawQuery = (id: string) =>
  queryOptions({
    queryKey: ['draws', id],
    queryFn: async () => dataOf(await api.GET('/api/v1/draws/{id}', { params: { path: { id } } })),
  });

export const drawnQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['draws', id, 'drawn'],
    queryFn: async ({ pageParam }) =>
      dataOf(
        await api.GET('/api/v1/draws/{id}/drawn', {
          params: { path: { id }, query: { after: pageParam, limit: PAGE } },
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => (next ? Number(next) : null),
  });

export const drawFileOf = async (id: string): Promise<Schemas['DrawFile']> =>
  dataOf(await api.GET('/api/v1/draws/{id}/file', { params: { path: { id } } }));
