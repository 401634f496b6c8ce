import { said } from '../locales';
import type { Campaign, Deadline } from './queries';

/** What is due at an instant, in the language that is read; at most two by name. */
export function duesText({ dues }: Pick<Deadline, 'dues'>): string {
  const names = [...new Set(dues.map(({ name }) => said(name)))];
  return names.length > 2 ? `${names.slice(0, 2).join('、')} …` : names.join('、');
}

/** Deadlines by which something is due; those that moved away keep their steps on record, but nothing is due by them. */
export const standing = (deadlines: readonly Deadline[]): Deadline[] => deadlines.filter(({ dues }) => dues.length > 0);

export const owedAt = ({ dues }: Pick<Deadline, 'dues'>): { readonly owed: number; readonly settled: number } => ({
  owed: dues.reduce((sum, { owed }) => sum + owed, 0),
  settled: dues.reduce((sum, { settled }) => sum + settled, 0),
});

/** What the whole of a campaign is drawn on. */
export function extent({ phases, nominalEnd, start, end }: Campaign): readonly [from: number, to: number] {
  const instants = [
    ...phases.flatMap((phase) => [phase.start, phase.end]),
    nominalEnd,
    `${start}T00:00:00+08:00`,
    `${end}T23:59:59+08:00`,
  ].flatMap((each) => (each ? [Date.parse(each)] : []));
  return [Math.min(...instants), Math.max(...instants)];
}

export const percent = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${Math.round((part / whole) * 100)}%`;
