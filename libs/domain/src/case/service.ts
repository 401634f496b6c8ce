import { type Fen, fen } from '../money.js';
import { dayOf, endOf } from '../time/instant.js';
import { type CaseEvent, act, limit } from './act.js';
import { allPaid, executed } from './execution.js';
import type { Execution, MoneyLedger } from './file.js';
import { served, servedDay } from './notice.js';

/**
 * 决定书送达. The two ledgers open; refund and fine fall due fifteen days from receipt (行政处罚法 67). What came in
 * before a case was reopened still counts; where nothing is left to pay, rectification begins at once.
 */
export const recordService = act('case.handle', ['service'], served, (file, data, context) => {
  const servedOn = servedDay(data.servedOn, {
    from: dayOf(file.decision?.decidedAt ?? file.openedAt),
    to: dayOf(context.now),
  });
  const from = endOf(servedOn);
  const { refund = fen(0n), fine = fen(0n) } = file.decision?.penalty ?? {};
  const open = (ledger: 'refund' | 'fine', owed: Fen) => ({
    owed,
    paid: least(file.ledgers?.[ledger].paid ?? fen(0n), owed),
  });
  const ledgers = { refund: open('refund', refund), fine: open('fine', fine) };
  const finePayment = isOwed(ledgers.fine) ? [limit(context, 'finePayment', from)] : [];
  const execution: Execution = {
    servedOn,
    finePaid: ledgers.fine.paid > 0n ? [{ on: servedOn, amount: ledgers.fine.paid }] : [],
    remedies: [],
    ...(finePayment[0] ? { fineDue: dayOf(finePayment[0].due) } : {}),
  };
  const service: CaseEvent = {
    kind: 'decisionServed',
    changes: { stage: 'execution', ledgers, execution },
    data,
    starts: [...(isOwed(ledgers.refund) ? [limit(context, 'refundPayment', from)] : []), ...finePayment],
    stops: ['service'],
  };
  return allPaid(ledgers) ? [service, executed(file)] : service;
});

const isOwed = ({ owed, paid }: MoneyLedger): boolean => paid < owed;
const least = (a: Fen, b: Fen): Fen => (a < b ? a : b);
