import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { verifyRecord } from '@fundguard/persistence';
import { expect } from '@jest/globals';
import { eventually } from './eventually.js';
import type { Installation } from './processes.js';

export async function rows<Row>({ owner }: Installation, text: string, ...values: unknown[]): Promise<Row[]> {
  return (await owner.query<Row & object>(text, values)).rows;
}

/** What is on a file's record, oldest first. */
export const kindsOf = async (installation: Installation, file: string): Promise<string[]> =>
  (await rows<{ kind: string }>(installation, 'select kind from event where file_id = $1 order by seq', file)).map(
    ({ kind }) => kind,
  );

/** Who was told of a file, by what: `event:1 account:…`. One line a notification. */
export const toldOf = async (installation: Installation, file: string): Promise<string[]> =>
  (
    await rows<{ told: string }>(
      installation,
      `select cause || ' ' || addressee as told from notification where file_id = $1 order by id`,
      file,
    )
  ).map(({ told }) => told);

export async function unheard(installation: Installation): Promise<number> {
  const [row] = await rows<{ left: number }>(
    installation,
    'select count(*) as left from workflow_outbox where sent_version < version',
  );
  return row?.left ?? NaN;
}

/** Every workflow has heard the newest version of its file. */
export const untilHeard = (installation: Installation): Promise<void> =>
  eventually(async () => expect(await unheard(installation)).toBe(0), 300);

/** Each of the leads is on the record once, its workflow heard of it, and its handler was told once. */
export async function expectActedOnce(installation: Installation, leads: readonly string[]): Promise<void> {
  const once = leads.map(() => ({ count: 1 }));
  const perLead = (table: string) =>
    rows(installation, `select count(*) as count from ${table} where file_id = any($1) group by file_id`, leads);
  expect(await perLead('event')).toEqual(once);
  await untilHeard(installation);
  await eventually(async () => expect(await perLead('notification')).toEqual(once), 600);
}

/** The chains are whole and no command left more than its own events. */
export async function expectWholeRecord(installation: Installation): Promise<void> {
  expect((await verifyRecord(installation.db)).broken).toBeUndefined();
  const unanswered = await rows(
    installation,
    'select command_id from event where not exists (select from command c where c.id = command_id)',
  );
  expect(unanswered).toEqual([]);
}

/** Each notification that has an address went there, once; waits for what a killed worker left in the middle. */
export async function expectDeliveredOnce(installation: Installation, tries = 300): Promise<void> {
  await eventually(async () => {
    const left = await rows(
      installation,
      `select n.cause, d.status, d.error from notification n left join delivery d on d.notification_id = n.id
       where not n.planned or d.status <> 'sent'`,
    );
    expect(left).toEqual([]);
  }, tries);
  const sent = await rows<{ id: string }>(installation, 'select id from delivery');
  const mails = readdirSync(join(installation.mailDir, 'new'));
  expect(mails.sort()).toEqual(sent.map(({ id }) => `${id}.eml`).sort());
}

/** The state of a workflow, and `NONE` where there is none. */
export async function statusOf({ client }: Installation, workflowId: string): Promise<string> {
  try {
    return (await client.workflow.getHandle(workflowId).describe()).status.name;
  } catch (error) {
    if (error instanceof Error && error.name === 'WorkflowNotFoundError') return 'NONE';
    throw error;
  }
}
