import type { Schemas } from '@fundguard/client';
import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/api';

export type PlanLine = Schemas['PlanLine'];
export type Plan = Schemas['PlanTemplate'];

const MINUTE = 60_000;

export const plansQuery = queryOptions({
  queryKey: ['plans'],
  queryFn: async () => dataOf(await api.GET('/api/v1/plans')).items,
  staleTime: MINUTE,
});

export const planQuery = (plan: string) =>
  queryOptions({
    queryKey: ['plans', plan],
    queryFn: async () => dataOf(await api.GET('/api/v1/plans/{plan}', { params: { path: { plan } } })),
    staleTime: MINUTE,
  });
