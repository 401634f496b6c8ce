import { expect, test } from '@jest/globals';
import { type Actor, CLOCK } from '../people/actor.js';
import { context, person, refusal } from '../test-people.js';
import { plan } from '../test-rules.js';
import { type Day, beijing, endOf } from '../time/instant.js';
import type { CampaignAct } from './act.js';
import { CAMPAIGN_ACTS, type CampaignActName } from './acts.js';
import { draftCampaign, draftPayload } from './draft.js';
import { campaignFacts } from './facts.js';
import type { CampaignFile, CampaignId } from './file.js';

const coordinator = person('coordinator');
const leader = person('leader');

function draft(over: object = {}, by = coordinator): CampaignFile {
  const payload = draftPayload.parse({ plan: 'plan', region: '/990000/990001/', start: '2023-09-11', ...over });
  return draftCampaign('campaign' as CampaignId, plan({ nominalDays: 20 }), payload, context(by)).opened;
}

function act(
  file: CampaignFile,
  name: CampaignActName,
  payload: object,
  by: Actor,
  now: string,
  outstanding = 0,
): CampaignFile {
  const does: CampaignAct = CAMPAIGN_ACTS[name];
  const events = does.decide(file, does.payload.parse(payload), context(by, now, { outstanding }));
  return events.reduce((before, { changes }) => ({ ...before, ...changes, version: before.version + 1 }), file);
}

const running = () => {
  const approved = act(draft(), 'approveCampaign', {}, leader, '2023-09-11 11:00');
  return act(approved, 'launchCampaign', {}, coordinator, '2023-09-11 12:00');
};
const moment = (file: CampaignFile, index: number) => campaignFacts(file).moments[index];
const pass = (file: CampaignFile, now: string) => {
  const { at, ...which } = moment(file, 0)!;
  return act(file, 'passMoment', { ...which, due: at }, CLOCK, now);
};

test('a campaign goes from draft to closed, its clock passing every moment', () => {
  let file = running();
  expect(
    campaignFacts(file).moments.map(
      ({ at, moment: what, phase }) => `${beijing(at).slice(5, 16)} ${what} ${phase ?? ''}`,
    ),
  ).toEqual([
    '09-11T00:00 phaseStart first',
    '09-17T23:59 phaseEnd first',
    '09-18T00:00 phaseStart second',
    '10-01T23:59 nominalEnd ',
    '10-08T23:59 phaseEnd second',
  ]);
  while (campaignFacts(file).moments.length > 0) file = pass(file, '2023-10-09 00:00');
  expect(file.phases.map(({ status }) => status)).toEqual(['ended', 'ended']);

  file = act(file, 'sumUpCampaign', { summary: '查处三家' }, coordinator, '2023-10-10 10:00');
  expect(refusal(() => act(file, 'closeCampaign', {}, leader, '2023-10-11 10:00', 2))).toBe('campaign.outstanding');
  file = act(file, 'closeCampaign', { reason: '两家已停业' }, leader, '2023-10-11 10:00', 2);
  expect(campaignFacts(file)).toMatchObject({ status: 'closed', open: false, moments: [] });
});

test('nobody approves the plan they drafted', () => {
  const both = { ...leader, account: coordinator.account };
  expect(refusal(() => act(draft(), 'approveCampaign', {}, both, '2023-09-11 11:00'))).toBe('permission.four-eyes');
});

test('a plan is drafted in the drafter’s own region only', () => {
  expect(refusal(() => draft({ region: '/990000/990002/' }))).toBe('region.unknown');
  expect(refusal(() => draft({}, leader))).toBe('permission.missing');
});

test.each([
  ['in the past', '2023-09-15T00:00:00+08:00', 'deadline.in-past'],
  ['now', '2023-09-16T10:00:00+08:00', 'deadline.in-past'],
  ['not later than it was', '2023-09-17T23:59:59+08:00', 'deadline.not-later'],
])('a deadline moved to a time %s is refused', (_what, to, code) => {
  const from = '2023-09-17T23:59:59+08:00';
  expect(
    refusal(() => act(running(), 'moveDeadline', { from, to, reason: '延期' }, coordinator, '2023-09-16 10:00')),
  ).toBe(code);
});

test('a deadline moved for all takes the end of its phase with it; moved for one unit it does not', () => {
  const move = { from: '2023-09-17T23:59:59+08:00', to: '2023-09-20T23:59:59+08:00', reason: '延期' };
  const all = act(running(), 'moveDeadline', move, coordinator, '2023-09-16 10:00');
  expect(all.phases[0]?.end).toBe(endOf('2023-09-20' as Day));
  const one = act(
    running(),
    'moveDeadline',
    { ...move, unit: '00000000-0000-4000-8000-000000000002' },
    coordinator,
    '2023-09-16 10:00',
  );
  expect(one.phases).toEqual(running().phases);
});

test('a pause moves what lay ahead by the whole days it lasted, and rests the clock meanwhile', () => {
  const paused = act(running(), 'pauseCampaign', { reason: '洪水' }, leader, '2023-09-14 10:00');
  expect(campaignFacts(paused).moments).toEqual([]);
  const resumed = act(paused, 'resumeCampaign', { reason: '水退' }, leader, '2023-09-21 09:00');
  expect(
    resumed.phases.map(({ start, end }) => [start, end].map((each) => each && beijing(each).slice(5, 10))),
  ).toEqual([
    ['09-11', '09-24'],
    ['09-25', '10-15'],
  ]);
  expect([resumed.end, resumed.nominalEnd]).toEqual(['2023-10-15', endOf('2023-10-08' as Day)]);
});

test('a moment that moved, came too early, or passed before is refused as stale', () => {
  const file = running();
  const due = file.phases[0]?.end;
  const end = { moment: 'phaseEnd', phase: 'first', due };
  expect(refusal(() => act(file, 'passMoment', end, CLOCK, '2023-09-17 23:59'))).toBe('clock.stale');
  const ended = act(file, 'passMoment', end, CLOCK, '2023-09-18 00:00');
  expect(refusal(() => act(ended, 'passMoment', end, CLOCK, '2023-09-18 00:00'))).toBe('clock.stale');
  const moved = act(
    file,
    'moveDeadline',
    { from: due, to: '2023-09-20T23:59:59+08:00', reason: '延期' },
    coordinator,
    '2023-09-16 10:00',
  );
  expect(refusal(() => act(moved, 'passMoment', end, CLOCK, '2023-09-18 00:00'))).toBe('clock.stale');
});

test('a phase that is not in the plan cannot be closed', () => {
  expect(
    refusal(() => act(running(), 'closePhase', { phase: 'third', note: '完成' }, coordinator, '2023-09-16 10:00')),
  ).toBe('phase.unknown');
});
