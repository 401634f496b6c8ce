import type { Schemas } from '@fundguard/client';
import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/api';

export type Month = Schemas['CampaignVolumes']['items'][number];

export const volumesQuery = (campaign: string) =>
  queryOptions({
    queryKey: ['volumes', campaign],
    queryFn: async () =>
      dataOf(await api.GET('/api/v1/campaigns/{id}/volumes', { params: { path: { id: campaign } } })),
  });
