import { type CaseEvent, type CaseFile, toFen } from '@fundguard/domain';
import type { Tx } from '@fundguard/persistence';

/** Payments as rows of their ledger, beside the file that sums them. */
export async function recordMoney(
  tx: Tx,
  file: CaseFile,
  firstSeq: number,
  events: readonly CaseEvent[],
): Promise<void> {
  for (const [index, { kind, data }] of events.entries()) {
    if (kind !== 'paymentRecorded') continue;
    const { ledger, amount, paidOn, voucher } = data as {
      ledger: string;
      amount: string;
      paidOn: string;
      voucher: string;
    };
    await tx.query({
      text: 'insert into money_entry (case_id, seq, ledger, region, amount, paid_on, voucher) values ($1, $2, $3, $4, $5, $6, $7)',
      values: [file.id, firstSeq + index, ledger, file.region, toFen(amount), paidOn, voucher],
    });
  }
}
