import { unknown } from '@fundguard/casework';
import {
  type Calendars,
  type Day,
  type Person,
  type PlanTemplate,
  type RehearsalEntry,
  type RegionPath,
  type Schedule,
  type WorkingCalendar,
  dayOf,
  layDraft,
  layPlan,
  plusDays,
  rehearseCampaign,
  unusualDays,
  within,
} from '@fundguard/domain';
import {
  type Database,
  type ParticipatingUnit,
  type StoredCalendars,
  type Tx,
  owing,
  takingPart,
} from '@fundguard/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { CALENDARS, DATABASE } from '../ports.js';
import type { planUnit, rehearsalQuery, rehearsalView, scheduleQuery, scheduleView } from './plan.views.js';

/** The ladder climbs some days beyond the last deadline. */
const BEYOND = 21;
const NAMED = 20;

/** What would happen if a plan were run: for the units of a region, computed at once. */
@Injectable()
export class RehearsalReader {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CALENDARS) private readonly calendars: StoredCalendars & Calendars,
  ) {}

  async schedule(template: PlanTemplate, chosen: z.infer<typeof scheduleQuery>): Promise<z.infer<typeof scheduleView>> {
    const calendar = await this.calendars.current();
    return withDays(layPlan(template, chosen, calendar).schedule, calendar);
  }

  async rehearse(
    me: Person,
    template: PlanTemplate,
    { region, late, seed, ...chosen }: z.infer<typeof rehearsalQuery>,
    only: readonly string[] | undefined,
  ): Promise<z.infer<typeof rehearsalView>> {
    const calendar = await this.calendars.current();
    const { plan, schedule } = layDraft(template, chosen, calendar);
    const { units, owed } = await this.db.within(me.region, async (tx) => {
      await requireRegion(tx, me, region);
      const taking = await takingPart(tx, region, plan.participants, only);
      if (taking.length < new Set(only).size) throw unknown('units');
      return { units: taking, owed: await owingBySource(tx, plan, taking) };
    });
    const duties = (source: string) => owed.get(source) ?? [];
    const staging = { plan, schedule, calendar, owing: ({ source }: { source: string }) => duties(source) };
    const entries = rehearseCampaign(staging, { late, seed });
    return {
      schedule: withDays(schedule, calendar),
      units: { total: units.length, kinds: counted(units) },
      entries: entries.map(({ units: names, ...entry }) => ({
        ...entry,
        units: names.length,
        names: names.slice(0, NAMED),
      })),
      chased: chased(entries),
    };
  }

  /** Every unit of a region of one's own, and whether the plan's rule takes it in. */
  async units(me: Person, plan: PlanTemplate, region: string): Promise<z.infer<typeof planUnit>[]> {
    return this.db.within(me.region, async (tx) => {
      await requireRegion(tx, me, region);
      const taken = new Set((await takingPart(tx, region, plan.participants, undefined)).map(({ id }) => id));
      const all = await tx.query<ParticipatingUnit>({
        text: `select id, name, kind, type, region from unit where starts_with(region, $1) order by region, name, id`,
        values: [region],
      });
      return all.map((unit) => ({ ...unit, takesPart: taken.has(unit.id) }));
    });
  }
}

/** A region of one's own; the table of regions carries no row policy. */
async function requireRegion(tx: Tx, me: Person, region: string): Promise<void> {
  const known = await tx.query({ text: 'select 1 from region where path = $1', values: [region] });
  if (known.length === 0 || !within(region as RegionPath, me.region)) throw unknown('region');
}

async function owingBySource(
  tx: Tx,
  { deliverables, reports }: PlanTemplate,
  units: readonly ParticipatingUnit[],
): Promise<ReadonlyMap<string, readonly ParticipatingUnit[]>> {
  const ids = units.map(({ id }) => id);
  const bySource = new Map<string, readonly ParticipatingUnit[]>();
  for (const { id, by } of [...deliverables, ...reports]) {
    const picked = await owing(tx, ids, by);
    bySource.set(
      id,
      units.filter((unit) => picked.has(unit.id)),
    );
  }
  return bySource;
}

function withDays(schedule: Schedule, calendar: WorkingCalendar): z.infer<typeof scheduleView> {
  const last = [schedule.end, ...schedule.phases.flatMap(({ end }) => (end ? [dayOf(end)] : []))].sort().at(-1);
  const to = plusDays(last ?? schedule.end, BEYOND);
  const years = new Set([schedule.start, last ?? schedule.end].map((on) => Number(on.slice(0, 4))));
  const [from = 0, until = from] = [...years];
  const provisionalYears = Array.from({ length: until - from + 1 }, (_, more) => from + more).filter((year) =>
    calendar.isProvisional(`${year}-01-01` as Day),
  );
  return {
    ...schedule,
    phases: [...schedule.phases],
    duties: [...schedule.duties],
    unusual: unusualDays(schedule.start, to, calendar),
    provisionalYears,
  };
}

function counted(units: readonly ParticipatingUnit[]): { kind: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { kind } of units) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count }));
}

/** The units in the order of their names: nobody is ranked. A rung that tells several counts once. */
function chased(entries: readonly RehearsalEntry[]): z.infer<typeof rehearsalView>['chased'] {
  const found = new Map<string, { overdue: number; rungs: Set<string>; keyTarget: boolean }>();
  for (const { at, kind, units, keyTarget } of entries) {
    if (kind !== 'overdue' && kind !== 'escalation') continue;
    for (const name of units) {
      const unit = found.get(name) ?? { overdue: 0, rungs: new Set(), keyTarget: false };
      if (kind === 'overdue') unit.overdue += 1;
      else unit.rungs.add(at);
      unit.keyTarget ||= keyTarget;
      found.set(name, unit);
    }
  }
  return [...found]
    .map(([name, { overdue, rungs, keyTarget }]) => ({ name, overdue, escalated: rungs.size, keyTarget }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
