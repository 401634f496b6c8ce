import { openCases, roundRobin, takeTurn } from './cases.js';
import { BASELINE_QUEUE, baselineWorker, openEngine, whileRunning } from './engine.js';
import { alternate, load, report } from './rounds.js';
import { openStage } from './stage.js';
import { noteUpdate, updated } from './baseline-workflows.js';

const ROUND = 2_000;
const ROUNDS = 5;
const CALLERS = 16;

/**
 * Sixteen callers: durable commands a second, against updates of sixteen empty workflows, which is how the command
 * would be taken without the database. ratio = ours / limit, aim at least 10.
 */
export async function run(server: string): Promise<void> {
  const stage = await openStage(server);
  const engine = await openEngine();
  try {
    const cases = roundRobin(await openCases(stage, 320), CALLERS);
    const handles = await Promise.all(
      Array.from({ length: CALLERS }, (_, index) =>
        engine.client.workflow.start(updated, { workflowId: `updated/${index}`, taskQueue: BASELINE_QUEUE }),
      ),
    );
    const rounds = await whileRunning([await baselineWorker(engine)], () =>
      alternate(ROUNDS, {
        limit: () =>
          load(CALLERS, ROUND, async (each) => handles[each]?.executeUpdate(noteUpdate, { args: ['批准立案'] })),
        ours: () => load(CALLERS, ROUND, (each) => takeTurn(stage, cases(each))),
      }),
    );
    const rates = rounds.map(({ ours, limit }) => ({ ours: ours.rate, limit: limit.rate }));
    report('command.vs-temporal-update', 'commands/s', rates);
  } finally {
    await engine.close();
    await stage.close();
  }
}
