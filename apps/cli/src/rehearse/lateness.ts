import { type Instant, type UnitId, instant } from '@fundguard/domain';
import { EVERYWHERE } from '@fundguard/persistence';
import type { Stage } from './stage.js';

/** A simulated unit sends in what it owes. */
export interface Submission {
  readonly obligation: string;
  readonly unit: UnitId;
  readonly at: Instant;
}

const HOUR = 3_600_000;
/** In time, but after the last reminder: so the rehearsal shows every reminder the plan would send. */
const IN_TIME = -HOUR;
/** How late the late ones are: the same day, after some days, after more, or never. */
const LATENESS = [6 * HOUR, 50 * HOUR, 150 * HOUR, undefined] as const;

/** When each unit submits. Which are late is drawn from the seed, so that a rehearsal can be repeated. */
export async function planSubmissions(
  stage: Stage,
  campaign: string,
  { late, seed }: { late: number; seed: number },
): Promise<Submission[]> {
  const rows = await stage.db.within(EVERYWHERE, (tx) =>
    tx.query<{ obligation: string; unit: UnitId; due: Date }>({
      text: `select id as obligation, unit_id as unit, due_at as due from obligation where campaign_id = $1
             order by due_at, source, unit_id`,
      values: [campaign],
    }),
  );
  const draw = random(seed);
  return rows.flatMap(({ obligation, unit, due }) => {
    const isLate = draw() < late;
    const delay = isLate ? LATENESS[Math.floor(draw() * LATENESS.length)] : IN_TIME;
    return delay === undefined ? [] : [{ obligation, unit, at: instant(due.getTime() + delay) }];
  });
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
