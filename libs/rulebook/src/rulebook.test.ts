import { expect, test } from '@jest/globals';
import { Refusal, breach, day } from '@fundguard/domain';
import { loadRulebook, planById } from './index.js';

const rulebook = await loadRulebook();

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
  expect(rulebook.plans.size).toBe(12);
  expect(rulebook.forms.size).toBe(11);
  expect(rulebook.calendarYears.map(({ year }) => year)).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026]);
  expect(rulebook.law('national@2').penalties.map((band) => band.breach)).toEqual(breach.options);
  expect(rulebook.demo.regions.map(({ level }) => level)).toEqual(['city', 'county', 'county', 'county']);
});

test('a plan is found by its id and by a beginning that fits no other', () => {
  const id = 't004-hundred-day-chronic-outpatient';
  for (const name of [id, 't004']) expect([planById(rulebook, name).id, rulebook.plan(name).id]).toEqual([id, id]);
  for (const name of ['t00', 't003', 't005', `${id}-2`, '']) {
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
  expect(penalties.slice(0, 4).map(({ article, fine }) => [article.split(' ')[1], fine?.min, fine?.max])).toEqual([
    ['第三十八条', 100, 200],
    ['第四十条', 200, 500],
    ['第四十一条第一款', undefined, undefined],
    ['第四十一条第二款', 200, 500],
  ]);
  const limits = clocks.map(({ id, length, unit, extensions, rollsOverHolidays, certainty }) =>
    [id, length, unit, ...extensions.map((each) => `+${each.length}`), rollsOverHolidays && 'rolls', certainty]
      .filter(Boolean)
      .join(' '),
  );
  expect(limits.slice(0, 12)).toEqual([
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

test('the invented county has the fifteen institutions of the hundred-day plan, one of them its hospital', () => {
  const institutions = rulebook.demo.units.filter(({ kind, region }) => kind === 'institution' && region === '990001');
  expect(institutions).toHaveLength(15);
  expect(institutions.filter(({ type }) => type === 'county_peoples_hospital')).toHaveLength(1);
});
