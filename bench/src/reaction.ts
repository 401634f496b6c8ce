import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Relay } from '@fundguard/relay';
import { createWorker } from '@fundguard/worker';
import { happenedSignal, signalled } from './baseline-workflows.js';
import { type OpenedCase, openCases, takeTurn } from './cases.js';
import { BASELINE_QUEUE, baselineWorker, openEngine, whileRunning } from './engine.js';
import { alternate, median, percentile, report } from './rounds.js';
import { type Stage, openStage } from './stage.js';

const ROUNDS = 7;
const ACTS = 40;
const PAUSE = 100;
const CASES = 20;

/**
 * From the commit of a person's act to the commit of the notification that the case's workflow makes of it, by the
 * database's own commit times. The limit is the same way without us: a signal to a workflow that has one activity, which
 * inserts one row. Both run in one process, one act at a time. ratio = ours / limit, aim at most 1.5.
 */
export async function run(server: string): Promise<void> {
  const stage = await openStage(server);
  const engine = await openEngine();
  const relay = new Relay(stage.db, engine.client);
  const platform = { ...stage.platform, wake: relay.wake };
  const cases = await openCases({ ...stage, platform }, CASES);
  const insertNotification = async (file: string, cause: string) => {
    await stage.bare.query({
      name: 'notify-bare',
      text: INSERT_NOTIFICATION,
      values: [file, cause, stage.cast.leader.region],
    });
  };
  const workers = [
    await createWorker(platform, engine.connection),
    await baselineWorker(engine, { insertNotification }),
  ];
  const files = cases.map(() => randomUUID());
  for (const file of files)
    await engine.client.workflow.start(signalled, { workflowId: file, taskQueue: BASELINE_QUEUE, args: [file] });
  try {
    await relay.sweepOnce();
    const rounds = await whileRunning(workers, () =>
      alternate(ROUNDS, {
        limit: () =>
          signals(stage, files, (file, cause) => engine.client.workflow.getHandle(file).signal(happenedSignal, cause)),
        ours: () => acts({ ...stage, platform }, cases),
      }),
    );
    for (const [name, share] of [
      ['p50', 0.5],
      ['p95', 0.95],
    ] as const)
      report(
        `reaction.${name}`,
        'ms',
        rounds.map(({ ours, limit }) => ({ ours: percentile(ours, share), limit: percentile(limit, share) })),
      );
  } finally {
    await relay.stop();
    await engine.close();
    await stage.close();
  }
}

export const INSERT_NOTIFICATION = `insert into notification (file_id, cause, addressee, region, subject_zh, subject_en, at)
  values ($1, $2, 'role:leader@/990000/990001/', $3, '申请立案，请审批', 'filing asks for your approval', now())`;

async function acts(stage: Stage, cases: readonly OpenedCase[]): Promise<number[]> {
  const since = await stage.bare.query<{ now: Date }>('select clock_timestamp() as now');
  for (let act = 0; act < ACTS; act += 1) {
    await takeTurn(stage, cases[act % cases.length] as OpenedCase);
    await wait(PAUSE);
  }
  await wait(1_000);
  const { rows } = await stage.bare.query<{ took: number }>(
    `select 1000 * extract(epoch from pg_xact_commit_timestamp(n.xmin) - pg_xact_commit_timestamp(e.xmin))::float as took
       from event e join notification n on n.file_id = e.file_id and n.cause = 'event:' || e.seq where e.at >= $1`,
    [since.rows[0]?.now],
  );
  return complete(rows.map(({ took }) => took));
}

async function signals(
  stage: Stage,
  files: readonly string[],
  signal: (file: string, cause: string) => Promise<void>,
): Promise<number[]> {
  const sent = new Map<string, number>();
  for (let act = 0; act < ACTS; act += 1) {
    const cause = randomUUID();
    sent.set(cause, performance.timeOrigin + performance.now());
    await signal(files[act % files.length] as string, cause);
    await wait(PAUSE);
  }
  await wait(1_000);
  const { rows } = await stage.bare.query<{ cause: string; at: number }>(
    `select cause, 1000 * extract(epoch from pg_xact_commit_timestamp(xmin))::float as at from notification where cause = any ($1)`,
    [[...sent.keys()]],
  );
  return complete(rows.map(({ cause, at }) => at - (sent.get(cause) ?? NaN)));
}

function complete(times: number[]): number[] {
  if (times.length < ACTS) throw new Error(`only ${times.length} of ${ACTS} notifications came`);
  if (process.env['DEBUG']) console.error(median(times), percentile(times, 0.95));
  return times;
}
