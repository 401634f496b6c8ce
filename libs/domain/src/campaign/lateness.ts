import { type Instant, instant } from '../time/instant.js';

/** What one unit owes at one instant, of one deliverable or report of the plan. */
export interface Owed {
  readonly source: string;
  readonly period: string;
  readonly unit: string;
  readonly due: Instant;
}

/** The share of what is owed that comes in late, drawn from a seed so that a rehearsal can be repeated. */
export interface Lateness {
  readonly late: number;
  readonly seed: number;
}

const HOUR = 3_600_000;
/** In time, but after the last reminder: so a rehearsal shows every reminder the plan would send. */
const IN_TIME = -HOUR;
/** How late the late ones are: the same day, after some days, after more, or never. */
const LATENESS = [6 * HOUR, 50 * HOUR, 150 * HOUR, undefined] as const;

/** When each thing owed is sent in; undefined is never. In the order of their instants. */
export function simulateSubmissions<Each extends Owed>(
  owed: readonly Each[],
  { late, seed }: Lateness,
): { readonly owed: Each; readonly at: Instant | undefined }[] {
  const draw = random(seed);
  return [...owed].sort(inOrder).map((each) => {
    const isLate = draw() < late;
    const delay = isLate ? LATENESS[Math.floor(draw() * LATENESS.length)] : IN_TIME;
    return { owed: each, at: delay === undefined ? undefined : instant(Date.parse(each.due) + delay) };
  });
}

/** By the code of their characters: the same in every database and every language. */
function inOrder(a: Owed, b: Owed): number {
  const key = ({ due, source, unit, period }: Owed) => [due, source, unit, period].join(' ');
  return key(a) < key(b) ? -1 : 1;
}

/** mulberry32: small, and the same everywhere. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
