import { expect, test } from '@jest/globals';
import type { Reading } from '../indicator/reading.js';
import { type ComputedTable, cellsOf, differences } from './computed.js';
import { statisticsTable } from './table.js';

const head = { zh: '栏', en: 'Column' };
const leaf = (id: string, value: object) => ({ id, head, value });
const table = (columns: object[], rows: object = { each: 'unit' }) => ({
  ...{ id: 'x', version: 1, title: head, unitLine: '单位：元', filler: '医保局', source: '样表', certainty: 'own' },
  ...{ columns: [leaf('name', { label: true }), ...columns], rows },
});
const complaint = (input: object) => statisticsTable.safeParse(input).error?.issues[0]?.message;

test.each<[string, object, string | undefined]>([
  ['a table in order', table([leaf('a', { indicator: 'problems-found' })]), undefined],
  ['an id used twice', table([leaf('name', { number: true })]), 'the id is used twice'],
  ['a formula over a column that comes later', table([leaf('s', { sum: ['name', 'b'] })]), 'a formula names b'],
  ['fields without records', table([leaf('a', { field: 'name' })]), 'only a table of records has fields'],
  [
    'fines side by side by region',
    table([leaf('a', { indicator: 'fines-paid' })], { each: 'region' }),
    'not set side by side',
  ],
  [
    'a narrowing that the row and the column both give',
    table([leaf('a', { indicator: 'problems-found', among: { kinds: ['pharmacy'] } })], {
      each: 'unit',
      among: { kinds: ['institution'] },
    }),
    'kinds is narrowed by the row and by the column',
  ],
])('%s', (_what, input, expected) => {
  if (expected) expect(complaint(input)).toContain(expected);
  else expect(complaint(input)).toBeUndefined();
});

const count = (part: bigint): Reading => ({ unit: 'count', part, whole: 1n });
test('formulas are exact, and say nothing where one of their cells says nothing', () => {
  const leaves = [
    ...['a', 'b', 'none'].map((id) => ({ id, head, width: 12, value: { indicator: 'problems-found' as const } })),
    { id: 'sum', head, width: 12, value: { sum: ['a', 'b'] } },
    { id: 'left', head, width: 12, value: { difference: ['a', 'b'] as [string, string] } },
    { id: 'share', head, width: 12, value: { share: ['a', 'b'] as [string, string] } },
    { id: 'broken', head, width: 12, value: { sum: ['a', 'none'] } },
  ];
  expect(cellsOf(leaves, { a: count(2n), b: count(3n) })).toEqual(['2', '3', null, '5', '-1', '66.66', null]);
  expect(cellsOf(leaves, { a: count(2n), b: count(0n) })[5]).toBeNull();
});

test('differences are of figures, found by row and column, also when the table grew meanwhile', () => {
  const of = (columns: string[], rows: Record<string, string[]>): ComputedTable => ({
    ...{ table: 'x', version: 1, title: head, unitLine: '', filler: '', asOf: '2023-01-01T00:00:00.000Z' as never },
    columns: columns.map((id) => ({ id, heads: [head], width: 9, unit: id === 'name' ? 'text' : 'count' })),
    rows: Object.entries(rows).map(([key, cells]) => ({ key, label: head, isTotal: false, among: {}, cells })),
  });
  const then = of(['name', 'a'], { one: ['x', '1'], gone: ['y', '2'] });
  const now = of(['b', 'a', 'name'], { new: ['9', '9', 'z'], one: ['9', '3', 'renamed'] });
  expect(differences(then, now)).toEqual([
    { row: 'one', column: 'a', was: '1', is: '3' },
    { row: 'gone', column: 'a', was: '2', is: null },
  ]);
});
