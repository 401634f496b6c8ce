import type { z } from 'zod';
import type { ClosingItem } from './closing/checklist.js';
import type { Arrears } from './campaign/chase.js';
import type { Inheritance } from './problem/problem.js';
import type { LawPack } from './law/pack.js';
import type { Actor } from './people/actor.js';
import type { Permission } from './people/roles.js';
import type { Refusal } from './refusal.js';
import type { RewardTable } from './reward/table.js';
import type { WorkingCalendar } from './time/calendar.js';
import type { Instant } from './time/instant.js';

/** Everything a decision may depend on besides the file and the command. Nothing else: no clock, no I/O. */
export interface Context {
  readonly actor: Actor;
  /** The platform's time: when the act is recorded. */
  readonly now: Instant;
  /** The command's id; it also names what the command creates (a transfer, an exhibit). */
  readonly command: string;
  /** The parameter pack the file is pinned to. */
  readonly law: LawPack;
  readonly calendar: WorkingCalendar;
  /** Obligations of the campaign that are not settled; counted only for the act that asks. */
  readonly outstanding?: number;
  /** What the closing checklist still misses; computed only for the act that asks. */
  readonly missing?: readonly ClosingItem[];
  /** What the units owe that are to be chased; looked up only for the act that asks. */
  readonly arrears?: readonly Arrears[];
  /** How much of an earlier campaign is taken over; counted only for the act that asks. */
  readonly inheritance?: Inheritance;
  /** 奖励标准; given only to the act that computes a reward. */
  readonly rewardTables?: readonly RewardTable[];
  /** What may be drawn for a re-check, and the secret of the lot. */
  readonly lots?: { readonly candidates: readonly string[]; readonly secret: string };
}

/** What somebody may do to a file: who, when, with what, and what then happened. */
export interface Act<File, Payload extends z.ZodType, Event> {
  /** `machine`: only the clock or the conductor. */
  readonly by: Permission | 'machine';
  readonly payload: Payload;
  /** Why this person may not do it to the file as it stands, whatever they bring; undefined when they may. */
  withheld(file: File, actor: Actor): Refusal | undefined;
  decide(file: File, payload: z.output<Payload>, context: Context): readonly Event[];
}
