import type { Schemas } from '@fundguard/client';
import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/api';

export type Group = Schemas['Group'];
export type Appointment = Schemas['Appointment'];

/** The groups of a campaign as they stand on a day; today where none is given. */
export const groupsQuery = (campaign: string, on?: string) =>
  queryOptions({
    queryKey: ['groups', campaign, on ?? ''],
    queryFn: async () =>
      dataOf(await api.GET('/api/v1/groups', { params: { query: { campaign, ...(on ? { on } : {}) } } })).items,
  });

export const disciplineQuery = (campaign: string) =>
  queryOptions({
    queryKey: ['discipline', campaign],
    queryFn: async () => dataOf(await api.GET('/api/v1/discipline', { params: { query: { campaign } } })),
  });

export type Note = Schemas['GuidanceNote'];
export const notesQuery = (campaign: string) =>
  queryOptions({
    queryKey: ['notes', campaign],
    queryFn: async () => dataOf(await api.GET('/api/v1/notes', { params: { query: { campaign } } })).items,
  });

export type Duty = Schemas['CampaignDuty'];
export const dutiesQuery = (filters: { readonly campaign?: string; readonly mine?: 'true' }) =>
  queryOptions({
    queryKey: ['duties', filters],
    queryFn: async () => {
      const { campaign, mine } = filters;
      const query = { ...(campaign ? { campaign } : {}), ...(mine ? { mine } : {}) };
      return dataOf(await api.GET('/api/v1/duties', { params: { query } })).items;
    },
  });
