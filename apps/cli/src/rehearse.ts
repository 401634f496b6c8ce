import { Unmet } from '../../../scripts/say.mjs';
import { readOptions } from './rehearse/options.js';
import { printLines } from './rehearse/print.js';
import { openStage } from './rehearse/stage.js';
import { play } from './rehearse/play.js';
import { readLines } from './rehearse/lines.js';
import { Refusal } from '@fundguard/domain';

export const help = `fundguard rehearse <plan-id> [--start YYYY-MM-DD] [--end YYYY-MM-DD] [--date PLACE=DAY]… [--units FILE] [--late SHARE] [--seed N] [--json]

  预演 · runs a plan from its first day to its last in seconds, with the real workflows on a server that skips time, and
  prints every deadline, reminder, escalation and phase change: when, for whom, and why. It uses a database of its own;
  nothing of it touches the running product.

  <plan-id>     id of a plan, or an unambiguous beginning of it (t004)
  --start       first day; without it, the day the plan itself gives
  --end         last day, instead of the one the plan gives
  --date        a day of the plan: one it leaves open, or instead of its reading (phases.self-check.end=2026-06-30)
  --units       YAML or JSON file of regions and units, instead of the demonstration city (as data/demo/organisation.yaml)
  --late        share of the reports that come late or never, 0 to 1 (0)
  --seed        which of them: the same seed gives the same rehearsal (1)
  --json        one JSON object a line: at, kind, what, to, why`;

export const takesArguments = true;

export async function run(args: string[]): Promise<number> {
  const options = await readOptions(args);
  const stage = await openStage(options);
  try {
    const campaign = await play(stage, options);
    printLines(await readLines(stage, campaign), options.json);
    return 0;
  } catch (error) {
    if (error instanceof Refusal) throw new Unmet(`${error.text.zh} · ${error.text.en}`);
    throw error;
  } finally {
    await stage.close();
  }
}
