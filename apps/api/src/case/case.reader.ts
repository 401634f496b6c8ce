import { CASE_ACTS, type CaseFile, type Clock, type Person, closureChecklist } from '@fundguard/domain';
import { type Database, EVERYWHERE, type RecordedEvent, eventsOf } from '@fundguard/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { notFound } from '@fundguard/casework';
import { offersFor } from '../http/offers.js';
import { page } from '../http/page.js';
import { CLOCK_PORT, DATABASE } from '../ports.js';
import { CASE_ROUTES } from './case.routes.js';
import type { caseQuery } from './case.views.js';

export interface CaseLine {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly stage: string;
  readonly title: string;
  readonly region: string;
  readonly handler: string;
  readonly handlerName: string;
  readonly nextDue: Date | null;
  readonly openedAt: Date;
}

/** Cases as people read them: from PostgreSQL, inside their own region. */
@Injectable()
export class CaseReader {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK_PORT) private readonly clock: Clock,
  ) {}

  async list(me: Person, { stage, mine, campaign, due, q, after, limit }: z.infer<typeof caseQuery>) {
    const [openedBefore, idBefore] = after?.split('_') ?? [];
    const now = await this.clock.now();
    const rows = await this.db.within(me.region, (tx) =>
      tx.query<CaseLine>({
        text: `select c.id, number, version, stage, title, c.region, handler, a.name as "handlerName", next_due as "nextDue", opened_at as "openedAt"
               from case_file c join account a on a.id = c.handler
               where ($1::text is null or stage = $1) and ($2::uuid is null or handler = $2) and ($3::uuid is null or campaign_id = $3)
                 and ($4::text is null or c.id in (select cases_with($4)))
                 and ($5::timestamptz is null or (opened_at, c.id) < ($5, $6::uuid))
                 and ($8::timestamptz is null or (next_due > $8) = $9 and next_due < $8::timestamptz + interval '3 days')
               order by opened_at desc, c.id desc limit $7`,
        values: [
          stage ?? null,
          mine ? me.account : null,
          campaign ?? null,
          q || null,
          openedBefore ?? null,
          idBefore ?? null,
          limit + 1,
          due ? now : null,
          due === 'soon',
        ],
      }),
    );
    return page(rows, limit, ({ openedAt, id }) => `${openedAt.toISOString()}_${id}`);
  }

  async one(me: Person, id: string) {
    const file = await this.file(me, id);
    const people = await this.names(accountsIn(file));
    return { ...file, checklist: closureChecklist(file), acts: offersFor(CASE_ROUTES, CASE_ACTS, file, me), people };
  }

  async file(me: Person, id: string): Promise<CaseFile> {
    const [row] = await this.db.within(me.region, (tx) =>
      tx.query<{ state: CaseFile }>({
        text: 'select state from case_file where id = $1',
        values: [id],
      }),
    );
    if (!row) throw notFound('case');
    return row.state;
  }

  async events(me: Person, id: string, after: number, limit: number) {
    await this.file(me, id);
    const rows = await this.db.within(me.region, (tx) => eventsOf(tx, id, after, limit + 1));
    return page(rows.map(shown), limit, ({ seq }) => String(seq));
  }

  /** Whoever is named on a file one may read is named with their name, also when they belong to another region. */
  private async names(accounts: readonly string[]): Promise<Record<string, string>> {
    const rows = await this.db.within(EVERYWHERE, (tx) =>
      tx.query<{ id: string; name: string }>({
        name: 'account-names',
        text: 'select id, name from account where id = any($1)',
        values: [accounts],
      }),
    );
    return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
  }

  /** What an institution may read of the cases against it: no evidence, no opinions. */
  async ofParty(me: Person) {
    const rows = await this.db.within(me.region, (tx) =>
      tx.query<{ state: CaseFile }>({
        text: 'select state from case_file where subject_unit = $1 order by opened_at desc limit 200',
        values: [me.unit ?? null],
      }),
    );
    return rows
      .map(({ state }) => state)
      .filter(({ noticeServedOn }) => noticeServedOn !== undefined)
      .map((file) => ({ ...partyView(file), acts: offersFor(CASE_ROUTES, CASE_ACTS, file, me) }));
  }

  /** Transfers that reached an authority, for its own desk. */
  async ofPartner(me: Person) {
    const rows = await this.db.within(me.region, (tx) =>
      tx.query<{ state: CaseFile }>({
        text: `select state from case_file where jsonb_path_exists(state, '$.transfers[*] ? (@.to == $to)', jsonb_build_object('to', $1::text))
               order by opened_at desc limit 200`,
        values: [me.partner ?? ''],
      }),
    );
    return rows.flatMap(({ state: { id, number, title, transfers } }) =>
      transfers
        .filter(({ to, status }) => to === me.partner && !['proposed', 'refused', 'approved'].includes(status))
        .map((transfer) => ({ ...transfer, case: id, number, title })),
    );
  }
}

const accountsIn = ({ handler, officers, evidence, statements, proposal, decision, transfers }: CaseFile): string[] => [
  handler,
  ...officers,
  ...evidence.map(({ addedBy }) => addedBy),
  ...statements.map(({ by }) => by),
  ...[proposal?.by, proposal?.reviewedBy, proposal?.approvedBy, decision?.by].filter((id) => id !== undefined),
  ...transfers.map(({ proposedBy }) => proposedBy),
];

export const shown = ({ seq, kind, at, due, actor, data, hash }: RecordedEvent) => ({
  seq,
  kind,
  at: at.toISOString(),
  due: due?.toISOString() ?? null,
  actor: { ...actor, kind: actor.kind, name: actor.name },
  data,
  hash: hash.toString('hex'),
});

const partyView = ({ id, number, version, stage, title, clocks, decision, ledgers }: CaseFile) => ({
  id,
  number,
  version,
  stage,
  title,
  clocks: clocks.filter(({ clock }) => ['defence', 'refundPayment', 'finePayment', 'rectification'].includes(clock)),
  ...(decision ? { decision: { penalty: decision.penalty, rectifyBy: decision.rectifyBy } } : {}),
  ...(ledgers ? { ledgers } : {}),
});
