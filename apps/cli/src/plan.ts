import { readFile } from 'node:fs/promises';
import { type PlanProblem, checkPlan, loadRulebook, workingCalendar } from '@fundguard/rulebook';
import { Unmet } from '../../../scripts/say.mjs';

export const help = `fundguard plan check FILE [--json]

  检查实施方案 · says what is wrong with a plan that somebody writes: each problem with its line, its place and what to do, in
  Chinese and English. Exits with 0 when the plan can be used, and with 1 when it cannot.

  FILE      a plan as YAML or JSON; data/plans has twelve to begin with
  --json    one JSON object a line: path, line, zh, en

  A plan that passes becomes a template once its file lies in data/plans and the product is started again.`;

export const takesArguments = true;

export async function run(args: string[]): Promise<number> {
  const json = args.includes('--json');
  const [verb, file, ...rest] = args.filter((arg) => arg !== '--json');
  if (verb !== 'check' || !file || rest.length > 0) throw new Unmet('Name one file: fundguard plan check FILE.');
  const { calendarYears, form } = await loadRulebook();
  const { problems, plan } = checkPlan(await readFile(file, 'utf8'), workingCalendar(calendarYears), form);
  if (json) for (const problem of problems) console.log(JSON.stringify(problem));
  else if (plan) console.log(`✓ ${plan.name.zh}：方案可用 · the plan ${plan.id} can be used`);
  else for (const problem of problems) console.log(readable(file, problem));
  return plan ? 0 : 1;
}

const readable = (file: string, { line, path, zh, en }: PlanProblem): string =>
  `✕ ${[file, ...(line ? [line] : [])].join(':')} ${path}\n    ${zh} · ${en}`;
