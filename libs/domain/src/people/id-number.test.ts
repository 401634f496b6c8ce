import { expect, test } from '@jest/globals';
import { idNumber, maskedIdNumber } from './id-number.js';

test.each(['11010519491231002X', '440524188001010014', ' 11010519491231002x '])('%s is an identity number', (text) => {
  expect(idNumber.safeParse(text).success).toBe(true);
});

test.each([
  ['a wrong check digit', '110105194912310021'],
  ['two digits exchanged', '110105194912301002X'.slice(0, 18)],
  ['seventeen digits', '11010519491231002'],
  ['a letter', '1101051949123100AX'],
  ['nothing', ''],
])('%s is refused', (_what, text) => {
  expect(idNumber.safeParse(text).success).toBe(false);
});

test('masked, it shows the first and the last four', () => {
  expect(maskedIdNumber('11010519491231002X')).toBe('1101**********002X');
});
