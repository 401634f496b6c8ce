import { type Database, EVERYWHERE, type Tx } from './database.js';
import type { Telling } from './file-store.js';
import { toJson } from './json.js';

const UPSERT = `
  insert into workflow_outbox as w (workflow_id, kind, signal, facts, version, open)
  select * from unnest($1::text[], $2::text[], $3::text[], $4::jsonb[], $5::bigint[], $6::boolean[])
  on conflict (workflow_id) do update
    set signal = excluded.signal, facts = excluded.facts, version = excluded.version, open = excluded.open
    where w.version < excluded.version`;

/** Leaves word for many workflows at once. Rows are always locked in the order of their ids, here and in `markSent`. */
export async function tell(tx: Tx, tellings: readonly Telling[]): Promise<void> {
  if (tellings.length === 0) return;
  const inOrder = [...tellings].sort((one, other) => (one.workflowId < other.workflowId ? -1 : 1));
  const column = <T>(pick: (telling: Telling) => T) => inOrder.map(pick);
  await tx.query({
    name: 'tell',
    text: UPSERT,
    values: [
      column(({ workflowId }) => workflowId),
      column(({ kind }) => kind),
      column(({ signal }) => signal),
      column(({ facts }) => toJson(facts)),
      column(({ version }) => version),
      column(({ open }) => open),
    ],
  });
}

/** What has not reached its workflow: of these workflows, or of any. */
export const unsent = (db: Database, limit: number, only?: readonly string[]): Promise<Telling[]> =>
  db.within(EVERYWHERE, (tx) =>
    tx.query<Telling>({
      text: `select workflow_id as "workflowId", kind, signal, facts, version, open from workflow_outbox
             where sent_version < version and ($2::text[] is null or workflow_id = any($2)) order by workflow_id limit $1`,
      values: [limit, only ?? null],
    }),
  );

/** The workflow heard this version; a newer one written meanwhile stays unsent. */
export async function markSent(db: Database, sent: readonly Pick<Telling, 'workflowId' | 'version'>[]): Promise<void> {
  if (sent.length === 0) return;
  await db.within(EVERYWHERE, (tx) =>
    tx.query({
      text: `with locked as (
               select workflow_id from workflow_outbox where workflow_id = any($1) order by workflow_id collate "C" for no key update)
             update workflow_outbox w set sent_version = s.version
             from locked join unnest($1::text[], $2::bigint[]) as s (workflow_id, version) using (workflow_id)
             where w.workflow_id = s.workflow_id and w.sent_version < s.version`,
      values: [sent.map(({ workflowId }) => workflowId), sent.map(({ version }) => version)],
    }),
  );
}

/** Marks every open workflow as never told, so that the relay starts all of them again. Returns how many. */
export const forgetSent = (db: Database): Promise<number> =>
  db.within(EVERYWHERE, async (tx) => {
    const rows = await tx.query({
      text: 'update workflow_outbox set sent_version = 0 where open returning 1',
      values: [],
    });
    return rows.length;
  });
