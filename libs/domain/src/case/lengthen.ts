import { z } from 'zod';
import type { Context } from '../act.js';
import { EXCLUDED, type Span } from '../law/clock.js';
import { EXCLUDED_NAMES } from '../law/explain.js';
import { clockRuleOf } from '../law/pack.js';
import { requireApart } from '../law/reckon.js';
import { requireOther } from '../people/actor.js';
import { Refusal } from '../refusal.js';
import { reason, text } from '../text.js';
import { type Day, dayOf, givenDay } from '../time/instant.js';
import { act, limit } from './act.js';
import type { CaseClock, CaseFile, ExcludedTime } from './file.js';

/** How a limit is made longer, beyond its reason. */
export const lengthening = z.strictObject({
  reason,
  days: z.int().positive().optional().meta({ description: 'Where the law allows up to so many' }),
  minutes: text(20_000).optional().meta({ description: '集体讨论记录, where the heads decide together' }),
});

/** The limit that runs, by the next extension its rule allows; each is given once, in the order of the rule. */
export function extended(
  file: CaseFile,
  id: string,
  context: Context,
  { days, minutes }: Omit<z.output<typeof lengthening>, 'reason'>,
): CaseClock {
  const running = file.clocks.find(({ clock, of }) => clock === id && of === undefined);
  const given = running?.extensions ?? (running?.extendedBy ? [running.extendedBy] : []);
  const next = clockRuleOf(context.law, id).extensions[given.length];
  if (!running || !next)
    throw new Refusal('conflict', 'case.already-extended', {
      zh: '该期限不能延长，或已经延长到头',
      en: 'this limit cannot be extended, or not once more',
    });
  const { article } = next;
  if (next.by === 'collective' && !minutes)
    throw new Refusal(
      'invalid',
      'case.collective-minutes-missing',
      {
        zh: '再次延长须经集体讨论决定，请附集体讨论记录',
        en: 'this extension is decided in collective discussion: its minutes are needed',
      },
      { field: 'minutes', article },
    );
  const length = next.atMost ? (days ?? next.length) : next.length;
  if (length > next.length || (!next.atMost && days !== undefined && days !== next.length))
    throw new Refusal(
      'invalid',
      'case.extension-too-long',
      {
        zh: `此次延长${next.atMost ? '不超过' : '为'} ${next.length} 日`,
        en: `this extension is ${next.atMost ? 'at most ' : ''}${next.length} days`,
      },
      { field: 'days', article },
    );
  return again(running, context, { extensions: [...given, length] });
}

/** 确认扣除期间: the head confirms what does not count; without an end, the limit stands still. Excluded times never overlap. */
export const excludeTime = act(
  'case.approve',
  'open',
  z.strictObject({
    clock: z.string().max(60),
    kind: z.enum(EXCLUDED),
    from: givenDay,
    until: givenDay.optional().meta({ description: 'Left out while it goes on' }),
    reason,
  }),
  (file, data, context) => {
    requireOther(context.actor, file.handler);
    const running = runningClock(file, data.clock);
    const law = context.law.clocks.find(({ id }) => id === data.clock);
    const rule = law?.excludes.find(({ kind }) => kind === data.kind);
    if (!rule)
      throw new Refusal(
        'invalid',
        'exclusion.not-provided',
        {
          zh: `法律没有规定${EXCLUDED_NAMES[data.kind].zh}期间可以从该期限中扣除`,
          en: `the law does not take ${EXCLUDED_NAMES[data.kind].en} out of this limit`,
        },
        { field: 'kind', article: running.article },
      );
    requireDays(data, { from: dayOf(running.from), to: dayOf(context.now) });
    const { reason: why, ...rest } = data;
    const exclusion = { ...rest, id: context.command, reason: why, by: context.actor.account } as ExcludedTime;
    const exclusions = [...(file.exclusions ?? []), exclusion];
    return {
      kind: 'timeExcluded',
      changes: { exclusions },
      data: { ...data, article: rule.article },
      starts: [recounted(running, exclusions, context)],
    };
  },
);

/** 恢复计算: excluded time that went on has ended; the limit runs again, by so much later. */
export const resumeTime = act(
  'case.handle',
  'open',
  z.strictObject({ exclusion: z.uuid(), until: givenDay.meta({ description: 'Its last day' }) }),
  (file, { exclusion, until }, context) => {
    const open = file.exclusions?.find(({ id }) => id === exclusion);
    if (!open)
      throw new Refusal('not-found', 'exclusion.not-found', { zh: '没有此扣除期间', en: 'no such excluded time' });
    if (open.until)
      throw new Refusal(
        'conflict',
        'exclusion.ended',
        { zh: `该扣除期间已于 ${open.until} 结束`, en: `it ended on ${open.until}` },
        { standing: open },
      );
    requireDays({ from: open.from, until }, { from: open.from, to: dayOf(context.now) });
    const exclusions = (file.exclusions ?? []).map((each) =>
      each.id === exclusion ? { ...each, until: until as Day } : each,
    );
    const running = file.clocks.find(({ clock, of }) => clock === open.clock && of === undefined);
    return {
      kind: 'timeResumed',
      changes: { exclusions },
      data: { clock: open.clock, kind: open.kind, from: open.from, until },
      starts: running ? [recounted(running, exclusions, context)] : [],
    };
  },
);

function runningClock(file: CaseFile, id: string): CaseClock {
  const running = file.clocks.find(({ clock, of }) => clock === id && of === undefined);
  if (running) return running;
  throw new Refusal(
    'invalid',
    'clock.not-running',
    { zh: '本案没有正在计算的该期限', en: 'no such limit runs on this case' },
    { field: 'clock' },
  );
}

const LAST_DAY = '2099-12-31';

/** The limit with the ledger as it stands; excluded time from before it began belongs to an earlier one. */
function recounted(running: CaseClock, ledger: readonly ExcludedTime[], context: Context): CaseClock {
  const since = dayOf(running.from);
  const ours = ledger.filter(({ clock, from }) => clock === running.clock && from >= since);
  requireApart(ours.map(({ kind, from, until }) => ({ kind, from, until: until ?? LAST_DAY })));
  const excluded = ours.flatMap(({ kind, from, until }): Span[] => (until ? [{ kind, from, until }] : []));
  const { pausedFrom: _paused, ...counting } = again(running, context, { excluded });
  const open = ours.find(({ until }) => until === undefined);
  return open ? { ...counting, pausedFrom: open.from } : counting;
}

/** The limit counted anew with more; one that is no longer past has not lapsed. */
export function again(
  running: CaseClock,
  context: Context,
  more: Partial<Pick<CaseClock, 'extensions' | 'excluded'>> = {},
): CaseClock {
  const { clock, of, from, extensions, excluded, lapsed, pausedFrom } = { ...running, ...more };
  const given = extensions ?? (running.extendedBy ? [running.extendedBy] : undefined);
  const counted = limit(context, clock, from, {
    ...(of === undefined ? {} : { of }),
    ...(given ? { extensions: given } : {}),
    ...(excluded && excluded.length > 0 ? { excluded } : {}),
  });
  return {
    ...counted,
    ...(lapsed && counted.due <= context.now ? { lapsed } : {}),
    ...(pausedFrom ? { pausedFrom } : {}),
  };
}

function requireDays(
  { from, until }: { readonly from: string; readonly until?: string | undefined },
  allowed: { readonly from: Day; readonly to: Day },
): void {
  const refuse = (field: string, code: string, zh: string, en: string) =>
    new Refusal('invalid', code, { zh, en }, { field });
  if (from < allowed.from)
    throw refuse(
      'from',
      'date.too-early',
      `不得早于期限起算日 ${allowed.from}`,
      `not before the limit began on ${allowed.from}`,
    );
  if (from > allowed.to)
    throw refuse('from', 'date.in-future', '开始日期不得晚于今天', 'it cannot begin in the future');
  if (until !== undefined && until > allowed.to)
    throw refuse(
      'until',
      'date.in-future',
      '结束日期不得晚于今天；尚未结束的请留空',
      'it cannot end in the future; leave the end out while it goes on',
    );
  if (until !== undefined && until < from)
    throw refuse('until', 'exclusion.ends-before-it-begins', '结束日期早于开始日期', 'it ends before it begins');
}
