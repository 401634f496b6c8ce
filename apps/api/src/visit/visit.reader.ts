import { namesIn, notFound, recordOf } from '@fundguard/casework';
import {
  type Clock,
  type Person,
  type VisitFile,
  VISIT_ACTS,
  holds,
  isSecret,
  maySee,
  checklistReference,
  speaksForUnit,
} from '@fundguard/domain';
import {
  type Database,
  EVERYWHERE,
  type Tx,
  filesSent,
  findingsOf,
  logLooks,
  membersById,
  visitById,
} from '@fundguard/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { unitOf } from '../campaign/campaign.reader.js';
import { offersFor } from '../http/offers.js';
import { page } from '../http/page.js';
import { CLOCK_PORT, DATABASE } from '../ports.js';
import { VISIT_ROUTES } from './visit.routes.js';
import type { overlapQuery, visitLine, visitOverlap, visitQuery, visitView } from './visit.views.js';

/**
 * `maySee`, as a condition on `visit v` and `campaign c`. `$1` region, `$2` account, `$3` the unit somebody speaks for,
 * `$4` whether they oversee visits.
 */
const VISIBLE = `($2::uuid = any(v.team) or case when $3::uuid is not null then v.unit_id = $3 and v.noticed_at is not null
    else (starts_with(c.region, $1) and ($4::boolean or v.noticed_at is not null))
      or (starts_with(v.region, $1) and v.noticed_at is not null) end)`;
const visibleTo = (me: Person) => [me.region, me.account, unitOf(me), holds(me.roles, 'visit.oversee')];

const LINE = `select v.id, v.campaign_id as campaign, c.name as "campaignName", v.unit_id as unit, u.name as "unitName", v.region, v.status,
    v.version, v.kind, v.day, v.hours, v.notice_on as "noticeOn", v.noticed_at is null as "isSecret",
    concat(v.checklist ->> 'id', '@', v.checklist ->> 'version') as checklist, jsonb_array_length(v.checklist -> 'lines') as lines,
    (select jsonb_agg(jsonb_build_object('account', a.id, 'name', a.name) order by array_position(v.team, a.id))
      from account a where a.id = any(v.team)) as team, coalesce(e.answered, 0) as answered, coalesce(e.problems, 0) as problems
  from visit v join campaign c on c.id = v.campaign_id join unit u on u.id = v.unit_id
    left join lateral (
      select count(*)::int as answered, count(*) filter (where result = 'problem')::int as problems from (
        select distinct on (content ->> 'line') content ->> 'result' as result from visit_entry
        where visit_id = v.id and content ->> 'kind' = 'answer' order by content ->> 'line', seq desc) standing
      where ($3::uuid is null or v.status = 'finished')) e on true`;

type Line = z.input<typeof visitLine>;

/** Visits as people read them. Before the notice they are nobody's but the team's and those who plan, lead or audit. */
@Injectable()
export class VisitReader {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK_PORT) private readonly clock: Clock,
  ) {}

  async list(me: Person, query: z.output<typeof visitQuery>) {
    const { campaign, unit, status, mine, from, to, after, limit } = query;
    const [dayAfter, idAfter] = after?.split('_') ?? [];
    const at = await this.clock.now();
    const rows = await this.db.within(EVERYWHERE, async (tx) => {
      const found = await tx.query<Line>({
        text: `${LINE} where ${VISIBLE} and ($5::uuid is null or v.campaign_id = $5) and ($6::uuid is null or v.unit_id = $6)
                 and ($7::text is null or v.status = $7) and ($8::boolean is not true or $2 = any(v.team))
                 and ($9::date is null or v.day >= $9) and ($10::date is null or v.day <= $10)
                 and ($11::date is null or (v.day, v.id) > ($11, $12::uuid))
               order by v.day, v.id limit $13`,
        values: [
          ...[...visibleTo(me), campaign ?? null, unit ?? null, status ?? null, mine ?? null, from ?? null, to ?? null],
          ...[dayAfter ?? null, idAfter ?? null, limit + 1],
        ],
      });
      const secret = found.filter((each) => each.isSecret).map(({ id }) => id);
      await logLooks(tx, secret, { account: me.account, place: 'list', at });
      return found;
    });
    return page(rows, limit, ({ day, id }) => `${day}_${id}`);
  }

  async one(me: Person, id: string): Promise<z.input<typeof visitView>> {
    return this.reading(me, id, 'visit', async (tx, visit) => {
      const [line] = await tx.query<Line>({
        text: `${LINE} where ${VISIBLE} and v.id = $5`,
        values: [...visibleTo(me), id],
      });
      if (!line) throw notFound('visit');
      const nameOf = await namesIn(tx, visit);
      const isUnit = speaksForUnit(me);
      const showsEntries = !isUnit || visit.status === 'finished';
      const acts = offersFor(VISIT_ROUTES, VISIT_ACTS, visit, me).filter(
        ({ act }) =>
          VISIT_ACTS[act as keyof typeof VISIT_ACTS].by !== 'visit.inspect' || visit.team.includes(me.account),
      );
      return {
        ...line,
        ...{ methods: [...visit.methods], departments: [...visit.departments], content: visit.checklist },
        chosen: isUnit ? null : visit.chosen,
        why: isUnit ? null : (visit.why ?? null),
        checklist: checklistReference(visit.checklist),
        pledges: isUnit
          ? []
          : visit.pledges.map(({ note = null, ...each }) => ({ ...each, note, name: nameOf(each.account) })),
        noticedAt: visit.noticedAt ?? null,
        arrivedAt: visit.arrivedAt ?? null,
        finishedAt: visit.finishedAt ?? null,
        report: visit.report ?? null,
        recordHash: visit.recordHash ?? null,
        addenda: visit.addenda.map(({ by, ...each }) => ({ ...each, byName: nameOf(by) })),
        thirdParties: isUnit ? [] : await partsOf(tx, visit),
        entries: showsEntries ? visit.entries.map((each) => ({ ...each, byName: nameOf(each.by) })) : [],
        files: showsEntries ? (await filesSent(tx, id)).map(({ sha256 }) => sha256) : [],
        findings: isUnit ? [] : await findingsOf(tx, id),
        acts,
      };
    });
  }

  /** 现场检查笔录, with the visit's own words and names. */
  record(me: Person, id: string) {
    return this.reading(me, id, 'record', async (tx, visit, unitName) => {
      if (speaksForUnit(me) && visit.status !== 'finished') throw notFound('record');
      return recordOf(tx, { visit, unitName });
    });
  }

  /** A file of the visit; undefined where none of this hash was sent to it. */
  file(me: Person, id: string, sha256: string) {
    return this.reading(me, id, 'file', async (tx, visit) => {
      if (speaksForUnit(me) && visit.status !== 'finished') throw notFound('file');
      return (await filesSent(tx, id)).find((each) => each.sha256 === sha256);
    });
  }

  /** 查阅留痕: who looked while it was secret. */
  looks(me: Person, id: string) {
    return this.reading(me, id, 'looks', async (tx) => ({
      items: await tx.query<{ account: string; name: string; place: string; at: Date }>({
        text: `select l.account_id as account, a.name, l.place, l.at from visit_look l join account a on a.id = l.account_id
               where l.visit_id = $1 order by l.id desc limit 1000`,
        values: [id],
      }),
    }));
  }

  /** 避免重复检查 (R-ORG-19): units of a campaign that another campaign inspects in the same time. What is secret elsewhere is only said to be. */
  overlaps(
    me: Person,
    { campaign, from, to }: z.output<typeof overlapQuery>,
  ): Promise<{ items: z.input<typeof visitOverlap>[] }> {
    return this.db.within(EVERYWHERE, async (tx) => ({
      items: await tx.query({
        text: `select u.id as unit, u.name as "unitName", case when ${VISIBLE} then c.name end as "campaignName",
                 case when ${VISIBLE} then v.day end as day
               from visit v join campaign c on c.id = v.campaign_id join unit u on u.id = v.unit_id
                 join participant p on p.unit_id = v.unit_id and p.campaign_id = $5 and p.dropped_at is null
                 join campaign own on own.id = $5 and starts_with(own.region, $1)
               where v.campaign_id <> $5 and v.status <> 'cancelled' and v.day between $6 and $7 order by u.name, v.id limit 500`,
        values: [...visibleTo(me), campaign, from, to],
      }),
    }));
  }

  private async reading<T>(
    me: Person,
    id: string,
    place: string,
    read: (tx: Tx, visit: VisitFile, unitName: string) => Promise<T>,
  ): Promise<T> {
    const at = await this.clock.now();
    return this.db.within(EVERYWHERE, async (tx) => {
      const stored = await visitById(tx, id);
      if (!stored || !maySee(stored.visit, stored.campaignRegion, me)) throw notFound('visit');
      if (isSecret(stored.visit)) await logLooks(tx, [id], { account: me.account, place, at });
      return read(tx, stored.visit, stored.unitName);
    });
  }
}

async function partsOf(tx: Tx, { thirdParties }: VisitFile) {
  const members = new Map(
    (
      await membersById(
        tx,
        thirdParties.map(({ member }) => member),
      )
    ).map((each) => [each.id, each]),
  );
  return thirdParties.map(({ member, part, result }) => {
    const { name = '', contract = null } = members.get(member) ?? {};
    return { name, contract, part, result };
  });
}
