import { type Fen, fen, times, yuan } from '../money.js';
import type { Bilingual } from '../text.js';
import { type Day, daysBetween, plusDays } from '../time/instant.js';
import type { Span } from './clock.js';
import { requireApart } from './reckon.js';

/** What is to be paid by when; one instalment where there is no plan. */
export interface Instalment {
  readonly due: Day;
  readonly amount: Fen;
}
export interface Payment {
  readonly on: Day;
  readonly amount: Fen;
}

export interface Surcharge {
  readonly owed: Fen;
  /** Days late that count, of the instalment that is longest late. */
  readonly days: number;
  readonly explanation: readonly Bilingual[];
}

const [PERCENT, OF] = [3n, 100n];

/**
 * 加处罚款 (行政处罚法 72 I): three per cent a day of what is late, never more than the fine, and nothing for the days of a
 * reconsideration or a lawsuit (73 III). Payments settle the oldest instalment first. Rounded once, at the end, so that no
 * split of the payments changes it by a fen.
 */
export function surchargeOn(
  plan: readonly Instalment[],
  payments: readonly Payment[],
  pauses: readonly Span[],
  on: Day,
): Surcharge {
  requireApart(pauses);
  const fine = plan.reduce((sum, { amount }) => sum + amount, 0n);
  const late = lateParts(plan, payments, on).map(({ amount, due, until }) => ({
    ...{ amount, due, until },
    days: daysLate(due, until, pauses),
  }));
  const fenDays = late.reduce((sum, { amount, days }) => sum + amount * BigInt(days), 0n);
  const reckoned = times(fen(fenDays), PERCENT, OF);
  const owed = reckoned > fine ? fen(fine) : reckoned;
  return {
    owed,
    days: Math.max(0, ...late.map(({ days }) => days)),
    explanation: [
      ...late.map(lineOf),
      ...(reckoned > fine
        ? [
            {
              zh: `计得 ${yuan(reckoned)} 元，不得超出罚款数额，按 ${yuan(owed)} 元计（行政处罚法 第七十二条）`,
              en: `${yuan(reckoned)} yuan in all, which may not exceed the fine: ${yuan(owed)} yuan (行政处罚法 第七十二条)`,
            },
          ]
        : []),
    ],
  };
}

interface LatePart {
  readonly amount: bigint;
  readonly due: Day;
  /** When it was paid, or the day that is asked about. */
  readonly until: Day;
}

/** Which part of each instalment was paid after its day, and when; what is unpaid is late until the day that is asked about. */
function lateParts(plan: readonly Instalment[], payments: readonly Payment[], on: Day): LatePart[] {
  const left = payments
    .filter((each) => each.on <= on)
    .toSorted((one, other) => one.on.localeCompare(other.on))
    .map(({ on: day, amount }): { on: Day; amount: bigint } => ({ on: day, amount }));
  const parts: LatePart[] = [];
  for (const { due, amount } of plan.toSorted((a, b) => a.due.localeCompare(b.due))) {
    let open: bigint = amount;
    while (open > 0n && left[0]) {
      const [payment] = left;
      const part = payment.amount < open ? payment.amount : open;
      if (payment.on > due) parts.push({ amount: part, due, until: payment.on });
      open -= part;
      payment.amount -= part;
      if (payment.amount === 0n) left.shift();
    }
    if (open > 0n && on > due) parts.push({ amount: open, due, until: on });
  }
  return parts;
}

/** Days after the due day up to the day of payment, without those that are paused. */
function daysLate(due: Day, until: Day, pauses: readonly Span[]): number {
  const first = plusDays(due, 1);
  const paused = pauses.reduce((sum, span) => {
    const from = span.from > first ? span.from : first;
    const to = span.until < until ? span.until : until;
    return from > to ? sum : sum + daysBetween(from as Day, to as Day) + 1;
  }, 0);
  return daysBetween(due, until) - paused;
}

function lineOf({ amount, due, until, days }: LatePart & { readonly days: number }): Bilingual {
  const whole = daysBetween(due, until);
  const surcharge = yuan(times(fen(amount * BigInt(days)), PERCENT, OF));
  const paused = whole - days;
  return {
    zh: `${yuan(fen(amount))} 元自 ${plusDays(due, 1)} 至 ${until} 逾期 ${whole} 日${paused > 0 ? `，其中复议、诉讼期间 ${paused} 日不予计算（行政处罚法 第七十三条第三款）` : ''}，每日百分之三：${surcharge} 元`,
    en: `${yuan(fen(amount))} yuan are late from ${plusDays(due, 1)} to ${until}, ${whole} days${paused > 0 ? `, of which ${paused} of reconsideration or litigation do not count (行政处罚法 第七十三条第三款)` : ''}, at 3 % a day: ${surcharge} yuan`,
  };
}
