import { expect, test } from '@jest/globals';
import { refusal } from '../test-people.js';
import type { CaseActName } from './acts.js';
import type { Transfer } from './file.js';
import { PROCEDURE, TRANSFER, act, caseBefore, investigator, leader, openCase } from './test-case.js';

const why = { reason: '事实需要核实' };
const payloadOf = (name: CaseActName) => PROCEDURE.find(([, each]) => each === name)?.[2] ?? {};
const tried = (name: CaseActName, payload: object, by = investigator, now = '2023-10-20 10:00') =>
  refusal(() => act(caseBefore(name), name, { ...payloadOf(name), ...payload }, by, now));

test('a notice is not served before it was approved: the party would have no time to answer (行政处罚法 44)', () => {
  expect(tried('serveNotice', { servedOn: '2023-09-25' })).toBe('date.too-early');
  expect(tried('serveNotice', { servedOn: '2023-09-26' })).toBeUndefined();
});

test('a decision is not served before it was made, nor money paid or people asked before there was a case', () => {
  expect(tried('recordService', { servedOn: '2023-10-11' })).toBe('date.too-early');
  expect(tried('recordInquiry', { heldAt: '2023-09-10T09:00:00+08:00' })).toBe('date.too-early');
  const { unit: _unit, ...collector } = { ...investigator };
  expect(tried('recordPayment', { paidOn: '2023-09-10' }, collector)).toBe('date.too-early');
});

test('individuals do not answer by the articles for institutions, nor the other way round (条例 38, 40, 41)', () => {
  expect(tried('proposePenalty', { breach: 'individual-fraud' })).toBe('penalty.wrong-subject');
  const file = { ...caseBefore('proposePenalty'), subject: { kind: 'individual' as const, name: '张某' } };
  const propose = (breach: string, multiple: number) =>
    refusal(() =>
      act(
        file,
        'proposePenalty',
        { ...payloadOf('proposePenalty'), breach, multiple },
        investigator,
        '2023-10-20 10:00',
      ),
    );
  expect(propose('misuse', 2)).toBe('penalty.wrong-subject');
  expect(propose('individual-misuse', 0)).toBeUndefined();
});

test.each<[CaseActName, CaseActName, object, typeof leader]>([
  ['rejectLead', 'requestFiling', why, investigator],
  ['mergeLead', 'requestFiling', { into: leader.account, ...why }, investigator],
  ['rejectFiling', 'approveFiling', why, leader],
  ['dismissCase', 'proposePenalty', why, leader],
  ['rejectPenalty', 'approvePenalty', why, leader],
])('%s waits until every transfer is answered', (name, instead, payload, by) => {
  const transfer: Transfer = {
    id: TRANSFER,
    to: 'police',
    grounds: '涉嫌犯罪',
    status: 'delivered',
    proposedBy: investigator.account,
  };
  const attempt = (status: Transfer['status']) => {
    const file = { ...caseBefore(instead), transfers: [{ ...transfer, status }] };
    return refusal(() => act(file, name, payload, by, '2023-11-14 10:00'));
  };
  expect(attempt('delivered')).toBe('transfer.running');
  expect(attempt('accepted')).toBeUndefined();
});

test.each<[CaseActName, CaseActName]>([
  ['extendVerification', 'requestFiling'],
  ['extendDecision', 'proposePenalty'],
  ['dismissCase', 'proposePenalty'],
])('%s of one’s own case is for another leader', (name, instead) => {
  const both = { ...leader, account: investigator.account };
  expect(refusal(() => act(caseBefore(instead), name, why, both, '2023-09-16 10:00'))).toBe('permission.four-eyes');
});

test('a limit is extended once', () => {
  const longer = act(caseBefore('requestFiling'), 'extendVerification', why, leader, '2023-09-13 10:00');
  expect(refusal(() => act(longer, 'extendVerification', why, leader, '2023-09-14 10:00'))).toBe(
    'case.already-extended',
  );
});

test('a limit that belongs to a transfer is settled under its own name when the case ends', () => {
  const file = act(
    openCase(),
    'proposeTransfer',
    { to: 'police', grounds: '涉嫌犯罪' },
    investigator,
    '2023-09-12 10:00',
  );
  const refused = act(file, 'refuseTransfer', { transfer: TRANSFER, ...why }, leader, '2023-09-12 11:00');
  expect(refused.clocks.map(({ clock }) => clock)).toEqual(['verification']);
});

test('strike-off is asked for once', () => {
  const asked = caseBefore('approveStrikeOff');
  expect(refusal(() => act(asked, 'requestStrikeOff', {}, investigator, '2023-11-14 10:00'))).toBe(
    'case.strike-off-requested',
  );
});
