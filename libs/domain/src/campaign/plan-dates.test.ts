import { expect, test } from '@jest/globals';
import { refusal, refusalOf } from '../test-people.js';
import { calendar, plan } from '../test-rules.js';
import { type Day, beijing, day } from '../time/instant.js';
import { planDates, refuseDatesOutside, refuseMissingDates, withChosenDates } from './plan-dates.js';
import { schedulePlan } from './schedule.js';

const name = { zh: '自查自纠阶段', en: 'Self-check' };
/** Phases whose days are blanks in the document, 202X年X月X日. */
const open = plan({
  end: { months: 3, asGiven: '3个月集中整治' },
  phases: [
    { id: 'self-check', name, start: { given: true, asGiven: 'X月X日' }, end: { given: true, asGiven: 'X月X日' } },
  ],
  deliverables: [
    {
      ...plan().deliverables[0],
      id: 'report',
      phase: 'self-check',
      due: { endOf: 'self-check', asGiven: '自查结束后' },
    },
  ],
});
const chosen = {
  'phases.self-check.start': '2026-07-20' as const,
  'phases.self-check.end': '2026-08-31' as const,
};

test('every day that may be chosen is named, with the words of the document', () => {
  expect(planDates(open)).toEqual([
    { place: 'phases.self-check.start', name, asGiven: 'X月X日', isNeeded: true, isReading: false },
    { place: 'phases.self-check.end', name, asGiven: 'X月X日', isNeeded: true, isReading: false },
    expect.objectContaining({
      place: 'deliverables.report.due',
      asGiven: '自查结束后',
      isNeeded: false,
      isReading: true,
    }),
  ]);
});

test('days the document leaves open are needed, all of them', () => {
  expect(refusalOf(() => refuseMissingDates(open))).toMatchObject({
    code: 'plan.date-missing',
    details: { field: 'dates.phases.self-check.start' },
  });
  expect(() => refuseMissingDates(withChosenDates(open, chosen))).not.toThrow();
});

test('until they are given, phases and what hangs on them are undated', () => {
  const { phases, duties } = schedulePlan(open, '2026-07-13' as Day, calendar);
  expect(phases).toEqual([{ id: 'self-check', name }]);
  expect(duties.filter(({ source }) => source === 'report')).toEqual([]);
});

test('a chosen day moves the phase and what is due by its end, and the words stay beside it', () => {
  const dated = withChosenDates(open, chosen);
  const { phases, duties, end } = schedulePlan(dated, '2026-07-13' as Day, calendar);
  expect(end).toBe('2026-10-12');
  expect([phases[0]?.start, phases[0]?.end].map((at) => at && beijing(at))).toEqual([
    '2026-07-20T00:00:00+08:00',
    '2026-08-31T23:59:59+08:00',
  ]);
  expect(duties.find(({ source }) => source === 'report')).toMatchObject({
    due: phases[0]?.end,
    asGiven: '自查结束后',
  });
  expect(dated.phases[0]?.end).toEqual({ date: '2026-08-31', asGiven: 'X月X日' });
});

test('a phase chosen to end before it starts is refused', () => {
  const dated = withChosenDates(open, { ...chosen, 'phases.self-check.end': '2026-07-19' });
  expect(refusal(() => schedulePlan(dated, '2026-07-13' as Day, calendar))).toBe('plan.phase-ends-before-start');
});

test.each([
  ['phases.none.end', 'plan.no-such-date'],
  ['deliverables.self-check.due', 'plan.no-such-date'],
])('a day at %s is refused', (place, code) => {
  expect(refusalOf(() => withChosenDates(open, { [place]: '2026-08-01' }))).toMatchObject({
    code,
    details: { field: `dates.${place}` },
  });
});

test.each(['2026-07-12', '2026-10-13'])('%s lies outside the campaign', (on) => {
  const span = { start: day('2026-07-13'), end: day('2026-10-12') };
  expect(refusal(() => refuseDatesOutside({ 'phases.self-check.end': on }, span))).toBe('plan.date-outside');
});
