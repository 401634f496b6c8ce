import type { Schemas, paths } from '@fundguard/client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/api';

export type Target = Schemas['Target'];
export type Targets = Schemas['Targets'];
export type Indicator = Schemas['Indicator'];
export type SourceRow = Schemas['SourceRow'];
export type EnteredFigure = Schemas['EnteredFigure'];
export type FigureUnit = Indicator['unit'];

const asOfQuery = (asOf: string | undefined) => (asOf ? { asOf } : {});

export const targetsQuery = (id: string, asOf?: string) =>
  queryOptions({
    queryKey: ['campaigns', id, 'targets', asOf ?? ''],
    queryFn: async () =>
      dataOf(await api.GET('/api/v1/campaigns/{id}/targets', { params: { path: { id }, query: asOfQuery(asOf) } })),
  });

export const figuresQuery = (id: string) =>
  queryOptions({
    queryKey: ['campaigns', id, 'figures'],
    queryFn: async () => dataOf(await api.GET('/api/v1/campaigns/{id}/figures', { params: { path: { id } } })).items,
  });

/** What a figure is narrowed to, as its rows are asked for. */
export type Narrowing = Readonly<Record<string, string>>;
type IndicatorId =
  paths['/api/v1/campaigns/{id}/indicators/{indicator}/rows']['get']['parameters']['path']['indicator'];

const PAGE = 50;

export const rowsQuery = (id: string, indicator: string, narrowing: Narrowing) =>
  infiniteQueryOptions({
    queryKey: ['campaigns', id, 'rows', indicator, narrowing],
    queryFn: async ({ pageParam }) =>
      dataOf(
        await api.GET('/api/v1/campaigns/{id}/indicators/{indicator}/rows', {
          params: {
            path: { id, indicator: indicator as IndicatorId },
            query: { ...narrowing, limit: PAGE, ...(pageParam ? { after: pageParam } : {}) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

export const regionsQuery = (id: string, indicator: string, asOf?: string) =>
  queryOptions({
    queryKey: ['campaigns', id, 'regions', indicator, asOf ?? ''],
    queryFn: async () =>
      dataOf(
        await api.GET('/api/v1/campaigns/{id}/indicators/{indicator}/regions', {
          params: { path: { id, indicator: indicator as IndicatorId }, query: asOfQuery(asOf) },
        }),
      ),
  });

/** A narrowing of the API as the texts of a query. */
export const narrowingOf = (among: Readonly<Record<string, unknown>> | null | undefined): Narrowing =>
  Object.fromEntries(Object.entries(among ?? {}).map(([key, value]) => [key, String(value)]));
