import { expect, test } from '@jest/globals';
import { context, person } from '../test-people.js';
import { plan } from '../test-rules.js';
import { type Instant, plusHours } from '../time/instant.js';
import { type Arrears, chaseUnits } from './chase.js';
import { draftCampaign } from './draft.js';
import type { CampaignFile, CampaignId } from './file.js';

const coordinator = person('coordinator');
const { opened } = draftCampaign(
  'campaign' as CampaignId,
  plan(),
  { plan: 'plan', region: '/990000/990001/', start: '2023-09-11' },
  context(coordinator),
);
const running: CampaignFile = { ...opened, status: 'running' };
const scene = context(coordinator, '2023-09-20 10:00');
const hoursAgo = (hours: number): Instant => plusHours(scene.now, -hours);

const UNIT = '00000000-0000-4000-8000-000000000002';
const chase = (known: Partial<Arrears>[], units = [UNIT]) =>
  chaseUnits.decide(running, chaseUnits.payload.parse({ units }), {
    ...scene,
    arrears: known.map((each) => ({ unit: UNIT, owed: 1, dropped: false, chasedAt: null, ...each })),
  })[0]?.data;

const told = { told: 1, units: [UNIT], skipped: [] };
const skippedAs = (why: string) => ({ told: 0, units: [], skipped: [{ unit: UNIT, why }] });

test.each([
  ['that owes something is told', {}, told],
  ['that was chased a day ago is told again', { chasedAt: hoursAgo(24) }, told],
  ['that was chased lately is skipped', { chasedAt: hoursAgo(23) }, skippedAs('chasedLately')],
  ['that owes nothing is skipped', { owed: 0, chasedAt: hoursAgo(1) }, skippedAs('nothingOwed')],
  ['that left is skipped, whatever it owed', { dropped: true }, skippedAs('dropped')],
])('a unit %s', (_, known, expected) => expect(chase([known])).toEqual(expected));

test('a unit that does not take part is skipped', () => expect(chase([])).toEqual(skippedAs('notTakingPart')));

test('a unit named twice is told once', () => expect(chase([{}], [UNIT, UNIT])).toEqual(told));

test('one to three thousand units are chased at once', () => {
  const named = (count: number) => chaseUnits.payload.safeParse({ units: Array.from({ length: count }, () => UNIT) });
  expect([0, 1, 3_000, 3_001].map((count) => named(count).success)).toEqual([false, true, true, false]);
});
