import { expect, test } from '@jest/globals';
import { pasted } from './pasted';

test('rows of a spreadsheet with marks and amounts', () => {
  const { candidates, refused } = pasted(
    '编号\t姓名\t类别\t费用\r\n1\t甲\t出院\t1,500.50\r\n2\t乙\t在院\t\r\n\t\t\t\r\n3\t丙\t出院\t800\r\n',
  );
  expect(refused).toEqual([]);
  expect(candidates).toEqual([
    { id: '1', name: '甲', marks: { 类别: '出院', 费用: 150_050 } },
    { id: '2', name: '乙', marks: { 类别: '在院' } },
    { id: '3', name: '丙', marks: { 类别: '出院', 费用: 80_000 } },
  ]);
});

test('a column with one word in it is a column of words', () => {
  expect(pasted('编号\t名称\t床位\n1\t甲\t20\n2\t乙\t无').candidates.map(({ marks }) => marks)).toEqual([
    { 床位: '20' },
    { 床位: '无' },
  ]);
});

test('what cannot be used is named by its row', () => {
  expect(pasted('编号\t名称\n1\t甲\n\t乙\n3\t\n1\t丁').refused).toEqual([
    { row: 3, why: 'no-id' },
    { row: 4, why: 'no-name' },
    { row: 5, why: 'twice' },
  ]);
});
