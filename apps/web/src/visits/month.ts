const DAY = 86_400_000;
const WEEK = 7;

const plus = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** `2026-11` and so many months on. */
export function monthAfter(month: string, by: number): string {
  const [year = 0, at = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, at - 1 + by, 1)).toISOString().slice(0, 7);
}

export const firstDay = (month: string): string => `${month}-01`;
export const lastDay = (month: string): string => plus(firstDay(monthAfter(month, 1)), -1);

/** The weeks a month touches, Monday first, with the days of its neighbours that fill them. */
export function weeksOf(month: string): readonly (readonly string[])[] {
  const first = firstDay(month);
  const weekday = (new Date(`${first}T00:00:00Z`).getUTCDay() + WEEK - 1) % WEEK;
  const weeks: string[][] = [];
  for (let monday = plus(first, -weekday); monday <= lastDay(month); monday = plus(monday, WEEK))
    weeks.push(Array.from({ length: WEEK }, (_, at) => plus(monday, at)));
  return weeks;
}
