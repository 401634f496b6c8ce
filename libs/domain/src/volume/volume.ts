import { z } from 'zod';
import type { PlanTemplate } from '../campaign/plan.js';
import type { AccountId, RegionPath } from '../people/actor.js';
import { Refusal } from '../refusal.js';
import { reason, text } from '../text.js';
import { type Day, plusDays, plusMonths } from '../time/instant.js';

/** A month, `2026-11`, by Beijing's days. */
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** 装订成册、每月一册 (R-RPT-04): the records of all visits held in a month, by a named person. */
export const volumeOrder = {
  campaign: z.uuid(),
  month,
  binder: text(100).meta({ description: 'The named person who binds it (专人)' }),
  reason: reason.optional().meta({ description: 'Why it is bound anew, where there is an edition' }),
};

/** An edition, kept under its hash; none is ever changed. */
export interface BoundVolume {
  readonly id: string;
  readonly campaign: string;
  readonly region: RegionPath;
  readonly month: string;
  readonly edition: number;
  readonly binder: string;
  readonly reason?: string;
  readonly visits: number;
  readonly sha256: string;
  readonly bytes: number;
  readonly name: string;
  readonly boundBy: AccountId;
}

/** The months from one day to another, the first first. */
export function monthsBetween(from: Day, to: Day): string[] {
  const months: string[] = [];
  for (let on = `${from.slice(0, 7)}-01` as Day; on <= to; on = plusMonths(on, 1)) months.push(on.slice(0, 7));
  return months;
}

export const lastDayOfMonth = (of: string): Day => plusDays(plusMonths(`${of}-01` as Day, 1), -1);

/** From its last day on, a month can be bound. */
export const isOver = (of: string, today: Day): boolean => lastDayOfMonth(of) <= today;

/** Refuses a month that is not over, or in which nothing was held. */
export function requireBindable(of: string, today: Day, visits: number): void {
  if (!isOver(of, today))
    throw new Refusal(
      'conflict',
      'volume.month-not-over',
      {
        zh: `${of} 尚未结束，${lastDayOfMonth(of)} 起可以装订`,
        en: `${of} can be bound from ${lastDayOfMonth(of)} on`,
      },
      { field: 'month' },
    );
  if (visits === 0)
    throw new Refusal(
      'conflict',
      'volume.empty',
      { zh: `${of} 没有已完成的现场检查，无可装订`, en: `no visit of ${of} is finished: there is nothing to bind` },
      { field: 'month' },
    );
}

/** A further edition says why. `editions`: how many there are. */
export function requireReason(of: string, editions: number, why: string | undefined): void {
  if (editions === 0 || why) return;
  throw new Refusal(
    'conflict',
    'volume.bound-already',
    {
      zh: `${of} 已装订第 ${editions} 版；重新装订须说明理由`,
      en: `${of} is bound, edition ${editions}: say why it is bound anew`,
    },
    { field: 'reason', standing: { editions } },
  );
}

/** The plan's own words, where it owes a bound volume every month. */
export const volumeOwed = ({ reports }: Pick<PlanTemplate, 'reports'>): string | undefined => {
  const owed = reports?.find(
    ({ name, cadence }) => 'monthly' in cadence && /成册|一册/u.test(name.zh + cadence.asGiven),
  );
  return owed && `${owed.name.zh}（${owed.cadence.asGiven}）`;
};
