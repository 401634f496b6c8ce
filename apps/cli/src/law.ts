import { createInterface } from 'node:readline/promises';
import {
  type DeadlineQuestion,
  type PenaltyQuestion,
  Refusal,
  answerDeadline,
  answerPenalty,
  dayOf,
  deadlineQuestion,
  instant,
  penaltyQuestion,
} from '@fundguard/domain';
import { type Rulebook, issuesOf, loadRulebook, workingCalendar, worded } from '@fundguard/rulebook';
import { Unmet } from '../../../scripts/say.mjs';
import { previewPack } from './law-preview.js';

export const help = `fundguard law deadline < QUESTIONS > ANSWERS
fundguard law penalty < QUESTIONS > ANSWERS
fundguard law preview PACK

  期限测算、处罚测算 · answers one JSON question a line from standard input with one JSON answer a line on standard output, in the same
  order: the last day, or the amounts, with the article and every step by which they were found. It needs no database and
  touches no case.
  A line that cannot be answered is answered with {"error": …}: a stable type, both languages, the field and the article.
  Exits with 0 when every line was answered, with 1 otherwise. What a question may say, docs/law.md tells.

  法规升级预演 · preview lists the open cases that a new pack (a YAML file, as those in data/law) would change: each limit with both
  its ends, the proposed fine under both. It reads the running product's database, or DATABASE_URL, and changes nothing.

  echo '{"clock":"finePayment","from":"2026-09-15"}' | npx fundguard law deadline
  echo '{"breach":"fraud","fraudulentPurpose":false,"amount":"1000001","multiple":2.5}' | npx fundguard law penalty`;

export const takesArguments = true;

type Answer = (given: unknown) => object;

interface Schema<Question> {
  safeParse(
    given: unknown,
  ): { success: true; data: Question } | { success: false; error: Parameters<typeof issuesOf>[0] };
}

const QUESTIONS: Readonly<Record<string, (rules: Rulebook) => Answer>> = {
  deadline: (rules) => {
    const calendar = workingCalendar(rules.calendarYears);
    return asked(deadlineQuestion, (question: DeadlineQuestion) => answerDeadline(question, rules, calendar));
  },
  penalty: (rules) => {
    const calendar = workingCalendar(rules.calendarYears);
    const today = dayOf(instant(new Date()));
    return asked(penaltyQuestion, (question: PenaltyQuestion) => answerPenalty(question, rules, calendar, today));
  },
};

export async function run(args: string[]): Promise<number> {
  const [what = '', ...rest] = args;
  const [pack] = rest;
  if (what === 'preview' && pack && rest.length === 1) return previewPack(pack);
  const open = QUESTIONS[what];
  if (!open || rest.length > 0)
    throw new Unmet('Say what is asked: fundguard law deadline, fundguard law penalty, or fundguard law preview PACK.');
  const answer = open(await loadRulebook());
  let failed = 0;
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue;
    const said = answered(line, answer);
    if ('error' in said) failed += 1;
    process.stdout.write(`${JSON.stringify(said, inText)}\n`);
  }
  return failed > 0 ? 1 : 0;
}

/** Fen leave as text, as on the wire. */
const inText = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);

const asked =
  <Question>(schema: Schema<Question>, answer: (question: Question) => object): Answer =>
  (given) => {
    const read = schema.safeParse(given);
    if (read.success) return answer(read.data);
    const errors = issuesOf(read.error).map(({ path, issue }) => ({ field: path.join('.'), ...worded(issue) }));
    return { error: { type: '/problems/request.invalid', ...errors[0], errors } };
  };

function answered(line: string, answer: Answer): object {
  try {
    return answer(JSON.parse(line));
  } catch (error) {
    if (error instanceof Refusal) {
      const { field, article } = error.details;
      return { error: { type: `/problems/${error.code}`, ...error.text, field, article } };
    }
    if (error instanceof SyntaxError)
      return { error: { type: '/problems/request.malformed', zh: '不是 JSON', en: error.message } };
    throw error;
  }
}
