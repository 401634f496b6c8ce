import { indicatorOf } from '../indicator/catalogue.js';
import type { Among, FigureUnit } from '../indicator/indicator.js';
import { type Reading, readingText } from '../indicator/reading.js';
import type { Bilingual } from '../text.js';
import type { Instant } from '../time/instant.js';
import { type StatisticsTable, type TableLeaf, leavesOf } from './table.js';

export interface ComputedColumn {
  readonly id: string;
  /** From the top: a group's head over the column's own. */
  readonly heads: readonly Bilingual[];
  readonly width: number;
  readonly unit: FigureUnit | 'text';
  /** What its cells count, so that each opens to its rows. */
  readonly indicator?: string;
  readonly among?: Among;
  readonly thisMonth?: true;
}

export interface ComputedRow {
  /** The unit, region, record or fixed row. */
  readonly key: string;
  readonly label: Bilingual;
  readonly isTotal: boolean;
  readonly among: Among;
  /** Figures as digits in the column's unit; null where it cannot be said. */
  readonly cells: readonly (string | null)[];
}

/** A table as it stood at an instant, for one region. */
export interface ComputedTable {
  readonly table: string;
  readonly version: number;
  readonly title: Bilingual;
  readonly unitLine: string;
  readonly filler: string;
  readonly asOf: Instant;
  readonly columns: readonly ComputedColumn[];
  readonly rows: readonly ComputedRow[];
}

/** What is counted for a row, by column; a text where the cell is one. */
export type Counted = Readonly<Record<string, Reading | string | undefined>>;

/** The cells of a row: its figures, and the formulas over them, exactly. */
export function cellsOf(leaves: readonly TableLeaf[], counted: Counted): (string | null)[] {
  const known: Record<string, Reading | string | undefined> = {};
  for (const { id, value } of leaves) {
    const read = (column: string): Reading | undefined => {
      const cell = known[column];
      return typeof cell === 'object' ? cell : undefined;
    };
    if ('sum' in value) known[id] = added(value.sum.map(read));
    else if ('difference' in value) known[id] = added([read(value.difference[0]), negated(read(value.difference[1]))]);
    else if ('share' in value) known[id] = shareOf(read(value.share[0]), read(value.share[1]));
    else known[id] = counted[id];
  }
  return leaves.map(({ id }) => {
    const cell = known[id];
    return (typeof cell === 'object' ? readingText(cell) : cell) ?? null;
  });
}

/** Of one unit alone: what cannot be counted leaves the sum unsaid. */
function added(readings: readonly (Reading | undefined)[]): Reading | undefined {
  const [first] = readings;
  if (!first) return undefined;
  let part = 0n;
  for (const each of readings) {
    if (!each || each.unit !== first.unit || each.whole !== first.whole) return undefined;
    part += each.part;
  }
  return { ...first, part };
}
const negated = (reading: Reading | undefined): Reading | undefined => reading && { ...reading, part: -reading.part };
const shareOf = (part: Reading | undefined, whole: Reading | undefined): Reading | undefined =>
  part && whole && part.unit === whole.unit ? { unit: 'percent', part: part.part, whole: whole.part } : undefined;

/** The columns with their heads and units, as they are shown. */
export function columnsOf(table: StatisticsTable): ComputedColumn[] {
  const units = new Map<string, FigureUnit | 'text'>();
  for (const { id, value } of leavesOf(table)) units.set(id, unitOf(value, units));
  return table.columns.flatMap((column) => {
    const [group, leaves] = 'columns' in column ? [[column.head], column.columns] : [[], [column]];
    return leaves.map(({ id, head, width, value }) => ({
      ...{ id, heads: [...group, head], width, unit: units.get(id) ?? ('text' as const) },
      ...('indicator' in value
        ? {
            indicator: value.indicator,
            ...(value.among ? { among: value.among } : {}),
            ...(value.this ? { thisMonth: true as const } : {}),
          }
        : {}),
    }));
  });
}

function unitOf(value: TableLeaf['value'], known: ReadonlyMap<string, FigureUnit | 'text'>): FigureUnit | 'text' {
  if ('indicator' in value) return indicatorOf(value.indicator).unit;
  if ('number' in value) return 'count';
  if ('share' in value) return 'percent';
  const [first] = 'sum' in value ? value.sum : 'difference' in value ? value.difference : [];
  return (first === undefined ? undefined : known.get(first)) ?? 'text';
}

/** Cells whose figure is another now than in the copy that was signed off, by row and column. */
export function differences(then: ComputedTable, now: ComputedTable) {
  const rows = new Map(now.rows.map((row) => [row.key, row]));
  return then.rows.flatMap((row) =>
    then.columns.flatMap(({ id, unit }, index) => {
      const place = now.columns.findIndex((column) => column.id === id);
      const [was, is] = [row.cells[index] ?? null, rows.get(row.key)?.cells[place] ?? null];
      return unit === 'text' || was === is ? [] : [{ row: row.key, column: id, was, is }];
    }),
  );
}
