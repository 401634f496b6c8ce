import type { Schemas } from '@fundguard/client';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, dataOf } from '../api/api';
import { problemOf } from '../api/problem';
import { useMay } from '../api/session';
import { type ActName, actOf } from './schema';
import { type Target, knownKey } from './useAct';

export type News = Pick<Schemas['Presence'], 'version' | 'changes'>;

const EVERY = 10_000;
const NOBODY: Schemas['Presence']['others'] = [];
/** Acts on the file itself; what is entered beside a campaign has no version to stay on. */
const OF_FILES = /^\/api\/v1\/(cases|campaigns)\/\{id\}\/(?!figures$|table-copies$)/;

/**
 * A form stays on the version that it was opened on, whatever the page around it reads anew, until the person says that
 * they have seen what happened since. Meanwhile those who have a form open on the same file see each other.
 */
export function useOpenForm(act: ActName, { id = '', version }: Target) {
  const client = useQueryClient();
  const [seen, setSeen] = useState(
    () => version && Math.max(version, client.getQueryData<number>(knownKey(id)) ?? version),
  );
  const [telling] = useState<{ last: Promise<unknown> }>(() => ({ last: Promise.resolve() }));
  const isFollowed = useMay()('case.read') && OF_FILES.test(actOf(act).path);
  const { data, isPlaceholderData, dataUpdatedAt } = useQuery({
    queryKey: ['presence', id, act, seen],
    queryFn: async () => {
      const told = api.PUT('/api/v1/presence/{id}/{form}', {
        params: { path: { id, form: act as Schemas['FormName'] } },
        body: seen === undefined ? {} : { seen },
      });
      telling.last = told;
      return dataOf(await told);
    },
    enabled: isFollowed,
    // Also while the person looks something up in another tab.
    refetchInterval: EVERY,
    refetchIntervalInBackground: true,
    retry: false,
    gcTime: 0,
    placeholderData: keepPreviousData,
  });

  useEffect(() => {
    if (!isFollowed) return;
    const path = { id, form: act as Schemas['FormName'] };
    // Whatever becomes of it: a form that is silent counts as closed soon.
    const close = () =>
      void api.DELETE('/api/v1/presence/{id}/{form}', { params: { path }, keepalive: true }).catch(() => undefined);
    window.addEventListener('pagehide', close);
    return () => {
      window.removeEventListener('pagehide', close);
      // What is still under way would open the form again behind us.
      void telling.last.catch(() => undefined).then(close);
    };
  }, [isFollowed, id, act, telling]);

  const hasGrown = seen !== undefined && data !== undefined && !isPlaceholderData && data.version > seen;
  return {
    seen,
    see: setSeen,
    others: data?.others ?? NOBODY,
    at: dataUpdatedAt,
    news: hasGrown ? (data satisfies News) : undefined,
  };
}

/** The refusal of something stale tells the same. */
export function staleNews(error: unknown): News | undefined {
  const problem = problemOf(error);
  return problem?.code === 'version.stale' ? (problem.problem.standing as News) : undefined;
}
