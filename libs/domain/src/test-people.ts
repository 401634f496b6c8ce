import type { Context } from './act.js';
import type { AccountId, Actor, Person, RegionPath, UnitId } from './people/actor.js';
import type { Role } from './people/roles.js';
import { Refusal } from './refusal.js';
import { calendar, law } from './test-rules.js';
import { type Instant, instant } from './time/instant.js';

/** The people and places the pure tests share. No part of the package. */

export const REGION = '/990000/990001/' as RegionPath;
export const HOSPITAL = '00000000-0000-4000-8000-000000000001' as UnitId;

export const person = (role: Role, account: string = role): Person => ({
  kind: 'person',
  account: account as AccountId,
  name: account,
  roles: [role],
  region: REGION,
  ...(role === 'unitContact' ? { unit: HOSPITAL } : {}),
  ...(role === 'partnerContact' ? { partner: 'police' as const } : {}),
});

/** Beijing time: `2023-09-11 10:00`. */
export const beijingTime = (text: string): Instant => instant(`${text.replace(' ', 'T')}:00+08:00`);

export const context = (actor: Actor, now = '2023-09-11 10:00', more: Partial<Context> = {}): Context => ({
  actor,
  now: beijingTime(now),
  command: '00000000-0000-4000-8000-00000000c0de',
  law,
  calendar,
  ...more,
});

/** The code of the refusal, or `undefined` when nothing was refused. */
export function refusal(act: () => unknown): string | undefined {
  return refusalOf(act)?.code;
}

export function refusalOf(act: () => unknown): Refusal | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
