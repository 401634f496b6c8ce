import { createDeadlineActivities } from '@fundguard/casework';
import { type CampaignOfUnits, addUnits, clear, fromInstant, launchCampaign, shifted } from './campaign-of-units.js';
import { openEngine } from './engine.js';
import { alternate, report } from './rounds.js';
import { type Stage, openStage } from './stage.js';

const UNITS = 100_000;
const ROUNDS = 5;

/**
 * A hundred thousand reports due at one instant: how long until all of them are marked overdue and each unit's
 * notification is recorded. `deadline-burst` is the workflow's activity, `deadline-burst.from-instant` the whole way, from the
 * instant through the workflow's timer; the engine's timer alone takes up to a second. The limit of both is the bare SQL
 * that writes the same rows in one transaction. ratio = ours / limit; aim of the first at most 1.5.
 */
export async function run(server: string): Promise<void> {
  const stage = await openStage(server);
  const engine = await openEngine();
  const fresh = async () => {
    await clear(stage);
    return launchCampaign(stage);
  };
  try {
    await addUnits(stage, UNITS);
    const rounds = await alternate(ROUNDS, {
      limit: async () => bareBurst(stage, await fresh()),
      activity: async () => burst(stage, await fresh()),
      whole: async () => fromInstant(stage, engine, await fresh()),
    });
    report(
      'deadline-burst',
      'ms',
      rounds.map(({ activity, limit }) => ({ ours: activity, limit })),
    );
    report(
      'deadline-burst.from-instant',
      'ms',
      rounds.map(({ whole, limit }) => ({ ours: whole, limit })),
    );
  } finally {
    await engine.close();
    await stage.close();
  }
}

async function burst(stage: Stage, { id, due, version, step }: CampaignOfUnits): Promise<number> {
  const deadline = createDeadlineActivities(shifted(stage, Date.parse(due) - Date.now()));
  const began = performance.now();
  await deadline.takeStep({ campaignId: id, due, version }, step, due);
  return performance.now() - began;
}

async function bareBurst({ bare }: Stage, { id, due }: CampaignOfUnits): Promise<number> {
  const client = await bare.connect();
  const began = performance.now();
  for (const text of ['begin', MARK, NOTIFY, 'commit']) await client.query(text, text.includes('$') ? [id, due] : []);
  const took = performance.now() - began;
  client.release();
  return took;
}

const MARK = `update obligation set status = 'overdue', overdue_at = $2, version = version + 1
  where campaign_id = $1 and due_at = $2 and status in ('open', 'returned')`;

const NOTIFY = `insert into notification (file_id, cause, addressee, region, subject_zh, subject_en, at, due)
  select campaign_id, 'overdue:' || id || ':' || extract(epoch from due_at), 'unit:' || unit_id, region,
    '自查自纠 逾期通知：' || name, '自查自纠 Overdue: ' || name, due_at, due_at
  from obligation where campaign_id = $1 and due_at = $2 and status = 'overdue'`;
