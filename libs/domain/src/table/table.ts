import { z } from 'zod';
import { slug } from '../campaign/plan-day.js';
import { indicatorId, indicatorOf } from '../indicator/catalogue.js';
import { type Among, among } from '../indicator/indicator.js';
import { certainty } from '../law/clock.js';
import { bilingual } from '../text.js';

/** What a row of records can show of each, beside its figures. */
export const RECORD_FIELDS = ['number', 'name', 'maskedId', 'unitName', 'stage', 'openedOn'] as const;

const narrowed = among.omit({ unit: true, region: true });

/** 单元格: an indicator narrowed to its row, or a formula over other cells of the row. Nothing is typed in (R-STAT-11). */
const value = z.union([
  z.strictObject({ number: z.literal(true) }).meta({ description: '序号' }),
  z.strictObject({ label: z.literal(true) }).meta({ description: 'What the row is of' }),
  z.strictObject({ field: z.enum(RECORD_FIELDS) }),
  z.strictObject({ blank: z.literal(true) }).meta({ description: '备注: left for the hand' }),
  z.strictObject({ indicator: indicatorId, among: narrowed.optional(), this: z.literal('month').optional() }),
  z.strictObject({ sum: z.array(slug).min(2) }),
  z.strictObject({ difference: z.tuple([slug, slug]) }),
  z.strictObject({ share: z.tuple([slug, slug]).meta({ description: 'The first in percent of the second' }) }),
]);
export type CellValue = z.infer<typeof value>;

const leaf = z.strictObject({
  id: slug,
  head: bilingual,
  width: z.int().min(4).max(60).default(12).meta({ description: 'In characters' }),
  value,
});
const group = z.strictObject({ head: bilingual, columns: z.array(leaf).min(1) });
export type TableLeaf = z.infer<typeof leaf>;
const columns = z.array(z.union([leaf, group])).min(2);

const rows = z.union([
  z.strictObject({ each: z.literal('unit'), among: narrowed.optional() }),
  z.strictObject({ each: z.literal('region'), among: narrowed.optional() }),
  z.strictObject({ each: z.literal('record'), indicator: indicatorId, among: narrowed.optional() }),
  z.strictObject({
    fixed: z.array(z.strictObject({ id: slug, label: bilingual, among: narrowed })).min(1),
    among: narrowed.optional().meta({ description: 'What the total is of' }),
  }),
]);

/** 统计表 as data (R-STAT-04): its heads, its rows and what each cell counts. */
export const statisticsTable = z
  .strictObject({
    id: slug,
    version: z.int().positive(),
    title: bilingual,
    /** The plans whose table it is; without any it serves every campaign. */
    plans: z.array(slug).optional(),
    unitLine: z.string().min(1).meta({ description: '单位：家、件、元' }),
    filler: z.string().min(1).meta({ description: '填报单位, where the form names it' }),
    source: z.string().min(1),
    /** How sure we are of the columns: a form whose columns were not published has our own. */
    certainty,
    columns,
    rows,
    total: z.boolean().default(false),
    notes: z.array(z.string()).default([]),
  })
  .superRefine((table, issue) =>
    faults(table).forEach(({ path, message }) => issue.addIssue({ code: 'custom', path: [...path], message })),
  )
  .meta({ id: 'StatisticsTable' });
export type StatisticsTable = z.infer<typeof statisticsTable>;

type Rows = z.output<typeof rows>;
interface Columns {
  readonly columns: z.output<typeof columns>;
  readonly rows: Rows;
}
export const leavesOf = ({ columns: all }: Pick<Columns, 'columns'>): readonly TableLeaf[] =>
  all.flatMap((column) => ('columns' in column ? column.columns : [column]));

interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function faults({ columns: all, rows: of }: Columns): Fault[] {
  const leaves = leavesOf({ columns: all });
  return leaves.flatMap((each, index) => {
    const path = ['columns', index, each.id];
    const earlier = new Set(leaves.slice(0, index).map(({ id }) => id));
    return [
      ...(earlier.has(each.id) ? [`标识 ${each.id} 重复 · the id is used twice`] : []),
      ...operands(each.value)
        .filter((id) => !earlier.has(id))
        .map((id) => `公式引用的列 ${id} 须在其之前 · a formula names ${id}, which must stand before it`),
      ...('field' in each.value && !('each' in of && of.each === 'record')
        ? ['仅逐件列表可用 field · only a table of records has fields']
        : []),
      ...misplaced(each.value, of),
    ].map((message) => ({ path, message }));
  });
}

function misplaced(cell: CellValue, of: Rows): string[] {
  if (!('indicator' in cell)) return [];
  const { notCompared, name } = indicatorOf(cell.indicator);
  const own = Object.keys(cell.among ?? {});
  const ofRows = [of.among ?? {}, ...('fixed' in of ? of.fixed.map((row) => row.among) : [])];
  const both = own.filter((key) => ofRows.some((row: Among) => row[key as keyof Among] !== undefined));
  return [
    ...(notCompared && 'each' in of && of.each === 'region'
      ? [`“${name.zh}”不按地区列示 · ${name.en}: fines are not set side by side by region`]
      : []),
    ...both.map((key) => `${key} 在行和列中重复限定 · ${key} is narrowed by the row and by the column`),
  ];
}

export const operands = (cell: CellValue): readonly string[] =>
  'sum' in cell ? cell.sum : 'difference' in cell ? cell.difference : 'share' in cell ? cell.share : [];
