import { type PlanTemplate, planTemplate } from './campaign/plan.js';
import { type LawPack, lawPack } from './law/pack.js';
import { WorkingCalendar, calendarYear } from './time/calendar.js';
import { type Day, plusDays } from './time/instant.js';

/** The rules the pure tests share: one calendar, one law pack, one plan. No part of the package. */

const span = (from: string, days: number) => Array.from({ length: days }, (_, index) => plusDays(from as Day, index));
const year = (of: number, holidays: string[] = [], workdays: string[] = []) =>
  calendarYear.parse({ year: of, notice: 'as far as the tests need it', holidays, workdays });

export const calendar = new WorkingCalendar('test', [
  year(2020),
  year(2021, span('2021-01-01', 3)),
  year(
    2023,
    [...span('2023-04-29', 5), ...span('2023-06-22', 3), ...span('2023-09-29', 8)],
    ['2023-04-23', '2023-05-06', '2023-06-25', '2023-10-07', '2023-10-08'],
  ),
  year(2026, span('2026-10-01', 7), ['2026-09-20', '2026-10-10']),
]);

const clock = (id: string, length: number, unit: 'workingDay' | 'day' | 'month' | 'hour', more: object = {}) => ({
  id,
  name: { zh: id, en: id },
  length,
  unit,
  startsFrom: 'the event',
  article: `article of ${id}`,
  certainty: 'R',
  ...more,
});

const article = { article: '令4号 第四十五条', certainty: '2nd' };

export const law: LawPack = lawPack.parse({
  id: 'test',
  version: '1',
  jurisdiction: '全国',
  effectiveFrom: '2021-07-15',
  source: 'the regulation',
  clocks: [
    clock('verification', 15, 'workingDay', { extensions: [{ length: 15, by: 'head', ...article }] }),
    clock('decision', 90, 'day', {
      extensions: [
        { length: 30, by: 'head', ...article },
        { length: 60, atMost: true, by: 'collective', ...article },
      ],
      excludes: [
        { kind: 'appraisal', ...article },
        { kind: 'hearing', ...article },
      ],
    }),
    clock('legalReview', 10, 'workingDay'),
    clock('defence', 5, 'workingDay'),
    clock('service', 7, 'workingDay'),
    clock('refundPayment', 15, 'day', { rollsOverHolidays: true }),
    clock('finePayment', 15, 'day', { rollsOverHolidays: true }),
    clock('transferDecision', 3, 'day'),
    clock('transferDelivery', 24, 'hour'),
    clock('transferReceipt', 24, 'hour'),
    clock('policeDecision', 3, 'day'),
    clock('disciplineAnswer', 1, 'month'),
    clock('reconsideration', 60, 'day'),
    clock('litigation', 6, 'month'),
    clock('litigationAfterReconsideration', 15, 'day'),
    clock('demand', 10, 'workingDay'),
    clock('courtApplication', 3, 'month'),
    clock('reporterAnswer', 5, 'workingDay'),
    clock('rewardCollection', 2, 'month'),
    clock('partnerAnswer', 1, 'month'),
  ],
  penalties: [
    {
      breach: 'misuse',
      subjects: ['institution'],
      article: '条例 第三十八条',
      base: 'loss',
      fine: { min: 100, max: 200 },
      withPurpose: 'fraud',
      certainty: 'R',
    },
    {
      breach: 'fraud',
      subjects: ['institution'],
      article: '条例 第四十条',
      base: 'defrauded',
      fine: { min: 200, max: 500 },
      certainty: 'R',
    },
    {
      breach: 'individual-misuse',
      subjects: ['individual'],
      article: '条例 第四十一条第一款',
      base: 'loss',
      withPurpose: 'individual-fraud',
      certainty: 'R',
    },
    {
      breach: 'individual-fraud',
      subjects: ['individual'],
      article: '条例 第四十一条第二款',
      base: 'defrauded',
      fine: { min: 200, max: 500 },
      certainty: 'R',
    },
  ],
});

const institutions = { kinds: ['institution'], asGiven: '各医疗机构' };
const words = (en: string) => ({ zh: en, en });

/** Two phases, a deliverable and a weekly report; `over` replaces fields. */
export const planDraft = (over: object = {}) => ({
  id: 'plan',
  version: 1,
  name: words('Plan'),
  kind: words('Action'),
  level: 'county',
  source: 'a document',
  end: { day: 27 },
  participants: institutions,
  phases: [
    { id: 'first', name: words('First'), start: { day: 0 }, end: { day: 6 } },
    { id: 'second', name: words('Second'), start: { after: 'first' }, end: { day: 27 } },
  ],
  deliverables: [
    { id: 'self-check', name: words('Self-check'), by: institutions, to: '医保局', due: { day: 6 }, phase: 'first' },
  ],
  reports: [
    {
      id: 'weekly',
      name: words('Weekly'),
      by: institutions,
      to: '医保局',
      cadence: { weekday: 4, time: '17:00', asGiven: '每周四下午5时前' },
    },
  ],
  escalation: [
    { id: 'remind-1d', when: { hoursBefore: 24 }, to: ['contact'], name: words('Tomorrow') },
    { id: 'remind-2h', when: { hoursBefore: 2 }, to: ['contact'], name: words('Two hours') },
    { id: 'overdue', when: { atDue: true }, to: ['contact'], name: words('Overdue') },
    { id: 'press', when: { workingDaysAfter: 1 }, to: ['head', 'coordinator'], name: words('Head told') },
    { id: 'supervise', when: { workingDaysAfter: 3 }, to: ['office'], name: words('Supervision order') },
    {
      id: 'interview',
      when: { workingDaysAfter: 5 },
      to: ['office', 'leader'],
      name: words('Interview'),
      keyTarget: true,
    },
  ],
  ...over,
});
export const plan = (over: object = {}): PlanTemplate => planTemplate.parse(planDraft(over));
