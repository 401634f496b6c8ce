import { expect, test } from '@jest/globals';
import { calendar, plan } from '../test-rules.js';
import { unusualDays } from '../time/day-kind.js';
import { type Day, beijing } from '../time/instant.js';
import { type RehearsalEntry, rehearseCampaign } from './rehearsal.js';
import { schedulePlan } from './schedule.js';

const UNITS = ['甲', '乙', '丙'].map((name, index) => ({ id: `unit-${index}`, name }));

function rehearse(start: string, late: number, { over = {}, units = UNITS, seed = 1 } = {}): RehearsalEntry[] {
  const template = plan({ reports: [], ...over });
  const schedule = schedulePlan(template, start as Day, calendar);
  return rehearseCampaign({ plan: template, schedule, owing: () => units, calendar }, { late, seed });
}
const told = (entries: readonly RehearsalEntry[], ...kinds: string[]) =>
  entries
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ at, to, count }) => `${beijing(at).slice(5, 16)} ${to.zh} ${count}`);

test('with everybody in time there are phases, reminders and what is due, and nobody is chased', () => {
  const entries = rehearse('2023-09-11', 0);
  expect(entries.map(({ kind, at }) => `${beijing(at).slice(5, 16)} ${kind}`)).toEqual([
    '09-11T00:00 phase.start',
    '09-16T23:59 reminder',
    '09-17T21:59 reminder',
    '09-17T23:59 due',
    '09-17T23:59 phase.end',
    '09-18T00:00 phase.start',
    '10-08T23:59 phase.end',
    '10-08T23:59 closed',
  ]);
  expect(entries.find(({ kind }) => kind === 'due')).toMatchObject({
    ...{ count: 3, units: ['甲', '乙', '丙'], to: { zh: '3 家单位', en: '3 units' } },
    why: { zh: '方案规定；当日休息，照常计算' },
  });
});

test('whoever never sends it in climbs the ladder: units each for themselves, the office and the leader once', () => {
  // The seed is one with which this single unit never reports.
  const [unit] = UNITS;
  const seed = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].find(
    (each) => told(rehearse('2023-09-11', 1, { units: [unit!], seed: each }), 'escalation').length === 5,
  );
  const entries = rehearse('2023-09-11', 1, { units: [unit!], ...(seed ? { seed } : {}) });
  expect(told(entries, 'overdue', 'escalation')).toEqual([
    '09-17T23:59 甲 联络人 1',
    '09-18T23:59 甲 负责人 1',
    '09-18T23:59 专项办公室（协调人） 1',
    '09-20T23:59 专项办公室（协调人） 1',
    '09-22T23:59 专项办公室（协调人） 1',
    '09-22T23:59 分管领导（领导小组） 1',
  ]);
  expect(entries.filter(({ keyTarget }) => keyTarget)).toHaveLength(2);
});

test('one who is late by hours is overdue, and no longer chased once it has come in', () => {
  const counts = [1, 2, 3, 4, 5, 6, 7, 8].map(
    (seed) => told(rehearse('2023-09-11', 1, { units: [UNITS[0]!], seed }), 'escalation').length,
  );
  expect(new Set(counts)).toEqual(new Set([0, 2, 5]));
});

test('working days of the ladder step over a holiday, and the reason says so', () => {
  const entries = rehearse('2023-09-22', 1); // due on 28 September, before eight days off
  const [pressed] = entries.filter(({ kind }) => kind === 'escalation');
  expect(pressed && beijing(pressed.at)).toBe('2023-10-07T23:59:59+08:00');
  expect(pressed?.why.zh).toContain('其间休息 8 天不计');
  expect(pressed?.why.en).toContain('8 days off not counted');
});

test('what is counted in a year without a holiday notice is provisional', () => {
  const entries = rehearse('2023-12-22', 1);
  const marks = entries.filter(({ kind }) => kind === 'escalation').map(({ provisional }) => provisional);
  // The first rung is climbed on 29 December, of a year that is known.
  expect(marks).toEqual([false, false, true, true, true]);
  expect(entries.filter(({ kind }) => kind === 'due').map(({ provisional }) => provisional)).toEqual([false]);
});

test('what nobody of the region owes does not fire; a campaign nobody takes part in still has its phases', () => {
  expect(new Set(rehearse('2023-09-11', 1, { units: [] }).map(({ kind }) => kind))).toEqual(
    new Set(['phase.start', 'phase.end', 'closed']),
  );
});

test('a deadline before the first day is not demanded; a reminder before it goes out with the launch', () => {
  const deliverable = {
    id: 'early',
    name: { zh: '早', en: 'Early' },
    by: { kinds: ['institution'], asGiven: '' },
    to: '',
  };
  const due = (day: number) =>
    rehearse('2023-09-11', 0, { over: { deliverables: [{ ...deliverable, due: { day } }] } });
  expect(told(due(-1), 'due', 'reminder')).toEqual([]);
  expect(told(due(0), 'reminder')).toEqual(['09-11T00:00 3 家单位联络人 3', '09-11T21:59 3 家单位联络人 3']);
});

test('the nominal clock rings beside the phases, unless the campaign is over before it', () => {
  const rings = (nominalDays: number) =>
    told(rehearse('2023-09-11', 0, { over: { nominalDays } }), 'nominal-end').length;
  expect([rings(20), rings(60)]).toEqual([1, 0]);
});

test('the same seed rehearses the same way, another one differently', () => {
  const at = (seed: number) => rehearse('2023-09-11', 0.5, { seed });
  expect(at(3)).toEqual(at(3));
  expect([4, 5, 6, 7].some((seed) => JSON.stringify(at(seed)) !== JSON.stringify(at(3)))).toBe(true);
});

test('days of a span that are no ordinary working days', () => {
  expect(
    unusualDays('2023-09-28' as Day, '2023-10-09' as Day, calendar).map(({ day, kind }) => `${day} ${kind}`),
  ).toEqual(
    [
      ...['09-29 holiday', '09-30 weekend', '10-01 weekend', '10-02 holiday', '10-03 holiday', '10-04 holiday'],
      ...['10-05 holiday', '10-06 holiday', '10-07 worked', '10-08 worked'],
    ].map((each) => `2023-${each}`),
  );
});
