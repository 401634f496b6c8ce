import type { Addressee, Bilingual, Instant } from '@fundguard/domain';
import type { Tx } from './database.js';

export interface NewNotification {
  readonly fileId: string;
  readonly cause: string;
  readonly to: Addressee;
  readonly region: string;
  readonly subject: Bilingual;
  readonly at: Instant;
}

/** Tells people, once each: the same cause told again is a no-op. Returns how many were new. */
export async function notify(tx: Tx, notices: readonly NewNotification[]): Promise<number> {
  if (notices.length === 0) return 0;
  const column = <T>(pick: (notice: NewNotification) => T) => notices.map(pick);
  const rows = await tx.query({
    name: 'notify',
    text: `insert into notification (file_id, cause, addressee, region, subject_zh, subject_en, at)
           select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[])
           on conflict (file_id, cause, addressee) do nothing returning 1`,
    values: [
      column(({ fileId }) => fileId),
      column(({ cause }) => cause),
      column(({ to }) => to),
      column(({ region }) => region),
      column(({ subject }) => subject.zh),
      column(({ subject }) => subject.en),
      column(({ at }) => at),
    ],
  });
  return rows.length;
}
