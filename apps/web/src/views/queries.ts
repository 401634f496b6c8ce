import type { Schemas } from '@fundguard/client';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../api/api';

export type SavedView = Schemas['SavedView'];
export type NewView = Schemas['NewView'];

const MINUTE = 60_000;

/** One's own views, of all lists. */
export const viewsQuery = queryOptions({
  queryKey: ['me', 'views'],
  queryFn: async () => dataOf(await api.GET('/api/v1/me/views')).items,
  staleTime: MINUTE,
});

/** Saves a new view, or another name for one that is kept already. */
export function useSaveView(id?: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: NewView) =>
      id === undefined
        ? dataOf(await api.POST('/api/v1/me/views', { body }))
        : dataOf(await api.PUT('/api/v1/me/views/{id}', { params: { path: { id } }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: viewsQuery.queryKey }),
  });
}

export function useDeleteView() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.DELETE('/api/v1/me/views/{id}', { params: { path: { id } } }),
    onSettled: () => client.invalidateQueries({ queryKey: viewsQuery.queryKey }),
  });
}
