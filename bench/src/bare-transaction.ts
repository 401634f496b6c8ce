import { randomBytes, randomUUID } from 'node:crypto';
import { type OpenedCase, takeTurn } from './cases.js';
import type { Stage } from './stage.js';

interface Row {
  readonly kind: string;
  readonly data: string;
  readonly actor: string;
  readonly answer: string;
  readonly signal: string;
  readonly facts: string;
  readonly stage: string;
  readonly state: string;
}

const STATEMENTS = {
  lock: 'select state::text, seq, head from case_file where id = $1 for no key update',
  event: `insert into event (file_id, seq, region, kind, data, at, actor, command_id, prev, hash)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
  command: 'insert into command (id, file_id, fingerprint, answer) values ($1, $2, $3, $4)',
  outbox: `insert into workflow_outbox as w (workflow_id, kind, signal, facts, version, open) values ($1, 'case', $2, $3, $4, true)
           on conflict (workflow_id) do update set signal = excluded.signal, facts = excluded.facts, version = excluded.version`,
  file: 'update case_file set stage = $2, state = $3, version = $4, seq = $5, head = $6 where id = $1',
};
type Name = keyof typeof STATEMENTS;

/**
 * The rows of a command on a case, written by nothing but pg: one transaction of prepared statements. No decision, no
 * hash, no region, no JSON: the values are those of a real command, taken from the database as text.
 */
export async function bareTransaction(stage: Stage, sample: OpenedCase): Promise<(of: OpenedCase) => Promise<void>> {
  const asked = await written(stage, sample);
  const returned = await written(stage, sample);
  const region = stage.cast.leader.region;
  return async ({ id }) => {
    const client = await stage.bare.connect();
    const run = (name: Name, ...values: unknown[]) => client.query({ name, text: STATEMENTS[name], values });
    try {
      await client.query('begin');
      const { rows } = await run('lock', id);
      const { seq: last, head } = rows[0] as { seq: number; head: Buffer };
      const seq = last + 1;
      const row = seq % 2 === 0 ? asked : returned;
      const [command, hash] = [randomUUID(), randomBytes(32)];
      await run('event', id, seq, region, row.kind, row.data, new Date(), row.actor, command, head, hash);
      await run('command', command, id, hash, row.answer);
      await run('outbox', `case/${id}`, row.signal, row.facts, seq);
      await run('file', id, row.stage, row.state, seq, seq, hash);
      await client.query('commit');
    } finally {
      client.release();
    }
  };
}

/** Takes a turn on the sample and reads what that wrote. */
async function written(stage: Stage, sample: OpenedCase): Promise<Row> {
  await takeTurn(stage, sample);
  const { rows } = await stage.bare.query<Row>(
    `select e.kind, e.data::text, e.actor::text, c.answer::text, w.signal, w.facts::text, f.stage, f.state::text
       from case_file f join event e on e.file_id = f.id and e.seq = f.seq join command c on c.id = e.command_id
       join workflow_outbox w on w.workflow_id = 'case/' || f.id where f.id = $1`,
    [sample.id],
  );
  return rows[0] as Row;
}
