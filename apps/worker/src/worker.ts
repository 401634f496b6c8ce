import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type Platform,
  createCampaignActivities,
  createCaseActivities,
  createDeadlineActivities,
  createJobActivities,
} from '@fundguard/casework';
import { TASK_QUEUE } from '@fundguard/workflows/messages';
import {
  DefaultLogger,
  type LogLevel,
  type NativeConnection,
  Runtime,
  Worker,
  type WorkerInterceptors,
  type WorkflowBundleOption,
  makeTelemetryFilterString,
} from '@temporalio/worker';

/** Written by `bundle.ts` at build time; a worker that finds it starts in under a second. */
export const BUNDLE = fileURLToPath(new URL('../dist/workflows.bundle.js', import.meta.url));

/** Either the prebuilt bundle or the workflows themselves, to be bundled at start. */
const workflowCode = (): { workflowBundle: WorkflowBundleOption } | { workflowsPath: string } =>
  existsSync(BUNDLE)
    ? { workflowBundle: { codePath: BUNDLE } }
    : { workflowsPath: fileURLToPath(import.meta.resolve('@fundguard/workflows')) };

/** Once a process, before anything of Temporal: how loud the engine's own code is, and that signals are ours to handle. */
export function installRuntime(level: 'WARN' | 'ERROR'): void {
  Runtime.install({
    logger: new DefaultLogger(level satisfies LogLevel),
    telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: level, other: 'ERROR' }) } },
    shutdownSignals: [],
  });
}

const HEARTBEAT = 2_000;

/** While an activity runs its worker says that it lives: when it dies, what it was doing is begun again within seconds. */
const signsOfLife: WorkerInterceptors = {
  activity: [
    (context) => ({
      inbound: {
        async execute(input, next) {
          const beat = setInterval(() => context.heartbeat(), HEARTBEAT);
          return next(input).finally(() => clearInterval(beat));
        },
      },
    }),
  ],
};

/** The Temporal worker: all workflows and activities over one platform. */
export function createWorker(
  platform: Platform,
  connection: NativeConnection,
  options: { readonly namespace?: string; readonly workflowBundle?: WorkflowBundleOption } = {},
): Promise<Worker> {
  return Worker.create({
    connection,
    ...(options.namespace ? { namespace: options.namespace } : {}),
    taskQueue: TASK_QUEUE,
    ...(options.workflowBundle ? { workflowBundle: options.workflowBundle } : workflowCode()),
    activities: {
      ...createCaseActivities(platform),
      ...createCampaignActivities(platform),
      ...createDeadlineActivities(platform),
      ...createJobActivities(platform),
    },
    interceptors: signsOfLife,
    // More than the cases that move at one time; an evicted workflow is replayed, which costs CPU, not correctness.
    maxCachedWorkflows: 3_500,
    shutdownGraceTime: '10 seconds',
  });
}
