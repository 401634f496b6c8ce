import type { Schemas } from '@fundguard/client';
import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/api';

export type Closing = Schemas['CampaignClosing'];

export const closingQuery = (id: string) =>
  queryOptions({
    queryKey: ['campaigns', id, 'closing'],
    queryFn: async () => dataOf(await api.GET('/api/v1/campaigns/{id}/closing', { params: { path: { id } } })),
  });
