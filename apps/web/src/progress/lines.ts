import type { PlacedColumn, Progress, ProgressSearch, UnitRow } from './queries';
import { FILTERS, awaitsReview, cellKey, has } from './states';

/** One line of the map: a unit, or the heading of a group of them. */
export type Line =
  | { readonly kind: 'unit'; readonly row: UnitRow }
  | { readonly kind: 'group'; readonly group: string; readonly label: string; readonly rows: readonly UnitRow[] };

export const filtered = ({ rows }: Progress, { q, region, kind, state }: ProgressSearch): readonly UnitRow[] =>
  rows.filter(
    (row) =>
      (!q || row.name.includes(q)) &&
      (!region || row.region.startsWith(region)) &&
      (!kind || row.kind === kind) &&
      (!state || has(row.states, FILTERS[state] ?? '')),
  );

/** The reports that any of the units owes. */
export const columnsOf = ({ columns }: Progress, rows: readonly UnitRow[]): readonly PlacedColumn[] =>
  columns
    .map((column, place) => ({ ...column, place }))
    .filter(({ place }) => rows.some(({ states }) => states[place] !== '.'));

/** The reports of these units that a reviewer has yet to look at. */
export const awaitingCells = (rows: readonly UnitRow[], columns: readonly PlacedColumn[]): string[] =>
  rows.flatMap(({ unit, states }) =>
    columns.flatMap((column) => (awaitsReview(states[column.place]) ? [cellKey(unit, column)] : [])),
  );

/** Groups in the order of their neediest unit; within a group the order stays. */
export function linesOf(
  rows: readonly UnitRow[],
  group: string | undefined,
  nameOf: (group: string) => string,
): readonly Line[] {
  const lines = (some: readonly UnitRow[]) => some.map((row): Line => ({ kind: 'unit', row }));
  if (group !== 'region' && group !== 'kind') return lines(rows);
  const groups = new Map<string, UnitRow[]>();
  for (const row of rows) {
    const members = groups.get(row[group]);
    if (members) members.push(row);
    else groups.set(row[group], [row]);
  }
  return [...groups].flatMap(([name, members]) => [
    { kind: 'group', group: name, label: nameOf(name), rows: members },
    ...lines(members),
  ]);
}
