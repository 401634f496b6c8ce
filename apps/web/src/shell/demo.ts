import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/api';

/** Who plays in the demonstration; empty where this is no demonstration. */
export const demoQuery = queryOptions({
  queryKey: ['demo'],
  queryFn: async () => dataOf(await api.GET('/api/v1/demo')).accounts,
  staleTime: Infinity,
});

export async function enterAs(login: string): Promise<void> {
  await api.POST('/api/v1/demo/sessions', { body: { login } });
}
