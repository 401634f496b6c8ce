import { notFound } from '@fundguard/casework';
import { type Clock, ENDED, type Instant, type Person, plusHours } from '@fundguard/domain';
import { type Database, EVERYWHERE, type Tx } from '@fundguard/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { CLOCK_PORT, DATABASE } from '../ports.js';
import { CampaignReader, unitOf } from './campaign.reader.js';
import type { overviewView } from './overview.views.js';

const WEEK = 7 * 24;

interface Then<Value> {
  readonly now: Value;
  readonly weekAgo: Value;
}

/** How a campaign stands, and how it stood a week ago: in figures, for those who lead it. */
@Injectable()
export class OverviewReader {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK_PORT) private readonly clock: Clock,
    @Inject(CampaignReader) private readonly campaigns: CampaignReader,
  ) {}

  async overview(me: Person, id: string): Promise<z.infer<typeof overviewView>> {
    await this.campaigns.file(me, id);
    if (unitOf(me)) throw notFound('campaign');
    const now = await this.clock.now();
    const weekAgo = plusHours(now, -WEEK);
    const cases = await this.db.within(me.region, async (tx) => ({
      ...(await casesOf(tx, id, now, weekAgo)),
      refunded: await refundedOf(tx, id, weekAgo),
    }));
    // The campaign may be run from above, and its record with it: rows are chosen by the region of what is owed.
    const owed = await this.db.within(EVERYWHERE, async (tx) => ({
      ...(await reportsOf(tx, id, me, weekAgo)),
      phases: await phasesOf(tx, id, me),
    }));
    return { asOf: now, weekAgo, ...cases, ...owed };
  }
}

/** Open cases; a week ago by the stage their record then had. */
async function casesOf(tx: Tx, id: string, now: Instant, weekAgo: Instant) {
  const [row] = await tx.query<Then<number> & { late: number }>({
    text: `with past as (
             select distinct on (e.file_id) e.file_id, e.data ->> 'stage' as stage from event e join case_file c on c.id = e.file_id
             where c.campaign_id = $1 and e.at <= $2 and (e.kind = 'leadOpened' or e.data ? 'stage')
             order by e.file_id, e.seq desc
           )
           select count(*) filter (where c.stage <> all($3)) as now,
             count(*) filter (where p.file_id is not null and coalesce(p.stage <> all($3), true)) as "weekAgo",
             count(*) filter (where c.stage <> all($3) and c.next_due < $4) as late
           from case_file c left join past p on p.file_id = c.id where c.campaign_id = $1`,
    values: [id, weekAgo, ENDED, now],
  });
  const { late = 0, ...openCases } = row ?? { now: 0, weekAgo: 0 };
  return { openCases, lateCases: late };
}

/** What came back to the fund, by when it was entered. */
async function refundedOf(tx: Tx, id: string, weekAgo: Instant) {
  const [row] = await tx.query<Then<string>>({
    text: `select coalesce(sum(m.amount), 0)::text as now, coalesce(sum(m.amount) filter (where e.at <= $2), 0)::text as "weekAgo"
           from money_entry m join case_file c on c.id = m.case_id join event e on e.file_id = m.case_id and e.seq = m.seq
           where c.campaign_id = $1 and m.ledger = 'refund'`,
    values: [id, weekAgo],
  });
  return row ?? { now: '0', weekAgo: '0' };
}

/**
 * Reports that are in and reports that are late; a week ago by the last act that was then on record, measured against
 * the deadlines as they stand now.
 */
async function reportsOf(tx: Tx, id: string, me: Person, weekAgo: Instant) {
  const [row] = await tx.query<Record<'in' | 'inThen' | 'late' | 'lateThen' | 'zero' | 'toReview', number>>({
    text: `with act as (
             select (data ->> 'obligation')::uuid as id, (array_agg(kind order by seq desc) filter (where at <= $3))[1] as last,
               bool_or(kind = 'reportWaived' and at > $3) as "waivedSince"
             from event where file_id = $1 and kind in ('reportSubmitted', 'reportAccepted', 'reportReturned', 'reportWaived')
             group by 1
           )
           select count(*) filter (where o.status in ('submitted', 'accepted')) as "in",
             count(*) filter (where a.last in ('reportSubmitted', 'reportAccepted')) as "inThen",
             count(*) filter (where o.status = 'overdue') as late,
             count(*) filter (where o.due_at <= $3 and coalesce(a.last, 'reportReturned') = 'reportReturned'
               and (o.status <> 'waived' or a."waivedSince" or p.dropped_at > $3)) as "lateThen",
             count(*) filter (where o.zero and o.status in ('submitted', 'accepted')) as zero,
             count(*) filter (where o.status = 'submitted') as "toReview"
           from obligation o left join act a on a.id = o.id
             left join participant p on p.campaign_id = o.campaign_id and p.unit_id = o.unit_id
           where o.campaign_id = $1 and starts_with(o.region, $2)`,
    values: [id, me.region, weekAgo],
  });
  return {
    reports: { now: row?.in ?? 0, weekAgo: row?.inThen ?? 0 },
    overdue: { now: row?.late ?? 0, weekAgo: row?.lateThen ?? 0 },
    zeroReports: row?.zero ?? 0,
    awaitingReview: row?.toReview ?? 0,
  };
}

/** Recurring reports belong to no phase. */
const phasesOf = (tx: Tx, id: string, me: Person) =>
  tx.query<{ phase: string | null; owed: number; settled: number; overdue: number }>({
    text: `select phase, count(*) as owed, count(*) filter (where status in ('submitted', 'accepted')) as settled,
             count(*) filter (where status = 'overdue') as overdue
           from obligation where campaign_id = $1 and starts_with(region, $2) and status <> 'waived' group by phase order by phase`,
    values: [id, me.region],
  });
