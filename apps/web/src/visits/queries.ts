import type { Schemas } from '@fundguard/client';
import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/api';

export type Coverage = Schemas['Coverage'];

export const coverageQuery = (campaign: string) =>
  queryOptions({
    queryKey: ['visits', 'coverage', campaign],
    queryFn: async () =>
      dataOf(await api.GET('/api/v1/campaigns/{id}/coverage', { params: { path: { id: campaign } } })),
  });

export const overlapsQuery = (campaign: string, from: string, to: string) =>
  queryOptions({
    queryKey: ['visits', 'overlaps', campaign, from, to],
    queryFn: async () =>
      dataOf(await api.GET('/api/v1/visits/overlaps', { params: { query: { campaign, from, to } } })).items,
  });

/** 现场检查笔录, as it stands now. */
export const recordQuery = (id: string) =>
  queryOptions({
    queryKey: ['visits', 'record', id],
    queryFn: async () => dataOf(await api.GET('/api/v1/visits/{id}/record', { params: { path: { id } } })),
  });
