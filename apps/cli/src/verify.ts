import { openDatabase, verifyRecord } from '@fundguard/persistence';
import { Unmet } from '../../../scripts/say.mjs';
import { findConnections } from './connections.js';
import { verifyDraw } from './verify-draw.js';
import { verifyPackageFile } from './verify-package.js';

export const help = `fundguard verify
fundguard verify draw FILE [--json]
fundguard verify package FILE [--json]

  验证记录链 · proves the record: every event of every campaign and case is chained to the one before it by its hash.
  Names the first link that is broken and exits with 1; exits with 0 when all chains are whole.

  Reads the running product's database, or DATABASE_URL.

  验证抽取 · verify draw does a random draw again from its file alone, without a database: the list, the secret, who was drawn and
  who inspects whom. How, anybody may read in docs/draw.md. Exits with 1 where something does not hold.

  校验卷包 · verify package proves a case that was exported, from its file alone, and names the first event or file that is not as
  it was. How, anybody may read in docs/case-package.md. Exits with 1 where something was altered.`;

export const takesArguments = true;

const REASONS = {
  hash: 'the event is not what was recorded',
  chain: 'it does not follow from the event before it',
  gap: 'an event before it is missing',
  head: 'the file does not end where its record does',
} as const;

export async function run(args: string[]): Promise<number> {
  const [what, file, ...rest] = args.filter((arg) => arg !== '--json');
  if (what === 'draw' && file && rest.length === 0) return verifyDraw(file, args.includes('--json'));
  if (what === 'package' && file && rest.length === 0) return verifyPackageFile(file, args.includes('--json'));
  if (args.length > 0)
    throw new Unmet(
      'Say fundguard verify, or name one file: fundguard verify draw FILE, fundguard verify package FILE.',
    );
  return verifyAll();
}

async function verifyAll(): Promise<number> {
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
