import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installRuntime } from '@fundguard/worker';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, Worker, bundleWorkflowCode } from '@temporalio/worker';

export const BASELINE_QUEUE = 'baseline';

export interface BaselineActivities {
  insertNotification(file: string, cause: string): Promise<void>;
  markAndNotify(obligation: string): Promise<void>;
}

/** Temporal's dev server with a database file, as `npm start` runs it, gone when closed. */
export async function openEngine() {
  installRuntime('ERROR');
  const folder = await mkdtemp(join(tmpdir(), 'fundguard-bench-'));
  const program = process.env['TEMPORAL_CLI_PATH'];
  const environment = await TestWorkflowEnvironment.createLocal({
    server: {
      ...(program ? { executable: { type: 'existing-path' as const, path: program } } : {}),
      dbFilename: join(folder, 'temporal.db'),
      log: { format: 'json', level: 'never' },
    },
  });
  return {
    client: environment.client,
    connection: environment.nativeConnection,
    address: environment.address,
    async close() {
      await environment.teardown();
      await rm(folder, { recursive: true });
    },
  };
}
export type Engine = Awaited<ReturnType<typeof openEngine>>;

/** Runs until the work is done, then ends in order. */
export async function whileRunning<Result>(workers: readonly Worker[], work: () => Promise<Result>): Promise<Result> {
  const running = workers.map((worker) => worker.run());
  try {
    return await work();
  } finally {
    for (const worker of workers) worker.shutdown();
    await Promise.all(running);
  }
}

/** A worker for the baseline workflows, as generous as ours. */
export async function baselineWorker(
  { connection }: Pick<Engine, 'connection'>,
  activities: Partial<BaselineActivities> = {},
): Promise<Worker> {
  const workflowBundle = await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('baseline-workflows.js', import.meta.url)),
    logger: new DefaultLogger('ERROR'),
  });
  const options = { taskQueue: BASELINE_QUEUE, activities, maxCachedWorkflows: 3_500 };
  return Worker.create({ connection, workflowBundle, ...options });
}
