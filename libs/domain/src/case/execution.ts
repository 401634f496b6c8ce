import { z } from 'zod';
import { type Fen, fen, fenText, toFen, yuan } from '../money.js';
import { Refusal } from '../refusal.js';
import { text } from '../text.js';
import { type Day, dayOf, endOf, givenDay } from '../time/instant.js';
import { type CaseEvent, act } from './act.js';
import { nextInstalment, surchargeOf } from './late.js';
import type { CaseFile, Execution } from './file.js';

const STOPS = {
  refund: ['refundPayment'],
  fine: ['finePayment', 'courtApplication', 'demand'],
  surcharge: [],
} as const;

/**
 * 缴款入账: to the fund or to the treasury, never to one pot (条例 45). A fine that was paid late leaves a surcharge to pay
 * (行政处罚法 72). All settled: rectification begins.
 */
export const recordPayment = act(
  'case.collect',
  ['execution'],
  z.strictObject({
    ledger: z.enum(['refund', 'fine', 'surcharge']),
    amount: fenText,
    paidOn: givenDay,
    voucher: text(200).meta({ description: 'Number of the receipt' }),
  }),
  (file, data, context) => {
    const { now } = context;
    const amount = toFen(data.amount);
    const ledgers = requireLedgers(file);
    const { owed, paid } = ledgers[data.ledger] ?? { owed: fen(0n), paid: fen(0n) };
    if (amount === 0n || paid + amount > owed) {
      throw new Refusal(
        'invalid',
        'payment.exceeds-debt',
        {
          zh: `应缴余额为 ${yuan(fen(owed - paid))} 元，入账金额须大于零且不超过余额`,
          en: `${yuan(fen(owed - paid))} yuan is owed; a payment is more than nothing and at most that`,
        },
        { field: 'amount', article: '医疗保障基金使用监督管理条例 第四十五条' },
      );
    }
    if (data.paidOn < dayOf(file.openedAt)) {
      throw new Refusal(
        'invalid',
        'date.too-early',
        { zh: '缴款日期不得早于线索登记', en: 'a payment cannot lie before the lead was recorded' },
        { field: 'paidOn' },
      );
    }
    if (data.paidOn > dayOf(now)) {
      throw new Refusal(
        'invalid',
        'date.in-future',
        { zh: '缴款日期不得晚于今天', en: 'a payment cannot lie in the future' },
        { field: 'paidOn' },
      );
    }
    const settled = paid + amount === owed;
    const execution = data.ledger === 'fine' ? finePaid(file, data.paidOn as Day, amount) : file.execution;
    const entered = { ...ledgers, [data.ledger]: { owed, paid: fen(paid + amount) } };
    const booked: CaseFile = { ...file, ledgers: entered, ...(execution ? { execution } : {}) };
    const after = data.ledger === 'fine' && settled ? withSurcharge(booked, dayOf(now)) : entered;
    const payment: CaseEvent = {
      kind: 'paymentRecorded',
      changes: { ledgers: after, ...(execution ? { execution } : {}) },
      data,
      starts: data.ledger === 'fine' && !settled ? nextInstalment(booked, context) : [],
      stops: settled ? STOPS[data.ledger] : [],
    };
    return allPaid(after) ? [payment, executed(file)] : payment;
  },
);

/** 执行完毕. The order's own day is the limit for rectification. */
export function executed(file: CaseFile): CaseEvent {
  const { decision } = file;
  if (!decision) return { kind: 'executionCompleted', changes: { stage: 'rectification' } };
  const order = {
    clock: 'rectification',
    from: decision.decidedAt,
    due: endOf(decision.rectifyBy),
    article: '责令改正通知书载明的期限',
    certainty: 'own' as const, // the bureau's own order, not a statute's length
    provisional: false,
    calendar: 'order',
  };
  return { kind: 'executionCompleted', changes: { stage: 'rectification' }, starts: [order] };
}

const finePaid = ({ execution }: CaseFile, on: Day, amount: Fen): Execution | undefined =>
  execution && { ...execution, finePaid: [...execution.finePaid, { on, amount }] };

/** The ledgers once the whole fine is in: what came late costs three per cent a day. */
function withSurcharge(file: CaseFile, today: Day): NonNullable<CaseFile['ledgers']> {
  const ledgers = requireLedgers(file);
  const owed = surchargeOf(file, today)?.owed ?? fen(0n);
  return owed > 0n ? { ...ledgers, surcharge: { owed, paid: ledgers.surcharge?.paid ?? fen(0n) } } : ledgers;
}

function requireLedgers(file: CaseFile): NonNullable<CaseFile['ledgers']> {
  if (file.ledgers) return file.ledgers;
  throw new Refusal('conflict', 'case.incomplete', { zh: '尚未送达处罚决定', en: 'the decision was not served' });
}

export const allPaid = (ledgers: CaseFile['ledgers']): boolean =>
  ledgers !== undefined && Object.values(ledgers).every(({ owed, paid }) => owed === paid);
