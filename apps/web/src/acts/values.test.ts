import { expect, test } from '@jest/globals';
import { nameTwice } from './values';

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
