import { expect, test } from '@jest/globals';
import type { Person } from '../people/actor.js';
import { context, person, refusal } from '../test-people.js';
import type { CaseAct } from './act.js';
import { CASE_ACTS } from './acts.js';
import type { CaseFile } from './file.js';
import { CASE_MATTERS, type CaseMatter, REWARD_MATTER, TRANSFER_MATTER, mattersFor } from './matters.js';
import { TRANSFER, act, caseBefore, investigator, leader, reviewer } from './test-case.js';

const DECIDING: readonly string[] = ['case.approve', 'case.review'];
const PAYLOADS: Readonly<Record<string, object>> = {
  passReview: { opinion: '事实清楚' },
  issueDecision: { rectifyBy: '2023-11-30' },
};
const matters = Object.entries(CASE_MATTERS) as [CaseMatter, (typeof CASE_MATTERS)[CaseMatter]][];

/** Whoever brought the matter, given the role of those who decide. */
const maker = (account: string, name: keyof typeof CASE_ACTS): Person =>
  person(CASE_ACTS[name].by === 'case.review' ? 'legalReviewer' : 'leader', account);
const decide = (file: CaseFile, name: keyof typeof CASE_ACTS, by: Person) =>
  refusal(() => act(file, name, PAYLOADS[name] ?? {}, by, '2023-10-12 10:00'));

/** Here the handler or the party is at work; that a leader may extend or end it does not make the case wait. */
const AT_WORK: readonly string[] = ['verification', 'investigation', 'notice', 'execution'];

/** A reward is decided on beside the stages, and is a matter by itself. */
const BESIDE: readonly CaseAct[] = [CASE_ACTS[REWARD_MATTER.act], CASE_ACTS.refuseReward] as CaseAct[];

test('every stage in which a leader or a reviewer decides is a matter', () => {
  const stages = (Object.values(CASE_ACTS) as CaseAct[])
    .filter((each) => !BESIDE.includes(each))
    .filter(({ by, stages: when }) => DECIDING.includes(by) && typeof when !== 'string')
    .flatMap(({ stages: when }) => when as readonly string[]);
  expect(Object.keys(CASE_MATTERS).sort()).toEqual(
    [...new Set(stages)].filter((stage) => !AT_WORK.includes(stage)).sort(),
  );
});

test.each(matters)('%s: who brought it is refused, another is not', (_stage, { act: name, makers }) => {
  const file = caseBefore(name);
  const brought = makers(file).filter((each) => each !== undefined);
  expect(brought.length).toBeGreaterThan(0);
  for (const account of brought)
    expect(decide(file, name, maker(account, name))).toMatch(/permission.four-eyes|case.reviewer-handled-it/);
  const other = CASE_ACTS[name].by === 'case.review' ? reviewer : leader;
  expect(makers(file)).not.toContain(other.account);
  expect(decide(file, name, other)).toBeUndefined();
});

test('a transfer is not ordered by who proposed it', () => {
  const grounds = { to: 'police', grounds: '涉嫌犯罪' };
  const file = act(caseBefore('proposePenalty'), 'proposeTransfer', grounds, investigator, '2023-09-18 09:00');
  const [proposed] = file.transfers;
  if (!proposed) throw new Error('nothing was proposed');
  const order = (by: Person) =>
    refusal(() => CASE_ACTS.orderTransfer.decide(file, { transfer: TRANSFER }, context(by, '2023-09-18 10:00')));
  expect(TRANSFER_MATTER.makers(proposed)).toEqual([investigator.account]);
  expect(order(person('leader', investigator.account))).toBe('permission.four-eyes');
  expect(order(leader)).toBeUndefined();
});

test('leaders and reviewers each have their own matters, others none', () => {
  expect(mattersFor({ roles: ['leader'] })).toEqual(['filing', 'approval', 'decision', 'closure']);
  expect(mattersFor({ roles: ['legalReviewer'] })).toEqual(['legalReview']);
  expect(mattersFor({ roles: ['investigator', 'auditor', 'unitContact'] })).toEqual([]);
});
