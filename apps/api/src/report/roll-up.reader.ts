import { notFound } from '@fundguard/casework';
import {
  type Bilingual,
  type Clock,
  type Person,
  type PlanTemplate,
  Refusal,
  formOf,
  isSummed,
} from '@fundguard/domain';
import {
  type Database,
  EVERYWHERE,
  type RegionSums,
  type RollUpScope,
  type Tx,
  missingUnits,
  regionSums,
  unitSums,
} from '@fundguard/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { CampaignReader } from '../campaign/campaign.reader.js';
import { CLOCK_PORT, DATABASE } from '../ports.js';
import type { rollUpQuery } from './report.views.js';

/** A page lists no more units. */
const MOST = 500;

export interface Named {
  readonly path: string;
  readonly name: Bilingual;
}

/** 逐级汇总: what the units of a region and below it reported, by the regions below. Ordered by their codes, never by figures. */
@Injectable()
export class RollUpReader {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK_PORT) private readonly clock: Clock,
    @Inject(CampaignReader) private readonly campaigns: CampaignReader,
  ) {}

  async rollUp(me: Person, id: string, asked: z.output<typeof rollUpQuery>) {
    const { region: whole } = await this.campaigns.file(me, id);
    const top = whole.length > me.region.length ? whole : me.region;
    const region = asked.region ?? top;
    const now = await this.clock.now();
    return this.db.within(me.region, async (tx) => {
      const names = await namesOf(tx, region);
      const here = names.find(({ path }) => path === region);
      if (!here || !region.startsWith(top)) throw notFound('region');
      const plan = await this.plan(id);
      const reports = await reportsOf(tx, id, plan);
      const chosen = asked.source ? reports.find(({ source }) => source === asked.source) : reports[0];
      if (asked.source && !chosen) throw unknown('source', '没有此报表', 'no such report');
      if (asked.period && !chosen?.periods.some(({ period }) => period === asked.period))
        throw unknown('period', '该报表没有此期', 'the report has no such period');
      const source = chosen?.source ?? null;
      const period = asked.period ?? wholeOf(plan, source);
      const form = chosen && formOf(plan, chosen.source);
      const scope: RollUpScope = { campaign: id, source: source ?? '', period, region, now };
      const sums = source ? await regionSums(tx, scope) : [];
      const rows = byChild(sums, region);
      return {
        ...{ source, period, reports, region: here, limit: MOST },
        fields: (form?.fields ?? [])
          .filter(({ kind }) => isSummed(kind))
          .map(({ id: field, name, kind }) => ({ id: field, name, kind })),
        above: names.filter(({ path }) => path !== region && region.startsWith(path) && path.startsWith(top)),
        rows: rows.map(({ region: path, ...row }) => ({
          ...row,
          ...{
            path,
            own: path === region,
            name: names.find((each) => each.path === path)?.name ?? { zh: path, en: path },
          },
        })),
        total: added(sums),
        units: source ? await unitSums(tx, scope, MOST) : [],
        missing: source ? await missingUnits(tx, scope, MOST) : [],
      };
    });
  }

  /** The campaign was looked up for this person; its plan may be of a region above. */
  private async plan(id: string): Promise<PlanTemplate> {
    const [row] = await this.db.within(EVERYWHERE, (tx) =>
      tx.query<{ plan: PlanTemplate }>({ text: 'select plan from campaign where id = $1', values: [id] }),
    );
    if (!row) throw notFound('campaign');
    return row.plan;
  }
}

const unknown = (field: 'source' | 'period', zh: string, en: string) =>
  new Refusal('invalid', `${field}.unknown`, { zh, en }, { field });

/** All periods of a recurring report; what is owed once has no other. */
const wholeOf = ({ deliverables }: PlanTemplate, source: string | null) =>
  deliverables.some(({ id }) => id === source) ? '' : null;

/** A region, those above it and its children. */
const namesOf = (tx: Tx, region: string): Promise<Named[]> =>
  tx.query<Named>({
    text: `select path, jsonb_build_object('zh', name_zh, 'en', name_en) as name from region
           where starts_with($1, path) or (starts_with(path, $1) and length(path) = length($1) + 7) order by path`,
    values: [region],
  });

/** The reports of the plan that have a form, with the periods they are owed for. */
async function reportsOf(tx: Tx, campaign: string, plan: PlanTemplate) {
  const rows = await tx.query<{ source: string; period: string; due: Date }>({
    text: `select source, period, mode() within group (order by due_at) as due from obligation
           where campaign_id = $1 and form is not null group by source, period order by 3, 2`,
    values: [campaign],
  });
  return [...plan.reports, ...plan.deliverables].flatMap(({ id: source, name, form }) => {
    const periods = rows.filter((row) => row.source === source).map(({ period, due }) => ({ period, due }));
    return form && periods.length > 0 ? [{ source, name, periods }] : [];
  });
}

const CODE = 7;

/** The region itself first, then its children; what lies deeper is added to the child above it. */
function byChild(sums: readonly RegionSums[], region: string): RegionSums[] {
  const children = new Map<string, RegionSums[]>();
  for (const row of sums) {
    const child = row.region.slice(0, row.region === region ? region.length : region.length + CODE);
    children.set(child, [...(children.get(child) ?? []), row]);
  }
  return [...children].sort(([a], [b]) => a.localeCompare(b)).map(([path, rows]) => ({ region: path, ...added(rows) }));
}

function added(rows: readonly RegionSums[]): Omit<RegionSums, 'region'> {
  const sums: Record<string, bigint> = {};
  for (const row of rows)
    for (const [field, value] of Object.entries(row.sums)) sums[field] = (sums[field] ?? 0n) + BigInt(value);
  return {
    owed: rows.reduce((sum, { owed }) => sum + owed, 0),
    reported: rows.reduce((sum, { reported }) => sum + reported, 0),
    sums: Object.fromEntries(Object.entries(sums).map(([field, value]) => [field, value.toString()])),
  };
}
