import { z } from 'zod';
import { requirePerson } from '../people/actor.js';
import type { Context } from '../act.js';
import { Refusal } from '../refusal.js';
import { reason } from '../text.js';
import { dayOf, givenDay } from '../time/instant.js';
import type { WorkOutcome } from './acts.js';
import { BRIEFING_CHANNELS } from './kinds.js';
import type { WorkRecord } from './work.js';

const units = z.array(z.uuid().toLowerCase()).min(1).max(3_000);
export const reachPayload = z.strictObject({ units, reachedOn: givenDay, channel: z.enum(BRIEFING_CHANNELS) });
export const unreachPayload = z.strictObject({ units, reason });

type Told = Omit<WorkOutcome, 'changes'>;

/** 登记送达: which units a briefing reached, how and when (R-PUB-03). A unit is reached once. */
export function reachUnits(
  record: WorkRecord,
  { units: reached, reachedOn, channel }: z.output<typeof reachPayload>,
  { actor, now }: Context,
): Told {
  requirePerson(actor, 'work.write');
  requireBriefing(record);
  if (reachedOn > dayOf(now))
    throw outsideDays('date.too-late', '日期不得晚于今天', 'the day cannot lie in the future');
  if (record.heldOn && reachedOn < record.heldOn)
    throw outsideDays('date.too-early', '不得早于通报开展之日', 'no unit is reached before the briefing began');
  return { kind: 'briefingReached', data: { title: record.title, units: reached, reachedOn, channel } };
}

/** 撤销误登的送达; what a unit confirmed stands. */
export function withdrawReach(
  record: WorkRecord,
  { units: taken, reason: why }: z.output<typeof unreachPayload>,
  { actor }: Context,
): Told {
  requirePerson(actor, 'work.write');
  requireBriefing(record);
  return { kind: 'briefingReachWithdrawn', data: { title: record.title, units: taken, reason: why } };
}

/** How a briefing stands with one unit. */
export interface Reach {
  readonly reachedOn: string | null;
  readonly confirmedAt: Date | null;
}

/** 回执: a unit confirms a briefing that reached it, once. */
export function confirmBriefing(record: WorkRecord, reach: Reach | undefined, { actor }: Context): Told {
  const { unit } = requirePerson(actor, 'work.confirm');
  requireBriefing(record);
  if (!reach?.reachedOn) throw notReached();
  if (reach.confirmedAt) throw confirmed();
  return { kind: 'briefingConfirmed', data: { title: record.title, unit } };
}

function requireBriefing({ kind, status, version }: WorkRecord): void {
  if (kind === 'briefing' && status === 'held') return;
  throw new Refusal(
    'conflict',
    'work.no-briefing',
    { zh: '仅已开展的案情通报登记送达和回执', en: 'only a briefing that was held reaches units' },
    { standing: { status, version } },
  );
}

const outsideDays = (code: string, zh: string, en: string) =>
  new Refusal('invalid', code, { zh, en }, { field: 'reachedOn' });
const notReached = () =>
  new Refusal('conflict', 'work.not-reached', {
    zh: '尚未登记该通报送达本单位',
    en: 'it is not on record that the briefing reached this unit',
  });
const confirmed = () =>
  new Refusal('conflict', 'work.confirmed', { zh: '本单位已回执', en: 'the unit has confirmed it already' });
