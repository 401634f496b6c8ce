import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { refusalOf } from '../test-people.js';
import { type Known, type MarkKind, anonymise, marksIn, requireAnonymous } from './anonymise.js';
import { initialled, namesIn } from './names.js';

const KNOWN: Known = { persons: ['张三丰', '欧阳小明'], institutions: ['甲县人民医院'] };
const kinds = (text: string, known: Known = KNOWN, mode: 'named' | 'masked' = 'masked'): MarkKind[] =>
  marksIn(text, known, mode).map(({ kind }) => kind);

test.each([
  ['患者张三丰住院', '患者张某住院'],
  ['欧阳小明出具处方', '欧阳某出具处方'],
  ['张 三 丰在场', '张某在场'],
  ['身份证号为330102199001011234，住院', '身份证号为（身份证号略），住院'],
  ['身份证 33010219900101123X。', '身份证 （身份证号略）。'],
  ['身份证 ３３０１０２１９９００１０１１２３Ｘ。', '身份证 （身份证号略）。'],
  ['证件330102 19900101 1234。', '证件（身份证号略）。'],
  ['旧证330102900101123。', '旧证（身份证号略）。'],
  ['证件3301**********1234。', '证件（身份证号略）。'],
  ['电话13800001234联系', '电话（电话略）联系'],
  ['电话138 0000 1234联系', '电话（电话略）联系'],
  ['座机0571-87654321。', '座机（电话略）。'],
  ['电话138.0000.1234联系', '电话（电话略）联系'],
  ['电话138\u200b0000–1234联系', '电话（电话略）联系'],
  ['身份证330102.19900101.1234，', '身份证（身份证号略），'],
  ['甲县\u200b人民医院虚构病情', '某医院虚构病情'],
  ['微信号wx_abc123，', '（联系方式略），'],
  ['车牌浙A12345，', '车牌（车牌略），'],
  ['卡里6222 0200 1234 5678 901支出', '卡里（卡号略）支出'],
  ['医保卡号：A12345678被盗刷', '医保卡号：（号码略）被盗刷'],
  ['住院号20210045号病历', '住院号（号码略）号病历'],
  ['邮箱zhang.san@example.test。', '邮箱（邮箱略）。'],
  ['家住甲县东门街道解放路12号3单元402室的患者', '（住址略）的患者'],
  ['甲县人民医院虚构病情', '某医院虚构病情'],
  ['县人民医院虚构病情', '某医院虚构病情'],
  ['参保人李小四，将医保卡出借', '参保人李某，将医保卡出借'],
])('%s becomes %s', (before, after) => {
  expect(anonymise(before, KNOWN, 'masked')).toBe(after);
});

test.each([
  '涉及医疗保障基金 1,234,567.00 元，处 3 倍罚款 115,921.50 元',
  '依据《医疗保障基金使用监督管理条例》第四十条，2026年7月15日作出决定',
  '〔2026〕990001医保案字第1号',
  '社区卫生服务中心应当引以为戒，欢迎拨打举报电话12393，举报有奖',
  '自觉接受社会监督和群众监督，共 1000000 人次',
  '张某、欧阳某出借医保卡；收费员高某离职',
])('%s may be published as it is', (text) => {
  expect(marksIn(text, KNOWN, 'masked')).toEqual([]);
});

test.each([
  '举报人称该院空刷医保卡。',
  '经群众举报，该院空刷。',
  '接到实名投诉后立案。',
  '据该院职工反映人所述。',
  '该院员工来信举报后被约谈。',
])('nothing is said of a whistleblower: %s', (sentence) => {
  expect(kinds(sentence)).toContain('whistleblower');
  const text = `该院违规。${sentence}已处理。`;
  expect(anonymise(text, KNOWN, 'masked')).not.toMatch(/举报|投诉|反映/);
});

test('an institution keeps its name where it may be named, and a person in its name is not cut out of it', () => {
  const known = { persons: ['李时珍'], institutions: ['李时珍大药房'] };
  expect(anonymise('李时珍大药房由李时珍经营', known, 'named')).toBe('李时珍大药房由李某经营');
  expect(anonymise('李时珍大药房由李时珍经营', known, 'masked')).toBe('某大药房由李某经营');
});

test('two of one surname are told apart', () => {
  expect([...initialled(['张三', '张四', '李五'])]).toEqual([
    ['张三', '张某甲'],
    ['张四', '张某乙'],
    ['李五', '李某'],
  ]);
});

test.each([
  ['收费员', []],
  ['该院医保办负责人', []],
  ['张三丰', ['张三丰']],
  ['收费员张三', ['张三']],
  ['张三（收费员）', ['张三']],
  ['该院医保办负责人王五、护士赵六', ['王五', '赵六']],
  ['买买提·艾力', ['买买提·艾力']],
])('whom %s names', (written, names) => {
  expect([...new Set(namesIn(written))]).toEqual(names);
});

describe('the check before it is published', () => {
  const check = (title: string, text: string) => refusalOf(() => requireAnonymous({ title, text }, KNOWN, 'masked'));

  test('says what still stands in it, and where', () => {
    expect(check('典型案例', '收费员张三丰，电话13800001234')).toMatchObject({
      code: 'publicity.not-anonymous',
      text: { zh: '尚未脱敏：第 4 字起的姓名、第 10 字起的电话号码' },
      details: { field: 'text' },
    });
    expect(check('甲县人民医院案', '已处理')).toMatchObject({ details: { field: 'title' } });
  });

  test('never repeats what it found', () => {
    const refused = check('典型案例', '张三丰330102199001011234');
    expect(JSON.stringify([refused?.text, refused?.details])).not.toMatch(/张三丰|330102/);
  });

  test('what may be a name is left to whoever reads it', () => {
    expect(kinds('医生高大上，')).toEqual(['likelyPerson']);
    expect(check('典型案例', '医生高大上，')).toBeUndefined();
  });
});

test('what was anonymised passes its own check, whatever was in it', () => {
  const part = fc.constantFrom(
    ...['张三丰', '甲县人民医院', '13800001234', '330102199001011234', '举报人', '6222020012345678901', '，', '。'],
    ...['家住甲县解放路1号', '电话', '医保卡号', 'A1234567', '该院', '虚构病情', ' ', '\n', '欧阳小明', '县人民医院'],
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 20 }), fc.constantFrom('named', 'masked'), (parts, mode) => {
      const clean = anonymise(parts.join(''), KNOWN, mode);
      expect(marksIn(clean, KNOWN, mode).filter(({ kind }) => kind !== 'likelyPerson')).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
