import type { CampaignId } from '../campaign/file.js';
import type { PlanContent } from '../campaign/plan-content.js';
import type { AccountId } from '../people/actor.js';
import type { Bilingual } from '../text.js';
import type { Day } from '../time/instant.js';

export const GROUP_KINDS = ['leadingGroup', 'office', 'workingGroup', 'inspectionTeam'] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

/** 职位: one the plan names (`deputy.2`), or one more of its kind (`deputy`). */
export interface Seat {
  readonly id: string;
  /** What the plan calls it. */
  readonly words?: string;
}

/** 领导小组、办公室、工作组、检查组 of a campaign: of its plan by the plan's id, or added to it (R-ORG-01…12). */
export interface Group {
  readonly id: string;
  readonly kind: GroupKind;
  readonly name: Bilingual;
  readonly ofPlan: boolean;
  readonly seats: readonly Seat[];
  readonly duties: readonly string[];
  /** 片区 it works in (R-ORG-11). */
  readonly area?: string;
}

export const APPOINTMENT_STATUSES = ['serving', 'ended'] as const;

/** 任职: somebody sits in a seat from a day on; `ended` once a last day is set, which may still lie ahead. */
export interface Appointment {
  readonly id: string;
  readonly campaign: CampaignId;
  readonly version: number;
  readonly status: (typeof APPOINTMENT_STATUSES)[number];
  readonly group: string;
  readonly seat: string;
  /** Absent for somebody who does not use the platform: a deputy county head, an officer of the police. */
  readonly account?: AccountId;
  readonly name: string;
  readonly employer?: string;
  readonly post?: string;
  readonly phone?: string;
  readonly from: Day;
  /** The first day on which they do not sit there any more. */
  readonly until?: Day;
  readonly endedBecause?: string;
  readonly appointedBy: AccountId;
}

type PlanGroup = NonNullable<PlanContent['groups']>[number];

/** The seats a group has: those its plan names, and room for one more of each kind. */
export function seatsOf({
  leader,
  deputies = [],
  members = [],
}: Pick<PlanGroup, 'leader' | 'deputies' | 'members'>): Seat[] {
  const named = (kind: string, all: readonly string[]) =>
    all.map((words, index) => ({ id: `${kind}.${index + 1}`, words }));
  return [
    { id: 'leader', ...(leader ? { words: leader } : {}) },
    ...named('deputy', deputies),
    { id: 'deputy' },
    ...named('member', members),
    { id: 'member' },
  ];
}

export const planGroups = (content: PlanContent | undefined): Group[] =>
  (content?.groups ?? []).map(({ id, kind, name, duties = [], ...seats }) => ({
    ...{ id, kind, name, ofPlan: true, duties },
    seats: seatsOf(seats),
  }));

/** Whether somebody sits there on a day. */
export const servesOn = ({ from, until }: Pick<Appointment, 'from' | 'until'>, on: Day): boolean =>
  from <= on && (until === undefined || on < until);

/** 空缺: the leader's seat and those the plan names, where nobody sits on that day. */
export function vacantSeats(
  { id, seats }: Group,
  appointments: readonly Pick<Appointment, 'group' | 'seat' | 'from' | 'until'>[],
  on: Day,
): Seat[] {
  const taken = new Set(appointments.filter((each) => each.group === id && servesOn(each, on)).map(({ seat }) => seat));
  return seats.filter(({ id: seat }) => (seat === 'leader' || seat.includes('.')) && !taken.has(seat));
}
