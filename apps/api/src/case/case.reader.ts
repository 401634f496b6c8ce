import {
  CASE_ACTS,
  type CaseFile,
  type Clock,
  type Penalty,
  type Person,
  type Rules,
  accountsIn,
  closureChecklist,
  mayExport,
  withBand,
} from '@fundguard/domain';
import {
  CASE_FILTER,
  type CaseFilter,
  type Database,
  EVERYWHERE,
  type RecordedEvent,
  caseFilterValues,
  checksOf,
  eventsOf,
} from '@fundguard/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { type Platform, notFound, soughtCases } from '@fundguard/casework';
import { offersFor } from '../http/offers.js';
import { page } from '../http/page.js';
import { CLOCK_PORT, DATABASE, PLATFORM, RULEBOOK } from '../ports.js';
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
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(RULEBOOK) private readonly rules: Rules,
  ) {}

  async list(me: Person, { stage, mine, campaign, due, q, after, limit }: z.infer<typeof caseQuery>) {
    const [openedBefore, idBefore] = after?.split('_') ?? [];
    const now = await this.clock.now();
    const filter: CaseFilter = {
      ...{ stage, campaign, handler: mine ? me.account : undefined },
      ...soughtCases(q, me, this.platform.identities),
      due: due && { now, kind: due },
    };
    const rows = await this.db.within(me.region, (tx) =>
      tx.query<CaseLine>({
        text: `select c.id, number, version, stage, title, c.region, handler, a.name as "handlerName", next_due as "nextDue", opened_at as "openedAt"
               from case_file c join account a on a.id = c.handler
               where ${CASE_FILTER} and ($9::timestamptz is null or (opened_at, c.id) < ($9, $10::uuid))
               order by opened_at desc, c.id desc limit $11`,
        values: [...caseFilterValues(filter), openedBefore ?? null, idBefore ?? null, limit + 1],
      }),
    );
    return page(rows, limit, ({ openedAt, id }) => `${openedAt.toISOString()}_${id}`);
  }

  async one(me: Person, id: string) {
    const file = await this.file(me, id);
    const people = await this.names(accountsIn(file));
    const explained = explain(file, this.rules);
    const visit = await this.visitOf(me, id);
    return {
      ...explained,
      evidence: await this.checked(me, file),
      ...(visit ? { visit } : {}),
      checklist: closureChecklist(file),
      acts: offersFor(CASE_ROUTES, CASE_ACTS, file, me),
      exportable: mayExport(file, me),
      people,
    };
  }

  /** The exhibits, each with what was last found of its file. */
  private async checked(me: Person, { id, evidence }: CaseFile) {
    const checks = await this.db.within(me.region, (tx) => checksOf(tx, id));
    return evidence.map((each) => {
      const found = checks.find(({ exhibit }) => exhibit === each.id);
      if (!found) return each;
      const { outcome, since, checkedAt } = found;
      return { ...each, check: { outcome, since: since.toISOString(), checkedAt: checkedAt.toISOString() } };
    });
  }

  /** The on-site inspection it came from. */
  private async visitOf(me: Person, id: string): Promise<string | undefined> {
    const [row] = await this.db.within(me.region, (tx) =>
      tx.query<{ visit: string }>({
        text: `select visit_id as visit from visit_finding where file_id = $1 and kind = 'case'`,
        values: [id],
      }),
    );
    return row?.visit;
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
    // Whoever may read the file reads all of its record, also what was recorded before it came to their region.
    const rows = await this.db.within(EVERYWHERE, (tx) => eventsOf(tx, id, after, limit + 1));
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
      .map((file) => ({ ...partyView(explain(file, this.rules)), acts: offersFor(CASE_ROUTES, CASE_ACTS, file, me) }));
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
    return rows.flatMap(({ state: { id, number, title, version, clocks, transfers } }) =>
      transfers
        .filter(({ to, status }) => to === me.partner && !['proposed', 'refused', 'approved'].includes(status))
        .map((transfer) => ({
          ...transfer,
          ...{ case: id, number, title, version, clocks: clocks.filter(({ of }) => of === transfer.id) },
        })),
    );
  }
}

/** The penalties of a file inside the band of the law the file is pinned to. */
function explain(file: CaseFile, rules: Rules): CaseFile {
  const { proposal, decision } = file;
  const inBand = (penalty: Penalty) => withBand(penalty, rules.law(file.law).penalties);
  return {
    ...file,
    ...(proposal?.penalty ? { proposal: { ...proposal, penalty: inBand(proposal.penalty) } } : {}),
    ...(decision ? { decision: { ...decision, penalty: inBand(decision.penalty) } } : {}),
  };
}

export const shown = ({ seq, kind, at, due, actor, data, hash }: RecordedEvent) => ({
  seq,
  kind,
  at: at.toISOString(),
  due: due?.toISOString() ?? null,
  actor: { ...actor, kind: actor.kind, name: actor.name },
  data,
  hash: hash.toString('hex'),
});

/** What the notice told the party, its own words, and what it owes. */
const partyView = (file: CaseFile) => ({
  ...publicPart(file),
  ...(file.noticeServedOn ? { notice: { servedOn: file.noticeServedOn, penalty: file.proposal?.penalty } } : {}),
  statements: file.statements.map(({ text, at }) => ({ text, at })),
  ...(file.rectification ? { rectification: file.rectification } : {}),
});

const publicPart = ({ id, number, version, stage, title, clocks, decision, ledgers }: CaseFile) => ({
  id,
  number,
  version,
  stage,
  title,
  clocks: clocks.filter(({ clock }) => ['defence', 'refundPayment', 'finePayment', 'rectification'].includes(clock)),
  ...(decision ? { decision: { penalty: decision.penalty, rectifyBy: decision.rectifyBy } } : {}),
  ...(ledgers ? { ledgers } : {}),
});
