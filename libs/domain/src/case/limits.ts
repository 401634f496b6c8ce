import { z } from 'zod';
import { Refusal } from '../refusal.js';
import type { Instant } from '../time/instant.js';
import { type CaseEvent, clockKey, machineAct } from './act.js';
import type { CaseClock, CaseFile } from './file.js';
import { again } from './lengthen.js';
import { closeDefence } from './notice.js';
import { courtClock } from './late.js';

const passed = z.strictObject({ clock: z.string(), of: z.string().optional(), due: z.string() });

/**
 * A limit was reached: by the clock. One that was moved or settled meanwhile is refused as stale, harmlessly.
 * The end of the defence window moves the case, that of a demand opens the way to the court; every other limit is recorded as
 * missed and people are told. A fine that was not paid starts the window for the court (行政强制法 53).
 */
export const elapse = machineAct('open', passed, (file, data, context): CaseEvent | readonly CaseEvent[] => {
  const clock = running(file, data, context.now, ({ due }) => due);
  if (clock.clock === 'defence') return closeDefence.decide(file, {}, context);
  if (clock.clock === 'demand')
    return { kind: 'demandExpired', changes: {}, data: { due: clock.due, article: clock.article }, stops: ['demand'] };
  return {
    kind: 'limitMissed',
    changes: {},
    data: { clock: clock.clock, of: clock.of, due: clock.due, article: clock.article },
    starts: [
      { ...clock, lapsed: clock.due },
      ...(clock.clock === 'finePayment' ? courtClock(file, context, true) : []),
    ],
  };
});

/** A limit ends in a day: by the clock. */
export const remind = machineAct('open', passed, (file, data, context) => {
  const clock = running(file, data, context.now, ({ remindAt }) => remindAt);
  if (clock.reminded) throw stale();
  return {
    kind: 'limitReminded',
    changes: {},
    data: { clock: clock.clock, of: clock.of, due: clock.due, article: clock.article },
    starts: [{ ...clock, reminded: true as const }],
  };
});

/** A holiday calendar was loaded: limits that were provisional are computed again. Nothing moved: no event. */
export const reprojectLimits = machineAct('open', z.strictObject({}), (file, _data, context) => {
  const moved = file.clocks.flatMap((clock) => {
    if (!clock.provisional || clock.lapsed) return [];
    const anew = again(clock, context);
    return anew.due === clock.due && anew.provisional === clock.provisional ? [] : [{ was: clock.due, anew }];
  });
  if (moved.length === 0) return [];
  return {
    kind: 'limitsReprojected',
    changes: {},
    data: {
      calendar: context.calendar.version,
      moved: moved.map(({ was, anew }) => ({ clock: anew.clock, from: was, to: anew.due })),
    },
    starts: moved.map(({ anew }) => anew),
  };
});

function running(
  file: CaseFile,
  { clock, of, due }: z.output<typeof passed>,
  now: Instant,
  moment: (clock: CaseClock) => Instant | undefined,
): CaseClock {
  const wanted = clockKey({ clock, ...(of === undefined ? {} : { of }) });
  const found = file.clocks.find((each) => clockKey(each) === wanted);
  const when = found && moment(found);
  if (!found || found.lapsed || found.pausedFrom || found.due !== due || when === undefined || when > now)
    throw stale();
  return found;
}

const stale = () =>
  new Refusal('conflict', 'clock.stale', { zh: '该期限已变更或已办结', en: 'the limit moved or was met' });
