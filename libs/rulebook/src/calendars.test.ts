import { expect, test } from '@jest/globals';
import { type Day, plusDays, weekday } from '@fundguard/domain';
import { calendarVersion, loadRulebook, workingCalendar } from './index.js';

const { calendarYears, version } = await loadRulebook();
const calendar = workingCalendar(calendarYears);

test.each([
  ['2020-01-31', false, 'the Spring Festival was prolonged'],
  ['2020-02-01', false, 'a worked Saturday before it was prolonged'],
  ['2020-02-03', true, 'work began again'],
  ['2021-02-20', true, 'a worked Saturday'],
  ['2022-12-31', false, 'set by the notice of the next year'],
  ['2023-06-23', false, 'dragon boat'],
  ['2023-06-25', true, 'a worked Sunday'],
  ['2023-10-07', true, 'a worked Saturday'],
  ['2024-02-09', true, 'New Year’s Eve: leave is only encouraged'],
  ['2024-02-18', true, 'a worked Sunday'],
  ['2025-01-28', false, 'New Year’s Eve, a day off since 2025'],
  ['2025-10-08', false, 'National Day and mid-autumn together'],
  ['2026-02-23', false, 'the ninth day'],
  ['2026-11-26', true, 'an ordinary Thursday'],
  ['2026-11-28', false, 'an ordinary Saturday'],
])('%s is a working day: %s (%s)', (on, worked) => {
  expect(calendar.isWorkingDay(on as Day)).toBe(worked);
});

/** Shifting days keeps their number: a notice takes away as many working days as the law gives holidays. */
test.each([
  [2020, 11 + 2], // Friday 31 January and the worked Saturday after it were cancelled and not made up for
  [2021, 11],
  [2022, 11],
  [2023, 11],
  [2024, 11],
  [2025, 13],
  [2026, 13],
])('the notice for %d takes away %d working days', (year, statutory) => {
  const days = Array.from({ length: 366 }, (_, index) => plusDays(`${year}-01-01` as Day, index)).filter((on) =>
    on.startsWith(String(year)),
  );
  const weekdays = days.filter((on) => weekday(on) <= 5).length;
  expect(weekdays - days.filter((on) => calendar.isWorkingDay(on)).length).toBe(statutory);
});

test('a year without a notice is provisional', () => {
  expect(calendar.isProvisional('2026-12-31' as Day)).toBe(false);
  expect(calendar.isProvisional('2027-01-04' as Day)).toBe(true);
  expect(calendar.spanIsProvisional('2026-12-28' as Day, '2027-01-04' as Day)).toBe(true);
});

test('the version is the content: the order of years and days does not count, a changed day does', () => {
  const shuffled = calendarYears.map((year) => ({ ...year, holidays: year.holidays.toReversed() })).toReversed();
  expect(calendarVersion(shuffled)).toBe(version);
  const changed = calendarYears.map((year) =>
    year.year === 2024 ? { ...year, holidays: [...year.holidays, '2024-02-09'] } : year,
  );
  expect(calendarVersion(changed)).not.toBe(version);
});
