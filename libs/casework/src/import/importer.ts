import { Refusal } from '@fundguard/domain';
import type { Complaint, Context, Person, ReadRow, RowVerdict, SheetImport } from '@fundguard/domain';
import type { Tx } from '@fundguard/persistence';
import type { Platform } from '../platform.js';

export interface ImportWork {
  readonly platform: Platform;
  readonly owner: Person;
  readonly sheet: SheetImport;
}
export interface ImportScene extends ImportWork {
  readonly tx: Tx;
  readonly context: Context;
}

export interface RowOf extends ReadRow {
  readonly at: number;
}

/** What a row is to put into the books. */
export interface ToWrite<Entry> {
  readonly at: number;
  readonly entry: Entry;
}

/** What is to become of a row, and what it is the same as other rows by. */
export interface Placed<Entry> {
  readonly at: number;
  readonly verdict: RowVerdict;
  readonly key?: string;
  readonly entry?: Entry;
  readonly complaints?: readonly Complaint[];
}

/** One kind of import. Judging writes nothing; writing places each row again, because others wrote meanwhile. */
export interface Importer<Entry> {
  judge(scene: ImportScene, rows: readonly RowOf[]): Promise<readonly Placed<Entry>[]>;
  /** Writes the next rows. Returns how many it took, and whether there are more. */
  write(work: ImportWork): Promise<{ readonly rows: number; readonly more: boolean }>;
}

export const refused = (at: number, heading: string, zh: string, en: string): Placed<never> => ({
  ...{ at, verdict: 'refuse', complaints: [{ heading, zh, en }] },
});

/** Places what could be read, beside what was refused before, in the order of the rows. */
export async function placeAll<Entry>(
  read: readonly (ToWrite<Entry> | Placed<Entry>)[],
  place: (entries: readonly ToWrite<Entry>[]) => Promise<readonly Placed<Entry>[]>,
): Promise<readonly Placed<Entry>[]> {
  const isRefused = (each: ToWrite<Entry> | Placed<Entry>): each is Placed<Entry> => 'verdict' in each;
  const entries = read.filter((each): each is ToWrite<Entry> => !isRefused(each));
  return [...read.filter(isRefused), ...(entries.length > 0 ? await place(entries) : [])];
}

/** Ended between two slices, an import writes no more. */
export function requireImporting({ status }: Pick<SheetImport, 'status'>): void {
  if (status === 'importing') return;
  throw elsewhere();
}

export const elsewhere = () =>
  new Refusal('conflict', 'import.status', { zh: '导入已由他处处理', en: 'the import went on elsewhere' });
