import { describe, expect, test } from '@jest/globals';
import { context, refusal } from '../test-people.js';
import { type Day, beijing } from '../time/instant.js';
import { CASE_ACTS, type CaseActName } from './acts.js';
import { evolveCase } from './evolve.js';
import { caseFacts } from './facts.js';
import type { CaseFile } from './file.js';
import { surchargeOf, windowOf } from './late.js';
import { act, caseBefore, collector, investigator, leader, machine } from './test-case.js';

/** Served on 13 October 2023; 10,000.01 yuan to refund, a fine of 22,000.02 yuan, due on 30 October. */
const served = caseBefore('recordPayment');
const FINE = '2200002';
const doneBy = (file: CaseFile, name: CaseActName, payload: object, by = investigator, now = '2023-11-20 10:00') =>
  act(file, name, payload, by, now);
const pay = (file: CaseFile, ledger: string, amount: string, paidOn: string) =>
  doneBy(file, 'recordPayment', { ledger, amount, paidOn, voucher: 'V' }, collector, `${paidOn} 17:00`);
const remedy = { kind: 'reconsideration', from: '2023-11-01', authority: '甲市人民政府' };
const idOf = (file: CaseFile) => file.execution?.remedies[0]?.id;
const clock = (file: CaseFile, name: string) => file.clocks.find((each) => each.clock === name);
const missed = () => {
  const due = clock(served, 'finePayment')?.due;
  return act(served, 'elapse', { clock: 'finePayment', due }, machine, '2023-10-31 00:00');
};

describe('加处罚款 (行政处罚法 72, 73 III)', () => {
  test('a fine paid in time costs nothing more', () => {
    const file = pay(pay(served, 'refund', '1000001', '2023-10-20'), 'fine', FINE, '2023-10-30');
    expect([file.stage, file.ledgers?.surcharge]).toEqual(['rectification', undefined]);
  });

  test('one paid ten days late costs thirty per cent of it, and the case waits for that too', () => {
    const late = pay(pay(served, 'refund', '1000001', '2023-10-20'), 'fine', FINE, '2023-11-09');
    expect([late.stage, late.ledgers?.surcharge]).toEqual(['execution', { owed: 660_001n, paid: 0n }]);
    expect(pay(late, 'surcharge', '660001', '2023-11-10').stage).toBe('rectification');
  });

  test('not while it is reconsidered: the first mistake', () => {
    const asked = doneBy(served, 'recordRemedy', remedy);
    expect(surchargeOf(asked, '2023-11-20' as Day)?.days).toBe(1); // 31 October alone
    const over = doneBy(asked, 'endRemedy', { remedy: idOf(asked), until: '2023-11-10', outcome: 'upheld' });
    expect(surchargeOf(over, '2023-11-20' as Day)).toMatchObject({ days: 11, owed: 726_001n });
  });

  test('waived by somebody else than the handler, where there is one (行政强制法 42)', () => {
    expect(refusal(() => doneBy(served, 'waiveSurcharge', { reason: '已补救' }, leader))).toBe(
      'surcharge.nothing-owed',
    );
    const late = pay(pay(served, 'refund', '1000001', '2023-10-20'), 'fine', FINE, '2023-11-09');
    expect(doneBy(late, 'waiveSurcharge', { reason: '已补救' }, leader).stage).toBe('rectification');
    const both = { ...leader, account: investigator.account };
    expect(refusal(() => doneBy(late, 'waiveSurcharge', { reason: '已补救' }, both))).toBe('permission.four-eyes');
  });
});

describe('暂缓、分期 (行政处罚法 66 II)', () => {
  const plan = (...instalments: [string, string][]) => ({
    reason: '经营困难',
    instalments: instalments.map(([due, amount]) => ({ due, amount })),
  });
  const split = plan(['2023-12-15', '1200002'], ['2024-01-15', '1000000']);

  test('the next instalment is the limit that runs; a payment moves on to the one after it', () => {
    const deferred = doneBy(missed(), 'deferPayment', split, leader);
    expect(beijing(clock(deferred, 'finePayment')?.due as never)).toBe('2023-12-15T23:59:59+08:00');
    const first = pay(deferred, 'fine', '1200002', '2023-12-14');
    expect(beijing(clock(first, 'finePayment')?.due as never)).toBe('2024-01-15T23:59:59+08:00');
    expect(clock(pay(first, 'fine', '1000000', '2024-01-15'), 'finePayment')).toBeUndefined();
  });

  test('instalments add up to what is left, and lie ahead', () => {
    const attempt = (payload: object) => refusal(() => doneBy(served, 'deferPayment', payload, leader));
    expect(attempt(plan(['2023-12-15', '1']))).toBe('instalments.sum');
    expect(attempt(plan(['2023-11-20', FINE]))).toBe('date.in-past');
    expect(attempt(plan(['2023-12-15', FINE]))).toBeUndefined();
  });

  test('the window for the court then begins when they end: the third mistake', () => {
    const deferred = doneBy(missed(), 'deferPayment', plan(['2024-06-14', FINE]), leader);
    expect(windowOf(deferred.execution as never, context(leader)).closes).toBe('2024-09-14');
    expect(beijing(clock(deferred, 'courtApplication')?.due as never)).toBe('2024-09-14T23:59:59+08:00');
  });
});

describe('申请法院强制执行 (行政强制法 53, 54, 69)', () => {
  const demand = (file: CaseFile) =>
    doneBy(file, 'serveDemand', { servedOn: '2024-04-15', method: 'direct' }, investigator, '2024-04-15 17:00');
  const apply = (file: CaseFile, on: string) =>
    doneBy(file, 'applyToCourt', { on, court: '甲县人民法院' }, investigator, `${on} 17:00`);

  test('three months run from the end of the time for remedies, not from the day for payment: the second mistake', () => {
    const file = missed();
    expect(beijing(clock(file, 'courtApplication')?.due as never)).toBe('2024-07-13T23:59:59+08:00');
    expect(caseFacts(file).timers.map((each) => each.clock)).toContain('courtApplication');
  });

  test('a demand comes first, and ten working days from its service: the third mistake', () => {
    const file = missed();
    expect(refusal(() => apply(file, '2024-05-06'))).toBe('court.outside-window');
    expect(refusal(() => apply(demand(file), '2024-04-29'))).toBe('court.outside-window');
    expect(apply(demand(file), '2024-04-30').execution?.court).toEqual({ on: '2024-04-30', name: '甲县人民法院' });
    expect(refusal(() => apply(demand(file), '2024-07-14'))).toBe('court.outside-window');
  });

  test('a demand that expires opens the way to the court; it is nobody’s limit that was missed', () => {
    const due = clock(demand(missed()), 'demand')?.due ?? '';
    const events = CASE_ACTS.elapse.decide(
      demand(missed()),
      { clock: 'demand', due },
      context(machine, '2024-04-30 00:00'),
    );
    expect(events.map(({ kind }) => kind)).toEqual(['demandExpired']);
    expect(events.reduce(evolveCase, demand(missed())).clocks.map((each) => each.clock)).not.toContain('demand');
  });

  test('not while a lawsuit runs, and after a reconsideration fifteen days later', () => {
    const sued = doneBy(missed(), 'recordRemedy', { ...remedy, kind: 'litigation' });
    expect(refusal(() => apply(demand(sued), '2024-05-06'))).toBe('court.outside-window');
    const asked = doneBy(missed(), 'recordRemedy', remedy);
    const over = doneBy(asked, 'endRemedy', { remedy: idOf(asked), until: '2023-11-10', outcome: 'upheld' });
    expect(windowOf(over.execution as never, context(leader))).toMatchObject({
      remedyEnds: '2023-11-25',
      closes: '2024-02-25',
    });
  });

  test('payment ends it all', () => {
    const file = pay(demand(missed()), 'fine', FINE, '2024-04-20');
    expect(file.clocks.map((each) => each.clock)).toEqual(['refundPayment']);
  });
});

test('a remedy is recorded once at a time, and ends once', () => {
  const asked = doneBy(served, 'recordRemedy', remedy);
  expect(refusal(() => doneBy(asked, 'recordRemedy', remedy))).toBe('remedy.running');
  const over = doneBy(asked, 'endRemedy', { remedy: idOf(asked), until: '2023-11-10', outcome: 'upheld' });
  expect(refusal(() => doneBy(over, 'endRemedy', { remedy: idOf(over), until: '2023-11-10', outcome: 'upheld' }))).toBe(
    'remedy.ended',
  );
  expect(refusal(() => doneBy(served, 'recordRemedy', { ...remedy, from: '2023-10-12' }))).toBe('date.too-early');
  expect(refusal(() => doneBy(served, 'recordRemedy', { ...remedy, from: '2023-11-21' }))).toBe('date.in-future');
});
