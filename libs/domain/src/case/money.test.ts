import { expect, test } from '@jest/globals';
import { ZodError } from 'zod';
import { refusal, refusalOf } from '../test-people.js';
import { closureChecklist } from './closure.js';
import { PROCEDURE, act, caseBefore, collector, contact, investigator, leader } from './test-case.js';

const pay = (file = caseBefore('recordPayment'), payload: object = {}) =>
  act(
    file,
    'recordPayment',
    { ledger: 'fine', amount: '2200002', paidOn: '2023-10-20', voucher: 'F1', ...payload },
    collector,
    '2023-10-20 10:00',
  );

test.each([
  ['nothing', { amount: '0' }, 'payment.exceeds-debt'],
  ['more than is owed', { amount: '2200003' }, 'payment.exceeds-debt'],
  ['money of tomorrow', { paidOn: '2023-10-21' }, 'date.in-future'],
])('a payment of %s is refused', (_what, payload, code) => {
  expect(refusal(() => pay(undefined, payload))).toBe(code);
});

test.each(['-1', '1.5', '01', ''])('a payment of %j is not an amount', (amount) => {
  expect(() => pay(undefined, { amount })).toThrow(ZodError);
});

test('a fine paid in full settles the fine and its limit, and not the refund', () => {
  const fined = pay();
  expect(fined.stage).toBe('execution');
  expect(fined.ledgers).toMatchObject({ fine: { paid: 2_200_002n }, refund: { paid: 0n } });
  expect(fined.clocks.map(({ clock }) => clock)).toEqual(['refundPayment']);
  expect(refusal(() => pay(fined, { amount: '1' }))).toBe('payment.exceeds-debt');
  expect(pay(fined, { ledger: 'refund', amount: '1000001' }).stage).toBe('rectification');
});

test('what is paid in parts is owed until the last fen', () => {
  const almost = pay(undefined, { amount: '2200001' });
  expect(almost.clocks.map(({ clock }) => clock).sort()).toEqual(['finePayment', 'refundPayment']);
  expect(pay(almost, { amount: '1' }).ledgers?.fine).toEqual({ owed: 2_200_002n, paid: 2_200_002n });
});

test('nothing is struck off before the checklist is done', () => {
  const file = caseBefore('writeRootCause');
  expect(
    closureChecklist(file)
      .filter(({ done }) => !done)
      .map(({ item }) => item.en),
  ).toEqual(['the root cause is written']);
  expect(refusal(() => act(file, 'requestStrikeOff', {}, investigator, '2023-11-13 10:00'))).toBe(
    'case.not-ready-to-close',
  );
});

test('nobody strikes off what nobody asked to', () => {
  expect(refusal(() => act(caseBefore('requestStrikeOff'), 'approveStrikeOff', {}, leader, '2023-11-14 10:00'))).toBe(
    'case.strike-off-not-requested',
  );
});

test('a rectification report that was returned is handed in again, within the day the order set', () => {
  const report = { report: '已建立处方核查' };
  const file = caseBefore('submitRectification');
  expect(refusal(() => act(file, 'returnRectification', { reason: '不完整' }, investigator, '2023-11-02 10:00'))).toBe(
    'case.incomplete',
  );
  const returned = act(
    act(file, 'submitRectification', report, contact, '2023-11-01 10:00'),
    'returnRectification',
    { reason: '不完整' },
    investigator,
    '2023-11-02 10:00',
  );
  expect(returned).toMatchObject({ stage: 'rectification', clocks: file.clocks });
  expect(act(returned, 'submitRectification', report, contact, '2023-11-03 10:00').rectification).toEqual({
    ...report,
    accepted: false,
  });
});

test('a penalty for no money is not proposed', () => {
  const [, name, payload, by, now] = PROCEDURE.find(([, each]) => each === 'proposePenalty')!;
  const refused = refusalOf(() => act(caseBefore(name), name, { ...payload, amount: '0' }, by, now));
  expect(refused).toMatchObject({ code: 'penalty.no-amount', kind: 'invalid', details: { field: 'amount' } });
});
