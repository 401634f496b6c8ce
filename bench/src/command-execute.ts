import { bareTransaction } from './bare-transaction.js';
import { type OpenedCase, openCases, roundRobin, takeTurn } from './cases.js';
import { alternate, load, report } from './rounds.js';
import { openStage } from './stage.js';

const ROUND = 2_000;
const ROUNDS = 7;
const CASES = 320;

/**
 * Durable commands a second: one caller, and sixteen that never meet on a case. The limit is the bare transaction that
 * writes the same rows; ratio = ours / limit, aim at least 0.7.
 */
export async function run(server: string): Promise<void> {
  const stage = await openStage(server);
  try {
    const cases = await openCases(stage, 2 * CASES + 1);
    const bare = await bareTransaction(stage, cases.pop() as OpenedCase);
    for (const callers of [1, 16]) {
      const ours = roundRobin(cases.slice(0, CASES), callers);
      const theirs = roundRobin(cases.slice(CASES), callers);
      const rounds = await alternate(ROUNDS, {
        limit: () => load(callers, ROUND, (caller) => bare(theirs(caller))),
        ours: () => load(callers, ROUND, (caller) => takeTurn(stage, ours(caller))),
      });
      const rates = rounds.map((round) => ({ ours: round.ours.rate, limit: round.limit.rate }));
      report(`command.execute.${callers}`, 'commands/s', rates);
    }
  } finally {
    await stage.close();
  }
}
