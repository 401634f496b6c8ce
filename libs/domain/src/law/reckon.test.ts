import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { beijingTime, refusal } from '../test-people.js';
import { calendar, law } from '../test-rules.js';
import { type Day, beijing, dayOf, daysBetween, endOf, plusDays } from '../time/instant.js';
import { type ClockRule, type Span, clockRule, startClock } from './clock.js';
import { explainClock, standingOn } from './explain.js';
import { clockRuleOf } from './pack.js';

const decision = clockRuleOf(law, 'decision');
const FILED = beijingTime('2023-03-01 10:00');
const rule = (more: object): ClockRule =>
  clockRule.parse({
    id: 'limit',
    name: { zh: '期限', en: 'limit' },
    length: 7,
    unit: 'workingDay',
    startsFrom: '事由',
    article: '条',
    certainty: 'R',
    ...more,
  });
const last = (of: ClockRule, from: string, more = {}) => dayOf(startClock(of, beijingTime(from), calendar, more).due);
const days = (kind: Span['kind'], from: string, until: string): Span => ({ kind, from, until });

describe('令4号 45: ninety days, thirty more by the head, up to sixty more in collective discussion', () => {
  test.each([
    [[], '2023-05-30'],
    [[30], '2023-06-29'],
    [[30, 60], '2023-08-28'],
    [[30, 45], '2023-08-13'],
  ])('extended by %j', (extensions, day) => {
    expect(last(decision, '2023-03-01 10:00', { extensions })).toBe(day);
  });

  test('expert opinions and hearings take their days out, natural days of a limit in natural days', () => {
    const excluded = [days('appraisal', '2023-04-01', '2023-04-10'), days('hearing', '2023-05-08', '2023-05-12')];
    expect(last(decision, '2023-03-01 10:00', { excluded })).toBe('2023-06-14');
  });

  test('time that only the longer limit reaches is taken out too', () => {
    const excluded = [days('appraisal', '2023-05-21', '2023-05-30'), days('hearing', '2023-06-01', '2023-06-05')];
    expect(last(decision, '2023-03-01 10:00', { excluded })).toBe('2023-06-14');
  });

  test('time outside the limit takes nothing out', () => {
    const excluded = [days('appraisal', '2023-01-01', '2023-02-01'), days('hearing', '2024-01-01', '2024-02-01')];
    expect(last(decision, '2023-03-01 10:00', { excluded })).toBe('2023-05-30');
  });
});

test('a hearing is announced seven working days before it (行政处罚法 64, 85)', () => {
  expect(last(rule({ counts: 'before' }), '2023-10-10 09:00')).toBe('2023-09-25');
});

test('limits of years and months end on the day of the same number (行政处罚法 36; 行政诉讼法 46)', () => {
  expect(last(rule({ length: 2, unit: 'year' }), '2024-02-29 10:00')).toBe('2026-02-28');
  expect(last(rule({ length: 6, unit: 'month' }), '2023-08-31 10:00')).toBe('2024-02-29');
});

test('working days of excluded time are taken out of a limit in working days', () => {
  const excluded = [days('testing', '2023-09-28', '2023-10-06')];
  expect(last(rule({ length: 5 }), '2023-09-27 10:00')).toBe('2023-10-10');
  expect(last(rule({ length: 5 }), '2023-09-27 10:00', { excluded })).toBe('2023-10-11'); // 28 September alone was worked
});

test('excluded times that overlap, or end before they begin, are refused', () => {
  const with_ = (...excluded: Span[]) => refusal(() => startClock(decision, FILED, calendar, { excluded }));
  expect(with_(days('appraisal', '2023-04-01', '2023-04-10'), days('hearing', '2023-04-10', '2023-04-12'))).toBe(
    'exclusion.overlaps',
  );
  expect(with_(days('hearing', '2023-04-11', '2023-04-12'), days('appraisal', '2023-04-01', '2023-04-10'))).toBe(
    undefined,
  );
  expect(with_(days('appraisal', '2023-04-10', '2023-04-01'))).toBe('exclusion.ends-before-it-begins');
});

test('every step says where it leads and by which article, and the last one agrees with the limit', () => {
  const longer = { extensions: [30], excluded: [days('appraisal', '2023-04-01', '2023-04-10')] };
  const rolling = { ...decision, rollsOverHolidays: true };
  const steps = explainClock(rolling, FILED, calendar, longer);
  expect(steps.map(({ kind, to }) => [kind, to])).toEqual([
    ['start', undefined],
    ['length', '2023-05-30'],
    ['extension', '2023-06-29'],
    ['excluded', '2023-07-09'],
    ['rolled', '2023-07-10'],
  ]);
  expect(steps[2]).toMatchObject({ article: '令4号 第四十五条' });
  expect(steps[3]?.text.zh).toContain('扣除 10日');
  expect(dayOf(startClock(rolling, FILED, calendar, longer).due)).toBe('2023-07-10');
});

test('holidays on the way are named, and what is provisional or not read is said', () => {
  const steps = explainClock(clockRuleOf(law, 'defence'), beijingTime('2023-09-27 10:00'), calendar);
  expect(steps.at(-1)).toMatchObject({ kind: 'holidays' });
  expect(steps.at(-1)?.text.zh).toContain('周末调休上班计入：2023-10-07、2023-10-08');
  const unsure = rule({ certainty: 'own', note: '待核对' });
  const beyond = explainClock(unsure, beijingTime('2026-12-28 10:00'), calendar).map(({ kind }) => kind);
  expect(beyond).toEqual(['start', 'length', 'provisional', 'unread']);
});

test('how a limit stands on a day', () => {
  const due = endOf('2023-10-10' as Day);
  const on = (day: string) => standingOn(due, day as Day, calendar);
  expect(on('2023-09-27')).toMatchObject({ state: 'running', days: 13, workingDays: 5 });
  expect(on('2023-10-10')).toMatchObject({ state: 'lastDay', days: 0, workingDays: 0 });
  expect(on('2023-10-12')).toMatchObject({ state: 'passed', days: -2, workingDays: -2 });
});

const day = fc.integer({ min: 0, max: 700 }).map((offset) => plusDays('2023-01-01' as Day, offset));
const anyRule = fc
  .record({
    unit: fc.constantFrom('workingDay', 'day', 'month'),
    length: fc.integer({ min: 1, max: 40 }),
    rollsOverHolidays: fc.boolean(),
  })
  .map(rule);
/** Spans that lie apart, as a ledger keeps them. */
const ledger = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 20 })), { maxLength: 4 })
  .map(
    (gaps) =>
      gaps.reduce<{ spans: Span[]; at: Day }>(
        ({ spans, at }, [gap, length]) => {
          const from = plusDays(at, gap);
          const until = plusDays(from, length);
          return { spans: [...spans, days('appraisal', from, until)], at: until };
        },
        { spans: [], at: '2023-01-01' as Day },
      ).spans,
  );
const end = (of: ClockRule, from: Day, excluded: Span[]) =>
  dayOf(startClock(of, endOf(from), calendar, { excluded }).due);

test('clocks are monotone: a later start, or more excluded time, never ends a limit sooner', () => {
  fc.assert(
    fc.property(anyRule, day, ledger, fc.nat(60), (of, from, excluded, later) => {
      const due = end(of, from, excluded);
      return due >= end(of, from, excluded.slice(1)) && end(of, plusDays(from, later), excluded) >= due;
    }),
  );
});

test('a limit in natural days is as long as it says, beside what is excluded and the roll', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), day, ledger, (length, from, excluded) => {
      const due = end(rule({ unit: 'day', length }), from, excluded);
      const counted = Array.from({ length: daysBetween(from, due) }, (_, at) => plusDays(from, at + 1)).filter((on) =>
        excluded.every((span) => on < span.from || on > span.until),
      );
      return counted.length === length && counted.at(-1) === due;
    }),
  );
});

test('the end is shown in Beijing time', () => {
  expect(beijing(startClock(decision, FILED, calendar).due)).toBe('2023-05-30T23:59:59+08:00');
});
