import { expect, test } from '@jest/globals';
import { fromForm, nameTwice } from './values';

const figures = (...names: string[]) => names.map((name) => ({ name }));

test.each([
  [['核对份数', '核对份数'], '核对份数'],
  [['核对份数', '违规份数', ' 核对份数 '], '核对份数'],
  [['核对份数', '违规份数'], undefined],
  [['', ''], undefined],
  [[], undefined],
])('of the figures %j the name %j stands twice', (names, twice) => {
  expect(nameTwice(figures(...names))).toBe(twice);
});

test('figures nobody filled in are none, and those that were are known by their names', () => {
  const schema = { properties: { figures: { type: 'object', default: {} } } };
  expect(fromForm(schema, {})).toEqual({ figures: {} });
  expect(fromForm(schema, { figures: [{ name: '人次', figure: '3' }] })).toEqual({ figures: { 人次: '3' } });
});
