import { expect, test } from '@jest/globals';
import { idNumber, maskIdNumbers, maskedIdNumber } from './id-number.js';

test.each([
  '11010519491231002X',
  '440524188001010014',
  ' 11010519491231002x ',
  '110105 19491231 002X',
  '１１０１０５１９４９１２３１００２Ｘ',
])('%s is an identity number', (text) => {
  expect(idNumber.safeParse(text).success).toBe(true);
});

test.each([
  ['a wrong check digit', '110105194912310021'],
  ['two digits exchanged', '110105194912301002X'.slice(0, 18)],
  ['seventeen digits', '11010519491231002'],
  ['a letter', '1101051949123100AX'],
  ['a day of birth that is none', '11010519491331002X'],
  ['nothing', ''],
])('%s is refused', (_what, text) => {
  expect(idNumber.safeParse(text).success).toBe(false);
});

test('masked, it shows the first and the last four', () => {
  expect(maskedIdNumber('11010519491231002X')).toBe('1101**********002X');
});

test('a text loses the numbers in it, and nothing else', () => {
  expect(maskIdNumbers('张某 11010519491231002x 和 440524188001010014')).toBe(
    '张某 1101**********002X 和 4405**********0014',
  );
  expect(maskIdNumbers('1234567890123456789 〔2026〕1号')).toBe('1234567890123456789 〔2026〕1号');
});
