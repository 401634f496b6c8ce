import type { Schemas } from '@fundguard/client';
import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { api, dataOf, rememberCsrf } from './api';
import { problemOf } from './problem';

export type Session = Schemas['Session'];
export type Permission = Session['permissions'][number];

/** Who is signed in, or null. Never stale by itself: any 401 puts null here. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<Session | null> => {
    try {
      const session = dataOf(await api.GET('/api/v1/sessions/current'));
      rememberCsrf(session.csrf);
      if (session.permissions.includes('visit.inspect')) void offline().then(({ keepPerson }) => keepPerson(session));
      return session;
    } catch (error) {
      const status = problemOf(error)?.status;
      if (status === 401) return null;
      // On site without a connection: whoever was signed in last goes on with what their phone kept.
      const kept =
        status === 0 && window.location.pathname.startsWith('/visits') && (await (await offline()).keptPerson());
      if (kept) return kept;
      throw error;
    }
  },
  staleTime: Infinity,
  networkMode: 'always',
});

const offline = () => import('../visits/offline/store');

export function useSession(): Session {
  const { data } = useSuspenseQuery(sessionQuery);
  if (!data) throw new Error('nobody is signed in'); // pages behind the shell only
  return data;
}

export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useSession();
  return (permission) => permissions.includes(permission);
}

export interface Credentials {
  readonly login: string;
  readonly password: string;
}

/** Set when an answer said that the session is over; the pages stay as they are, with what was typed into them. */
export const expiredQuery = queryOptions({
  queryKey: ['session', 'expired'],
  queryFn: () => false,
  staleTime: Infinity,
});

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ login, password }: Credentials) =>
      dataOf(await api.POST('/api/v1/sessions', { body: { login, password, bearer: false } })),
    onSuccess: async (session) => {
      const before = client.getQueryData(sessionQuery.queryKey);
      // Nothing of another person's stays on the screen.
      if (before && before.person.account !== session.person.account) return window.location.assign('/');
      client.setQueryData(expiredQuery.queryKey, false);
      await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
      await client.invalidateQueries();
    },
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await api.DELETE('/api/v1/sessions/current');
      await (await offline()).forget();
    },
    onSuccess: () => {
      client.clear();
      window.location.assign('/');
    },
  });
}
