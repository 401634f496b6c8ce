import { expect, test } from '@jest/globals';
import { refusal } from '../test-people.js';
import { calendar, plan, planDraft } from '../test-rules.js';
import { type Day, beijing } from '../time/instant.js';
import { firstDayFrom } from './plan-dates.js';
import { schedulePlan } from './schedule.js';

const name = { zh: '阶段', en: 'Phase' };
const lay = (over: object, start: string, end?: string) =>
  schedulePlan(plan(over), start as Day, calendar, end as Day | undefined);
const dues = (source: string, ...from: Parameters<typeof lay>) =>
  lay(...from)
    .duties.filter((duty) => duty.source === source)
    .map(({ due }) => beijing(due));

const free = { deliverables: [{ ...planDraft().deliverables[0], phase: undefined }] };

/** The phases of a hundred-day action of 14 March 2023: only their ends are given. */
const ends = [6, 17, 27, 47, 78, 108];
const hundredDays = {
  end: { day: 108 },
  nominalDays: 100,
  phases: ends.map((day, index) => ({
    id: `phase-${index}`,
    name,
    start: index === 0 ? { day: 0 } : { after: `phase-${index - 1}` },
    end: { day },
  })),
  deliverables: [],
};

test('the hundred-day plan ends its six phases on the days of the document, with the nominal clock beside them', () => {
  const { phases, nominalEnd, end } = lay(hundredDays, '2023-03-14');
  expect(phases.map((phase) => phase.end && beijing(phase.end))).toEqual(
    ['03-20', '03-31', '04-10', '04-30', '05-31', '06-30'].map((on) => `2023-${on}T23:59:59+08:00`),
  );
  expect(phases.map(({ start, startIsReading }) => [start && beijing(start).slice(5, 16), startIsReading])).toEqual([
    ['03-14T00:00', undefined],
    ...['03-21', '04-01', '04-11', '05-01', '06-01'].map((on) => [`${on}T00:00`, true]),
  ]);
  expect([nominalEnd && beijing(nominalEnd), end]).toEqual(['2023-06-22T23:59:59+08:00', '2023-06-30']);
});

const lookBack = {
  end: { monthDay: '01-29' },
  phases: [],
  deliverables: [{ ...planDraft().deliverables[0], phase: undefined, id: 'final', due: { monthDay: '01-29' } }],
};

test('the look-back reports every Thursday at 17:00, and finally on its last day', () => {
  expect(dues('weekly', lookBack, '2020-12-21')).toEqual(
    ['2020-12-24', '2020-12-31', '2021-01-07', '2021-01-14', '2021-01-21', '2021-01-28'].map(
      (on) => `${on}T17:00:00+08:00`,
    ),
  );
  expect(dues('final', lookBack, '2020-12-21')).toEqual(['2021-01-29T23:59:59+08:00']);
});

test('a report falls due on the first and on the last day of a campaign too', () => {
  expect(
    dues('weekly', { end: { day: 7 }, phases: [], deliverables: lookBack.deliverables }, '2023-09-14'),
  ).toHaveLength(2);
});

test.each([
  ['stands', '2023-06-22'],
  ['nextWorkingDay', '2023-06-25'], // a Sunday, worked instead
  ['previousWorkingDay', '2023-06-21'],
])('a Thursday that is a holiday: %s', (onHoliday, on) => {
  const reports = [{ ...planDraft().reports[0], onHoliday }];
  const [, second] = lay({ reports }, '2023-06-12').duties.filter(({ source }) => source === 'weekly');
  expect(second).toMatchObject({ period: '2023-06-22', provisional: false });
  expect(second && beijing(second.due)).toBe(`${on}T17:00:00+08:00`);
});

test('a report that moves for holidays is provisional in a year without a notice', () => {
  const reports = [{ ...planDraft().reports[0], onHoliday: 'nextWorkingDay' }];
  const provisional = lay({ reports }, '2026-12-21').duties.filter(({ source }) => source === 'weekly');
  expect(provisional.map((duty) => `${duty.period} ${duty.provisional}`)).toEqual([
    '2026-12-24 false',
    '2026-12-31 false',
    '2027-01-07 true',
    '2027-01-14 true',
  ]);
});

test('a day of the year is the first such day on or after the start', () => {
  expect(lay(lookBack, '2021-01-29').end).toBe('2021-01-29');
  expect(lay(lookBack, '2021-01-30').end).toBe('2022-01-29');
  expect(lay({ ...lookBack, end: { monthDay: '02-29' } }, '2025-03-01').end).toBe('2028-02-29');
});

const early = {
  end: { words: '9月底' },
  phases: [
    { id: 'kick-off', name, start: { words: '3月底' }, end: { words: '4月' } },
    { id: 'after', name, start: { words: '5月' } },
  ],
  deliverables: [
    { ...planDraft().deliverables[0], phase: undefined, id: 'local-plan', due: { words: '4月上旬' } },
    { ...planDraft().deliverables[0], phase: undefined, id: 'afterwards', due: { monthDay: '10-15' } },
  ],
};

test('days before the first day are not put off by a year, days after the last stay after it', () => {
  const { phases } = lay(early, '2022-04-12');
  expect(
    phases.map(({ start, end, beganBefore }) => [start && beijing(start), end && beijing(end), beganBefore]),
  ).toEqual([
    ['2022-04-12T00:00:00+08:00', '2022-04-30T23:59:59+08:00', true],
    ['2022-05-01T00:00:00+08:00', undefined, undefined],
  ]);
  expect(dues('local-plan', early, '2022-04-12')).toEqual(['2022-04-10T23:59:59+08:00']);
  expect(dues('local-plan', early, '2022-03-25')).toEqual(['2022-04-10T23:59:59+08:00']);
  expect(dues('afterwards', early, '2022-04-12')).toEqual(['2022-10-15T23:59:59+08:00']);
});

test('a campaign cut short leaves its days where they were', () => {
  expect(dues('afterwards', early, '2022-04-12', '2022-05-31')).toEqual(['2022-10-15T23:59:59+08:00']);
});

test.each([
  ['its own start', { start: '2022-04-12' }, '2022-04-12'],
  ['the first month a phase is tied to, ahead', { phases: [early.phases[1]] }, '2027-05-01'],
  [
    'the first month a phase is tied to, under way',
    { phases: [{ ...early.phases[1], start: { words: '8月' } }] },
    '2026-08-01',
  ],
  ['today', { phases: [] }, '2026-08-14'],
])('a plan is shown from %s', (_what, over, first) => {
  expect(firstDayFrom(plan({ ...free, ...over }), '2026-08-14' as Day)).toBe(first);
});

test('a phase may have only an end, or no date at all', () => {
  const phases = [
    { id: 'first', name, end: { day: 6 } },
    { id: 'whenever', name },
  ];
  const [first, whenever] = lay({ phases }, '2023-09-11').phases;
  expect([first?.start, first?.end && beijing(first.end), whenever?.start, whenever?.end]).toEqual([
    undefined,
    '2023-09-17T23:59:59+08:00',
    undefined,
    undefined,
  ]);
});

test('a phase may have only a start', () => {
  const [phase] = lay({ phases: [{ id: 'first', name, start: { day: 2 } }] }, '2023-09-11').phases;
  expect([phase?.start && beijing(phase.start), phase?.end]).toEqual(['2023-09-13T00:00:00+08:00', undefined]);
});

test('a campaign or a phase that ends before it starts is refused', () => {
  expect(refusal(() => lay({}, '2023-09-11', '2023-09-10'))).toBe('plan.ends-before-start');
  const phases = [{ id: 'first', name, start: { day: 5 }, end: { day: 4 } }];
  expect(refusal(() => lay({ phases }, '2023-09-11'))).toBe('plan.phase-ends-before-start');
});

test('a deliverable on the plan’s own last day follows a chosen end', () => {
  expect(dues('final', lookBack, '2020-12-21', '2021-02-05')).toEqual(['2021-02-05T23:59:59+08:00']);
});

test('a deliverable before the last day stays when another end is chosen', () => {
  const midway = [{ ...lookBack.deliverables[0], id: 'midway', due: { monthDay: '01-10' } }];
  expect(dues('midway', { ...lookBack, deliverables: midway }, '2020-12-21', '2021-02-05')).toEqual([
    '2021-01-10T23:59:59+08:00',
  ]);
});

test('the same plan, start and calendar give the same schedule', () => {
  expect(lay(hundredDays, '2023-03-14')).toEqual(lay(hundredDays, '2023-03-14'));
});
