import { expect, test } from '@jest/globals';
import { type Day, Refusal, beijing, breach, day, schedulePlan } from '@fundguard/domain';
import { loadRulebook, planById, workingCalendar } from './index.js';

const rulebook = await loadRulebook();
const calendar = workingCalendar(rulebook.calendarYears);

const refused = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'nothing';
};

test('every file of the data folder loads', () => {
  expect([...rulebook.plans.keys()].sort()).toEqual([
    't003-06a-city-look-back-2021',
    't004-hundred-day-chronic-outpatient',
  ]);
  expect(rulebook.calendarYears.map(({ year }) => year)).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026]);
  expect(rulebook.law('national@1').penalties.map((band) => band.breach)).toEqual(breach.options);
  expect(rulebook.demo.regions.map(({ level }) => level)).toEqual(['city', 'county', 'county', 'county']);
});

test('a plan is found by its id and by a beginning that fits no other', () => {
  const id = 't004-hundred-day-chronic-outpatient';
  for (const name of [id, 't004']) expect([planById(rulebook, name).id, rulebook.plan(name).id]).toEqual([id, id]);
  for (const name of ['t00', 't005', `${id}-2`, '']) {
    expect(refused(() => planById(rulebook, name))).toBe('plan.unknown');
  }
});

test('law is found by its reference, and by the day it is in force on', () => {
  expect(rulebook.currentLaw(day('2023-03-14')).id).toBe('national');
  expect(rulebook.currentLaw(day('2020-12-21')).id).toBe('national'); // before all packs: the oldest
  expect(refused(() => rulebook.law('national@0'))).toBe('law.unknown');
});

test('the national pack has the bands and limits of the law', () => {
  const { penalties, clocks } = rulebook.law('national@1');
  expect(penalties.map(({ article, fine }) => [article.split(' ')[1], fine?.min, fine?.max])).toEqual([
    ['第三十八条', 100, 200],
    ['第四十条', 200, 500],
    ['第四十一条第一款', undefined, undefined],
    ['第四十一条第二款', 200, 500],
  ]);
  const limits = clocks.map(({ id, length, unit, extension, rollsOverHolidays, certainty }) =>
    [id, length, unit, extension && `+${extension}`, rollsOverHolidays && 'rolls', certainty].filter(Boolean).join(' '),
  );
  expect(limits).toEqual([
    'verification 15 workingDay +15 2nd',
    'decision 90 day +30 2nd',
    'legalReview 10 workingDay 2nd',
    'defence 5 workingDay R',
    'service 7 workingDay R',
    'refundPayment 15 day rolls own',
    'finePayment 15 day rolls 2nd',
    'transferDecision 3 day R',
    'transferDelivery 24 hour R',
    'transferReceipt 24 hour own',
    'policeDecision 3 day R',
    'disciplineAnswer 30 day own',
  ]);
});

test('the hundred-day plan ends its phases on the days the document gives', () => {
  const plan = planById(rulebook, 't004');
  const { phases, duties, nominalEnd, end } = schedulePlan(plan, day(plan.start ?? ''), calendar);
  expect(phases.map((phase) => phase.end && beijing(phase.end))).toEqual(
    ['03-20', '03-31', '04-10', '04-30', '05-31', '06-30'].map((on) => `2023-${on}T23:59:59+08:00`),
  );
  expect([nominalEnd && beijing(nominalEnd), end]).toEqual(['2023-06-22T23:59:59+08:00', '2023-06-30']);
  expect(duties.map(({ source, due }) => `${source} ${beijing(due).slice(5, 10)}`).sort()).toEqual([
    'audit-results 04-30',
    'handling-results 06-30',
    'lead-analysis 03-31',
    'registration-and-settlement-stats 03-31',
    'self-check-report 04-10',
    'settlement-stats 03-31',
    'statistics-tables 06-30',
    'work-summary 06-30',
  ]);
});

test('the look-back reports every Thursday at 17:00 until its last day', () => {
  const { duties } = schedulePlan(planById(rulebook, 't003'), '2020-12-21' as Day, calendar);
  expect(duties.map(({ source, due }) => `${source} ${beijing(due)}`)).toEqual([
    ...['2020-12-24', '2020-12-31', '2021-01-07', '2021-01-14', '2021-01-21', '2021-01-28'].map(
      (thursday) => `weekly-progress ${thursday}T17:00:00+08:00`,
    ),
    'summary-report 2021-01-29T23:59:59+08:00',
  ]);
});

test('the invented county has the fifteen institutions of the hundred-day plan, one of them its hospital', () => {
  const institutions = rulebook.demo.units.filter(({ kind, region }) => kind === 'institution' && region === '990001');
  expect(institutions).toHaveLength(15);
  expect(institutions.filter(({ type }) => type === 'county_peoples_hospital')).toHaveLength(1);
});
