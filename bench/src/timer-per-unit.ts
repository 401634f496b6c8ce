import { randomUUID } from 'node:crypto';
import { idle, unitDeadline } from './baseline-workflows.js';
import { COMMITTED, addUnits, clear, eventually, fromInstant, launchCampaign } from './campaign-of-units.js';
import { BASELINE_QUEUE, type Engine, baselineWorker, openEngine, whileRunning } from './engine.js';
import { alternate, report } from './rounds.js';
import { type Stage, openStage } from './stage.js';

const UNITS = 3_000;
const ROUNDS = 1;
const STARTERS = 16;

/**
 * Three thousand reports due at one instant, from the instant until each is marked and notified: our one workflow for all
 * of them, against one timer workflow for each, whose activity writes the same two rows. ratio = limit / ours, how many
 * times faster we are; aim 25.
 */
export async function run(server: string): Promise<void> {
  const stage = await openStage(server);
  const engine = await openEngine();
  try {
    await addUnits(stage, UNITS);
    const rounds = await alternate(
      ROUNDS,
      {
        limit: () => oneEach(stage, engine),
        ours: async () => {
          await clear(stage);
          return fromInstant(stage, engine, await launchCampaign(stage));
        },
      },
      0,
    );
    report('deadline-burst.vs-timer-per-unit', 'ms', rounds, 'faster');
  } finally {
    await engine.close();
    await stage.close();
  }
}

async function oneEach(stage: Stage, engine: Engine): Promise<number> {
  await clear(stage);
  const { id } = await launchCampaign(stage);
  const { rows } = await stage.bare.query<{ id: string }>('select id from obligation where campaign_id = $1', [id]);
  const markAndNotify = async (obligation: string) => {
    await stage.bare.query({ name: 'mark-and-notify', text: MARK_AND_NOTIFY, values: [obligation] });
  };
  const worker = await baselineWorker(engine, { markAndNotify });
  const ahead = 30_000 + 3 * UNITS * (await millisecondsAStart(engine));
  return whileRunning([worker], async () => {
    const due = Date.now() + ahead;
    await forEach(rows, (row) =>
      engine.client.workflow.start(unitDeadline, { ...named(`unit/${row.id}`), args: [row.id, due] }),
    );
    if (Date.now() > due - 5_000) throw new Error(`${UNITS} workflows were not started in time`);
    const all = `select case when count(*) = ${UNITS} then max(${COMMITTED}) end as at from notification where file_id = $1`;
    return (await eventually(stage, all, id)) - due;
  });
}

const named = (workflowId: string) => ({ workflowId, taskQueue: BASELINE_QUEUE });

/** All of them must sleep well before the instant; how long it takes to start one depends on the machine. */
async function millisecondsAStart({ client }: Engine, sample = 100): Promise<number> {
  const began = performance.now();
  const names = Array.from({ length: sample }, () => `idle/${randomUUID()}`);
  await forEach(names, (name) => client.workflow.start(idle, named(name)));
  const took = performance.now() - began;
  await forEach(names, (name) => client.workflow.getHandle(name).terminate());
  return took / sample;
}

async function forEach<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<void> {
  const left = [...items];
  const line = async () => {
    for (let item = left.pop(); item !== undefined; item = left.pop()) await work(item);
  };
  await Promise.all(Array.from({ length: STARTERS }, line));
}

const MARK_AND_NOTIFY = `
  with marked as (
    update obligation set status = 'overdue', overdue_at = due_at, version = version + 1
    where id = $1 and status in ('open', 'returned') returning *
  )
  insert into notification (file_id, cause, addressee, region, subject_zh, subject_en, at, due)
  select campaign_id, 'overdue:' || id, 'unit:' || unit_id, region, '逾期通知：' || name, 'Overdue: ' || name, due_at, due_at
  from marked on conflict (file_id, cause, addressee) do nothing`;
