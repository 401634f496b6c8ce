import { notFound } from '@fundguard/casework';
import { type Person, RULE_ACTS, type RuleStatus, within } from '@fundguard/domain';
import type { Database } from '@fundguard/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { unitOf } from '../campaign/campaign.reader.js';
import { offersFor } from '../http/offers.js';
import { page } from '../http/page.js';
import { DATABASE } from '../ports.js';
import { RULE_ROUTES } from './rule.routes.js';
import type { ruleQuery, ruleView } from './rule.views.js';

/** `$1` hides what is not decided yet from those who speak for a unit. */
const SELECT = `select r.id, r.campaign_id as campaign, c.name as "campaignName", r.region, r.status, r.version, r.kind, r.risk, r.title, r.number, r.text,
  r.department, r.basis, r.effective_from as "effectiveFrom", r.ended_on as "endedOn", r.replaces, o.title as "replacesTitle",
  r.replaced_by as "replacedBy", r.note, a.name as "draftedBy", r.drafted_at as "draftedAt"
  from standing_rule r join account a on a.id = r.drafted_by left join standing_rule o on o.id = r.replaces
    join lateral campaign_name(r.campaign_id) c (name) on true
  where (not $1::boolean or r.status in ('inForce', 'replaced', 'repealed'))`;

type Row = Omit<z.infer<typeof ruleView>, 'draftedAt' | 'acts' | 'status' | 'region'> & {
  readonly draftedAt: Date;
  readonly status: RuleStatus;
  readonly region: Person['region'];
};

/** 长效制度 of one's region and of those above it. */
@Injectable()
export class RuleReader {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  async list(me: Person, { campaign, status, kind, after, limit }: z.output<typeof ruleQuery>) {
    const [before, idBefore] = after?.split('_') ?? [];
    const rows = await this.db.within(me.region, (tx) =>
      tx.query<Row>({
        text: `${SELECT} and ($2::uuid is null or r.campaign_id = $2) and ($3::text is null or r.status = $3)
                 and ($4::text is null or r.kind = $4) and ($5::timestamptz is null or (r.drafted_at, r.id) < ($5, $6::uuid))
               order by r.drafted_at desc, r.id desc limit $7`,
        values: [
          ...[unitOf(me) !== null, campaign ?? null, status ?? null, kind ?? null],
          ...[before ?? null, idBefore ?? null, limit + 1],
        ],
      }),
    );
    const { items, next } = page(rows, limit, ({ draftedAt, id }) => `${draftedAt.toISOString()}_${id}`);
    return { items: items.map((row) => shown(row, me)), next };
  }

  async one(me: Person, id: string) {
    const [row] = await this.db.within(me.region, (tx) =>
      tx.query<Row>({ text: `${SELECT} and r.id = $2`, values: [unitOf(me) !== null, id] }),
    );
    if (!row) throw notFound('rule');
    return shown(row, me);
  }
}

/** A rule of a region above one's own is read, and not acted on. */
const shown = (row: Row, me: Person) => ({
  ...row,
  draftedAt: row.draftedAt.toISOString(),
  acts: within(row.region, me.region) ? offersFor(RULE_ROUTES, RULE_ACTS, row, me) : [],
});
