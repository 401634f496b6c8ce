import type { Schemas } from '@fundguard/client';
import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/api';

export type Delegation = Schemas['Delegation'];

export const delegationsQuery = queryOptions({
  queryKey: ['delegations'],
  queryFn: async () => dataOf(await api.GET('/api/v1/delegations')).items,
});

/** Who could act for oneself, and what they could do. */
export const deputiesQuery = queryOptions({
  queryKey: ['delegations', 'colleagues'],
  queryFn: async () => dataOf(await api.GET('/api/v1/delegations/colleagues')).items,
});

/** Everything is read anew in the part that is taken: nothing of the other stays on the screen. */
const afresh = () => window.location.assign('/');

export const startActing = async (delegation: string) => {
  await api.PUT('/api/v1/sessions/current/acting', { body: { delegation } });
  afresh();
};

export const stopActing = async () => {
  await api.DELETE('/api/v1/sessions/current/acting');
  afresh();
};
