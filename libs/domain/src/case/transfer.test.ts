import { expect, test } from '@jest/globals';
import { person, refusal } from '../test-people.js';
import { beijing } from '../time/instant.js';
import { caseFacts } from './facts.js';
import type { CaseFile } from './file.js';
import { TRANSFER, act, caseBefore, investigator, leader, machine, police } from './test-case.js';

const transfer = { transfer: TRANSFER };
const limits = ({ clocks }: CaseFile) =>
  clocks.filter(({ of }) => of === TRANSFER).map(({ clock, due }) => `${clock} ${beijing(due).slice(5, 16)}`);
const propose = (to = 'police', file = caseBefore('proposePenalty')) =>
  act(file, 'proposeTransfer', { to, grounds: '涉嫌诈骗' }, investigator, '2023-09-18 10:00');
const order = (file = propose()) => act(file, 'orderTransfer', transfer, leader, '2023-09-19 10:30');
const deliver = (file = order()) => act(file, 'deliverTransfer', transfer, machine, '2023-09-19 10:31');
const acknowledge = (file = deliver(), by = police) =>
  act(file, 'acknowledgeTransfer', { ...transfer, receipt: '回执1号' }, by, '2023-09-19 16:00');
const answer = (file = acknowledge(), outcome = 'accepted', by = police) =>
  act(file, 'answerTransfer', { ...transfer, outcome, answer: '已审查' }, by, '2023-09-21 10:00');

test('a transfer to the police runs beside the case, each step with its limit (令310号 5, 7, 8)', () => {
  expect(limits(propose())).toEqual(['transferDecision 09-21T23:59']);
  expect(limits(order())).toEqual(['transferDelivery 09-20T10:30']);
  expect(limits(deliver())).toEqual(['transferReceipt 09-20T10:31']);
  expect(limits(acknowledge())).toEqual(['policeDecision 09-22T23:59']);
  expect(limits(answer())).toEqual([]);
  expect(answer()).toMatchObject({ stage: 'investigation', transfers: [{ status: 'accepted', receipt: '回执1号' }] });
});

test('the machine owes a delivery from the order until it is done', () => {
  expect([propose(), order(), deliver()].map((file) => caseFacts(file).transfersToDeliver)).toEqual([
    [],
    [TRANSFER],
    [],
  ]);
});

test('the discipline authority has its own time to answer', () => {
  const discipline = { ...person('partnerContact'), partner: 'discipline' as const };
  const delivered = deliver(order(propose('discipline')));
  expect(refusal(() => acknowledge(delivered, police))).toBe('transfer.not-found');
  expect(limits(acknowledge(delivered, discipline))).toEqual(['disciplineAnswer 10-19T23:59']);
});

test.each(['health', 'marketSupervision', 'drugSupervision', 'audit', 'judiciary'] as const)(
  'a transfer to %s goes the same way, and has a time of its own to be answered (R-XFER-03, 05 to 07)',
  (to) => {
    const theirs = { ...person('partnerContact'), partner: to };
    const delivered = deliver(order(propose(to)));
    const steps = [propose(to), order(propose(to)), delivered, acknowledge(delivered, theirs)];
    expect(steps.map(limits)).toEqual([
      ['transferDecision 09-21T23:59'],
      ['transferDelivery 09-20T10:30'],
      ['transferReceipt 09-20T10:31'],
      ['partnerAnswer 10-19T23:59'],
    ]);
    expect(refusal(() => acknowledge(delivered, police))).toBe('transfer.not-found');
    const answered = answer(acknowledge(delivered, theirs), 'accepted', theirs);
    expect(limits(answered)).toEqual([]);
    expect(answered.transfers).toMatchObject([{ to, status: 'accepted', receipt: '回执1号' }]);
  },
);

test('several transfers run at once, each for itself (R-XFER-10)', () => {
  const first = { ...propose().transfers[0], id: investigator.account, to: 'health' } as CaseFile['transfers'][number];
  const two = { ...propose(), transfers: [first, ...propose().transfers] };
  const answered = answer(acknowledge(deliver(order(two))), 'declined');
  expect(answered.transfers.map(({ to, status }) => [to, status])).toEqual([
    ['health', 'proposed'],
    ['police', 'declined'],
  ]);
});

test('nobody orders or refuses the transfer they proposed', () => {
  const both = { ...leader, account: investigator.account };
  expect(refusal(() => act(propose(), 'orderTransfer', transfer, both, '2023-09-19 10:00'))).toBe(
    'permission.four-eyes',
  );
  expect(
    refusal(() => act(propose(), 'refuseTransfer', { ...transfer, reason: '证据不足' }, both, '2023-09-19 10:00')),
  ).toBe('permission.four-eyes');
});

test('a refused transfer keeps its reasons and owes nothing', () => {
  const refused = act(propose(), 'refuseTransfer', { ...transfer, reason: '证据不足' }, leader, '2023-09-19 10:00');
  expect(refused.transfers).toMatchObject([{ status: 'refused', answer: '证据不足' }]);
  expect(limits(refused)).toEqual([]);
});

test.each(['declined', 'returned'])(
  'a transfer that is %s leaves our own case to go on (令310号 10, 13)',
  (outcome) => {
    expect(answer(acknowledge(), outcome)).toMatchObject({ stage: 'investigation', transfers: [{ status: outcome }] });
  },
);

test('steps out of order are refused with where the transfer stands', () => {
  expect(refusal(() => deliver(propose()))).toBe('transfer.status');
  expect(refusal(() => order(order()))).toBe('transfer.status');
  expect(refusal(() => answer(deliver()))).toBe('transfer.status');
  expect(refusal(() => answer(answer()))).toBe('transfer.status');
  expect(
    refusal(() => act(propose(), 'orderTransfer', { transfer: investigator.account }, leader, '2023-09-19 10:00')),
  ).toBe('transfer.not-found');
});

test('a transfer that is not answered keeps the case from being struck off', () => {
  const open = act(
    caseBefore('requestStrikeOff'),
    'proposeTransfer',
    { to: 'police', grounds: '涉嫌诈骗' },
    investigator,
    '2023-11-13 10:00',
  );
  expect(refusal(() => act(open, 'requestStrikeOff', {}, investigator, '2023-11-13 11:00'))).toBe(
    'case.not-ready-to-close',
  );
});
