import { type Lateness, type Instant, type UnitId, instant, simulateSubmissions } from '@fundguard/domain';
import { EVERYWHERE } from '@fundguard/persistence';
import type { Stage } from './stage.js';

/** A simulated unit sends in what it owes. */
export interface Submission {
  readonly obligation: string;
  readonly unit: UnitId;
  readonly at: Instant;
}

/** When each unit submits. Which are late is drawn from the seed, so that a rehearsal can be repeated. */
export async function planSubmissions(stage: Stage, campaign: string, lateness: Lateness): Promise<Submission[]> {
  const rows = await stage.db.within(EVERYWHERE, (tx) =>
    tx.query<{ obligation: string; source: string; period: string; unit: UnitId; due: Date }>({
      text: `select id as obligation, source, period, unit_id as unit, due_at as due from obligation where campaign_id = $1`,
      values: [campaign],
    }),
  );
  const owed = rows.map((row) => ({ ...row, due: instant(row.due) }));
  return simulateSubmissions(owed, lateness).flatMap(({ owed: { obligation, unit }, at }) =>
    at === undefined ? [] : [{ obligation, unit, at }],
  );
}
