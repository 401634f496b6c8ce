import type { Schemas } from '@fundguard/client';
import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/api';

export type CampaignDocument = Schemas['CampaignDocument'];
export type DocumentFacts = NonNullable<CampaignDocument['own']>['facts'];

export const documentQuery = (id: string) =>
  queryOptions({
    queryKey: ['campaigns', id, 'document'],
    queryFn: async () => dataOf(await api.GET('/api/v1/campaigns/{id}/document', { params: { path: { id } } })),
  });
