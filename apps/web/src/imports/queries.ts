import type { Schemas } from '@fundguard/client';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, send } from '../api/api';

export type Import = Schemas['Import'];
export type ImportLine = Schemas['ImportLine'];
export type ImportRow = Schemas['ImportRow'];
export type ImportKind = Import['kind'];
export type Setting = Schemas['ImportSetting'];

const MOVING = 1_000;
const moves = ({ status }: Pick<ImportLine, 'status'>) => status === 'checking' || status === 'importing';

export const importsQuery = infiniteQueryOptions({
  queryKey: ['imports', 'list'],
  queryFn: async ({ pageParam }) =>
    dataOf(
      await api.GET('/api/v1/imports', {
        params: { query: { limit: 50, ...(pageParam ? { after: pageParam } : {}) } },
      }),
    ),
  initialPageParam: '',
  getNextPageParam: ({ next }) => next,
  refetchInterval: ({ state }) => (state.data?.pages.some(({ items }) => items.some(moves)) ? MOVING : false),
});

/** It is read from the database, so that a reload shows how far it is. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', id],
    queryFn: async () => dataOf(await api.GET('/api/v1/imports/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data && moves(state.data) ? MOVING : false),
  });

/** Read anew with each encoding, sheet and row of headings. */
export const previewQuery = ({ id, reading, headingRow }: Import) =>
  queryOptions({
    queryKey: ['imports', id, 'preview', reading, headingRow],
    queryFn: async () => dataOf(await api.GET('/api/v1/imports/{id}/preview', { params: { path: { id } } })).rows,
    staleTime: Infinity,
  });

export const refusedQuery = ({ id, counts, job }: Import) =>
  infiniteQueryOptions({
    queryKey: ['imports', id, 'refused', job, counts],
    queryFn: async ({ pageParam }) =>
      dataOf(
        await api.GET('/api/v1/imports/{id}/rows', {
          params: {
            path: { id },
            query: { verdict: 'refuse', limit: 20, ...(pageParam ? { after: Number(pageParam) } : {}) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

export interface Target {
  readonly kind: ImportKind;
  readonly campaign?: string;
  readonly source?: string;
  readonly period?: string;
}

const key = () => ({ 'idempotency-key': crypto.randomUUID() });

export function useOpenImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ target, file }: { readonly target: Target; readonly file: File }) => {
      const form = new FormData();
      form.set('file', file);
      const query = new URLSearchParams({ ...target }).toString();
      return ((await send('POST', `/api/v1/imports?${query}`, form, key())) as { id: string }).id;
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['imports', 'list'] }),
  });
}

/** Sets the reading right, tries, takes or ends an import, and looks at it again. */
export function useImportActs(id: string) {
  const client = useQueryClient();
  const path = { params: { path: { id } }, headers: key() };
  const again = () => client.invalidateQueries({ queryKey: ['imports'] });
  const set = useMutation({
    mutationFn: (body: Setting) => api.PUT('/api/v1/imports/{id}/setting', { ...path, body }),
    onSettled: again,
  });
  const tried = useMutation({
    mutationFn: async (columns: NonNullable<Setting['columns']>) => {
      await api.PUT('/api/v1/imports/{id}/setting', { ...path, body: { columns } });
      await api.POST('/api/v1/imports/{id}/{work}', { params: { path: { id, work: 'check' } }, headers: key() });
    },
    onSettled: again,
  });
  const taken = useMutation({
    mutationFn: () =>
      api.POST('/api/v1/imports/{id}/{work}', { params: { path: { id, work: 'commit' } }, headers: key() }),
    onSettled: again,
  });
  const ended = useMutation({
    mutationFn: () => api.POST('/api/v1/imports/{id}/cancellation', path),
    onSettled: again,
  });
  return { set, tried, taken, ended };
}
