import type { Schemas } from '@fundguard/client';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Session } from '../../api/session';

export type Visit = Schemas['Visit'];
export type EntryContent = Visit['entries'][number]['content'];

/** What is to be sent, in the order it was done. Its id is its idempotency key: sent twice it acts once. */
export type Task = {
  readonly id: string;
  readonly account: string;
  readonly visit: string;
  readonly order: number;
  /** Why the server would not take it; a person decides. */
  readonly trouble?: { readonly code: string; readonly detail: string; readonly standing?: unknown };
} & (
  | { readonly kind: 'act'; readonly noun: 'pledges' | 'arrival' | 'finish'; readonly body: object }
  | { readonly kind: 'file'; readonly sha256: string; readonly name: string; readonly content: Blob }
  | { readonly kind: 'entry'; readonly content: EntryContent; readonly at: string }
);

interface Kept extends DBSchema {
  /** Visits as they were last read, for who may see them. */
  visits: { key: [string, string]; value: { account: string; id: string; visit: Visit } };
  tasks: { key: string; value: Task; indexes: { account: string } };
  /** Who was signed in last, so that the page opens without a connection. */
  person: { key: 'last'; value: Session };
}

const NAME = 'fundguard-visits';
/** Set once something was kept: who never inspects has no database. */
const USED = 'fundguard.visits';

let opened: Promise<IDBPDatabase<Kept>> | undefined;
export function database(): Promise<IDBPDatabase<Kept>> {
  localStorage.setItem(USED, '1');
  return (opened ??= openDB<Kept>(NAME, 1, {
    upgrade(db) {
      db.createObjectStore('visits', { keyPath: ['account', 'id'] });
      db.createObjectStore('tasks', { keyPath: 'id' }).createIndex('account', 'account');
      db.createObjectStore('person');
    },
    // Another tab has a newer release: let it go on.
    blocking: () => void opened?.then((db) => db.close()).then(() => (opened = undefined)),
  }));
}

export const keepVisit = async (account: string, visit: Visit): Promise<void> =>
  void (await (await database()).put('visits', { account, id: visit.id, visit }));

export const keptVisit = async (account: string, id: string): Promise<Visit | undefined> =>
  (await (await database()).get('visits', [account, id]))?.visit;

export async function keptVisits(account: string): Promise<Visit[]> {
  const all = await (await database()).getAll('visits');
  return all.filter((each) => each.account === account).map(({ visit }) => visit);
}

/** What is kept of a visit that one may no longer see goes. */
export const dropVisit = async (account: string, id: string): Promise<void> =>
  (await database()).delete('visits', [account, id]);

export async function tasksOf(account: string): Promise<Task[]> {
  const tasks = await (await database()).getAllFromIndex('tasks', 'account', account);
  return tasks.sort((one, other) => one.order - other.order);
}

export const putTask = async (task: Task): Promise<void> => void (await (await database()).put('tasks', task));
export const dropTask = async (id: string): Promise<void> => (await database()).delete('tasks', id);

export const keepPerson = async (session: Session): Promise<void> =>
  void (await (await database()).put('person', { ...session, csrf: '' }, 'last'));
export const keptPerson = async (): Promise<Session | undefined> => (await database()).get('person', 'last');

/** Signed out: nothing that can be read stays on the phone; what was not sent yet waits for the same person. */
export async function forget(): Promise<void> {
  if (!localStorage.getItem(USED)) return;
  const db = await database();
  await Promise.all([db.clear('visits'), db.clear('person')]);
}
