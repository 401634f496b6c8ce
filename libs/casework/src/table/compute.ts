import {
  type Among,
  type ComputedRow,
  type ComputedTable,
  type Counted,
  type Day,
  type IndicatorId,
  type Instant,
  type Reading,
  STAGE_NAMES,
  type Stage,
  type StatisticsTable,
  type TableLeaf,
  cellsOf,
  columnsOf,
  dayOf,
  enteredReading,
  indicatorOf,
  instant,
  isMeasured,
  leavesOf,
  startOf,
} from '@fundguard/domain';
import {
  type EnteredFigure,
  type Key,
  type Tx,
  measure,
  measureBy,
  participantsAt,
  regionsOf,
  rowsBehind,
} from '@fundguard/persistence';

/** What a table is computed of, and for whom. */
export interface TableScene {
  readonly tx: Tx;
  readonly campaign: string;
  /** The reader's own subtree; the transaction sees every region, because the campaign's record may lie above. */
  readonly region: string;
  readonly asOf: Instant;
  readonly isNow: boolean;
  readonly figures: readonly EnteredFigure[];
  /** Who fills it in: stands for the form's words where the campaign names nobody. */
  readonly filler: string;
}

/** A sheet of more records opens badly, and nobody reads it. */
const MOST_RECORDS = 2_000;

/** 统计表 as of an instant: each figure counted by its indicator, nothing typed in. */
export async function computeTable(table: StatisticsTable, scene: TableScene): Promise<ComputedTable> {
  const leaves = leavesOf(table);
  const rows = 'fixed' in table.rows ? await fixedRows(table, scene) : await eachRow(table, scene);
  const ofAll = table.rows.among ?? {};
  const all = table.total ? [rowOf(TOTAL, ofAll, leaves, await countedIn(ofAll, leaves, scene, true))] : [];
  const { id, version, title, unitLine } = table;
  return {
    ...{ table: id, version, title, unitLine, filler: scene.filler, asOf: scene.asOf },
    columns: columnsOf(table),
    rows: [...rows, ...all.map((row) => ({ ...row, isTotal: true }))],
  };
}

const TOTAL = { key: 'total', label: { zh: '合计', en: 'Total' } };
type Named = Pick<ComputedRow, 'key' | 'label'> & { readonly fields?: Readonly<Record<string, string>> };

/** One row, with what no figure tells: its number, its name, the fields of its record. */
function rowOf(row: Named, among: Among, leaves: readonly TableLeaf[], counted: Counted, number?: number): ComputedRow {
  const { key, label, fields = {} } = row;
  const text = ({ value }: TableLeaf): string | undefined =>
    'label' in value
      ? label.zh
      : 'number' in value
        ? number?.toString()
        : 'field' in value
          ? fields[value.field]
          : undefined;
  const texts = leaves.flatMap((leaf) => {
    const said = text(leaf);
    return said === undefined ? [] : [[leaf.id, said] as const];
  });
  return { key, label, isTotal: false, among, cells: cellsOf(leaves, { ...counted, ...Object.fromEntries(texts) }) };
}

async function fixedRows({ rows, ...table }: StatisticsTable, scene: TableScene): Promise<ComputedRow[]> {
  const leaves = leavesOf(table);
  const made: ComputedRow[] = [];
  for (const { id, label, among } of 'fixed' in rows ? rows.fixed : []) {
    const counted = await countedIn(among, leaves, scene, Object.keys(among).length === 0);
    made.push(rowOf({ key: id, label }, among, leaves, counted, made.length + 1));
  }
  return made;
}

/** The figures of one row. What is entered stands for the whole campaign, and is said where all of it is meant. */
async function countedIn(
  among: Among,
  leaves: readonly TableLeaf[],
  scene: TableScene,
  isWhole: boolean,
): Promise<Counted> {
  const counted: Record<string, Reading | undefined> = {};
  for (const { id, value } of leaves) {
    if (!('indicator' in value)) continue;
    const { indicator } = value;
    if (!isMeasured(indicator)) counted[id] = isWhole ? enteredIn(indicator, scene) : undefined;
    else if (isTold(indicator, scene)) {
      const scope = { ...scene, among: { ...among, ...value.among } };
      counted[id] = (await measure(scene.tx, indicator, scope, [momentOf(value, scene)]))[0];
    }
  }
  return counted;
}

/** A row for each unit, region or record: each column is one statement, however many rows there are. */
async function eachRow(table: StatisticsTable, scene: TableScene): Promise<ComputedRow[]> {
  if ('fixed' in table.rows) return [];
  const { among = {}, each } = table.rows;
  const leaves = leavesOf(table);
  const columns = new Map<string, ReadonlyMap<string, Reading>>();
  for (const { id, value } of leaves) {
    if (!('indicator' in value) || !isMeasured(value.indicator) || !isTold(value.indicator, scene)) continue;
    const scope = { ...scene, among: { ...among, ...value.among } };
    columns.set(id, await measureBy(scene.tx, value.indicator, scope, momentOf(value, scene), KEY[each]));
  }
  const named = await namedRows(table.rows, scene);
  return named.map((row, index) => {
    const counted = leaves.flatMap(({ id, value }) =>
      columns.has(id) && 'indicator' in value
        ? [[id, columns.get(id)?.get(row.key) ?? none(value.indicator)] as const]
        : [],
    );
    const own = each === 'record' ? among : { ...among, [each]: row.key };
    return rowOf(row, own, leaves, Object.fromEntries(counted), index + 1);
  });
}
const KEY = { unit: 'unit', region: 'region', record: 'link' } as const satisfies Record<string, Key>;

const none = (indicator: IndicatorId): Reading => {
  const { unit } = indicatorOf(indicator);
  return { unit, part: 0n, whole: unit === 'percent' ? 0n : 1n };
};

async function namedRows(
  rows: Exclude<StatisticsTable['rows'], { fixed: unknown }>,
  scene: TableScene,
): Promise<Named[]> {
  const { tx, campaign, region, asOf } = scene;
  const { among = {} } = rows;
  if (rows.each === 'region') return regionsOf(tx, campaign, region);
  if (rows.each === 'unit') return participantsAt(tx, { campaign, region, among }, asOf);
  if (!isMeasured(rows.indicator)) return [];
  const found = await rowsBehind(
    tx,
    rows.indicator,
    { campaign, region, among },
    { at: asOf },
    { limit: MOST_RECORDS },
  );
  return found.map(({ link, title, unitName, said }) => ({
    key: link,
    label: { zh: title, en: title },
    fields: {
      ...{ number: said['number'] ?? '', name: said['name'] ?? '', maskedId: said['masked_id'] ?? '' },
      ...{ unitName: unitName ?? '', stage: STAGE_NAMES[said['stage'] as Stage]?.zh ?? '' },
      openedOn: said['at'] ? dayOf(instant(new Date(said['at']))) : '',
    },
  }));
}

const momentOf = (value: TableLeaf['value'], { asOf }: TableScene) => ({
  at: asOf,
  ...('this' in value && value.this === 'month' ? { since: firstOfMonth(asOf) } : {}),
});
export const firstOfMonth = (asOf: Instant): Instant => startOf(`${dayOf(asOf).slice(0, 7)}-01` as Day);

const isTold = (indicator: IndicatorId, { isNow }: TableScene): boolean => isNow || !indicatorOf(indicator).nowOnly;

/** The newest that stands for that day or an earlier one. */
function enteredIn(indicator: IndicatorId, { figures, asOf }: TableScene): Reading | undefined {
  const today = dayOf(asOf);
  const held = figures.find(({ kind, of, on }) => kind === 'value' && of === indicator && on <= today);
  return held && enteredReading(indicatorOf(indicator).unit, held.value);
}
