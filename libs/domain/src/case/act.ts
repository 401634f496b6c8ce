import type { z } from 'zod';
import type { Act, Context } from '../act.js';
import { type Lengthened, startClock } from '../law/clock.js';
import { clockRuleOf } from '../law/pack.js';
import { type Actor, type Machine, type Person, requireMachine, requirePerson } from '../people/actor.js';
import type { Permission } from '../people/roles.js';
import { Refusal } from '../refusal.js';
import { type Instant, plusHours } from '../time/instant.js';
import { type CaseClock, type CaseFile, STAGE_ARTICLES, STAGE_NAMES, type Stage, isOpen } from './file.js';

/**
 * What happened to a case. `changes` is the part of the file the event replaces, so that a file is its events, folded;
 * `starts` and `stops` are the time limits it sets running and settles.
 */
export interface CaseEvent {
  readonly kind: string;
  readonly changes: Partial<Omit<CaseFile, 'version' | 'clocks'>>;
  /** Parts of the file that no longer hold. */
  readonly clears?: readonly Clearable[];
  /** What people read in the timeline beside the kind: reasons, amounts, names. */
  readonly data?: Readonly<Record<string, unknown>>;
  readonly starts?: readonly CaseClock[];
  readonly stops?: readonly string[];
}

type Clearable =
  'proposal' | 'noticeServedOn' | 'decision' | 'execution' | 'rectification' | 'rootCause' | 'strikeOffRequestedBy';

export type CaseAct<Payload extends z.ZodType = z.ZodType> = Act<CaseFile, Payload, CaseEvent> & {
  readonly stages: readonly Stage[] | 'open' | 'ended';
};

type Decide<Payload extends z.ZodType, Doer> = (
  file: CaseFile,
  payload: z.output<Payload>,
  context: Context & { readonly actor: Doer },
) => CaseEvent | readonly CaseEvent[];

/** An act of a person who holds the permission, while the case is in one of the stages. */
export const act = <Payload extends z.ZodType>(
  by: Permission,
  stages: CaseAct['stages'],
  payload: Payload,
  decide: Decide<Payload, Person>,
): CaseAct<Payload> => ({
  by,
  stages,
  payload,
  withheld: (file, actor) => (by === 'case.handle' ? notHandler(file, actor) : undefined) ?? outsideStage(file, stages),
  decide(file, input, context) {
    const actor = requirePerson(context.actor, by);
    const refusal = this.withheld(file, actor);
    if (refusal) throw refusal;
    return [decide(file, input, { ...context, actor })].flat();
  },
});

/** An act of the clock or the conductor. */
export const machineAct = <Payload extends z.ZodType>(
  stages: CaseAct['stages'],
  payload: Payload,
  decide: Decide<Payload, Machine>,
): CaseAct<Payload> => ({
  by: 'machine',
  stages,
  payload,
  withheld: (file) => outsideStage(file, stages),
  decide(file, input, context) {
    const actor = requireMachine(context.actor);
    const refusal = this.withheld(file, actor);
    if (refusal) throw refusal;
    return [decide(file, input, { ...context, actor })].flat();
  },
});

/** Starts a limit of the file's law pack; long ones remind a day before they end. */
export function limit(
  context: Context,
  id: string,
  from: Instant,
  more: Lengthened & { readonly of?: string } = {},
): CaseClock {
  const rule = clockRuleOf(context.law, id);
  const clock = startClock(rule, from, context.calendar, more);
  return rule.unit === 'hour' || rule.length < 3 ? clock : { ...clock, remindAt: plusHours(clock.due, -24) };
}

/** The key by which a clock is stopped: its rule, and what it belongs to. */
export const clockKey = ({ clock, of }: { clock: string; of?: string }): string => (of ? `${clock}:${of}` : clock);

/** A case is worked on by its handler and its officers, not by everybody who could be. */
export function notHandler({ handler, officers }: CaseFile, actor: Actor): Refusal | undefined {
  const selves = actor.kind === 'person' ? [actor.account, actor.actingFor?.account] : [];
  if (selves.some((each) => each && (each === handler || officers.includes(each)))) return undefined;
  return new Refusal('forbidden', 'case.not-handler', {
    zh: '仅限本案办案人员',
    en: 'only officers of this case may do this',
  });
}

function outsideStage(file: CaseFile, stages: CaseAct['stages']): Refusal | undefined {
  if (stages === 'open' ? isOpen(file) : stages === 'ended' ? !isOpen(file) : stages.includes(file.stage)) return;
  const now = STAGE_NAMES[file.stage];
  const meant: readonly Stage[] = typeof stages === 'string' ? [] : stages;
  const when = meant.map((stage) => STAGE_NAMES[stage]);
  const article = meant.map((stage) => STAGE_ARTICLES[stage]).find((each) => each !== undefined);
  return new Refusal(
    'conflict',
    'case.stage',
    {
      zh: `案件处于“${now.zh}”环节，不能进行此操作${when.length > 0 ? `（须在：${when.map(({ zh }) => zh).join('、')}）` : ''}`,
      en: `the case is in ${now.en}; this is not done there${when.length > 0 ? ` (only in ${when.map(({ en }) => en).join(', ')})` : ''}`,
    },
    { ...(article ? { article } : {}), standing: { stage: file.stage, version: file.version, ...file.standing } },
  );
}

/** For `standing`: who settled an approval, so that whoever comes second is told. */
export const settled = (name: string, { actor, now }: { actor: Person; now: Instant }): Pick<CaseFile, 'standing'> => ({
  standing: { act: name, by: actor.account, at: now },
});
