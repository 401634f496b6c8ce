import { type Fen, fen } from '../money.js';
import { dayOf, endOf } from '../time/instant.js';
import { act, limit } from './act.js';
import { served, servedDay } from './notice.js';

/** 决定书送达. The two ledgers open; refund and fine fall due fifteen days from receipt (行政处罚法 67). */
export const recordService = act('case.handle', ['service'], served, (file, data, context) => {
  const from = endOf(servedDay(data.servedOn, dayOf(context.now)));
  const { refund = fen(0n), fine = fen(0n) } = file.decision?.penalty ?? {};
  // What came in before the case was reopened still counts.
  const earlier = (ledger: 'refund' | 'fine', owed: Fen) => least(file.ledgers?.[ledger].paid ?? fen(0n), owed);
  return {
    kind: 'decisionServed',
    changes: {
      stage: 'execution',
      ledgers: { refund: { owed: refund, paid: earlier('refund', refund) }, fine: { owed: fine, paid: earlier('fine', fine) } },
    },
    data,
    starts: [
      ...(refund > 0n ? [limit(context, 'refundPayment', from)] : []),
      ...(fine > 0n ? [limit(context, 'finePayment', from)] : []),
    ],
    stops: ['service'],
  };
});

const least = (a: Fen, b: Fen): Fen => (a < b ? a : b);
