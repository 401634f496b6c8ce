import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Relay } from '@fundguard/relay';
import { createWorker } from '@fundguard/worker';
import type { WorkflowHandle } from '@temporalio/client';
import { happenedSignal, signalled } from './baseline-workflows.js';
import { openCases, takeTurn } from './cases.js';
import { BASELINE_QUEUE, type Engine, baselineWorker, openEngine, whileRunning } from './engine.js';
import { report } from './rounds.js';
import { INSERT_NOTIFICATION } from './reaction.js';
import { openStage } from './stage.js';

/** A hundred days with four acts a day. */
const ACTS = 400;

/**
 * What a case leaves in the engine after a hundred days with four acts a day, each heard on its own; against a workflow
 * that has one activity for each signal. Events and bytes of all its runs; `case.history.runs` counts these, because a run that
 * grew long hands over to a new one. ratio = ours / limit.
 */
export async function run(server: string): Promise<void> {
  const stage = await openStage(server);
  const engine = await openEngine();
  const relay = new Relay(stage.db, engine.client);
  const platform = { ...stage.platform, wake: relay.wake };
  const insertNotification = async (file: string, cause: string) => {
    await stage.bare.query({
      name: 'notify-bare',
      text: INSERT_NOTIFICATION,
      values: [file, cause, stage.cast.leader.region],
    });
  };
  const told = async (file: string, count: number) => {
    const asked = {
      name: 'told',
      text: 'select count(*)::int as count from notification where file_id = $1',
      values: [file],
    };
    while (((await stage.bare.query<{ count: number }>(asked)).rows[0]?.count ?? 0) < count) await wait(5);
    await wait(20); // the workflow goes back to waiting
  };
  const workers = [
    await createWorker(platform, engine.connection),
    await baselineWorker(engine, { insertNotification }),
  ];
  try {
    await whileRunning(workers, async () => {
      const file = randomUUID();
      const bare = await engine.client.workflow.start(signalled, {
        workflowId: file,
        taskQueue: BASELINE_QUEUE,
        args: [file],
      });
      const [opened] = await openCases({ ...stage, platform }, 1);
      if (!opened) throw new Error('no case');
      const toldAtFirst = 1;
      await told(opened.id, toldAtFirst);
      for (let act = 1; act <= ACTS; act += 1) {
        await bare.signal(happenedSignal, randomUUID());
        await takeTurn({ ...stage, platform }, opened);
        await told(file, act);
        await told(opened.id, toldAtFirst + act);
      }
      const [ours, limit] = [await historyOf(engine, `case/${opened.id}`), await historyOf(engine, file)];
      report('case.history.events', 'events', [{ ours: ours.events, limit: limit.events }]);
      report('case.history.bytes', 'bytes', [{ ours: ours.bytes, limit: limit.bytes }]);
      report('case.history.runs', 'runs', [{ ours: ours.runs, limit: limit.runs }]);
    });
  } finally {
    await relay.stop();
    await engine.close();
    await stage.close();
  }
}

/** Of all runs, the newest first: each names the one it goes on from. */
async function historyOf({ client }: Engine, workflowId: string) {
  const sum = { events: 0, bytes: 0, runs: 0 };
  let run: WorkflowHandle | undefined = client.workflow.getHandle(workflowId);
  while (run) {
    const { historyLength, historySize = 0 } = await run.describe();
    sum.events += historyLength;
    sum.bytes += historySize;
    sum.runs += 1;
    const before = await runBefore(run);
    run = before ? client.workflow.getHandle(workflowId, before) : undefined;
  }
  return sum;
}

async function runBefore(run: WorkflowHandle): Promise<string | null | undefined> {
  const [started] = (await run.fetchHistory()).events ?? [];
  return started?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId;
}
