import type { Schemas } from '@fundguard/client';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/api';

export type DeadlineQuestion = Schemas['DeadlineQuestion'];

/** When a limit would end. Nothing is kept of it. */
export const deadlineQuery = (question: DeadlineQuestion | undefined) =>
  queryOptions({
    queryKey: ['deadline', question],
    queryFn: async () => dataOf(await api.POST('/api/v1/deadline-assessments', { body: question as DeadlineQuestion })),
    enabled: question !== undefined,
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
