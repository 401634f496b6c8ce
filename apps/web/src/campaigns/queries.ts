import type { Schemas, paths } from '@fundguard/client';
import { type QueryClient, infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/api';
import type { Permission } from '../api/session';

export type Campaign = Schemas['Campaign'];
export type CampaignLine = Schemas['CampaignLine'];
export type CampaignOverview = Schemas['CampaignOverview'];
export type Deadline = Schemas['Deadline'];
export type RecordEntry = Schemas['Event'];
type Query = NonNullable<paths['/api/v1/campaigns']['get']['parameters']['query']>;

const PAGE = 50;
const RECORD_PAGE = 40;

export const campaignsQuery = (filters: { readonly status?: string }) =>
  infiniteQueryOptions({
    queryKey: ['campaigns', 'list', filters],
    queryFn: async ({ pageParam }) =>
      dataOf(
        await api.GET('/api/v1/campaigns', {
          params: { query: { ...filters, limit: PAGE, ...(pageParam ? { after: pageParam } : {}) } as Query },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

export const campaignQuery = (id: string) =>
  queryOptions({
    queryKey: ['campaigns', id],
    queryFn: async () => dataOf(await api.GET('/api/v1/campaigns/{id}', { params: { path: { id } } })),
  });

export const kinQuery = (id: string) =>
  queryOptions({
    queryKey: ['campaigns', id, 'kin'],
    queryFn: async () => dataOf(await api.GET('/api/v1/campaigns/{id}/kin', { params: { path: { id } } })),
  });

export const overviewQuery = (id: string) =>
  queryOptions({
    queryKey: ['campaigns', id, 'overview'],
    queryFn: async () => dataOf(await api.GET('/api/v1/campaigns/{id}/overview', { params: { path: { id } } })),
  });

export const deadlinesQuery = (id: string) =>
  queryOptions({
    queryKey: ['campaigns', id, 'deadlines'],
    queryFn: async () => dataOf(await api.GET('/api/v1/campaigns/{id}/deadlines', { params: { path: { id } } })).items,
  });

/** All that the cockpit opens with, asked for while the page itself is still on its way; nobody waits for it here. */
export function askForCockpit(client: QueryClient, id: string, permissions: readonly Permission[]): void {
  void client.prefetchQuery(campaignQuery(id));
  void client.prefetchQuery(deadlinesQuery(id));
  if (permissions.includes('case.read')) void client.prefetchQuery(overviewQuery(id));
}

export const participantsQuery = (id: string) =>
  queryOptions({
    queryKey: ['campaigns', id, 'participants'],
    queryFn: async () =>
      dataOf(await api.GET('/api/v1/campaigns/{id}/participants', { params: { path: { id } } })).items,
  });

/** The newest first, further back page by page. */
export const recordQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['campaigns', id, 'events'],
    queryFn: async ({ pageParam }) =>
      dataOf(
        await api.GET('/api/v1/campaigns/{id}/events', {
          params: { path: { id }, query: { newest: 'true', limit: RECORD_PAGE, after: pageParam } },
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => (next ? Number(next) : null),
  });

export const funnelQuery = (campaign: string) =>
  queryOptions({
    queryKey: ['cases', 'funnel', campaign],
    queryFn: async () => dataOf(await api.GET('/api/v1/cases/funnel', { params: { query: { campaign } } })).items,
  });
