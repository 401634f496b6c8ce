import { openDatabase, verifyRecord } from '@fundguard/persistence';
import { findConnections } from './connections.js';

export const help = `fundguard verify

  验证记录链 · proves the record: every event of every campaign and case is chained to the one before it by its hash.
  Names the first link that is broken and exits with 1; exits with 0 when all chains are whole.

  Reads the running product's database, or DATABASE_URL.`;

const REASONS = {
  hash: 'the event is not what was recorded',
  chain: 'it does not follow from the event before it',
  gap: 'an event before it is missing',
  head: 'the file does not end where its record does',
} as const;

export async function run(): Promise<number> {
  const db = await openDatabase(findConnections().databaseUrl, 1);
  try {
    const { files, events, broken } = await verifyRecord(
      db,
      (count) => process.stderr.isTTY && process.stderr.write(`\r${count} …`),
    );
    if (!broken) {
      console.log(
        `${files} 份档案，${events} 条记录，链完整 ✓ · ${files} files, ${events} events: every chain is whole`,
      );
      return 0;
    }
    const { fileId, seq, reason } = broken;
    console.log(`✕ 档案 ${fileId} 第 ${seq} 条断链 · file ${fileId}, event ${seq}: ${REASONS[reason]}`);
    return 1;
  } finally {
    await db.close();
  }
}
