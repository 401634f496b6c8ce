import { api, dataOf, rememberCsrf, send } from '../../api/api';
import { problemOf } from '../../api/problem';
import { queryClient } from '../../api/query-client';
import { type Session, expiredQuery, sessionQuery } from '../../api/session';
import {
  type Task,
  type Visit,
  dropTask,
  dropVisit,
  keepVisit,
  keptVisit,
  keptVisits,
  putTask,
  tasksOf,
} from './store';

/** Everything that shows what is kept on the phone asks anew. */
export const OFFLINE = ['offline'] as const;
const shown = () => void queryClient.invalidateQueries({ queryKey: OFFLINE });

const AGAIN = 15_000;
const LOCK = 'fundguard-visits-sync';

let timer: ReturnType<typeof setTimeout> | undefined;

/** Adds to what is to be sent, and begins to send. */
export async function queue(task: Task): Promise<void> {
  await putTask(task);
  shown();
  void sync(task.account);
}

/** Sends what waits, one after another; one tab at a time. Whatever is left is tried again, also after a restart. */
export async function sync(account: string): Promise<void> {
  clearTimeout(timer);
  const ended = await (navigator.locks
    ? navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => (lock ? run(account) : false))
    : run(account));
  shown();
  if (!ended) timer = setTimeout(() => void sync(account), AGAIN);
}

/** Whether nothing is left that could be sent now. */
async function run(account: string): Promise<boolean> {
  const held = new Set<string>();
  let done = 0;
  for (;;) {
    const tasks = await tasksOf(account);
    // An arrival that was refused: what was recorded after it waits until a person has looked.
    for (const { kind, visit, trouble } of tasks) if (trouble && kind === 'act') held.add(visit);
    const task = tasks.find((each) => !each.trouble && !held.has(each.visit));
    if (!task) break;
    if (done === 0 && !(await isSignedIn(account))) return false;
    const went = await attempt(task);
    if (went === 'later') return false;
    done += 1;
    shown();
  }
  if (done > 0) await Promise.all([...new Set(await visitsOf(account))].map((id) => refresh(account, id)));
  void queryClient.invalidateQueries({ queryKey: ['visits'] });
  return true;
}

const visitsOf = async (account: string): Promise<string[]> => (await keptVisits(account)).map(({ id }) => id);

/** The session is asked for by itself: its token may be another than before, and so may the person. */
async function isSignedIn(account: string): Promise<boolean> {
  try {
    const session = dataOf(await api.GET('/api/v1/sessions/current')) satisfies Session;
    if (session.person.account !== account) return false;
    rememberCsrf(session.csrf);
    return true;
  } catch (error) {
    if (problemOf(error)?.status === 401 && queryClient.getQueryData(sessionQuery.queryKey))
      queryClient.setQueryData(expiredQuery.queryKey, true);
    return false;
  }
}

const LATER = new Set([0, 401, 408, 429, 500, 502, 503, 504]);

async function attempt(task: Task): Promise<'sent' | 'refused' | 'later'> {
  try {
    await deliver(task);
    await remember(task);
    await dropTask(task.id);
    return 'sent';
  } catch (error) {
    const problem = problemOf(error);
    if (!problem || LATER.has(problem.status) || problem.code === 'session.csrf') return 'later';
    const { detail, standing } = problem.problem as { detail: string; standing?: unknown };
    await putTask({ ...task, trouble: { code: problem.code, detail, ...(standing ? { standing } : {}) } });
    return 'refused';
  }
}

async function deliver(task: Task): Promise<void> {
  const path = `/api/v1/visits/${task.visit}`;
  const headers = { 'idempotency-key': task.id };
  if (task.kind === 'act') await send('POST', `${path}/${task.noun}`, task.body, headers);
  else if (task.kind === 'entry') await send('POST', `${path}/entries`, task.content, headers);
  else {
    const { files } = dataOf(await api.GET('/api/v1/visits/{id}', { params: { path: { id: task.visit } } }));
    if (files.includes(task.sha256)) return; // it has it already
    const form = new FormData();
    form.append('file', task.content, task.name);
    await send('PUT', `${path}/files/${task.sha256}`, form, headers);
  }
}

/** What was sent stands in the kept visit at once: between here and its next reading nothing disappears. */
async function remember(task: Task): Promise<void> {
  const visit = await keptVisit(task.account, task.visit);
  if (!visit) return;
  if (task.kind === 'entry' && !visit.entries.some(({ id }) => id === task.id)) {
    const entry = { id: task.id, content: task.content, by: task.account, byName: '', at: task.at };
    await stands(task.account, { ...visit, entries: [...visit.entries, entry] });
  }
  if (task.kind === 'act' && task.noun !== 'pledges') {
    const status = task.noun === 'arrival' ? 'arrived' : 'finished';
    await stands(task.account, { ...visit, status });
  }
}

/** On the phone, and on the page that is open. */
async function stands(account: string, visit: Visit): Promise<void> {
  await keepVisit(account, visit);
  queryClient.setQueryData(['visits', 'one', account, visit.id], visit);
}

/** Reads a visit and keeps it. */
export async function refresh(account: string, id: string): Promise<void> {
  try {
    await keepVisit(account, dataOf(await api.GET('/api/v1/visits/{id}', { params: { path: { id } } })));
  } catch (error) {
    if (problemOf(error)?.status !== 404) return;
    await dropVisit(account, id);
  }
}
