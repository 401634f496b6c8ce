import { expect, test } from '@jest/globals';
import { rewardTable } from '../reward/table.js';
import { context, person, refusal } from '../test-people.js';
import { beijing } from '../time/instant.js';
import { caseFacts } from './facts.js';
import type { CaseFile } from './file.js';
import { CASE_ACTS, type CaseActName } from './acts.js';
import type { CaseAct } from './act.js';
import { evolveCase } from './evolve.js';
import { TRANSFER, act, caseBefore, investigator, leader, machine } from './test-case.js';

const REPORTER = '00000000-0000-4000-8000-0000000000f1';
const draft = {
  version: 1,
  effectiveFrom: '2023-01-01',
  source: '来源',
  article: '条款',
  certainty: 'own',
  jurisdiction: '某地',
};
const rewardTables = [
  rewardTable.parse({ ...draft, id: 'national', region: '/', cap: '20000000', floor: '20000' }),
  rewardTable.parse({
    ...{ ...draft, id: 'city', region: '/990000/' },
    categories: [{ id: 'person', name: { zh: '公众', en: 'public' }, rate: 300, certainty: 'own' }],
  }),
];
const decided = () => caseBefore('recordService');
const struckOff = () => act(caseBefore('approveStrikeOff'), 'approveStrikeOff', {}, leader, '2023-11-14 10:00');
const proposal = { reporter: REPORTER, category: 'person', caseValue: '1000001', grounds: '提供关键线索' };
const does = (file: CaseFile, name: CaseActName, payload: object, by: Parameters<typeof context>[0], now: string) => {
  const found: CaseAct = CASE_ACTS[name];
  const given = context(by, now, { command: TRANSFER, rewardTables });
  return found.decide(file, found.payload.parse(payload), given).reduce(evolveCase, file);
};
const propose = (file = decided(), over: object = {}) =>
  does(file, 'proposeReward', { ...proposal, ...over }, investigator, '2023-11-15 10:00');
const one = { reward: TRANSFER };
const approve = (file = propose()) => does(file, 'approveReward', one, leader, '2023-11-16 10:00');
const notify = (file = approve()) =>
  does(file, 'notifyReward', { ...one, notifiedOn: '2023-11-17' }, investigator, '2023-11-17 10:00');
const pay = (file = notify()) =>
  does(file, 'payReward', { ...one, paidOn: '2023-11-20', voucher: 'J1' }, investigator, '2023-11-20 10:00');

test('a reward is computed, approved by a leader, told of, and paid with a voucher (R-LEAD-06, R-APPR-09)', () => {
  expect(propose().rewards).toMatchObject([
    { status: 'proposed', amount: 30_000n, caseValue: 1_000_001n, table: 'city@1' },
  ]);
  expect(approve().rewards).toMatchObject([{ status: 'approved', approvedBy: leader.account }]);
  expect(notify().rewards).toMatchObject([{ status: 'notified', collectBy: '2024-01-17' }]);
  expect(pay().rewards).toMatchObject([{ status: 'paid', voucher: 'J1' }]);
  expect(pay().clocks.filter(({ clock }) => clock === 'rewardCollection')).toEqual([]);
});

test('it can follow long after the case was struck off, and waives itself after two months', () => {
  const waiting = notify(approve(propose(struckOff())));
  expect(waiting.stage).toBe('struckOff');
  // Its conductor stays with it from the proposal on, so that the limit finds one.
  for (const file of [propose(struckOff()), approve(propose(struckOff())), waiting])
    expect(caseFacts(file)).toMatchObject({ open: true, stage: 'closure' });
  const [timer] = caseFacts(waiting).timers.filter((each) => each.act === 'expireReward');
  expect(beijing(timer?.due as never).slice(0, 10)).toBe('2024-01-17');
  const passed = { clock: 'rewardCollection', of: TRANSFER, due: timer?.due };
  expect(refusal(() => does(waiting, 'expireReward', passed, machine, '2024-01-17 10:00'))).toBe('clock.stale');
  const expired = does(waiting, 'expireReward', passed, machine, '2024-01-18 00:00');
  expect([expired.rewards?.[0]?.status, expired.clocks, caseFacts(expired).open]).toEqual(['expired', [], false]);
  expect(refusal(() => pay(expired))).toBe('reward.status');
});

test('nobody approves or refuses what they proposed, nor pays what they approved', () => {
  const both = { ...leader, account: investigator.account };
  expect(refusal(() => does(propose(), 'approveReward', one, both, '2023-11-16 10:00'))).toBe('permission.four-eyes');
  expect(refusal(() => does(propose(), 'refuseReward', { ...one, reason: '不符' }, both, '2023-11-16 10:00'))).toBe(
    'permission.four-eyes',
  );
  const desk = { ...person('leadHandler'), account: leader.account };
  const paid = { ...one, paidOn: '2023-11-20', voucher: 'J1' };
  expect(refusal(() => does(notify(), 'payReward', paid, desk, '2023-11-20 10:00'))).toBe('permission.four-eyes');
});

test.each([
  ['before a decision', () => propose(caseBefore('issueDecision')), 'case.stage'],
  ['of more than the decision found', () => propose(decided(), { caseValue: '1000002' }), 'reward.value-exceeds'],
  ['twice for one reporter', () => propose(propose()), 'reward.once'],
  ['of no known category', () => propose(decided(), { category: 'other' }), 'reward.category-unknown'],
  [
    'where there is no local table',
    () => propose({ ...decided(), region: '/980000/' as never }),
    'reward.no-local-table',
  ],
  ['paid before it was approved', () => pay(propose()), 'reward.status'],
  ['told of before it was approved', () => notify(propose()), 'reward.status'],
])('a reward %s is refused', (_what, attempt, code) => expect(refusal(attempt)).toBe(code));

test('after a refusal it may be proposed anew', () => {
  const refused = does(propose(), 'refuseReward', { ...one, reason: '案值有误' }, leader, '2023-11-16 10:00');
  expect(refused.rewards).toMatchObject([{ status: 'refused', reason: '案值有误' }]);
  expect(propose(refused).rewards).toHaveLength(2);
});
