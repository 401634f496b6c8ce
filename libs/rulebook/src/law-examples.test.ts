import { describe, expect, test } from '@jest/globals';
import {
  type Day,
  courtWindow,
  answerDeadline,
  answerPenalty,
  day,
  deadlineQuestion,
  penaltyQuestion,
} from '@fundguard/domain';
import { loadRulebook, workingCalendar } from './index.js';

/** One executable example for each article that is used, on the law and the calendars that ship. */

const rules = await loadRulebook();
const calendar = workingCalendar(rules.calendarYears);
const law = rules.law('national@2');

const lastDay = (clock: string, from: string, more: object = {}) =>
  answerDeadline(deadlineQuestion.parse({ clock, from, law: 'national@2', ...more }), rules, calendar).lastDay;

test.each([
  ['令4号 14: verification in fifteen working days', 'verification', '2026-09-28', {}, '2026-10-23'],
  ['令4号 14: and fifteen more', 'verification', '2026-09-28', { extensions: [15] }, '2026-11-13'],
  [
    '行政处罚法 56, 85: what was preserved is decided on in seven working days',
    'preservation',
    '2026-09-28',
    {},
    '2026-10-13',
  ],
  ['行政强制法 25: sealing for thirty days', 'sealing', '2026-03-02', {}, '2026-04-01'],
  ['行政强制法 25: and thirty more', 'sealing', '2026-03-02', { extensions: [30] }, '2026-05-01'],
  [
    '行政强制法 25 III: without the time of a test',
    'sealing',
    '2026-03-02',
    { excluded: [{ kind: 'testing', from: '2026-03-10', until: '2026-03-14' }] },
    '2026-04-06',
  ],
  ['令4号 37: legal review in ten working days', 'legalReview', '2026-04-01', {}, '2026-04-16'],
  ['行政处罚法 64(1), 85: a hearing is asked for in five working days', 'defence', '2026-09-28', {}, '2026-10-10'],
  ['行政处罚法 64(2), 85: and announced seven working days before', 'hearingNotice', '2026-10-14', {}, '2026-09-29'],
  ['行政处罚法 60: a decision in ninety days', 'decision', '2026-03-02', {}, '2026-05-31'],
  ['令4号 45: and thirty, and sixty more', 'decision', '2026-03-02', { extensions: [30, 60] }, '2026-08-29'],
  ['行政处罚法 61, 85: service in seven working days', 'service', '2026-04-30', {}, '2026-05-13'],
  [
    '行政处罚法 67, 令4号 58: payment in fifteen days, rolling over a holiday',
    'finePayment',
    '2026-09-18',
    {},
    '2026-10-08',
  ],
  ['行政复议法 20: reconsideration in sixty days', 'reconsideration', '2026-03-02', {}, '2026-05-01'],
  ['行政诉讼法 46: an action in six months', 'litigation', '2026-03-02', {}, '2026-09-02'],
  [
    '行政诉讼法 45: fifteen days after reconsideration',
    'litigationAfterReconsideration',
    '2026-03-02',
    {},
    '2026-03-17',
  ],
  ['行政强制法 54, 69: ten working days after the demand', 'demand', '2026-09-25', {}, '2026-10-15'],
  ['行政强制法 53: three months to apply to the court', 'courtApplication', '2026-09-02', {}, '2026-12-02'],
  [
    '行政处罚法 48: publication is withdrawn in three working days',
    'publicationWithdrawal',
    '2026-04-30',
    {},
    '2026-05-08',
  ],
  ['行政处罚法 36: two years', 'limitation', '2024-03-02', {}, '2026-03-02'],
  ['行政处罚法 36: five years', 'limitationLong', '2021-03-02', {}, '2026-03-02'],
  ['令310号 5: the head decides in three days', 'transferDecision', '2026-09-30', {}, '2026-10-03'],
  ['令310号 8: the police decide in three days', 'policeDecision', '2026-09-30', {}, '2026-10-03'],
] as const)('%s', (_article, clock, from, more, day) => {
  expect(lastDay(clock, from, more)).toBe(day);
});

test('令310号 5: sent within twenty-four hours, to the minute; a day alone does not say from when', () => {
  const question = (from: string) =>
    answerDeadline(deadlineQuestion.parse({ clock: 'transferDelivery', from, law: 'national@2' }), rules, calendar);
  expect(question('2026-09-30T10:37:00+08:00').due).toBe('2026-10-01T02:37:00.000Z');
  expect(() => question('2026-09-30')).toThrow('time of day');
});

test('a province’s own rule stands in place of the national one, there alone', () => {
  const review = (region: string) =>
    answerDeadline(deadlineQuestion.parse({ clock: 'legalReview', from: '2026-04-01', region }), rules, calendar);
  expect(review('/210000/210100/')).toMatchObject({
    lastDay: '2026-04-13',
    certainty: 'R-part',
    law: 'national@2+liaoning@1',
  });
  expect(review('/310000/')).toMatchObject({ lastDay: '2026-04-16', law: 'national@2' });
});

test('an older pack answers with the rules it did not know yet from the newer reading of the same law', () => {
  const old = rules.law('national@1');
  expect(old.clocks.find(({ id }) => id === 'courtApplication')?.length).toBe(3);
  expect(old.clocks.find(({ id }) => id === 'decision')?.extensions).toHaveLength(1); // what it said, it still says
});

describe('行政强制法 53, 54; 行政处罚法 72 II: when a court can be asked to enforce', () => {
  const window = (more: object = {}) => courtWindow({ servedOn: day('2026-03-02'), ...more }, law, calendar);

  test('three months from the end of the time for remedies, not from the day for payment', () => {
    expect(window()).toMatchObject({ remedyEnds: '2026-09-02', closes: '2026-12-02' });
  });

  test('not before ten working days after the demand was served, and not before the time for remedies has ended', () => {
    expect(window().opens).toBeUndefined();
    expect(window({ demandedOn: '2026-09-25' as Day }).opens).toBe('2026-10-16');
    expect(window({ demandedOn: '2026-04-01' as Day }).opens).toBe('2026-09-03');
  });

  test('from the end of a deferral', () => {
    expect(window({ deferredUntil: '2026-12-31' as Day })).toMatchObject({ closes: '2027-03-31' });
  });

  test('from fifteen days after a decision on reconsideration was received', () => {
    expect(window({ reconsideredOn: '2026-05-20' as Day })).toMatchObject({
      remedyEnds: '2026-06-04',
      closes: '2026-09-04',
    });
  });
});

const TODAY = day('2026-06-01');
const penalty = (question: object) =>
  answerPenalty(
    penaltyQuestion.parse({ fraudulentPurpose: false, amount: '1000001', multiple: 2, law: 'national@2', ...question }),
    rules,
    calendar,
    TODAY,
  );

describe('条例 37 to 44', () => {
  test.each([
    ['37: fraud of an agency', { breach: 'agency-fraud', multiple: 3 }, 1_000_001n, 3_000_003n],
    ['38: misuse by an institution', { breach: 'misuse', multiple: 1.5 }, 1_000_001n, 1_500_002n],
    ['39: a failure of management, put right', { breach: 'management', amount: '0', multiple: 0 }, 0n, 0n],
    ['39: and not put right', { breach: 'management', amount: '0', multiple: 0, fixedFine: '2000000' }, 0n, 2_000_000n],
    ['40: fraud of an institution', { breach: 'fraud', multiple: 5 }, 1_000_001n, 5_000_005n],
    [
      '40 II: misuse in order to defraud',
      { breach: 'misuse', fraudulentPurpose: true, multiple: 2 },
      1_000_001n,
      2_000_002n,
    ],
    ['41 I: an individual', { breach: 'individual-misuse', multiple: 0 }, 1_000_001n, 0n],
    ['41 II: an individual’s fraud', { breach: 'individual-fraud', multiple: 2.5 }, 1_000_001n, 2_500_003n],
    ['44: misappropriation is recovered', { breach: 'misappropriation', multiple: 0 }, 1_000_001n, 0n],
  ] as const)('%s', (_article, question, refund, fine) => {
    expect(penalty(question).totals).toMatchObject({ refund, fine });
  });

  test('42: illegal gains are confiscated, to the treasury', () => {
    expect(penalty({ breach: 'bribery', amount: '0', multiple: 0, gains: '500000' }).totals).toEqual({
      refund: 0n,
      fine: 0n,
      confiscated: 500_000n,
    });
  });

  test('39: a fine is ten to fifty thousand yuan', () => {
    expect(() => penalty({ breach: 'management', amount: '0', multiple: 0, fixedFine: '999999' })).toThrow('10,000.00');
    expect(() => penalty({ breach: 'management', amount: '0', multiple: 0, fixedFine: '5000001' })).toThrow(
      '50,000.00',
    );
  });

  test('38, 40: a department is suspended for six to twelve months; 41: networked settlement for three to twelve; 43: five years', () => {
    const measures = (breach: string, id: string, months: number) =>
      penalty({ breach, multiple: breach === 'individual-fraud' ? 2 : 2, measures: [{ id, months }] }).measures;
    expect(measures('fraud', 'suspendDepartment', 6)).toMatchObject([
      { months: 6, article: '医疗保障基金使用监督管理条例 第四十条' },
    ]);
    expect(() => measures('fraud', 'suspendDepartment', 13)).toThrow('6 to 12');
    expect(measures('individual-fraud', 'suspendSettlement', 3)).toHaveLength(1);
    expect(() => measures('individual-fraud', 'suspendSettlement', 2)).toThrow('3 to 12');
    expect(measures('fraud', 'barResponsible', 60)).toMatchObject([
      { article: '医疗保障基金使用监督管理条例 第四十三条' },
    ]);
    expect(() => measures('individual-fraud', 'revokeLicence', 1)).toThrow('does not provide');
  });
});

describe('行政处罚法', () => {
  test('29: one act that breaks two rules is fined once, by the higher fine', () => {
    const answer = penalty({
      ...{ breach: 'fraud', multiple: 2, sameAct: 'A' },
      further: [{ breach: 'misuse', fraudulentPurpose: false, amount: '9000000', multiple: 1, sameAct: 'A' }],
    });
    expect(answer.parts.map(({ fine }) => fine)).toEqual([0n, 9_000_000n]);
    expect(answer.totals).toMatchObject({ refund: 10_000_001n, fine: 9_000_000n });
  });

  test('32: a reducing circumstance allows less than the lower end, and only that does', () => {
    expect(penalty({ breach: 'fraud', multiple: 1, circumstances: ['merit'] }).totals.fine).toBe(1_000_001n);
    expect(() => penalty({ breach: 'fraud', multiple: 1 })).toThrow('outside the band');
    expect(() => penalty({ breach: 'fraud', multiple: 2, circumstances: ['unknown'] })).toThrow('no circumstance');
  });

  test('33: a minor breach, a first one or one without fault is not fined; the fund gets its money back', () => {
    for (const circumstance of ['minor', 'first-minor', 'no-fault'])
      expect(penalty({ breach: 'fraud', circumstances: [circumstance] }).totals).toMatchObject({
        refund: 1_000_001n,
        fine: 0n,
      });
  });

  test('35 II: a court that fined first leaves nothing to fine; where we fined first, the court sets it off', () => {
    expect(penalty({ breach: 'fraud', criminalFine: '5000000' }).totals.fine).toBe(0n);
    const ours = penalty({ breach: 'fraud', criminalFine: '5000000', finedFirst: true });
    expect([ours.totals.fine, ours.notes[0]?.zh]).toEqual([2_000_002n, expect.stringContaining('折抵 20,000.02 元')]);
  });

  test('36: what was found out after two years is not punished, after five where financial safety was harmed', () => {
    const found = (discoveredOn: string, more = {}) =>
      penalty({ breach: 'fraud', endedOn: '2023-06-01', discoveredOn, ...more }).totals;
    expect(found('2025-06-01').fine).toBe(2_000_002n);
    expect(found('2025-06-02')).toMatchObject({ fine: 0n, refund: 1_000_001n });
    expect(found('2025-06-02', { harmedFinancialSafety: true }).fine).toBe(2_000_002n);
  });

  test('34: a tier of discretion holds, unless a reason says why not', () => {
    const here = (more: object) =>
      penalty({ breach: 'fraud', law: undefined, region: '/990000/990001/', amount: '10000000', ...more });
    expect(() => here({ multiple: 3 })).toThrow('needs a reason');
    expect(here({ multiple: 3, departure: '已全部退回' }).totals.fine).toBe(30_000_000n);
    expect(here({ multiple: 3.5 }).explanation.some(({ zh }) => zh.includes('严重'))).toBe(true);
  });

  test('72, 73 III: three per cent a day, not while a court or the reconsidering authority looks at it', () => {
    const late = {
      due: '2026-05-01',
      on: '2026-05-21',
      pauses: [{ kind: 'reconsideration', from: '2026-05-06', until: '2026-05-15' }],
    };
    expect(penalty({ breach: 'fraud', late }).surcharge).toMatchObject({ owed: 600_001n, days: 10 });
  });

  test('every amount is explained in figures and in words', () => {
    expect(penalty({ breach: 'fraud' }).explanation.map(({ zh }) => zh)).toEqual([
      '责令退回骗取金额 10,000.01 元（大写：壹万元零壹分）',
      expect.stringContaining('10,000.01 元 × 2 倍 = 20,000.02 元（大写：贰万元零贰分）'),
    ]);
  });
});
