import type { WizardSearch } from './search';
import type { Schedule } from './queries';

/** Days of a plan by their place, as the address holds them: `phases.self-check.end=2026-06-30`, joined by commas. */
export const datesFromAddress = (text: string | undefined): Record<string, string> =>
  Object.fromEntries(
    (text ?? '')
      .split(',')
      .filter(Boolean)
      .map((each) => each.split('=', 2) as [string, string]),
  );

export const datesToAddress = (dates: Readonly<Record<string, string>>): string | undefined =>
  Object.entries(dates)
    .map(([place, day]) => `${place}=${day}`)
    .join(',') || undefined;

/** What the API is asked for: the dates of the address, without what is left to the plan. */
export const datesAsked = ({
  start,
  end,
  dates,
}: Pick<WizardSearch, 'end' | 'dates'> & { readonly start: string }) => ({
  start,
  ...(end ? { end } : {}),
  ...(dates ? { dates } : {}),
});

/** The instant a day of the plan is read as. */
export function instantAt({ phases, duties }: Schedule, place: string): string | undefined {
  const [list, id, edge] = place.split('.');
  if (list === 'deliverables') return duties.find(({ source }) => source === id)?.due;
  const phase = phases.find((each) => each.id === id);
  return edge === 'start' ? phase?.start : phase?.end;
}
