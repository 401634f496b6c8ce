import { randomUUID } from 'node:crypto';
import { type Answer, type Command, actOnCase, openCase } from '@fundguard/casework';
import type { Person } from '@fundguard/domain';
import type { Stage } from './stage.js';

const EXHIBITS = 4;

export interface OpenedCase {
  readonly id: string;
  /** Turns taken on it so far. */
  turns: number;
}

/** Cases in verification with some evidence on file: two to three kilobytes each. */
export async function openCases(stage: Stage, count: number): Promise<OpenedCase[]> {
  const cases: OpenedCase[] = [];
  const numbers = Array.from({ length: count }, (_, index) => index);
  const line = async () => {
    for (let index = numbers.pop(); index !== undefined; index = numbers.pop())
      cases.push({ id: await openOne(stage, index), turns: 0 });
  };
  await Promise.all(Array.from({ length: 8 }, line));
  return cases;
}

async function openOne({ platform, cast, installed }: Stage, index: number): Promise<string> {
  const lead = {
    title: `虚构门诊大病病情套取医保基金（${index}）`,
    region: installed.region('990001'),
    source: 'screening' as const,
    subject: { kind: 'institution' as const, name: '甲县人民医院', unit: installed.unit('a-peoples') },
    summary: '筛查结果与病历不符',
    handler: cast.investigator.account,
  };
  const { id } = await openCase(platform, lead, command(cast.hotline));
  for (let exhibit = 0; exhibit < EXHIBITS; exhibit += 1) {
    const sheet = { sha256: 'a'.repeat(64), name: `门诊大病处方 ${exhibit}.pdf`, bytes: 81_920 };
    const data = { ...sheet, mediaType: 'application/pdf', kind: 'documentary' };
    await actOnCase(platform, id, 'addEvidence', data, command(cast.investigator));
  }
  return id;
}

const command = (actor: Person): Command => ({ id: randomUUID(), actor });

/** Filing is asked for and returned, in turn: each act moves the case, and the file stays as large as it is. */
export const TURNS = [
  {
    who: 'investigator',
    name: 'requestFiling',
    noun: 'filing-request',
    payload: { grounds: '筛查结果与病历不符，申请立案' },
  },
  { who: 'leader', name: 'returnFiling', noun: 'filing-return', payload: { reason: '补充结算明细后再报' } },
] as const;

type Turn = (typeof TURNS)[number];

/** Each caller goes round its own cases, over and over. */
export function roundRobin(cases: readonly OpenedCase[], callers: number): (caller: number) => OpenedCase {
  const places = Array.from({ length: callers }, (_, caller) => caller);
  return (caller) => {
    const place = places[caller] ?? caller;
    places[caller] = place + callers < cases.length ? place + callers : caller;
    return cases[place] as OpenedCase;
  };
}

/** What is to be done on the case next. */
export const nextTurn = (each: OpenedCase): Turn => TURNS[(each.turns++ % 2) as 0 | 1];

/** Takes the case's next turn, as a person does. */
export function takeTurn({ platform, cast }: Stage, each: OpenedCase): Promise<Answer> {
  const { who, name, payload } = nextTurn(each);
  return actOnCase(platform, each.id, name, payload, command(cast[who]));
}
