import { expect, test } from '@jest/globals';
import {
  type Day,
  Refusal,
  type Schedule,
  beijing,
  day,
  firstDayFrom,
  plusDays,
  refuseMissingDates,
  schedulePlan,
  withChosenDates,
} from '@fundguard/domain';
import { loadRulebook, planById, workingCalendar } from './index.js';

const rulebook = await loadRulebook();
const calendar = workingCalendar(rulebook.calendarYears);
const MINUTES = 16;
/** In days; every part of every month is met. */
const STEP = 9;

/** `2022-04-12…2022-04-30`, the first day and the last; a phase begins as its first day does and ends as its last one does. */
function span({ start, end }: Schedule['phases'][number]): string {
  if (start) expect(beijing(start).slice(10)).toBe('T00:00:00+08:00');
  if (end) expect(beijing(end).slice(10)).toBe('T23:59:59+08:00');
  return [start, end].map((moment) => (moment ? beijing(moment).slice(0, 10) : '')).join('…');
}
const due = ({ source, due: moment }: Schedule['duties'][number]) => `${source} ${beijing(moment).slice(0, MINUTES)}`;
const all = (source: string, days: string, time = '23:59') => days.split(' ').map((on) => `${source} ${on}T${time}`);

/** What the documents say, laid on the calendar by hand: the plan, its first day and last, its phases, what falls due. */
const DOCUMENTS: readonly (readonly [string, string, string, readonly string[], readonly string[]])[] = [
  // The first two weeks of six months; the text breaks off there.
  ['t000', '2026-03-02', '2026-09-01', ['mobilisation 2026-03-02…2026-03-15'], []],
  [
    't002',
    '2022-04-12',
    '2022-09-30',
    [
      'kick-off 2022-04-12…2022-04-30', // 3月底 lies before the day of issue
      'self-rectification …2022-06-30',
      'cross-supervision …2022-08-31',
      'improve-supervision …2022-08-31',
      'acceptance …2022-09-30',
    ],
    [
      ...all('local-plan', '2022-04-10'),
      ...all('institution-self-check', '2022-06-30'),
      ...all('agency-self-check', '2022-06-30'),
      ...all('final-report', '2022-09-15'),
    ],
  ],
  [
    't003-01',
    '2022-01-04',
    '2022-12-31',
    ['kick-off …', 'onsite …2022-11-30', 'supervision 2022-07-01…2022-11-30', 'handling …'],
    [
      ...all('supervised-institutions', '2022-11-30'),
      // 30 January is a Sunday that is worked, 30 April and 31 December are holidays.
      ...all('monthly-results', '2022-01-30 2022-02-28 2022-03-31 2022-04-29 2022-05-31 2022-06-30'),
      ...all('monthly-results', '2022-07-29 2022-08-31 2022-09-30 2022-10-31 2022-11-30 2022-12-30'),
      // 8 October is a Saturday that is worked, the week before it a holiday.
      ...['monthly-statistics', 'next-month-plan'].flatMap((each) => [
        ...all(each, '2022-02-07 2022-03-01 2022-04-01 2022-05-05 2022-06-01 2022-07-01'),
        ...all(each, '2022-08-01 2022-09-01 2022-10-08 2022-11-01 2022-12-01 2023-01-03'),
      ]),
      ...all('monthly-volume', '2022-01-31 2022-02-28 2022-03-31 2022-04-30 2022-05-31 2022-06-30'),
      ...all('monthly-volume', '2022-07-31 2022-08-31 2022-09-30 2022-10-31 2022-11-30 2022-12-31'),
    ],
  ],
  [
    't003-04',
    '2022-02-01',
    '2022-12-31',
    // Two phases share March, none covers October.
    ['publicity 2022-02-01…2022-03-31', 'audit 2022-03-01…2022-09-30', 'summary 2022-11-01…2022-12-31'],
    [
      ...all('assessment-rules', '2022-03-31'),
      ...all('publicity-plan', '2022-03-31'),
      ...all('assigned-leads', '2022-12-31'), // of the phase that ends in September
      ...all('case-summary', '2022-12-31'),
    ],
  ],
  [
    't003-05',
    '2023-03-15',
    '2023-12-31',
    ['round-1 2023-03-15…2023-06-30', 'round-2 2023-07-01…2023-12-31'],
    all('group-report', '2023-06-30 2023-12-31'),
  ],
  [
    't003-06a',
    '2020-12-21',
    '2021-01-29',
    [],
    [
      ...all('weekly-progress', '2020-12-24 2020-12-31 2021-01-07 2021-01-14 2021-01-21 2021-01-28', '17:00'),
      ...all('summary-report', '2021-01-29'),
    ],
  ],
  ['t003-06b', '2009-07-01', '2009-07-20', ['inspection 2009-07-01…2009-07-20'], []],
  [
    't003-06c',
    '2020-12-25',
    '2021-01-31',
    [],
    ['hotline', 'warning', 'full-audit', 'spot-check'].flatMap((line) => all(line, '2021-01-31')),
  ],
  [
    't003-08',
    '2020-12-28',
    '2021-01-10',
    [
      'plan 2020-12-28…2020-12-31', // 下旬 begins on the 21st, before the inspection does
      'inspect 2020-12-28…',
      'handle 2020-12-28…2021-01-10',
      'summary …2021-01-10',
    ],
    [...all('implementation-plan', '2020-12-31'), ...all('work-summary', '2021-01-10')],
  ],
  [
    't003-09',
    '2024-05-01',
    '2024-10-31',
    // Two phases share September.
    ['self-check 2024-05-01…2024-06-30', 'recheck 2024-07-01…2024-09-30', 'summary 2024-09-01…2024-10-31'],
    [
      ...all('deployment', '2024-05-30'),
      ...all('self-check-done', '2024-06-20'),
      ...all('self-check-report', '2024-06-30'),
      ...all('commitment', '2024-06-30'),
    ],
  ],
  [
    't004',
    '2023-03-14',
    '2023-06-30',
    [
      'kick-off 2023-03-14…2023-03-20',
      'survey-files 2023-03-21…2023-03-31',
      'self-check 2023-04-01…2023-04-10',
      'full-inspection 2023-04-11…2023-04-30',
      'spot-recheck 2023-05-01…2023-05-31',
      'summary 2023-06-01…2023-06-30',
    ],
    [
      ...['registration-and-settlement-stats', 'settlement-stats', 'lead-analysis'].flatMap((each) =>
        all(each, '2023-03-31'),
      ),
      ...all('self-check-report', '2023-04-10'),
      ...all('audit-results', '2023-04-30'),
      ...['statistics-tables', 'work-summary', 'handling-results'].flatMap((each) => all(each, '2023-06-30')),
    ],
  ],
];

test.each(DOCUMENTS)('%s from %s: phases and dues are those of the document', (id, start, end, phases, dues) => {
  const plan = planById(rulebook, id);
  if (plan.start) expect(plan.start).toBe(start);
  const schedule = schedulePlan(plan, day(start), calendar);
  expect(schedule.end).toBe(end);
  expect(schedule.phases.map((phase) => `${phase.id} ${span(phase)}`)).toEqual(phases);
  expect(schedule.duties.map(due).sort()).toEqual([...dues].sort());
});

test('the hundred days run out eight days before the last phase', () => {
  const { nominalEnd } = schedulePlan(planById(rulebook, 't004'), '2023-03-14' as Day, calendar);
  expect(nominalEnd && beijing(nominalEnd)).toBe('2023-06-22T23:59:59+08:00');
});

const BLANK = planById(rulebook, 't001');
const CHOSEN = {
  'phases.mobilisation.start': '2026-03-02',
  'phases.mobilisation.end': '2026-03-13',
  'phases.self-check.start': '2026-03-16',
  'phases.self-check.end': '2026-04-17',
};

test('t001 leaves four days blank, is refused without them, and three months are counted from its first day', () => {
  expect(() => refuseMissingDates(BLANK)).toThrow(Object.keys(CHOSEN).join(', '));
  const { 'phases.self-check.end': _left, ...three } = CHOSEN;
  expect(() => refuseMissingDates(withChosenDates(BLANK, three))).toThrow(Refusal);
  const plan = withChosenDates(BLANK, CHOSEN);
  expect(() => refuseMissingDates(plan)).not.toThrow();
  const schedule = schedulePlan(plan, '2026-03-02' as Day, calendar);
  expect(schedule.end).toBe('2026-06-01');
  expect(schedule.phases.map((phase) => `${phase.id} ${span(phase)}`)).toEqual([
    'mobilisation 2026-03-02…2026-03-13',
    'self-check 2026-03-16…2026-04-17',
  ]);
  expect(schedule.duties.map(due)).toEqual([
    ...['operation-manual', 'self-check-reminder', 'training'].flatMap((each) => all(each, '2026-03-13')),
    ...all('self-check-report', '2026-04-17'),
  ]);
});

test('every plan is in the table, and can be shown in any part of any month', () => {
  expect([BLANK.id, ...DOCUMENTS.map(([id]) => planById(rulebook, id).id)].sort()).toEqual(
    [...rulebook.plans.keys()].sort(),
  );
  for (let today = '2026-01-01' as Day; today < '2027-01-01'; today = plusDays(today, STEP)) {
    for (const plan of rulebook.plans.values()) schedulePlan(plan, firstDayFrom(plan, today), calendar);
  }
});

test('every plan says what it is about, and holds neither telephone numbers nor an unread issue', () => {
  for (const { content, document, source, notes, startBasis } of rulebook.plans.values()) {
    expect(content?.subjects.length).toBeGreaterThan(0);
    expect(content?.goals?.length).toBeGreaterThan(0);
    expect(startBasis).toBeDefined();
    expect(document?.number ?? document?.index ?? source).toMatch(/〔|748596|公开范文，未见文号和印发日期/);
    expect(JSON.stringify([content, notes])).not.toMatch(/\d{4}-\d{7,8}|\d{11}/);
  }
});

test('a sample by the level of hospitals', () => {
  expect(BLANK.content?.sampling?.[0]).toMatchObject({ of: 'institution', levels: [2, 3], percent: 50 });
});

test('an aim with a target date and a final one', () => {
  const [coverage] = planById(rulebook, 't003-01').content?.targets ?? [];
  expect([coverage?.by, coverage?.finally]).toMatchObject([{ words: '11月底' }, { words: '12月底' }]);
});
