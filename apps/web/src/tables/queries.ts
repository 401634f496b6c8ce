import type { Schemas } from '@fundguard/client';
import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/api';

export type ComputedTable = Schemas['ComputedTable'];
export type TableOfCampaign = Schemas['TableOfCampaign'];
export type TableCopyLine = Schemas['TableCopyLine'];
export type TableCopy = Schemas['TableCopy'];

export const tablesQuery = (id: string) =>
  queryOptions({
    queryKey: ['campaigns', id, 'tables'],
    queryFn: async () => dataOf(await api.GET('/api/v1/campaigns/{id}/tables', { params: { path: { id } } })).items,
  });

export const tableQuery = (id: string, table: string, asOf?: string) =>
  queryOptions({
    queryKey: ['campaigns', id, 'tables', table, asOf ?? ''],
    queryFn: async () =>
      dataOf(
        await api.GET('/api/v1/campaigns/{id}/tables/{table}', {
          params: { path: { id, table }, query: asOf ? { asOf } : {} },
        }),
      ),
  });

export const copiesQuery = (campaign: string, table: string) =>
  queryOptions({
    queryKey: ['campaigns', campaign, 'table-copies', table],
    queryFn: async () =>
      dataOf(await api.GET('/api/v1/table-copies', { params: { query: { campaign, table } } })).items,
  });

export const copyQuery = (campaign: string, id: string) =>
  queryOptions({
    queryKey: ['campaigns', campaign, 'table-copies', 'one', id],
    queryFn: async () => dataOf(await api.GET('/api/v1/table-copies/{id}', { params: { path: { id } } })),
  });
