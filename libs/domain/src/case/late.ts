import type { Context } from '../act.js';
import type { Span } from '../law/clock.js';
import { type CourtWindow, courtWindow } from '../law/court.js';
import { type Instalment, type Surcharge, surchargeOn } from '../law/surcharge.js';
import { fen } from '../money.js';
import { type Day, endOf } from '../time/instant.js';
import { limit } from './act.js';
import type { CaseClock, CaseFile, Execution } from './file.js';

/** 加处罚款 as of a day; undefined where the file does not know when the fine fell due. */
export function surchargeOf(file: CaseFile, on: Day): Surcharge | undefined {
  const { execution, ledgers } = file;
  if (!execution?.fineDue || !ledgers) return undefined;
  const plan: readonly Instalment[] = execution.plan ?? [{ due: execution.fineDue, amount: ledgers.fine.owed }];
  const paid = ledgers.fine.owed - plan.reduce((sum, { amount }) => sum + amount, 0n);
  const whole = paid > 0n ? [{ due: execution.fineDue, amount: fen(paid) }, ...plan] : plan;
  return surchargeOn(whole, execution.finePaid, pausesOf(execution, on), on);
}

/** 申请法院强制执行的期限 of a case whose decision was served. */
export const windowOf = (execution: Execution, { law, calendar }: Pick<Context, 'law' | 'calendar'>): CourtWindow => {
  const reconsidered = execution.remedies.findLast(({ kind, until }) => kind === 'reconsideration' && until)?.until;
  const deferred = execution.plan
    ?.map(({ due }) => due)
    .sort()
    .at(-1);
  return courtWindow(
    {
      servedOn: execution.servedOn,
      ...(reconsidered ? { reconsideredOn: reconsidered } : {}),
      ...(deferred ? { deferredUntil: deferred } : {}),
      ...(execution.demandedOn ? { demandedOn: execution.demandedOn } : {}),
    },
    law,
    calendar,
  );
};

/** The window for the court as a limit: it runs once the fine was not paid in time, or where it runs already. */
export function courtClock(file: CaseFile, context: Context, begins = false): CaseClock[] {
  const { execution } = file;
  const runs = begins || file.clocks.some(({ clock }) => clock === 'courtApplication');
  if (!execution || !runs || execution.court) return [];
  const { remedyEnds } = windowOf(execution, context);
  const deferred = execution.plan
    ?.map(({ due }) => due)
    .sort()
    .at(-1);
  return [limit(context, 'courtApplication', endOf(deferred && deferred > remedyEnds ? deferred : remedyEnds))];
}

/** The limit of the instalment that is next; the plan sets its day, not the law's length. */
export function nextInstalment({ execution, ledgers }: CaseFile, context: Context): CaseClock[] {
  if (!execution?.plan || !ledgers) return [];
  let covered = ledgers.fine.paid - (ledgers.fine.owed - execution.plan.reduce((sum, { amount }) => sum + amount, 0n));
  for (const { due, amount } of execution.plan.toSorted((one, other) => one.due.localeCompare(other.due))) {
    covered -= amount;
    if (covered >= 0n) continue;
    const legal = limit(context, 'finePayment', endOf(execution.servedOn));
    return [{ ...legal, due: endOf(due), article: '行政处罚法 第六十六条第二款', certainty: 'R', provisional: false }];
  }
  return [];
}

const pausesOf = ({ remedies }: Execution, on: Day): Span[] =>
  remedies.filter(({ from }) => from <= on).map(({ kind, from, until }) => ({ kind, from, until: until ?? on }));
