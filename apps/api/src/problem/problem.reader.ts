import { notFound } from '@fundguard/casework';
import { type Clock, PROBLEM_ACTS, type Person, type Problem, dayOf } from '@fundguard/domain';
import type { Database } from '@fundguard/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { unitOf } from '../campaign/campaign.reader.js';
import { offersFor } from '../http/offers.js';
import { page } from '../http/page.js';
import { CLOCK_PORT, DATABASE } from '../ports.js';
import { PROBLEM_ROUTES } from './problem.routes.js';
import type { problemQuery, tallyQuery } from './problem.views.js';

/** `$1` is today. */
const OVERDUE = `(p.status in ('open', 'returned') and p.due < $1)`;

const SELECT = `select p.id, p.campaign_id as campaign, c.name as "campaignName", p.unit_id as unit, u.name as "unitName", p.status, p.version,
  p.source, p.category, p.what, p.amount::text, p.refunded::text, p.refunds, p.due, ${OVERDUE} as overdue, p.entered_at as "enteredAt",
  a.name as "enteredBy", p.rectification, p.note, p.shams, p.recheck, v.visit_id as visit,
  p.source <> 'predecessor' and exists (select from problem s where s.unit_id = p.unit_id and s.category = p.category and s.id <> p.id
    and s.struck_off_at < p.entered_at) as relapse,
  case p.source when 'predecessor' then (select f.name from campaign k join lateral campaign_name(k.predecessor_id) f (name) on true where k.id = p.campaign_id) end as "takenFrom",
  (select f.name from problem i join lateral campaign_name(i.campaign_id) f (name) on true where i.inherited_from = p.id limit 1) as "takenBy"
  from problem p join unit u on u.id = p.unit_id join account a on a.id = p.entered_by
    join lateral campaign_name(p.campaign_id) c (name) on true left join visit_finding v on v.file_id = p.id and v.kind = 'problem'`;

interface Line extends Pick<Problem, 'id' | 'status' | 'version' | 'due'> {
  readonly refunds: readonly { readonly amount: bigint; readonly paidOn: string; readonly voucher: string }[];
  readonly rectification: Record<string, string> | null;
  readonly takenBy: string | null;
}

/** 问题台账 as people read it: a unit its own, everybody else what lies in their charge. */
@Injectable()
export class ProblemReader {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK_PORT) private readonly clock: Clock,
  ) {}

  async list(
    me: Person,
    { campaign, unit, status, recheck, source, overdue, after, limit }: z.output<typeof problemQuery>,
  ) {
    const [dueAfter, idAfter] = after?.split('_') ?? [];
    const rows = await this.db.within(me.region, async (tx) =>
      tx.query<Line>({
        text: `${SELECT} where ($2::uuid is null or p.unit_id = $2) and ($3::uuid is null or p.campaign_id = $3)
                 and ($4::uuid is null or p.unit_id = $4) and ($5::text is null or p.status = $5)
                 and ($6::boolean is null or ${OVERDUE} = $6) and ($7::date is null or (p.due, p.id) > ($7, $8::uuid))
                 and ($9::text is null or p.recheck = $9) and ($10::text is null or p.source = $10)
               order by p.due, p.id limit $11`,
        values: [
          ...[await this.today(), unitOf(me), campaign ?? null, unit ?? null, status ?? null, overdue ?? null],
          ...[dueAfter ?? null, idAfter ?? null, recheck ?? null, source ?? null, limit + 1],
        ],
      }),
    );
    return page(
      rows.map((row) => shown(row, me)),
      limit,
      ({ due, id }) => `${due}_${id}`,
    );
  }

  async one(me: Person, id: string) {
    const [row] = await this.db.within(me.region, async (tx) =>
      tx.query<Line>({
        text: `${SELECT} where p.id = $2 and ($3::uuid is null or p.unit_id = $3)`,
        values: [await this.today(), id, unitOf(me)],
      }),
    );
    if (!row) throw notFound('problem');
    return shown(row, me);
  }

  /** 问题总数、已销号、逾期、涉及与退回金额. */
  async tally(me: Person, { campaign, unit }: z.output<typeof tallyQuery>) {
    const [row] = await this.db.within(me.region, async (tx) =>
      tx.query<Record<string, unknown>>({
        text: `select count(*)::int as all, count(*) filter (where p.status = 'struckOff')::int as "struckOff",
                 count(*) filter (where ${OVERDUE})::int as overdue, coalesce(sum(p.amount), 0)::text as amount,
                 coalesce(sum(p.refunded), 0)::text as refunded, coalesce(sum(p.shams), 0)::int as shams,
                 coalesce(sum(p.refunded) filter (where p.source = 'selfCheck'), 0)::text as "refundedBySelfCheck"
               from problem p where ($2::uuid is null or p.unit_id = $2) and ($3::uuid is null or p.campaign_id = $3)
                 and ($4::uuid is null or p.unit_id = $4)`,
        values: [await this.today(), unitOf(me), campaign ?? null, unit ?? null],
      }),
    );
    return row;
  }

  private async today() {
    return dayOf(await this.clock.now());
  }
}

const shown = (row: Line, me: Person) => ({
  ...row,
  refunds: row.refunds.map((refund) => ({ ...refund, amount: String(refund.amount) })),
  rectification: row.rectification && withoutAuthor(row.rectification),
  acts: row.takenBy ? [] : offersFor(PROBLEM_ROUTES, PROBLEM_ACTS, row, me),
});

const withoutAuthor = ({ by: _by, ...said }: Record<string, string>) => said;
