import { tmpdir } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { idle } from './baseline-workflows.js';
import { openCases } from './cases.js';
import { BASELINE_QUEUE, type Engine, openEngine } from './engine.js';
import { type Program, WORKER, residentMegabytes, startProgram } from './programs.js';
import { report } from './rounds.js';
import { type Stage, openStage } from './stage.js';

const FIRST = 500;
const MORE = 2_000;
const STARTERS = 8;
const BASELINE = fileURLToPath(new URL('baseline-process.js', import.meta.url));

/**
 * What each thousand open cases add to the worker's resident memory, all of them held in its cache; against a thousand
 * empty workflows in a bare worker. The first five hundred do not count: they warm it up. ratio = ours / limit.
 */
export async function run(server: string): Promise<void> {
  const stage = await openStage(server);
  const engine = await openEngine();
  try {
    const limit = await growth(await startProgram(BASELINE, [engine.address], {}), (count) => startIdle(engine, count));
    const env = { DATABASE_URL: stage.appUrl, TEMPORAL_ADDRESS: engine.address, MAIL_DIR: tmpdir() };
    const ours = await growth(await startProgram(WORKER, [], env), (count) => announceCases(stage, count));
    report('worker.memory', 'MB', [{ ours, limit }]);
  } finally {
    await engine.close();
    await stage.close();
  }
}

async function growth(worker: Program, add: (count: number) => Promise<void>): Promise<number> {
  try {
    await add(FIRST);
    const before = await settled(worker);
    await add(MORE);
    return ((await settled(worker)) - before) / (MORE / 1_000);
  } finally {
    await worker.stop();
  }
}

/** The least of ten seconds: garbage comes and goes. */
async function settled({ pid }: Program): Promise<number> {
  const samples: number[] = [];
  for (let second = 0; second < 10; second += 1) {
    await wait(1_000);
    samples.push(residentMegabytes(pid));
  }
  return Math.min(...samples);
}

/** The worker's own relay brings them to their workflows; each is done when its people were told. */
async function announceCases(stage: Stage, count: number): Promise<void> {
  await openCases(stage, count);
  const left = async () => {
    const { rows } = await stage.bare.query<{ left: number }>(
      'select count(*)::int as left from case_file where announced < seq',
    );
    return rows[0]?.left;
  };
  while ((await left()) !== 0) await wait(500);
}

let started = 0;
async function startIdle({ client }: Engine, count: number): Promise<void> {
  const names = Array.from({ length: count }, () => `idle/${(started += 1)}`);
  const line = async (_: unknown, at: number) => {
    for (let index = at; index < names.length; index += STARTERS)
      await client.workflow.start(idle, { workflowId: names[index] ?? '', taskQueue: BASELINE_QUEUE });
  };
  await Promise.all(Array.from({ length: STARTERS }, line));
  for (const name of names)
    while ((await client.workflow.getHandle(name).describe()).historyLength < 4) await wait(100);
}
