import { expect, test } from '@jest/globals';
import { defaultStringifySearch, parseSearchWith } from '@tanstack/react-router';
import { readValue } from './address';

const read = (address: string): unknown => (parseSearchWith(readValue)(address) as { q: unknown }).q;

test.each([
  ['330106198503174528', '330106198503174528'],
  ['1.50', '1.50'],
  ['%22330106198503174528%22', '330106198503174528'],
  ['2026', 2026],
  ['true', true],
  ['[1,2]', [1, 2]],
  ['叠加', '叠加'],
])('?q=%s is read as %j', (written, value) => {
  expect(read(`?q=${written}`)).toEqual(value);
});

test.each(['330106198503174528', '2026', '1.50', 'true', 'null', '"', '叠加'])(
  'the text %s comes back from an address as it went in',
  (q) => {
    expect(read(defaultStringifySearch({ q }))).toBe(q);
  },
);
