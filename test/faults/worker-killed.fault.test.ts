import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { act, addEvidence, caseOf, openLead, PROPOSAL, walkTo } from '../support/case-walk.js';
import { eventually } from '../support/eventually.js';
import { expectDeliveredOnce, expectWholeRecord, kindsOf, rows, toldOf } from '../support/processes-checks.js';
import { attemptsOf } from '../support/processes-history.js';
import { hold } from '../support/processes-hold.js';
import { climbedOf, launchNear, obligationsOf } from '../support/processes-near.js';
import { type Installation, startInstallation } from '../support/processes.js';

let installation: Installation;
beforeAll(async () => {
  installation = await startInstallation();
}, 60_000);
afterAll(() => installation?.stop(), 60_000);

/** A case whose officers have all that a penalty needs. */
async function investigated(): Promise<string> {
  const { platform, accounts } = installation;
  const id = await openLead(platform);
  await walkTo(platform, id, 'investigation');
  const officers = [accounts.investigator, accounts.officer];
  await act(platform, 'investigator', id, 'officers', { officers });
  expect((await addEvidence(platform, id)).status).toBe(201);
  const inquiry = { person: '医保办负责人', place: '甲县人民医院', heldAt: await platform.clock.now() };
  await act(platform, 'investigator', id, 'inquiries', { ...inquiry, officers, record: '问：…… 答：……' });
  return id;
}

test('killed after it wrote a mail and before it could say so', async () => {
  const { worker, platform } = installation;
  const sent = `new.status = 'sent'`;
  const held = await hold(installation, [{ table: 'delivery', on: 'update', moment: 'statement', when: sent }]);
  const id = await openLead(platform);
  await held.untilHeld(1);
  await worker.kill9();
  await held.release();
  await worker.start();
  expect(await toldOf(installation, id)).toHaveLength(1);
  expect(await rows(installation, 'select channel, status from delivery')).toEqual([
    { channel: 'email', status: 'sending' },
  ]);
}, 60_000);

test('killed in the middle of its work and of its commits: each is done once, and people are told once', async () => {
  const { platform, worker } = installation;
  const cases = [await investigated(), await investigated(), await investigated(), await investigated()];
  const [committing, working] = [cases.slice(0, 2), cases.slice(2)];
  const calculation = (ids: string[]) => `new.kind = 'penaltyCalculated' and new.file_id in ('${ids.join(`','`)}')`;
  const held = await hold(installation, [
    { table: 'event', on: 'insert', moment: 'commit', when: calculation(committing) },
    { table: 'event', on: 'insert', moment: 'statement', when: calculation(working) },
  ]);
  for (const id of cases) await act(platform, 'investigator', id, 'penalty-proposals', PROPOSAL);
  await held.untilHeld(4);
  await worker.kill9();
  await held.release();
  const calculated = async (id: string) =>
    (await kindsOf(installation, id)).filter((kind) => kind === 'penaltyCalculated');
  await eventually(async () => {
    for (const id of committing) expect(await calculated(id)).toHaveLength(1);
  });
  for (const id of working) expect(await calculated(id)).toHaveLength(0);

  await worker.start();
  for (const id of cases) {
    const attempts = () => attemptsOf(installation, `case/${id}`, 'calculatePenalty');
    await eventually(async () => expect(await attempts()).toEqual([2]), 500);
    expect(await caseOf(platform, id)).toMatchObject({ stage: 'legalReview' });
    expect(await calculated(id)).toHaveLength(1);
  }
}, 120_000);

const UNITS = 3_000;

test('killed at the instant at which three thousand reports are due: all are late once, and told so once', async () => {
  const { worker, organisation, owner } = installation;
  const region = organisation.region('990002');
  await owner.query(
    `insert into unit (id, region, name, kind, type)
     select gen_random_uuid(), $1, '乙县第' || n || '诊所', 'institution', 'clinic' from generate_series(1, $2) n`,
    [region, UNITS],
  );
  const late = `new.rung = 'overdue' and new.region = '${region}'`;
  const held = await hold(installation, [{ table: 'escalation', on: 'insert', moment: 'commit', when: late }]);
  const { id, deadlines } = await launchNear(installation, {
    dueIn: [6_000],
    region: '990002',
    coordinator: 'cityCoordinator',
    leader: 'cityLeader',
  });
  await held.untilHeld(1);
  expect(await obligationsOf(installation, id)).toEqual({ open: UNITS });
  await worker.kill9();
  await held.release();
  await eventually(async () => expect(await obligationsOf(installation, id)).toEqual({ overdue: UNITS }));
  await worker.start();

  const [deadline = ''] = deadlines;
  const attempts = async () => (await attemptsOf(installation, deadline, 'takeStep')).at(-1);
  await eventually(async () => expect(await attempts()).toBe(2), 500);
  expect(await climbedOf(installation, id)).toEqual(
    ['remind-1d', 'remind-2h', 'overdue'].map((rung) => ({ rung, recorded: 1, told: UNITS })),
  );
  expect(await obligationsOf(installation, id)).toEqual({ overdue: UNITS });
  await expectWholeRecord(installation);
}, 120_000);

test('in the end every mail was written once, also the one its worker died over', async () => {
  await expectDeliveredOnce(installation, 900);
}, 120_000);
