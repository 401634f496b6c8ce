import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Fen, fen } from '../money.js';
import { refusal } from '../test-people.js';
import { type Day, plusDays } from '../time/instant.js';
import type { Span } from './clock.js';
import { type Payment, surchargeOn } from './surcharge.js';

const DUE = '2023-10-07' as Day;
const plan = (amount: bigint) => [{ due: DUE, amount: fen(amount) }];
const paid = (on: string, amount: bigint): Payment => ({ on: on as Day, amount: fen(amount) });
const owed = (fine: bigint, on: string, payments: Payment[] = [], pauses: Span[] = []) =>
  surchargeOn(plan(fine), payments, pauses, on as Day).owed;

describe('加处罚款 (行政处罚法 72, 73)', () => {
  test('nothing on the last day, three per cent on the first day after it', () => {
    expect([owed(1_000_000n, '2023-10-07'), owed(1_000_000n, '2023-10-08')]).toEqual([0n, 30_000n]);
  });

  test('never more than the fine', () => {
    expect([owed(1_000_000n, '2023-11-09'), owed(1_000_000n, '2024-11-09')]).toEqual([990_000n, 1_000_000n]);
    expect(surchargeOn(plan(1_000_000n), [], [], '2024-01-01' as Day).explanation.at(-1)?.zh).toContain('不得超出');
  });

  test('nothing for the days of a reconsideration or a lawsuit', () => {
    const pauses: Span[] = [
      { kind: 'reconsideration', from: '2023-10-10', until: '2023-10-19' },
      { kind: 'litigation', from: '2023-10-25', until: '2023-10-27' },
    ];
    expect(owed(1_000_000n, '2023-10-31', [], pauses)).toBe(330_000n); // 24 days late, 13 of them paused
  });

  test('payments end it for what they pay', () => {
    expect(owed(1_000_000n, '2023-10-31', [paid('2023-10-07', 1_000_000n)])).toBe(0n);
    expect(owed(1_000_000n, '2023-10-31', [paid('2023-10-09', 400_000n)])).toBe(24_000n + 432_000n);
  });

  test('an instalment is late by its own day, the others are not', () => {
    const instalments = [
      { due: DUE, amount: fen(400_000n) },
      { due: '2023-11-07' as Day, amount: fen(600_000n) },
    ];
    expect(surchargeOn(instalments, [paid('2023-10-09', 400_000n)], [], '2023-11-07' as Day).owed).toBe(24_000n);
    expect(surchargeOn(instalments, [paid('2023-10-07', 400_000n)], [], '2023-11-08' as Day).owed).toBe(18_000n);
  });

  test('pauses that overlap are refused', () => {
    const pauses: Span[] = [
      { kind: 'reconsideration', from: '2023-10-10', until: '2023-10-19' },
      { kind: 'litigation', from: '2023-10-19', until: '2023-10-27' },
    ];
    expect(refusal(() => owed(1n, '2023-11-01', [], pauses))).toBe('exclusion.overlaps');
  });
});

const amount = fc.bigInt({ min: 1n, max: 10n ** 12n });
const later = fc.nat(400).map((days) => plusDays(DUE, days));

test('the surcharge never exceeds the fine, and never falls while nothing is paid', () => {
  fc.assert(
    fc.property(amount, later, fc.nat(50), (fine, on, more) => {
      const [now, then] = [owed(fine, on), owed(fine, plusDays(on, more))];
      return now <= fine && then >= now;
    }),
  );
});

test('no fen is lost over a split: a payment in parts on one day costs what the whole does', () => {
  fc.assert(
    fc.property(
      amount,
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }),
      later,
      (fine, cuts, on) => {
        const marks = [...cuts.map((cut) => (fine * BigInt(Math.round(cut * 1000))) / 1000n), 0n, fine].sort((a, b) =>
          a < b ? -1 : 1,
        );
        const parts = marks
          .slice(1)
          .map((mark, at) => mark - (marks[at] ?? 0n))
          .filter((part) => part > 0n);
        const split = parts.map((part) => paid(on, part as Fen));
        return owed(fine, '2025-01-01', split) === owed(fine, '2025-01-01', [paid(on, fine)]);
      },
    ),
  );
});
