import { type Clock, ENDED, type Person, type Stage, dayOf } from '@fundguard/domain';
import { type Database, type Tx } from '@fundguard/persistence';
import { type Platform, soughtCases } from '@fundguard/casework';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { type PageQuery, page } from '../http/page.js';
import { CLOCK_PORT, DATABASE, PLATFORM } from '../ports.js';
import type { assignedQuery, leadQuery, similarQuery } from './lead.views.js';

/** As far back as a lead is taken for the same. */
const YEARS_BACK = 3;
/** Of the words that were typed, how many have to be in the other. */
const ALIKE = 0.5;
const HINTS = 6;

const DUE = `(select (k ->> 'due')::timestamptz from jsonb_array_elements(c.state -> 'clocks') k
  where k ->> 'clock' = 'verification' limit 1)`;
const WAITING = `c.stage = 'verification' and ($1::text is null or c.state ->> 'source' = $1) and ($2::uuid is null or c.handler = $2)
  and ($3::text is null or c.id in (select cases_with($3)))`;

interface Like {
  readonly id: string;
  readonly stage: Stage;
  readonly isIdentity: boolean;
  readonly same_unit: boolean;
  readonly same_name: boolean;
  readonly shared: number;
  readonly asked: number;
}

/** Leads as the desk sorts them: those that wait for verification, what is like a new one, and what a superior assigned. */
@Injectable()
export class LeadReader {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK_PORT) private readonly clock: Clock,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {}

  /** The one whose time ends first comes first. */
  queue(me: Person, { source, mine, q, after, limit }: z.infer<typeof leadQuery>) {
    const [dueAfter, idAfter] = after?.split('_') ?? [];
    const filter = [source ?? null, mine ? me.account : null, q || null];
    return this.db.within(me.region, async (tx) => {
      const rows = await tx.query<{ id: string; due: Date | null }>({
        text: `select * from (
                 select c.id, c.number, c.version, c.title, c.region, c.state ->> 'source' as source,
                   coalesce(c.state -> 'tags', '[]') as tags, c.state #>> '{subject,name}' as subject, c.handler, a.name as "handlerName",
                   c.opened_at as "openedAt", ${DUE} as due, coalesce(c.state -> 'reporters', '[]') as reporters,
                   c.state -> 'assignment' as assignment
                 from case_file c join account a on a.id = c.handler where ${WAITING}) w
               where $4::timestamptz is null or (coalesce(w.due, 'infinity'), w.id) > ($4, $5::uuid)
               order by coalesce(w.due, 'infinity'), w.id limit $6`,
        values: [...filter, dueAfter ?? null, idAfter ?? null, limit + 1],
      });
      const bySource = await tx.query<{ source: string; count: number }>({
        text: `select c.state ->> 'source' as source, count(*)::int as count from case_file c where ${WAITING} group by 1 order by 2 desc, 1`,
        values: [null, ...filter.slice(1)],
      });
      return { ...page(rows, limit, ({ due, id }) => `${due?.toISOString() ?? 'infinity'}_${id}`), bySource };
    });
  }

  /** 相似线索: of the same unit, person or name, or in similar words; never one that this person may not see anyway. */
  async similar(me: Person, { unit, name, idNumber, words, except }: z.infer<typeof similarQuery>) {
    const since = new Date(await this.clock.now());
    since.setUTCFullYear(since.getUTCFullYear() - YEARS_BACK);
    const { blind, masked } = idNumber ? soughtCases(idNumber, me, this.platform.identities) : {};
    return this.db.within(me.region, async (tx) => {
      const likes = await tx.query<Like>({
        text: `with found as (
                 select id, same_unit, same_name, shared, asked, false as identity from cases_like($1, $2, $3, $4)
                 union all
                 select case_id, false, false, 0, 0, true from case_identity
                   where ($5::bytea is not null and blind = $5) or ($6::text is not null and masked = $6)
               )
               select f.id, c.stage, bool_or(f.identity) as "isIdentity", bool_or(f.same_unit) as same_unit, bool_or(f.same_name) as same_name,
                 max(f.shared) as shared, max(f.asked) as asked
               from found f join case_file c on c.id = f.id where $7::uuid is null or f.id <> $7 group by f.id, c.stage`,
        values: [unit ?? null, name ?? '', words ?? '', since, blind ?? null, masked ?? null, except ?? null],
      });
      const best = likes
        .flatMap(hintOf)
        .sort((one, other) => other.score - one.score)
        .slice(0, HINTS);
      return this.described(tx, best);
    });
  }

  private async described(tx: Tx, hints: readonly Hint[]) {
    const rows = await tx.query<{ id: string }>({
      text: `select c.id, c.number, c.version, c.title, c.stage, c.stage <> all($2) as "isOpen", c.state ->> 'source' as source,
               c.state #>> '{subject,name}' as subject, a.name as "handlerName", c.opened_at as "openedAt",
               (select left(e.data ->> 'summary', 400) from event e where e.file_id = c.id and e.seq = 1) as summary
             from case_file c join account a on a.id = c.handler where c.id = any($1)`,
      values: [hints.map(({ id }) => id), ENDED],
    });
    return hints.flatMap(({ id, reasons, likeness }) =>
      rows.filter((row) => row.id === id).map((row) => ({ ...row, reasons, likeness })),
    );
  }

  /** 交办线索 and what came of them; those that ended and were never answered are what the omission check looks for. */
  async assigned(me: Person, { state, after, limit }: z.infer<typeof assignedQuery>) {
    const today = dayOf(await this.clock.now());
    const [dueAfter, idAfter] = after?.split('_') ?? [];
    const answered = `c.state -> 'assignment' ? 'answeredAt'`;
    const due = `c.state #>> '{assignment,due}'`;
    const late = `case when ${answered} then ((c.state #>> '{assignment,answeredAt}')::timestamptz at time zone 'Asia/Shanghai')::date > (${due})::date
      else ${due} < $1 end`;
    return this.db.within(me.region, async (tx) => {
      const rows = await tx.query<{ id: string; assignment: { due: string } }>({
        text: `select c.id, c.number, c.title, c.stage, a.name as "handlerName", c.state -> 'assignment' as assignment, ${late} as "isOverdue"
               from case_file c join account a on a.id = c.handler
               where c.state ? 'assignment' and (${answered}) = ($2 = 'answered') and ($2 <> 'overdue' or ${due} < $1)
                 and ($3::text is null or (${due}, c.id) > ($3, $4::uuid))
               order by ${due}, c.id limit $5`,
        values: [today, state, dueAfter ?? null, idAfter ?? null, limit + 1],
      });
      const [counts] = await tx.query<{ unanswered: number; overdue: number; ended: number }>({
        text: `select count(*)::int as unanswered, count(*) filter (where ${due} < $1)::int as overdue,
                 count(*) filter (where c.stage = any($2))::int as ended
               from case_file c where c.state ? 'assignment' and not (${answered})`,
        values: [today, ENDED],
      });
      const none = { unanswered: 0, overdue: 0, ended: 0 };
      return { ...page(rows, limit, ({ assignment, id }) => `${assignment.due}_${id}`), ...(counts ?? none) };
    });
  }

  /** Who looked at a reporter, and why: for whoever audits. */
  async looks({ region }: Person, { after, limit }: PageQuery) {
    const [atAfter, idAfter] = after?.split('_') ?? [];
    const rows = await this.db.within(region, (tx) =>
      tx.query<{ id: string; at: Date }>({
        text: `select l.id, l.reporter_id as reporter, l.case_id as case, c.number, l.account, a.name, l.reason, l.at
               from reporter_look l join case_file c on c.id = l.case_id join account a on a.id = l.account
               where $1::timestamptz is null or (l.at, l.id) < ($1, $2::uuid) order by l.at desc, l.id desc limit $3`,
        values: [atAfter ?? null, idAfter ?? null, limit + 1],
      }),
    );
    return page(rows, limit, ({ at, id }) => `${at.toISOString()}_${id}`);
  }
}

type Reason = 'identity' | 'unit' | 'name' | 'words';
interface Hint {
  readonly id: string;
  readonly reasons: readonly Reason[];
  readonly likeness: number;
  readonly score: number;
}
const WEIGHTS: Readonly<Record<Reason, number>> = { identity: 4, unit: 2, name: 2, words: 1 };

/** What speaks for it; nothing is a hint by a few common words alone. */
function hintOf({ id, stage, isIdentity, same_unit, same_name, shared, asked }: Like): Hint[] {
  const share = asked === 0 ? 0 : shared / asked;
  const said = { identity: isIdentity, unit: same_unit, name: same_name, words: share >= ALIKE };
  const reasons = (Object.keys(said) as Reason[]).filter((reason) => said[reason]);
  if (reasons.length === 0) return [];
  const weight = reasons.reduce((sum, reason) => sum + WEIGHTS[reason], 0);
  const isOver = ENDED.includes(stage);
  return [{ id, reasons, likeness: Math.round(share * 100), score: weight + share - (isOver ? 0.5 : 0) }];
}
