import type { Schemas } from '@fundguard/client';
import { infiniteQueryOptions, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../api/api';

export type Job = Schemas['Job'];
export type NewJob = Schemas['NewJob'];
export type JobControl = 'pause' | 'resumption' | 'cancellation' | 'retry';

const MOVING = 1_000;
export const isOpen = ({ status }: Pick<Job, 'status'>): boolean => status === 'running' || status === 'paused';

export const jobsQuery = infiniteQueryOptions({
  queryKey: ['jobs'],
  queryFn: async ({ pageParam }) =>
    dataOf(
      await api.GET('/api/v1/jobs', { params: { query: { limit: 50, ...(pageParam ? { after: pageParam } : {}) } } }),
    ),
  initialPageParam: '',
  getNextPageParam: ({ next }) => next,
  // Bars move while anything runs; they are read from the database, so that a reload shows where they are.
  refetchInterval: ({ state }) => (state.data?.pages.some(({ items }) => items.some(isOpen)) ? MOVING : false),
});

export const jobQuery = (id: string) =>
  queryOptions({
    queryKey: ['jobs', id],
    queryFn: async () => dataOf(await api.GET('/api/v1/jobs/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data && isOpen(state.data) ? MOVING : false),
  });

/** Begins a job and follows it. */
export function useJob() {
  const client = useQueryClient();
  const started = useMutation({
    mutationFn: async (body: NewJob) =>
      dataOf(await api.POST('/api/v1/jobs', { body, headers: { 'idempotency-key': crypto.randomUUID() } })).id,
    onSuccess: () => client.invalidateQueries({ queryKey: ['jobs'] }),
  });
  const { mutate: begin, reset: forget, data: id = '', error, isPending } = started;
  const { data: job } = useQuery({ ...jobQuery(id), enabled: id !== '' });
  return { begin, forget, job, error, isPending };
}

export function useControlJob(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (control: JobControl) => api.POST('/api/v1/jobs/{id}/{control}', { params: { path: { id, control } } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['jobs'] }),
  });
}
