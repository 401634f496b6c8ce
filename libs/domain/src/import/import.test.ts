import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Refusal } from '../refusal.js';
import type { SheetCell } from './cell.js';
import { cellDay, cellYuan } from './fields.js';
import { IMPORT_KINDS, importFields } from './kinds.js';
import { FIGURE, guessColumns, headingRow, requireMapping } from './mapping.js';
import { readRow } from './row.js';

const fenOf = (text: string) => cellYuan.safeParse(text).data;

test.each([
  ['0', 0n],
  ['12', 1200n],
  ['0.1', 10n],
  ['1,234.50', 123450n],
  ['1，234.5', 123450n],
  ['¥38640.5元', 3864050n],
  ['1234567890123.45', 123456789012345n],
  ['1.100', 110n],
])('%s yuan is %s fen', (text, expected) => {
  expect(fenOf(text)).toBe(expected);
});

test.each(['', '-1', '1.005', '1,23', '一百', '1e3', '0x10', '12345678901234', 'NaN', '1.2.3', '12 万'])(
  '"%s" is no amount',
  (text) => {
    expect(fenOf(text)).toBeUndefined();
  },
);

test('whatever amount is written down is read back, to the fen', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }), (fen) => {
      const text = `${fen / 100n}.${(fen % 100n).toString().padStart(2, '0')}`;
      const grouped = text.replaceAll(/\B(?=(\d{3})+\.)/g, ',');
      expect([fenOf(text), fenOf(grouped)]).toEqual([fen, fen]);
    }),
  );
});

test.each([
  '2023-03-05',
  '2023/3/5',
  '2023.3.5',
  '2023年3月5日',
  '2023年03月05日',
  '20230305',
  '44990',
  '2023-03-05 17:00',
])('%s is the fifth of March 2023', (text) => {
  expect(cellDay.safeParse(text).data).toBe('2023-03-05');
});

test.each(['2023-02-30', '5/3/2023', '3月5日', '1999-12-31', '12345', '明天', '2023年13月1日'])(
  '%s is no day',
  (text) => {
    expect(cellDay.safeParse(text).success).toBe(false);
  },
);

test('every field has words in both languages, and its example can be taken', () => {
  for (const kind of IMPORT_KINDS) {
    const fields = importFields(kind);
    const columns = fields.map(({ name, zh }) => ({ heading: zh, field: name }));
    expect(fields.flatMap(({ zh, en }) => [zh, en]).filter((word) => word === '')).toEqual([]);
    expect(
      readRow(
        kind,
        columns,
        fields.map(({ example }) => example),
      ).complaints,
    ).toEqual([]);
  }
});

const rows = (...lines: SheetCell[][]) => lines.map((cells, at) => ({ at: at + 1, cells }));

test('headings stand under a title, and are known by other names; what is unknown is left out', () => {
  const sheet = rows(
    ['2026 年问题台账'],
    ['填表日期', '2026-11-22'],
    ['被检查单位', '违规类型', '存在问题', '违规金额（元）', '整改时限', '备注'],
  );
  const found = headingRow('problems', sheet);
  expect(found?.at).toBe(3);
  const columns = guessColumns('problems', (found?.cells ?? []).map(String));
  expect(columns.map(({ field }) => field)).toEqual(['unit', 'category', 'what', 'amount', 'due', null]);
  expect(() => requireMapping('problems', columns)).not.toThrow();
});

test('no field is taken twice; what this person chose last time comes first; unknown columns of reports are figures', () => {
  expect(guessColumns('units', ['机构名称', '单位名称', '机构编码', '统筹区']).map(({ field }) => field)).toEqual([
    'name',
    null,
    'code',
    'region',
  ]);
  expect(guessColumns('units', ['甲', '机构名称'], { 甲: 'name' }).map(({ field }) => field)).toEqual(['name', null]);
  expect(guessColumns('reports', ['单位', '内容', '检查家数', '']).map(({ field }) => field)).toEqual([
    'unit',
    'content',
    FIGURE,
    null,
  ]);
});

test('a mapping without a required column, or with one twice, is refused by its name', () => {
  const refusal = (fields: (string | null)[]) => {
    try {
      requireMapping(
        'problems',
        fields.map((field, at) => ({ heading: String(at), field })),
      );
      return undefined;
    } catch (error) {
      return error instanceof Refusal ? [error.code, error.text.zh] : error;
    }
  };
  expect(refusal(['unit', 'category', 'what'])).toEqual(['import.column-missing', '缺少必填列：整改期限']);
  expect(refusal(['category', 'what', 'due', 'due'])?.[0 as never]).toBe('import.column-twice');
  expect(refusal(['category', 'what', 'due', FIGURE])?.[0 as never]).toBe('import.column-figure');
});

test('every cell of a row that cannot be taken is complained of under its heading, in both languages', () => {
  const headings = ['单位', '类别', '问题描述', '金额', '限期'];
  const columns = guessColumns('problems', headings);
  const { complaints } = readRow('problems', columns, [
    { not: 'formula', shown: '甲县人民医院' },
    '',
    '重复\uFFFD收费',
    '12.345',
    '2023-02-30',
  ]);
  expect(complaints.map(({ heading, zh }) => `${heading}：${zh}`)).toEqual([
    '单位：单元格是公式，不是填报的值；请复制后“选择性粘贴为数值”',
    '问题描述：含有无法识别的字符，请核对编码',
    '类别：必填，不能为空',
    '金额：不是金额：应为不少于零的元数，最多两位小数',
    '限期：不是有效日期，应如 2026-11-26 或 2026年11月26日',
  ]);
  expect(complaints.every(({ en }) => /^[\x20-\x7e]+$/.test(en))).toBe(true);
});

test('a row that can be taken gives its values; figures keep their headings and their text', () => {
  const columns = guessColumns('reports', ['单位', '报送内容', '零报告', '检查家数', '追回（元）']);
  expect(readRow('reports', columns, ['甲', '检查三家', '否', '3', '1,000.50'])).toEqual({
    values: { unit: '甲', content: '检查三家', zero: 'no' },
    figures: { 检查家数: '3', '追回（元）': '1,000.50' },
    complaints: [],
  });
});
