import { notFound } from '@fundguard/casework';
import {
  type Clock,
  MEMBER_ACTS,
  type MemberStatus,
  type Person,
  type RegionPath,
  dayOf,
  within,
} from '@fundguard/domain';
import type { Database } from '@fundguard/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { offersFor } from '../http/offers.js';
import { page } from '../http/page.js';
import { CLOCK_PORT, DATABASE } from '../ports.js';
import { MEMBER_ROUTES } from './pool.routes.js';
import type { contractView, memberQuery, memberView } from './pool.views.js';

type View = z.input<typeof memberView>;
type Row = Omit<View, 'acts' | 'region' | 'status'> & {
  readonly region: RegionPath;
  readonly status: MemberStatus;
  readonly enteredAt: Date;
};

/** Results of visits in one's own region alone, whoever else the contract serves. */
const CONTRACTS = `select m.contract, m.employer,
    jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name, 'scope', m.scope, 'from', m.from_day, 'until', m.until_day) order by m.name) as people,
    coalesce((select jsonb_agg(jsonb_build_object('visit', v.id, 'day', v.day, 'unitName', u.name, 'campaignName', c.name, 'name', o.name,
        'part', t ->> 'part', 'result', t ->> 'result') order by v.day desc, v.id)
      from visit v cross join jsonb_array_elements(v.third_parties) t join pool_member o on o.id = (t ->> 'member')::uuid
        join unit u on u.id = v.unit_id join campaign c on c.id = v.campaign_id
      where o.contract = m.contract and o.employer = m.employer), '[]') as results
  from pool_member m where m.contract is not null group by m.contract, m.employer order by m.contract, m.employer limit 500`;

/** `$1` is today. */
const USABLE = `(m.status = 'listed' and m.from_day <= $1 and (m.until_day is null or $1 <= m.until_day))`;
const SELECT = `select m.id, m.region, m.status, m.version, m.kind, m.name, m.title, m.specialties, m.unit_id as unit, m.employer, m.contract,
  m.scope, m.from_day as from, m.until_day as until, ${USABLE} as usable, m.withdrawn_because as "withdrawnBecause", m.entered_at as "enteredAt"
  from pool_member m`;

/** 专家库 of one's region, those below it, and those above it, whose experts one may draw too. */
@Injectable()
export class PoolReader {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK_PORT) private readonly clock: Clock,
  ) {}

  async list(me: Person, { kind, status, specialty, usable, q, after, limit }: z.output<typeof memberQuery>) {
    const [before, idBefore] = after?.split('_') ?? [];
    const today = dayOf(await this.clock.now());
    const rows = await this.db.within(me.region, (tx) =>
      tx.query<Row>({
        text: `${SELECT} where ($2::text is null or m.kind = $2) and ($3::text is null or m.status = $3)
                 and ($4::text is null or $4 = any(m.specialties)) and ($5::boolean is not true or ${USABLE})
                 and ($6::text is null or position($6 in m.name) > 0 or position($6 in m.employer) > 0)
                 and ($7::timestamptz is null or (m.entered_at, m.id) < ($7, $8::uuid))
               order by m.entered_at desc, m.id desc limit $9`,
        values: [
          ...[today, kind ?? null, status ?? null, specialty || null, usable ?? null, q || null],
          ...[before ?? null, idBefore ?? null, limit + 1],
        ],
      }),
    );
    const { items, next } = page(rows, limit, ({ enteredAt, id }) => `${enteredAt.toISOString()}_${id}`);
    return { items: items.map((row) => shown(row, me)), next };
  }

  /** 第三方合同, with people, scope and results. */
  async contracts(me: Person) {
    const items = await this.db.within(me.region, (tx) =>
      tx.query<z.input<typeof contractView>>({ text: CONTRACTS, values: [] }),
    );
    return { items };
  }

  async one(me: Person, id: string): Promise<View> {
    const today = dayOf(await this.clock.now());
    const [row] = await this.db.within(me.region, (tx) =>
      tx.query<Row>({ text: `${SELECT} where m.id = $2`, values: [today, id] }),
    );
    if (!row) throw notFound('pool-member');
    return shown(row, me);
  }
}

/** Who is kept by a region above is drawn, and not changed. */
const shown = ({ enteredAt: _enteredAt, ...row }: Row, me: Person): View => ({
  ...row,
  acts: within(row.region, me.region) ? offersFor(MEMBER_ROUTES, MEMBER_ACTS, row, me) : [],
});
