import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Installation } from './processes.js';

/** What became of one request; without a status nobody answered. */
export interface Outcome {
  readonly key: string;
  readonly status?: number;
  readonly type?: string | null;
  readonly retryAfter?: string | null;
  readonly body?: string;
}

async function outcomeOf(key: string, response: Promise<Response>): Promise<Outcome> {
  try {
    const { status, headers, ...rest } = await response.then(async (each) => ({
      status: each.status,
      headers: each.headers,
      body: await each.text(),
    }));
    return { key, status, type: headers.get('content-type'), retryAfter: headers.get('retry-after'), ...rest };
  } catch {
    return { key };
  }
}

/** Registers a lead under a key, which becomes the case's id. */
export function sendLead({ send, organisation, accounts }: Installation, key: string = randomUUID()): Promise<Outcome> {
  const lead = {
    title: `线索 ${key}`,
    region: organisation.region('990001'),
    source: 'hotline',
    subject: { kind: 'institution', name: '甲县第一诊所' },
    summary: '群众举报虚构门诊大病病情。',
    handler: accounts.investigator,
  };
  const headers = { 'content-type': 'application/json', 'idempotency-key': key };
  return outcomeOf(key, send('hotline', '/api/v1/cases', { method: 'POST', headers, body: JSON.stringify(lead) }));
}

/** Looks something up, as somebody. */
export const look = ({ send }: Installation, path: string): Promise<Outcome> =>
  outcomeOf(path, send('leader', `/api/v1/${path}`));

/** What a hand does between two requests, in milliseconds. */
const PAUSE = 50;

export interface Load {
  readonly outcomes: readonly Outcome[];
  stop(): Promise<readonly Outcome[]>;
}

/** Several hands ask at once, again and again; one that is refused asks for the same until it gets it, as people do. */
export function load(hands: number, ask: (key: string) => Promise<Outcome>): Load {
  const outcomes: Outcome[] = [];
  let stopped = false;
  const work = async () => {
    for (let key = randomUUID(); !stopped; await wait(PAUSE)) {
      const outcome = await ask(key);
      outcomes.push(outcome);
      if ((outcome.status ?? 500) < 300) key = randomUUID();
    }
  };
  const working = Promise.all(Array.from({ length: hands }, work));
  return {
    outcomes,
    async stop() {
      stopped = true;
      await working;
      return outcomes;
    },
  };
}

/** Waits until so many requests more were done. */
export async function untilDone({ outcomes }: Load, more: number): Promise<void> {
  const done = () => outcomes.filter(({ status = 500 }) => status < 300).length;
  const goal = done() + more;
  for (let tries = 600; done() < goal; tries -= 1) {
    if (tries === 0) throw new Error(`${done()} requests of ${goal} were done`);
    await wait(50);
  }
}

export const distinctKeys = (outcomes: readonly Outcome[]): string[] => [...new Set(outcomes.map(({ key }) => key))];
