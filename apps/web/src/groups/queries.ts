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
