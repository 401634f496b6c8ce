import type { Schemas } from '@fundguard/client';
import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/api';

export type TransferLine = Schemas['TransferLine'];

const EVERY = 30_000;

export const transfersQuery = queryOptions({
  queryKey: ['transfers'],
  queryFn: async () => dataOf(await api.GET('/api/v1/transfers')).items,
  refetchInterval: EVERY,
});
