import { Refusal } from '../refusal.js';
import { type SheetRow, shownIn } from './cell.js';
import { type ImportKind, importFields, importOf } from './kinds.js';

/** A column of the file and what it is taken for: a field, a figure under its own heading, or nothing. */
export interface ColumnUse {
  readonly heading: string;
  readonly field: string | null;
}
export const FIGURE = 'figure';

/** How many rows from the top the headings are looked for in: above them stand titles and dates. */
export const HEADING_WITHIN = 15;

const bare = (heading: string): string => heading.toLowerCase().replaceAll(/[\s*＊:：_\-/（）()【】[\]]/g, '');

const wordsOf = (kind: ImportKind) =>
  importFields(kind).flatMap(({ name, zh, en, also = [] }) =>
    [name, zh, en, ...also].map((word) => [bare(word), name] as const),
  );

/** The row that knows most fields by name is the one with the headings; the first of equals. */
export function headingRow(kind: ImportKind, rows: readonly SheetRow[]): SheetRow | undefined {
  const words = new Map(wordsOf(kind));
  const known = ({ cells }: SheetRow) => new Set(cells.flatMap((cell) => words.get(bare(shownIn(cell))) ?? [])).size;
  return rows
    .slice(0, HEADING_WITHIN)
    .reduce<SheetRow | undefined>((best, row) => (best && known(best) >= known(row) ? best : row), undefined);
}

/** What each column is taken for: as this person took it last time, else by its heading; no field twice. */
export function guessColumns(
  kind: ImportKind,
  headings: readonly string[],
  remembered: Readonly<Record<string, string | null>> = {},
): ColumnUse[] {
  const words = wordsOf(kind);
  const taken = new Set<string>();
  const fields = new Set(importFields(kind).map(({ name }) => name));
  const take = (name: string | null | undefined) => {
    if (!name || !fields.has(name) || taken.has(name)) return undefined;
    taken.add(name);
    return name;
  };
  const exact = headings.map((heading) => {
    const name = bare(heading);
    return heading in remembered ? take(remembered[heading]) : take(words.find(([word]) => word === name)?.[1]);
  });
  return headings.map((heading, at) => {
    if (heading in remembered) return { heading, field: exact[at] ?? (remembered[heading] === FIGURE ? FIGURE : null) };
    const name = bare(heading);
    const near =
      exact[at] ??
      (name === '' ? undefined : take(words.find(([word]) => word.length > 1 && name.includes(word))?.[1]));
    return { heading, field: near ?? (importOf(kind).figures && name !== '' ? FIGURE : null) };
  });
}

/** Refuses a mapping that leaves out what is required, or takes two columns for one field. */
export function requireMapping(kind: ImportKind, columns: readonly ColumnUse[]): void {
  const used = columns.flatMap(({ field }) => (field && field !== FIGURE ? [field] : []));
  const fields = importFields(kind);
  const missing = fields.filter(({ name, isRequired }) => isRequired && !used.includes(name));
  const unknown = used.filter((name) => !fields.some((each) => each.name === name));
  const twice = fields.filter(({ name }) => used.filter((each) => each === name).length > 1);
  if (missing.length > 0)
    throw refuse(
      'import.column-missing',
      `缺少必填列：${missing.map(({ zh }) => zh).join('、')}`,
      `these columns are required: ${missing.map(({ en }) => en).join(', ')}`,
    );
  if (twice.length > 0 || unknown.length > 0)
    throw refuse(
      'import.column-twice',
      `一个字段只能对应一列：${twice.map(({ zh }) => zh).join('、')}`,
      `one column a field: ${[...twice.map(({ en }) => en), ...unknown].join(', ')}`,
    );
  if (columns.some(({ field }) => field === FIGURE) && !importOf(kind).figures)
    throw refuse('import.column-figure', '此类导入没有指标列', 'an import of this kind has no columns of figures');
}

const refuse = (code: string, zh: string, en: string) => new Refusal('invalid', code, { zh, en }, { field: 'columns' });
