import { createHash, randomUUID } from 'node:crypto';
import type { Schemas } from '@fundguard/client';
import { dayOf, type Day, plusDays } from '@fundguard/domain';
import { expect } from '@jest/globals';
import { done } from './campaign-walk.js';
import { post } from './case-walk.js';
import type { Name } from './people.js';
import type { TestPlatform } from './platform.js';

/** A picture of one point, and another that differs from it. */
export const picture = (salt: string): Buffer =>
  Buffer.concat([
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
    Buffer.from(salt),
  ]);
export const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

export const today = async (platform: TestPlatform): Promise<Day> => dayOf(await platform.clock.now());
export const inDays = async (platform: TestPlatform, days: number): Promise<Day> =>
  plusDays(await today(platform), days);

/** A visit of the investigator and the officer, today unless said otherwise. */
export async function planned(
  platform: TestPlatform,
  campaign: string,
  unit: string,
  { day, team, ...more }: { day?: string; team?: readonly string[] } & Record<string, unknown> = {},
): Promise<string> {
  const { investigator, officer } = platform.accounts;
  const visit = {
    unit: platform.organisation.unit(unit),
    day: day ?? (await today(platform)),
    team: team ?? [investigator, officer],
  };
  const plan = { campaign, kind: 'first', chosen: 'coverage', ...more, visits: [visit] };
  return (await done(platform, 'coordinator', 'visits', plan)).id;
}

/** Both pledge discipline, and one of them arrives. */
export async function arrived(platform: TestPlatform, id: string): Promise<void> {
  for (const who of ['investigator', 'officer'] as const)
    await done(platform, who, `visits/${id}/pledges`, { discipline: true, conflict: false });
  await done(platform, 'investigator', `visits/${id}/arrival`);
}

export async function visitOf(
  platform: TestPlatform,
  id: string,
  who: Name = 'investigator',
): Promise<Schemas['Visit']> {
  const { data, error } = await (await platform.as(who)).GET('/api/v1/visits/{id}', { params: { path: { id } } });
  if (!data) throw new Error(JSON.stringify(error));
  return data;
}

export const visitsOf = async (
  platform: TestPlatform,
  who: Name,
  query: object = {},
): Promise<Schemas['VisitLine'][]> =>
  (await (await platform.as(who)).GET('/api/v1/visits', { params: { query: { limit: 200, ...query } } })).data?.items ??
  [];

export const enter = (platform: TestPlatform, who: Name, id: string, content: object, key: string = randomUUID()) =>
  post(platform, who, `/api/v1/visits/${id}/entries`, content, { 'idempotency-key': key });

export async function sendFile(platform: TestPlatform, who: Name, id: string, bytes: Buffer, as = hashOf(bytes)) {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), '照片.png');
  const sent = await platform.send(who, `/api/v1/visits/${id}/files/${as}`, { method: 'PUT', body: form });
  return { status: sent.status, json: (await sent.json()) as Record<string, unknown> };
}

/** Answers every line; those that are named have a problem. */
export async function answerAll(
  platform: TestPlatform,
  id: string,
  problems: Record<string, object> = {},
): Promise<void> {
  for (const { id: line } of (await visitOf(platform, id)).content.lines) {
    const found = problems[line];
    const content = { kind: 'answer', line, result: found ? 'problem' : 'conforms', ...found };
    expect((await enter(platform, 'investigator', id, content)).status).toBe(201);
  }
}

/** Both inspectors and the unit sign on glass. */
export async function sign(platform: TestPlatform, id: string): Promise<void> {
  const signers = [
    ['inspector', 'investigator', platform.accounts.investigator],
    ['inspector', 'officer', platform.accounts.officer],
    ['unit', '院长', undefined],
  ] as const;
  for (const [as, name, account] of signers) {
    const bytes = picture(name);
    expect((await sendFile(platform, 'investigator', id, bytes)).status).toBe(200);
    const content = { kind: 'signature', as, name, ...(account ? { account } : {}), sha256: hashOf(bytes) };
    expect((await enter(platform, 'investigator', id, content)).status).toBe(201);
  }
}

/** A visit from its plan to its end. */
export async function finished(
  platform: TestPlatform,
  campaign: string,
  unit: string,
  { problems = {}, ...more }: { problems?: Record<string, object> } & Record<string, unknown> = {},
): Promise<string> {
  const id = await planned(platform, campaign, unit, more);
  await arrived(platform, id);
  await answerAll(platform, id, problems);
  await sign(platform, id);
  await done(platform, 'investigator', `visits/${id}/finish`, { report: '已逐项检查，问题已当场指出。' });
  return id;
}
