import type { Schemas, paths } from '@fundguard/client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/api';
import { everyVisit } from '../visits/queries';

export type Work = Schemas['WorkRecord'];
export type WorkForm = Schemas['WorkForm'];
export type WorkKind = Work['kind'];
type Query = NonNullable<paths['/api/v1/work-records']['get']['parameters']['query']>;

const PAGE = 50;
const MOST = 200;

export const worksQuery = (filters: {
  readonly campaign: string;
  readonly kind?: string;
  readonly status?: string;
  readonly unreached?: string;
}) =>
  infiniteQueryOptions({
    queryKey: ['work', 'list', filters],
    queryFn: async ({ pageParam }) =>
      dataOf(
        await api.GET('/api/v1/work-records', {
          params: { query: { ...filters, limit: PAGE, ...(pageParam ? { after: pageParam } : {}) } as Query },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

export const workQuery = (id: string) =>
  queryOptions({
    queryKey: ['work', id],
    queryFn: async () => dataOf(await api.GET('/api/v1/work-records/{id}', { params: { path: { id } } })),
  });

export const workFormQuery = (campaign: string) =>
  queryOptions({
    queryKey: ['work', 'form', campaign],
    queryFn: async () => dataOf(await api.GET('/api/v1/work-records/form', { params: { query: { campaign } } })),
  });

/** Whom a briefing is for: those it has reached, those it has not, or all. */
export const briefedQuery = (id: string, reached?: boolean) =>
  infiniteQueryOptions({
    queryKey: ['work', id, 'units', reached ?? 'all'],
    queryFn: async ({ pageParam }) =>
      dataOf(
        await api.GET('/api/v1/work-records/{id}/units', {
          params: {
            path: { id },
            query: {
              limit: MOST,
              ...(reached === undefined ? {} : { reached: String(reached) as never }),
              ...(pageParam ? { after: pageParam } : {}),
            },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

export const finishedVisitsQuery = (campaign: string) =>
  queryOptions({
    queryKey: ['work', 'visits', campaign],
    queryFn: () => everyVisit({ campaign, status: 'finished' }),
  });

/** Of any campaign: units are told of cases elsewhere. */
export const publishedTypicalsQuery = queryOptions({
  queryKey: ['work', 'typical'],
  queryFn: async () =>
    dataOf(await api.GET('/api/v1/typical-cases', { params: { query: { status: 'published', limit: MOST } } })).items,
});
