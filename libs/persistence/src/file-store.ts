import type { Actor, CampaignFile, CaseFile, Instant } from '@fundguard/domain';
import { nextDue } from '@fundguard/domain';
import type { Statement, Tx } from './database.js';
import { toJson } from './json.js';
import { type NewEvent, GENESIS, chain } from './record.js';

/** What a workflow is told of a file, and by which signal. */
export interface Telling {
  readonly workflowId: string;
  readonly kind: 'campaign' | 'case' | 'deadline' | 'job';
  readonly signal: string;
  readonly facts: unknown;
  readonly version: number;
  readonly open: boolean;
}

/** A file locked for one act, with the answer of the command if it already ran. */
export interface LockedFile<File> {
  readonly state: File;
  readonly seq: number;
  readonly head: Buffer;
  readonly ran: { readonly fingerprint: string; readonly answer: unknown } | null;
}

/** Everything one act writes. */
export interface Act<File> {
  readonly before: Pick<LockedFile<File>, 'seq' | 'head'> | undefined;
  readonly after: File;
  readonly events: readonly { readonly kind: string; readonly data: Readonly<Record<string, unknown>> }[];
  readonly actor: Actor;
  readonly at: Instant;
  readonly due: Instant | null;
  readonly command: { readonly id: string; readonly fingerprint: string; readonly answer: unknown };
  readonly telling: Telling;
}

const RAN = `(select jsonb_build_object('fingerprint', encode(c.fingerprint, 'hex'), 'answer', c.answer)
  from command c where c.id = $2) as ran`;

/** Events, the command's answer and the outbox: the same for every file, in the statement that writes the file itself. */
const RECORD = `
  with recorded as (
    insert into event (file_id, seq, region, kind, data, at, due, actor, command_id, prev, hash)
    select $1, e.seq, $2, e.kind, e.data, $3, $4, $5, $6, e.prev, e.hash
      from unnest($7::bigint[], $8::text[], $9::jsonb[], $10::bytea[], $11::bytea[]) as e (seq, kind, data, prev, hash)
  ), answered as (
    insert into command (id, file_id, fingerprint, answer) values ($6, $1, decode($12, 'hex'), $13)
  ), told as (
    insert into workflow_outbox as w (workflow_id, kind, signal, facts, version, open) values ($14, $15, $16, $17, $18, $19)
    on conflict (workflow_id) do update
      set signal = excluded.signal, facts = excluded.facts, version = excluded.version, open = excluded.open
      where w.version < excluded.version
  )`;

const TABLES = {
  case: {
    lock: `select state, seq, head, ${RAN} from case_file where id = $1 for no key update`,
    create: `${RECORD} insert into case_file
      (id, region, number, stage, title, subject_unit, campaign_id, handler, next_due, opened_at, state, version, seq, head)
      values ($1, $2, $26, $20, $21, $27, $28, $22, $23, $3, $24, $18, $29, $25)`,
    // The region too: a lead may go to one below.
    update: `${RECORD} update case_file
      set region = $2, stage = $20, title = $21, handler = $22, next_due = $23, state = $24, head = $25, version = $18, seq = $26
      where id = $1`,
  },
  campaign: {
    lock: `select state, seq, head, ${RAN} from campaign where id = $1 for no key update`,
    create: `${RECORD} insert into campaign (id, region, status, name, start_on, end_on, state, head, plan, version, seq, parent_id, predecessor_id)
      values ($1, $2, $20, $21, $26, $22, $23, $24, $25, $18, $27, $28, $29)`,
    update: `${RECORD} update campaign
      set status = $20, name = $21, end_on = $22, state = $23, head = $24, version = $18, seq = $25 where id = $1`,
  },
};

export async function lockCase(tx: Tx, id: string, command: string): Promise<LockedFile<CaseFile> | undefined> {
  return (
    await tx.query<LockedFile<CaseFile>>({ name: 'lock-case', text: TABLES.case.lock, values: [id, command] })
  )[0];
}

export async function lockCampaign(tx: Tx, id: string, command: string): Promise<LockedFile<CampaignFile> | undefined> {
  return (
    await tx.query<LockedFile<CampaignFile>>({
      name: 'lock-campaign',
      text: TABLES.campaign.lock,
      values: [id, command],
    })
  )[0];
}

/** What a command answered, if it ran: for commands that open a file, when there is none to lock. */
export async function commandThatRan(tx: Tx, id: string): Promise<LockedFile<never>['ran'] | undefined> {
  const rows = await tx.query<NonNullable<LockedFile<never>['ran']>>({
    name: 'command-that-ran',
    text: `select encode(fingerprint, 'hex') as fingerprint, answer from command where id = $1`,
    values: [id],
  });
  return rows[0];
}

/** Writes an act on a case: its events, its answer, what the workflow is to hear, and the file. One round trip. */
export async function saveCase(tx: Tx, act: Act<CaseFile>): Promise<void> {
  const { after, before } = act;
  const { values, seq, head } = record(act);
  const file = [after.stage, after.title, after.handler, nextDue(after) ?? null, toJson(after), head];
  await tx.query(
    before
      ? { name: 'update-case', text: TABLES.case.update, values: [...values, ...file, seq] }
      : createCase(after, [...values, ...file], seq),
  );
}

const createCase = (after: CaseFile, values: readonly unknown[], seq: number): Statement => ({
  name: 'create-case',
  text: TABLES.case.create,
  values: [...values, after.number, after.subject.unit ?? null, after.campaign ?? null, seq],
});

/** Writes an act on a campaign. `plan` is given once, when it is drafted, and pinned. */
export async function saveCampaign(tx: Tx, act: Act<CampaignFile>, plan?: unknown): Promise<void> {
  const { after, before } = act;
  const { values, seq, head } = record(act);
  const file = [after.status, after.name, after.end, toJson(after), head];
  await tx.query(
    before
      ? { name: 'update-campaign', text: TABLES.campaign.update, values: [...values, ...file, seq] }
      : {
          name: 'create-campaign',
          text: TABLES.campaign.create,
          values: [...values, ...file, toJson(plan), after.start, seq, after.parent ?? null, after.predecessor ?? null],
        },
  );
}

function record<File extends { readonly id: string; readonly region: string }>(
  act: Act<File>,
): { values: unknown[]; seq: number; head: Buffer } {
  const { after, before, actor, at, due, command, telling } = act;
  const from = before ?? { seq: 0, head: GENESIS };
  const events: NewEvent[] = act.events.map(({ kind, data }, index) => ({
    file_id: after.id,
    seq: from.seq + index + 1,
    region: after.region,
    kind,
    data,
    at,
    due,
    actor,
    command_id: command.id,
  }));
  const { rows, head } = chain(from.head, events);
  return {
    head,
    seq: from.seq + events.length,
    values: [
      after.id,
      after.region,
      at,
      due,
      toJson(actor),
      command.id,
      rows.map((row) => row.seq),
      rows.map((row) => row.kind),
      rows.map((row) => toJson(row.data)),
      rows.map((row) => row.prev),
      rows.map((row) => row.hash),
      command.fingerprint,
      toJson(command.answer),
      telling.workflowId,
      telling.kind,
      telling.signal,
      toJson(telling.facts),
      telling.version,
      telling.open,
    ],
  };
}
