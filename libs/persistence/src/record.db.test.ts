import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { instant } from '@fundguard/domain';
import { EVERYWHERE } from './database.js';
import { type RecordedEvent, eventHash, eventsOf } from './record.js';
import { type TestDatabase, testDatabase } from './test-database.js';
import { campaign, happen, install } from './test-record.js';
import { verifyRecord } from './verify.js';

const file = campaign();
const LENGTH = 6;

let base: TestDatabase;
beforeAll(async () => {
  base = await testDatabase();
  await install(base.db);
  for (let seq = 1; seq <= LENGTH; seq += 1)
    await happen(base.db, file, 'phaseClosed', { seq, refund: 10n ** 15n, note: '阶段' });
  await base.owner.query('create table untouched as select * from event');
});
afterAll(() => base?.drop());

describe('the record is append-only', () => {
  test.each(['update event set kind = kind', 'delete from event', 'truncate event', 'truncate event cascade'])(
    '%s is refused to its owner and to the application',
    async (statement) => {
      await expect(base.owner.query(statement)).rejects.toThrow('the record is append-only');
      const app = base.db.within(EVERYWHERE, (tx) => tx.query({ text: statement, values: [] }));
      await expect(app).rejects.toThrow('permission denied');
    },
  );

  test.each([
    'update command set answer = answer',
    'delete from command',
    'delete from campaign',
    'delete from case_file',
  ])('%s is refused to the application', async (statement) => {
    const app = base.db.within(EVERYWHERE, (tx) => tx.query({ text: statement, values: [] }));
    await expect(app).rejects.toThrow('permission denied');
  });
});

/** What somebody could do who owns the database and says so first. */
describe('somebody who tampers with the record is found out at the first link', () => {
  const tamper = async (...statements: string[]) => {
    await base.owner.query('alter table event disable trigger all');
    for (const statement of statements) await base.owner.query(statement);
  };
  afterEach(async () => {
    await tamper('delete from event', 'insert into event select * from untouched');
    await base.owner.query('alter table event enable trigger all');
    expect(await verifyRecord(base.db)).toEqual({ files: 1, events: LENGTH });
  });

  test.each<readonly [string, string, number, string]>([
    ['changed what happened', `update event set data = jsonb_set(data, '{note}', '"另"') where seq = 3`, 3, 'hash'],
    ['changed an amount', `update event set data = jsonb_set(data, '{refund,$fen}', '"1"') where seq = 3`, 3, 'hash'],
    ['changed when', `update event set at = at + interval '1 ms' where seq = 1`, 1, 'hash'],
    ['changed who', `update event set actor = '{"kind": "person", "name": "另一人"}' where seq = 6`, 6, 'hash'],
    ['moved it to another region', `update event set region = '/990000/990002/' where seq = 2`, 2, 'hash'],
    ['took one out', `delete from event where seq = 3`, 4, 'gap'],
    ['took the first out', `delete from event where seq = 1`, 2, 'gap'],
    ['took the last out', `delete from event where seq = 6`, 5, 'head'],
    ['took all out', `delete from event`, 0, 'head'],
    [
      'put one in',
      `insert into event select file_id, 7, region, kind, data, at, due, actor, command_id, hash, hash from event where seq = 6`,
      7,
      'hash',
    ],
  ])('who %s', async (_what, statement, seq, reason) => {
    await tamper(statement);
    expect((await verifyRecord(base.db)).broken).toEqual({ fileId: file.id, seq, reason });
  });

  /** Changes one event and computes its hash anew, as somebody would who knows how it is made. */
  async function rehash(seq: number): Promise<void> {
    const all = await base.db.within(EVERYWHERE, (tx) => eventsOf(tx, file.id, 0, 100));
    const event = { ...(all[seq - 1] as RecordedEvent), kind: 'phaseOpened' };
    const hash = eventHash(event.prev, { ...event, at: instant(event.at), due: null });
    await tamper(`update event set kind = 'phaseOpened', hash = '\\x${hash.toString('hex')}' where seq = ${seq}`);
  }

  test('who computes one hash anew breaks the link after it', async () => {
    await rehash(3);
    expect((await verifyRecord(base.db)).broken).toEqual({ fileId: file.id, seq: 4, reason: 'chain' });
  });

  test('who computes the last hash anew does not match the head of the file', async () => {
    await rehash(LENGTH);
    expect((await verifyRecord(base.db)).broken).toEqual({ fileId: file.id, seq: LENGTH, reason: 'head' });
  });

  test('who adds a record of a file that never was', async () => {
    await tamper(
      `insert into event select gen_random_uuid(), seq, region, kind, data, at, due, actor, command_id, prev, hash from event where seq = 1`,
    );
    expect((await verifyRecord(base.db)).broken).toMatchObject({ reason: 'hash', seq: 1 });
  });
});

test('whatever is written down is hashed the same when it is read again', async () => {
  const other = campaign();
  const isStored = (text: string) => !text.includes('\\u0000');
  const values = fc.sample(fc.jsonValue(), 200).filter((value) => isStored(JSON.stringify(value)));
  for (const value of values) await happen(base.db, other, 'phaseClosed', { value });
  await happen(base.db, other, 'phaseClosed', { figures: { $fen: 'no money' }, both: { $fen: '1', other: '2' } });
  expect(await verifyRecord(base.db)).toEqual({ files: 2, events: LENGTH + values.length + 1 });
  const [last] = await base.db.within(EVERYWHERE, (tx) => eventsOf(tx, other.id, values.length, 1));
  expect(last?.data).toEqual({ figures: { $fen: 'no money' }, both: { $fen: '1', other: '2' } });
});

test('a record that goes on while it is proven is whole', async () => {
  const busy = campaign();
  await happen(base.db, busy, 'phaseClosed');
  let proven = false;
  const goesOn = (async () => {
    while (!proven) await happen(base.db, busy, 'phaseClosed');
  })();
  for (let round = 0; round < 20; round += 1) expect((await verifyRecord(base.db)).broken).toBeUndefined();
  proven = true;
  await goesOn;
});
