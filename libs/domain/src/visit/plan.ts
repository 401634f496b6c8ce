import { z } from 'zod';
import type { Context } from '../act.js';
import { canonicalJson } from '../canonical-json.js';
import type { CampaignId } from '../campaign/file.js';
import { type DrawResult } from '../draw/draw.js';
import { hashOf } from '../draw/lot.js';
import { type AccountId, type RegionPath, type UnitId, requirePerson } from '../people/actor.js';
import { Refusal } from '../refusal.js';
import { reason, text } from '../text.js';
import type { WorkingCalendar } from '../time/calendar.js';
import { type Day, dayOf, givenDay, plusDays } from '../time/instant.js';
import { type Checklist } from './checklist.js';
import { VISIT_CHOICES, VISIT_KINDS, VISIT_METHODS, type Visit } from './visit.js';

export const hours = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/)
  .meta({ description: 'When on that day, `09:00-12:00`; a night check may end on the next morning' });

/** Two at least inspect together (行政处罚法 第四十二条); the first leads. */
export const team = z
  .array(z.uuid())
  .min(2, '现场检查人员不得少于两人 · two inspectors at least (行政处罚法 第四十二条)')
  .max(20)
  .refine((ids) => new Set(ids).size === ids.length, '人员重复 · somebody is there twice');

const MOST = 500;
const LONGEST_NOTICE = 30;

export const visitPlan = z
  .strictObject({
    campaign: z.uuid(),
    kind: z.enum(VISIT_KINDS),
    methods: z.array(z.enum(VISIT_METHODS)).max(VISIT_METHODS.length).default(['onSite']),
    chosen: z.enum(VISIT_CHOICES),
    why: reason.exactOptional(),
    departments: z.array(text(100)).max(20).default([]).meta({ description: 'Who inspects jointly (联合检查)' }),
    checklist: z.string().max(60).exactOptional().meta({ description: 'Left out: the one for the unit’s type' }),
    noticeDays: z.int().min(0).max(LONGEST_NOTICE).exactOptional().meta({
      description: 'How many days before it the unit may be told; left out: on arrival (突击检查)',
    }),
    visits: z
      .array(z.strictObject({ unit: z.uuid(), day: givenDay, hours: hours.exactOptional(), team }))
      .max(MOST)
      .default([]),
    fromDraw: z
      .strictObject({
        draw: z.uuid(),
        start: givenDay,
        groupsOf: z.uuid().exactOptional().meta({
          description: '交叉执行: the groups of this earlier draw go, and none where it has been (R-ORG-07)',
        }),
        perDay: z.int().min(1).max(20).default(1).meta({ description: 'How many a team inspects in a day' }),
      })
      .exactOptional()
      .meta({ description: 'Every unit that was drawn, by its team, one by one on working days' }),
  })
  .refine(({ visits, fromDraw }) => visits.length > 0 !== (fromDraw !== undefined), {
    message: '须给出检查安排或抽取结果之一 · either visits or a draw',
    path: ['visits'],
  })
  .refine(({ chosen, why }) => chosen === 'draw' || chosen === 'coverage' || why, {
    message: '须说明选取理由 · say why it was chosen',
    path: ['why'],
  })
  .meta({ id: 'VisitPlan' });
export type VisitPlan = z.output<typeof visitPlan>;
export type PlannedVisit = VisitPlan['visits'][number];

/**
 * 分组分片区, 逐一检查 (R-INSP-17): each team takes its units area by area, `perDay` on a working day. `areaOf`: where a unit lies.
 */
export function layVisits(
  { drawn, teams }: DrawResult,
  { start, perDay }: { readonly start: Day; readonly perDay: number },
  areaOf: (unit: string) => string,
  calendar: WorkingCalendar,
): PlannedVisit[] {
  return teams.flatMap(({ number, inspectors }) => {
    const own = drawn.filter((each) => each.team === number).map(({ id }) => id);
    own.sort((a, b) => compare(areaOf(a), areaOf(b)) || compare(a, b));
    const days = workingDays(start, Math.ceil(own.length / perDay), calendar);
    return own.map((unit, index) => ({
      unit,
      day: days[Math.floor(index / perDay)] ?? start,
      team: [...inspectors],
    }));
  });
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function workingDays(start: Day, count: number, calendar: WorkingCalendar): Day[] {
  const days: Day[] = [];
  for (let on = start; days.length < count; on = plusDays(on, 1)) if (calendar.isWorkingDay(on)) days.push(on);
  return days;
}

/** What is known of the unit a visit is planned to. */
export interface VisitedUnit {
  readonly region: RegionPath;
  readonly checklist: Checklist;
}

/** What is recorded of one planned visit before it is made known: that there is one, and a hash that nobody can guess. */
export const sealOf = ({ unit, day, team: inspectors, salt }: Pick<Visit, 'unit' | 'day' | 'team' | 'salt'>): string =>
  hashOf(salt, canonicalJson({ unit, day, team: inspectors }));

/** 安排检查: one unit, one day, one team. Nothing of it is told to the unit, and its place and day are not on the record yet. */
export function planVisit(
  given: { readonly id: string; readonly salt: string; readonly plan: VisitPlan; readonly visit: PlannedVisit },
  { region, checklist }: VisitedUnit,
  { actor, now }: Context,
): Visit {
  requirePerson(actor, 'visit.plan');
  const { id, salt, plan, visit } = given;
  if (visit.day < dayOf(now)) throw tooEarly();
  return {
    ...{ id, campaign: plan.campaign as CampaignId, unit: visit.unit as UnitId, region, version: 1, status: 'planned' },
    ...{ kind: plan.kind, methods: plan.methods, chosen: plan.chosen, departments: plan.departments },
    ...(plan.why ? { why: plan.why } : {}),
    ...(plan.fromDraw ? { draw: plan.fromDraw.draw } : {}),
    ...(visit.hours ? { hours: visit.hours } : {}),
    ...{
      day: visit.day as Day,
      team: visit.team as AccountId[],
      salt,
      checklist,
      pledges: [],
      addenda: [],
      thirdParties: [],
    },
    ...(plan.noticeDays === undefined ? {} : { noticeOn: plusDays(visit.day as Day, -plan.noticeDays) }),
  };
}

export const tooEarly = () =>
  new Refusal(
    'invalid',
    'date.too-early',
    { zh: '检查日期不得早于今天', en: 'a visit cannot be planned into the past' },
    { field: 'day' },
  );
