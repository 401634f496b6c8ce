import type { Schemas } from '@fundguard/client';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/api';

export type Schedule = Schemas['Schedule'];
export type Rehearsal = Schemas['Rehearsal'];
export type Entry = Rehearsal['entries'][number];
export type Kind = Entry['kind'];
export type PlanUnit = Schemas['PlanUnit'];

const MINUTE = 60_000;

export interface Dates {
  readonly start: string;
  readonly end?: string;
  readonly dates?: string;
}

export const scheduleQuery = (plan: string, query: Dates) =>
  queryOptions({
    queryKey: ['plans', plan, 'schedule', query],
    queryFn: async () =>
      dataOf(
        await api.GET('/api/v1/plans/{plan}/schedule', {
          params: { path: { plan }, query },
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: MINUTE,
  });

export const planUnitsQuery = (plan: string, region: string) =>
  queryOptions({
    queryKey: ['plans', plan, 'units', region],
    queryFn: async () =>
      dataOf(await api.GET('/api/v1/plans/{plan}/units', { params: { path: { plan }, query: { region } } })).items,
    staleTime: MINUTE,
  });

export const overlapsQuery = (region: string, from: string, to: string) =>
  queryOptions({
    queryKey: ['campaigns', 'overlaps', region, from, to],
    queryFn: async () =>
      dataOf(await api.GET('/api/v1/campaign-overlaps', { params: { query: { region, from, to } } })).items,
    staleTime: MINUTE,
  });

export interface RehearsalAsked extends Dates {
  readonly region: string;
  readonly late: number;
  readonly seed: number;
}

/** Asked by address for all units; chosen ones travel in a body. */
export const rehearsalQuery = (plan: string, asked: RehearsalAsked, units: readonly string[] | undefined) =>
  queryOptions({
    queryKey: ['plans', plan, 'rehearsal', asked, units],
    queryFn: async () => {
      const params = { path: { plan } };
      return units
        ? dataOf(await api.POST('/api/v1/plans/{plan}/rehearsal', { params, body: { ...asked, units: [...units] } }))
        : dataOf(await api.GET('/api/v1/plans/{plan}/rehearsal', { params: { ...params, query: asked } }));
    },
    placeholderData: keepPreviousData,
    staleTime: MINUTE,
  });
