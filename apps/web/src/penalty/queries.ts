import type { Schemas } from '@fundguard/client';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/api';

export type Penalty = Schemas['Penalty'];
export type Finding = Schemas['PenaltyFinding'];
export type Breach = Finding['breach'];
export type Law = Schemas['LawPack'];

export const lawQuery = queryOptions({
  queryKey: ['law'],
  queryFn: async () => dataOf(await api.GET('/api/v1/law')),
  staleTime: 60_000,
});

/** What a penalty would be. Nothing is kept of it. */
export const assessmentQuery = (finding: Finding | undefined) =>
  queryOptions({
    queryKey: ['assessment', finding],
    queryFn: async () => dataOf(await api.POST('/api/v1/penalty-assessments', { body: finding as Finding })),
    enabled: finding !== undefined,
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
