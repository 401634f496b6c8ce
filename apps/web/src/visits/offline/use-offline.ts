import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, dataOf } from '../../api/api';
import { problemOf } from '../../api/problem';
import { useMay, useSession } from '../../api/session';
import { type EntryContent, type Visit, keepVisit, keptVisit, keptVisits, tasksOf } from './store';
import { OFFLINE, queue, sync } from './sync';

/** Asked for whether or not there is a connection: the phone has its own answer. */
const ALWAYS = { networkMode: 'always', retry: false } as const;

export const tasksQuery = (account: string) =>
  queryOptions({ queryKey: [...OFFLINE, 'tasks', account], queryFn: () => tasksOf(account), ...ALWAYS });

export type VisitLine = Omit<Visit, 'entries' | 'content'>;

/** One visit: as the server has it, or as the phone kept it. Who is of its team keeps it. */
export const visitQuery = (account: string, id: string) =>
  queryOptions({
    queryKey: ['visits', 'one', account, id],
    queryFn: async (): Promise<Visit> => {
      try {
        const visit = dataOf(await api.GET('/api/v1/visits/{id}', { params: { path: { id } } }));
        if (visit.team.some((each) => each.account === account)) await keepVisit(account, visit);
        return visit;
      } catch (error) {
        const kept = problemOf(error)?.status === 0 ? await keptVisit(account, id) : undefined;
        if (kept) return kept;
        throw error;
      }
    },
    ...ALWAYS,
  });

const MOST = 200;
export const visitsQuery = (account: string, filter: { readonly campaign?: string; readonly status?: string }) =>
  queryOptions({
    queryKey: ['visits', 'list', account, filter],
    queryFn: async () => {
      try {
        const query = { ...filter, limit: MOST } as { campaign?: string };
        return dataOf(await api.GET('/api/v1/visits', { params: { query } })).items;
      } catch (error) {
        if (problemOf(error)?.status !== 0) throw error;
        const kept = await keptVisits(account);
        return kept.sort((one, other) => one.day.localeCompare(other.day));
      }
    },
    ...ALWAYS,
  });

/** What is kept on the phone of one's visits that are still to be done, so that they open without a connection. */
export function useKept(lines: readonly Pick<Visit, 'id' | 'status' | 'team'>[] | undefined): void {
  const { account } = useSession().person;
  const wanted = (lines ?? [])
    .filter(({ status, team }) => isOpen(status) && team.some((each) => each.account === account))
    .map(({ id }) => id)
    .join();
  useQuery({
    queryKey: ['visits', 'kept', account, wanted],
    queryFn: async () => {
      for (const id of wanted.split(',').filter(Boolean))
        await keepVisit(account, dataOf(await api.GET('/api/v1/visits/{id}', { params: { path: { id } } })));
      return true;
    },
    enabled: wanted !== '',
    ...ALWAYS,
  });
}

export const isOpen = (status: Visit['status']) => ['planned', 'noticed', 'arrived'].includes(status);

/** Sends what waits when the page opens, when the connection comes back, and when the person looks at it again. */
export function useSync(): void {
  const { account } = useSession().person;
  const isInspector = useMay()('visit.inspect');
  useEffect(() => {
    if (!isInspector) return;
    const go = () => void sync(account);
    const seen = () => document.visibilityState === 'visible' && go();
    go();
    window.addEventListener('online', go);
    document.addEventListener('visibilitychange', seen);
    return () => {
      window.removeEventListener('online', go);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [account, isInspector]);
}

/** Whether the pages open without a connection from now on. */
export function useWorker(): boolean {
  const isInspector = useMay()('visit.inspect');
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    if (!isInspector || !('serviceWorker' in navigator) || !import.meta.env.PROD) return;
    void navigator.serviceWorker
      .register('/visits-worker.js', { scope: '/visits' })
      .then(async (registration) => {
        const worker = registration.installing ?? registration.waiting ?? registration.active;
        await new Promise<void>((done) => {
          const look = () => worker?.state === 'activated' && done();
          worker?.addEventListener('statechange', look);
          look();
        });
        setReady(true);
      })
      .catch(() => undefined); // a browser that forbids it: the page then needs its connection
  }, [isInspector]);
  return isReady;
}

/** One's visit with what was not sent yet laid over it, and how to add to it. */
export function useRecording(visit: Visit) {
  const { account } = useSession().person;
  const { data: all } = useSuspenseQuery(tasksQuery(account));
  const tasks = all.filter((each) => each.visit === visit.id);
  const sent = new Set(visit.entries.map(({ id }) => id));
  const waiting = tasks.flatMap((task) =>
    task.kind === 'entry' && !task.trouble && !sent.has(task.id)
      ? [{ id: task.id, content: task.content, by: account, byName: '', at: task.at }]
      : [],
  );
  const entries = [...visit.entries, ...waiting];
  const has = (noun: string) => tasks.some((task) => task.kind === 'act' && task.noun === noun && !task.trouble);
  const status: Visit['status'] = has('finish') ? 'finished' : has('arrival') ? 'arrived' : visit.status;
  const common = () => ({ id: crypto.randomUUID(), account, visit: visit.id, order: nextOrder() });
  return {
    ...{ tasks, entries, status },
    hasPledged: has('pledges') || visit.pledges.some((each) => each.account === account),
    act: (noun: 'pledges' | 'arrival' | 'finish', body: object) => queue({ ...common(), kind: 'act', noun, body }),
    record: (content: EntryContent) => queue({ ...common(), kind: 'entry', content, at: new Date().toISOString() }),
    file: async (content: Blob, name: string): Promise<string> => {
      const sha256 = await hashOf(content);
      await queue({ ...common(), kind: 'file', sha256, name, content });
      return sha256;
    },
  };
}
export type Recording = ReturnType<typeof useRecording>;

let last = 0;
/** Later than everything before it, also within one millisecond and after a reload. */
const nextOrder = () => (last = Math.max(last + 1, Date.now()));

async function hashOf(content: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await content.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
