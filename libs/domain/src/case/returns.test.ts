import { expect, test } from '@jest/globals';
import { fen } from '../money.js';
import type { UnitId } from '../people/actor.js';
import { refusal } from '../test-people.js';
import type { CaseActName } from './acts.js';
import { caseFacts } from './facts.js';
import { ENDED, STAGES, type Stage } from './file.js';
import { PROCEDURE, act, caseBefore, contact, investigator, leader, machine, openCase, reviewer } from './test-case.js';

const why = { reason: '事实需要核实' };
const struckOff = () => act(caseBefore('approveStrikeOff'), 'approveStrikeOff', {}, leader, '2023-11-14 10:00');

test.each<[CaseActName, CaseActName, object, typeof leader, Stage]>([
  ['rejectLead', 'requestFiling', why, investigator, 'notFiled'],
  ['mergeLead', 'requestFiling', { into: investigator.account, ...why }, investigator, 'merged'],
  ['returnFiling', 'approveFiling', why, leader, 'verification'],
  ['rejectFiling', 'approveFiling', why, leader, 'notFiled'],
  ['dismissCase', 'proposePenalty', why, leader, 'dismissed'],
  ['returnReview', 'passReview', why, reviewer, 'investigation'],
  ['returnPenalty', 'approvePenalty', why, leader, 'investigation'],
  ['rejectPenalty', 'approvePenalty', why, leader, 'dismissed'],
  ['returnDecision', 'issueDecision', why, leader, 'investigation'],
])('%s instead of %s leads to its own stage', (name, instead, payload, by, stage) => {
  const after = act(caseBefore(instead), name, payload, by, '2023-11-14 10:00');
  expect(after.stage).toBe(stage);
  expect(after.clocks.length > 0).toBe(!ENDED.includes(stage));
});

test('every stage is reached', () => {
  const walked = PROCEDURE.map(([stage]) => stage);
  expect(new Set([...walked, ...ENDED])).toEqual(new Set(STAGES));
});

test('a case that was returned is proposed again, and the machine works it out again', () => {
  const returned = act(caseBefore('passReview'), 'returnReview', why, reviewer, '2023-09-20 10:00');
  expect(caseFacts(returned).proposalWaits).toBe(false);
  expect(refusal(() => act(returned, 'recordPenalty', {}, machine, '2023-09-20 10:01'))).toBe(
    'penalty.nothing-proposed',
  );
  const [, name, payload, by] = PROCEDURE.find(([, each]) => each === 'proposePenalty')!;
  const proposed = act(returned, name, { ...payload, multiple: 3 }, by, '2023-09-21 10:00');
  expect(caseFacts(proposed).proposalWaits).toBe(true);
  const worked = act(proposed, 'recordPenalty', {}, machine, '2023-09-21 10:01');
  expect([worked.stage, worked.proposal?.penalty?.fine]).toEqual(['legalReview', 3_000_003n]);
});

test('a case that ended is reopened with a new time to decide, but not one that was merged', () => {
  const reopened = act(struckOff(), 'reopenCase', why, leader, '2023-12-01 10:00');
  expect(reopened).toMatchObject({
    stage: 'investigation',
    clocks: [{ clock: 'decision', due: '2024-02-29T15:59:59.000Z' }],
  });
  const merged = act(openCase(), 'mergeLead', { into: investigator.account, ...why }, investigator, '2023-09-12 10:00');
  expect(refusal(() => act(merged, 'reopenCase', why, leader, '2023-12-01 10:00'))).toBe('case.stage');
});

test.each<[CaseActName, object]>([
  ['submitStatement', { text: '异议' }],
  ['submitRectification', { report: '整改' }],
])('%s by another unit, or by nobody’s, finds no such case', (name, payload) => {
  const { unit: _unit, ...nobodys } = contact;
  const other = { ...contact, unit: 'another' as UnitId };
  for (const by of [other, nobodys]) {
    expect(refusal(() => act(caseBefore(name), name, payload, by, '2023-11-01 10:00'))).toBe('case.not-found');
  }
});

test('a lead is registered by those who take leads in, for their own region', () => {
  expect(refusal(() => openCase(undefined, { region: '/990000/990002/' }))).toBe('region.unknown');
  expect(refusal(() => openCase(undefined, {}, leader))).toBe('permission.missing');
});

test('a case that was reopened starts over: nothing that led to its end holds any more', () => {
  const reopened = act(struckOff(), 'reopenCase', why, leader, '2023-12-01 10:00');
  const gone = ['proposal', 'noticeServedOn', 'decision', 'rectification', 'rootCause', 'strikeOffRequestedBy'];
  expect(Object.keys(reopened).filter((part) => gone.includes(part))).toEqual([]);
  expect(caseFacts(reopened)).toMatchObject({ open: true, proposalWaits: false });
  expect(
    refusal(() => act({ ...reopened, stage: 'closure' }, 'approveStrikeOff', {}, leader, '2023-12-02 10:00')),
  ).toBe('case.not-ready-to-close');
});

test('what was paid before a case was reopened counts, and where nothing is left to pay nobody waits for money', () => {
  const { ledgers } = act(struckOff(), 'reopenCase', why, leader, '2023-12-01 10:00');
  expect(ledgers?.fine).toEqual({ owed: 2_200_002n, paid: 2_200_002n });
  const [, name, payload, by, now] = PROCEDURE.find(([, each]) => each === 'recordService')!;
  const served = act({ ...caseBefore(name), ledgers: ledgers! }, name, payload, by, now);
  expect(served).toMatchObject({ stage: 'rectification', clocks: [{ clock: 'rectification' }], ledgers });
  const half = { ...ledgers!, fine: { ...ledgers!.fine, paid: fen(1n) } };
  expect(act({ ...caseBefore(name), ledgers: half }, name, payload, by, now)).toMatchObject({
    stage: 'execution',
    clocks: [{ clock: 'finePayment' }],
  });
});
