import { notFound } from '@fundguard/casework';
import { BLOCK_ACTS, type Block, type Clock, type Person, blocksOn, dayOf } from '@fundguard/domain';
import { type Database, unitsBlockedOn } from '@fundguard/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { offersFor } from '../http/offers.js';
import { page } from '../http/page.js';
import { CLOCK_PORT, DATABASE } from '../ports.js';
import { BLOCK_ROUTES } from './credit.routes.js';
import type { blockQuery, blockView, blockedUnit } from './credit.views.js';

interface Row {
  readonly state: Block;
  readonly proposedAt: Date;
  readonly proposer: string;
  readonly decider: string | null;
}

const SELECT = `select b.state, b.proposed_at as "proposedAt", a.name as proposer, d.name as decider
  from block b join account a on a.id = (b.state ->> 'proposedBy')::uuid left join account d on d.id = (b.state ->> 'decidedBy')::uuid`;

/** 暂停、终止 of institutions and people, in one's own region. */
@Injectable()
export class BlockReader {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK_PORT) private readonly clock: Clock,
  ) {}

  async list(me: Person, { status, kind, q, after, limit }: z.output<typeof blockQuery>) {
    const [before, idBefore] = after?.split('_') ?? [];
    const rows = await this.db.within(me.region, (tx) =>
      tx.query<Row>({
        text: `${SELECT} where ($1::text is null or b.status = $1) and ($2::text is null or b.state ->> 'kind' = $2)
                 and ($3::text is null or position($3 in b.state ->> 'name') > 0)
                 and ($4::timestamptz is null or (b.proposed_at, b.id) < ($4, $5::uuid))
               order by b.proposed_at desc, b.id desc limit $6`,
        values: [status ?? null, kind ?? null, q || null, before ?? null, idBefore ?? null, limit + 1],
      }),
    );
    const { items, next } = page(rows, limit, ({ proposedAt, state: { id } }) => `${proposedAt.toISOString()}_${id}`);
    return { items: await Promise.all(items.map((row) => this.shown(row, me))), next };
  }

  async units(me: Person): Promise<z.input<typeof blockedUnit>[]> {
    const today = dayOf(await this.clock.now());
    const blocks = await this.db.within(me.region, (tx) => unitsBlockedOn(tx, today));
    return blocks.flatMap(({ id, unit, kind, from, until, decision }) =>
      unit ? [{ id, unit, kind, from, until, ...(decision ? { decision } : {}), isOver: until < today }] : [],
    );
  }

  async one(me: Person, id: string): Promise<z.input<typeof blockView>> {
    const [row] = await this.db.within(me.region, (tx) =>
      tx.query<Row>({ text: `${SELECT} where b.id = $1`, values: [id] }),
    );
    if (!row) throw notFound('block');
    return this.shown(row, me);
  }

  private async shown({ state, proposer, decider }: Row, me: Person): Promise<z.input<typeof blockView>> {
    const today = dayOf(await this.clock.now());
    return {
      ...state,
      ...{ proposedBy: proposer, decidedBy: decider, holds: blocksOn(state, today) },
      isOver: state.status === 'approved' && state.until < today,
      acts: offersFor(BLOCK_ROUTES, BLOCK_ACTS, state, me),
    };
  }
}
