import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { campaignView, caseView, deadlineView } from '@fundguard/workflows/messages';
import { act, caseOf, openLead, walkTo } from '../support/case-walk.js';
import { eventually } from '../support/eventually.js';
import { expectDeliveredOnce, expectWholeRecord, rows, statusOf, untilHeard } from '../support/processes-checks.js';
import { timersOf } from '../support/processes-history.js';
import { climbedOf, launchNear, obligationsOf } from '../support/processes-near.js';
import { type Installation, startInstallation } from '../support/processes.js';

let installation: Installation;
beforeAll(async () => {
  installation = await startInstallation();
}, 60_000);
afterAll(() => installation?.stop(), 60_000);

const CLI = new URL('../../apps/cli/dist/main.js', import.meta.url).href;

/** `fundguard rehydrate`, as an operator of this installation runs it. */
async function rehydrate(): Promise<string> {
  const script = `process.exitCode = await (await import('${CLI}')).main('rehydrate', []);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { env: installation.environment });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  expect({ code, said }).toMatchObject({ code: 0 });
  return said;
}

interface Word {
  readonly id: string;
  readonly kind: 'case' | 'campaign' | 'deadline';
  readonly version: number;
  readonly next: Date | null;
}

/** Every workflow that must run, with the instant it must wait for: the first of its facts that lies ahead. */
const wanted = () =>
  rows<Word>(
    installation,
    `select workflow_id as id, kind, version, (
       select min((each ->> 'at')::timestamptz)
       from jsonb_array_elements(coalesce(facts -> 'timers', facts -> 'moments', facts -> 'steps')) each
       where (each ->> 'at')::timestamptz > now()) as next
     from workflow_outbox where open order by workflow_id`,
  );

const VIEWS = { case: caseView, campaign: campaignView, deadline: deadlineView };

async function expectFollowed({ id, kind, version, next }: Word): Promise<void> {
  expect(await statusOf(installation, id)).toBe('RUNNING');
  const facts = await installation.client.workflow.getHandle(id).query<{ version: number }>(VIEWS[kind].name);
  expect(facts.version).toBe(version);
  const timers = await timersOf(installation, id);
  expect({ id, timers }).toEqual({ id, timers: next ? [expect.closeTo(next.getTime(), -4)] : [] });
}

const untilAllFollowed = () =>
  eventually(async () => {
    for (const word of await wanted()) await expectFollowed(word);
  }, 300);

test('all files run again from PostgreSQL alone, with the timers they must have; what passed meanwhile fires at once', async () => {
  const { platform, temporal, temporalFile } = installation;
  const verified = await openLead(platform);
  const rejected = await openLead(platform);
  await act(platform, 'investigator', rejected, 'rejection', { reason: '查无实据' });
  const proposed = await openLead(platform);
  await walkTo(platform, proposed, 'legalReview');
  const day = 86_400_000;
  const far = await launchNear(installation, { dueIn: [10 * day, 40 * day] });
  await untilAllFollowed();
  const near = await launchNear(installation, { dueIn: [8_000] });
  await untilHeard(installation);

  await temporal.kill9();
  for (const part of ['', '-wal', '-shm']) rmSync(temporalFile + part, { force: true });
  expect(existsSync(temporalFile)).toBe(false);
  const acted = await openLead(platform);
  await walkTo(platform, acted, 'filing');
  expect(await obligationsOf(installation, near.id)).toEqual({ open: 15 });
  await wait(Math.max(0, Date.parse(near.dues[0] ?? '') - Date.now()) + 500);
  await temporal.start();
  expect(await statusOf(installation, `case/${verified}`)).toBe('NONE');

  const words = await wanted();
  expect(await rehydrate()).toContain(`${words.length} workflows run again`);
  await eventually(async () => expect(await obligationsOf(installation, near.id)).toEqual({ overdue: 15 }), 300);
  await untilAllFollowed();
  expect(await statusOf(installation, `case/${rejected}`)).toBe('NONE');
  expect(await caseOf(platform, proposed)).toMatchObject({ stage: 'legalReview' });
  expect(await obligationsOf(installation, far.id)).toEqual({ open: 30 });
  expect((await climbedOf(installation, near.id)).at(-1)).toEqual({ rung: 'overdue', recorded: 1, told: 15 });
  await rehydrate();
  await untilHeard(installation);
  await untilAllFollowed();
  await expectWholeRecord(installation);
  await expectDeliveredOnce(installation);
}, 180_000);
