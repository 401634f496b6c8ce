import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type ChosenDates, type Day, type PlanTemplate, Refusal, chosenDates, day } from '@fundguard/domain';
import { type Organisation, type Rulebook, loadRulebook, organisation } from '@fundguard/rulebook';
import { parse } from 'yaml';
import { Unmet } from '../../../../scripts/say.mjs';

export interface RehearsalOptions {
  readonly rulebook: Rulebook;
  readonly plan: PlanTemplate;
  readonly start: Day;
  readonly end: Day | undefined;
  readonly dates: ChosenDates;
  readonly organisation: Organisation;
  readonly late: number;
  readonly seed: number;
  readonly json: boolean;
}

const FLAGS = {
  start: { type: 'string' },
  end: { type: 'string' },
  date: { type: 'string', multiple: true },
  units: { type: 'string' },
  late: { type: 'string', default: '0' },
  seed: { type: 'string', default: '1' },
  json: { type: 'boolean', default: false },
} as const;

export async function readOptions(args: string[]): Promise<RehearsalOptions> {
  const { values, positionals } = readFlags(args);
  const [wanted, ...rest] = positionals;
  const rulebook = await loadRulebook();
  if (!wanted || rest.length > 0) throw new Unmet(`Name one plan: ${[...rulebook.plans.keys()].join(', ')}.`);
  return plainly(async () => {
    const plan = rulebook.plan(wanted);
    const start = values.start ?? plan.start;
    if (!start) throw new Unmet(`The plan ${plan.id} gives no first day: choose one with --start YYYY-MM-DD.`);
    return {
      rulebook,
      plan,
      start: day(start),
      end: values.end === undefined ? undefined : day(values.end),
      dates: readDates(values.date ?? []),
      organisation: values.units === undefined ? rulebook.demo : await readUnits(values.units),
      late: number(values.late, '--late', 0, 1),
      seed: Math.trunc(number(values.seed, '--seed', 0, 2 ** 32 - 1)),
      json: values.json,
    };
  });
}

function readDates(given: readonly string[]): ChosenDates {
  const read = chosenDates.safeParse(Object.fromEntries(given.map((each) => each.split('=', 2))));
  if (read.success) return read.data;
  throw new Unmet('--date takes a place of the plan and a day, such as phases.self-check.end=2026-06-30.');
}

function readFlags(args: string[]) {
  try {
    return parseArgs({ args, options: FLAGS, allowPositionals: true });
  } catch (error) {
    throw new Unmet(`${(error as Error).message}. See fundguard rehearse --help.`);
  }
}

async function readUnits(file: string): Promise<Organisation> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new Unmet(`The file of units cannot be read: ${error.message}.`);
  });
  const read = organisation.safeParse(parse(text));
  if (read.success) return read.data;
  throw new Unmet(
    `${file}: ${read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}.`,
  );
}

function number(text: string, flag: string, min: number, max: number): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= min && value <= max) return value;
  throw new Unmet(`${flag} takes a number from ${min} to ${max}, not "${text}".`);
}

/** A refusal of the domain, as a sentence. */
export async function plainly<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) throw new Unmet(`${error.text.zh} · ${error.text.en}`);
    throw error;
  }
}
