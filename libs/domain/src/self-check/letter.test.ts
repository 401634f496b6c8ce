import { expect, test } from '@jest/globals';
import { beijingTime } from '../test-people.js';
import { commitmentLetter } from './letter.js';
import type { SelfCheckList } from './list.js';

const both = (zh: string) => ({ zh, en: zh });
const list: SelfCheckList = {
  ...{ id: 'pharmacy', version: 3, name: both('药店自查清单'), kinds: ['pharmacy'], source: '本局', certainty: 'own' },
  samples: [{ id: 'prescriptions', name: both('处方'), percent: 20, source: '本局' }],
  categories: [{ name: both('药品'), points: ['1-1', '1-2'].map((id) => ({ id, text: both(id), basis: '条例' })) }],
  commitment: both('本药店承诺不再违规。'),
};
const answered = {
  list,
  answers: [
    { point: '1-1', found: true },
    { point: '1-2', found: false },
  ],
  samples: [{ sample: 'prescriptions', total: 50, checked: 10 }],
  commitment: { signedBy: '李某', position: '负责人' },
};
const names = {
  ...{ unit: '甲药店', campaign: '专项整治', bureau: '甲县医疗保障局' },
  submittedAt: beijingTime('2023-04-30 00:30'),
};

test.each(['submitted', 'accepted'] as const)(
  'R-SELF-06: a self-check that is %s makes a letter in its list’s words',
  (status) => {
    const letter = commitmentLetter({ ...answered, status }, names);
    expect(letter).toMatchObject({ title: '承诺书', addressee: '甲县医疗保障局：', signature: '甲药店（盖章）' });
    // The day in Beijing: in UTC it is still the day before.
    expect(letter?.date).toBe('2023年4月30日');
    expect(letter?.paragraphs).toContain('本药店承诺不再违规。');
    expect(letter?.paragraphs.join()).toContain('第 3 版），共 2 项要点，发现问题 1 项；处方抽查 10 份（共 50 份）');
    expect(letter?.paragraphs.join()).toContain('李某（负责人）');
  },
);

test('nobody promises by a self-check that was returned', () => {
  expect(commitmentLetter({ ...answered, status: 'returned' }, names)).toBeUndefined();
});
