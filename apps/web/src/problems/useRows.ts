import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { dropDraft, keepDraft, readDraft } from '../acts/draft';
import { actOf } from '../acts/schema';
import { send } from '../api/api';
import { today } from '../parts/time';
import { type ColumnName, type DraftRow, emptyRow, isEmpty, laid, read } from './rows';

const newKey = () => crypto.randomUUID();

/** What became of sending. The rows that were refused stay where they are, each with why. */
export interface Sent {
  readonly entered: number;
  readonly refused: Readonly<Record<string, unknown>>;
}

/** The rows of the table, kept in this browser until they are on the ledger: a closed tab loses none. */
export function useRows(draft: string, fixed: object) {
  const client = useQueryClient();
  const [rows, setRows] = useState<readonly DraftRow[]>(() => keptRows(draft));
  const [sent, setSent] = useState<Sent>();
  const [isSending, setSending] = useState(false);

  const keep = (after: readonly DraftRow[]) => {
    setRows(after);
    keepDraft(draft, { rows: after });
  };
  const write = (key: string, column: ColumnName, value: string) =>
    // A changed row is another command: its key is another too.
    keep(rows.map((row) => (row.key === key ? { ...row, [column]: value, key: newKey() } : row)));
  const paste = (cells: readonly (readonly string[])[], from: { row: number; column: ColumnName }): number => {
    const { rows: after, left } = laid(rows, cells, from, newKey);
    keep(after.map((row, at) => (row === rows[at] ? row : { ...row, key: newKey() })));
    return left;
  };

  /** One after the other, each with its own key: sent twice a row is entered once. */
  const enter = async (): Promise<Sent> => {
    setSending(true);
    const { method, path } = actOf('enterProblem');
    const refused: Record<string, unknown> = {};
    let left = rows.filter((row) => !isEmpty(row));
    let entered = 0;
    for (const row of left) {
      const { entry } = read(row, today());
      if (!entry) continue;
      try {
        await send(method, path, { ...fixed, ...entry, source: 'selfCheck' }, { 'idempotency-key': row.key });
        entered += 1;
        left = left.filter((each) => each !== row);
        keep(left);
      } catch (error) {
        refused[row.key] = error;
      }
    }
    if (left.length === 0) {
      dropDraft(draft);
      setRows([emptyRow(newKey())]);
    }
    setSending(false);
    setSent({ entered, refused });
    void client.invalidateQueries();
    return { entered, refused };
  };

  return {
    ...{ rows, sent, isSending, write, paste, enter },
    add: () => keep([...rows, emptyRow(newKey())]),
    drop: (key: string) => keep(rows.length > 1 ? rows.filter((row) => row.key !== key) : [emptyRow(newKey())]),
  };
}

function keptRows(draft: string): readonly DraftRow[] {
  const kept = readDraft(draft)?.['rows'];
  return Array.isArray(kept) && kept.length > 0 ? (kept as DraftRow[]) : [emptyRow(newKey())];
}
