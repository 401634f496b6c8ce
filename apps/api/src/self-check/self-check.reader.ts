import { notFound } from '@fundguard/casework';
import { type Clock, type Person, SELF_CHECK_ACTS, type SelfCheck, commitmentLetter, instant } from '@fundguard/domain';
import { type Database, EVERYWHERE, categoriesEntered, owesSelfCheck } from '@fundguard/persistence';
import type { Rulebook } from '@fundguard/rulebook';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { CampaignReader, unitOf } from '../campaign/campaign.reader.js';
import { offersFor } from '../http/offers.js';
import { page } from '../http/page.js';
import { CLOCK_PORT, DATABASE, RULEBOOK } from '../ports.js';
import { SELF_CHECK_ROUTES } from './self-check.routes.js';
import type { selfCheckQuery } from './self-check.views.js';

/** Who owes one in campaign `$1`, of whose units `$2` sees: by the first day on which it is due. */
const OWED = `(select o.unit_id, min(o.due_at) as due from obligation o join campaign c on c.id = o.campaign_id
    where o.campaign_id = $1 and starts_with(o.region, $2) and ($3::uuid is null or o.unit_id = $3) and o.status <> 'waived'
      and exists (select from jsonb_array_elements(c.plan -> 'deliverables') d where d ->> 'id' = o.source and (d ->> 'selfCheck')::boolean)
    group by o.unit_id) owed
  join unit u on u.id = owed.unit_id left join self_check s on s.campaign_id = $1 and s.unit_id = owed.unit_id`;
const FOUND = `(select count(*)::int from jsonb_array_elements(s.answers) a where (a ->> 'found')::boolean)`;

type Row = Omit<SelfCheck, 'note'> & {
  readonly note: string | null;
  readonly unitName: string;
  readonly submittedAt: Date;
};

/** 自查 as people read it: a unit its own, everybody else what lies in their charge. */
@Injectable()
export class SelfCheckReader {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK_PORT) private readonly clock: Clock,
    @Inject(RULEBOOK) private readonly rulebook: Rulebook,
    @Inject(CampaignReader) private readonly campaigns: CampaignReader,
  ) {}

  async list(me: Person, { campaign, status, after, limit }: z.output<typeof selfCheckQuery>) {
    await this.campaigns.file(me, campaign);
    const now = await this.clock.now();
    const rows = await this.db.within(EVERYWHERE, (tx) =>
      tx.query<{ unit: string }>({
        text: `select u.id as unit, u.name as "unitName", u.kind, u.type, s.id as "selfCheck", coalesce(s.status, 'missing') as status,
                 owed.due, s.id is null and owed.due < $4 as overdue, s.submitted_at as "submittedAt",
                 jsonb_array_length(s.answers) as points, case when s.id is not null then ${FOUND} end as found
               from ${OWED}
               where ($5::text is null or coalesce(s.status, 'missing') = $5) and ($6::uuid is null or u.id > $6)
               order by u.id limit $7`,
        values: [...[campaign, me.region, unitOf(me), now], status ?? null, after ?? null, limit + 1],
      }),
    );
    return page(rows, limit, ({ unit }) => unit);
  }

  async tally(me: Person, campaign: string) {
    await this.campaigns.file(me, campaign);
    const [row] = await this.db.within(EVERYWHERE, (tx) =>
      tx.query<Record<string, number>>({
        text: `select count(*)::int as owed, count(s.id)::int as submitted, count(*) filter (where s.status = 'accepted')::int as accepted,
                 count(*) filter (where s.id is not null and ${FOUND} = 0)::int as "nothingFound" from ${OWED}`,
        values: [campaign, me.region, unitOf(me)],
      }),
    );
    return row;
  }

  async one(me: Person, id: string) {
    const found = await this.find(me, 's.id = $1', id);
    if (!found) throw notFound('self-check');
    return found;
  }

  /** 承诺书 of a self-check that stands, and whose it is. */
  async letter(me: Person, id: string) {
    const found = await this.one(me, id);
    const [named] = await this.db.within(EVERYWHERE, (tx) =>
      tx.query<{ campaign: string; region: string }>({
        text: 'select c.name as campaign, r.name_zh as region from campaign c join region r on r.path = c.region where c.id = $1',
        values: [found.campaign],
      }),
    );
    const { unitName: unit, submittedAt } = found;
    const letter = commitmentLetter(found, {
      ...{ unit, campaign: named?.campaign ?? '', bureau: `${named?.region ?? ''}医疗保障局` },
      submittedAt: instant(submittedAt),
    });
    if (!letter) throw notFound('commitment-letter');
    return { unit, letter };
  }

  /** The unit's own: nobody else fills it in. */
  async form(me: Person, campaign: string) {
    await this.campaigns.file(me, campaign);
    const unit = me.unit ?? '';
    if (!unit) throw notFound('self-check');
    const { owed, entered } = await this.db.within(EVERYWHERE, async (tx) => ({
      owed: await owesSelfCheck(tx, campaign, unit),
      entered: await categoriesEntered(tx, campaign, unit),
    }));
    const list = (owed && this.rulebook.selfCheckList(owed.kind)) ?? null;
    const before = await this.find(me, 's.campaign_id = $1 and s.unit_id = $4', campaign, unit);
    return { list, owed: owed !== undefined, entered, before: before ?? null };
  }

  private async find(me: Person, where: string, id: string, unit?: string) {
    const [row] = await this.db.within(EVERYWHERE, (tx) =>
      tx.query<Row>({
        text: `select s.id, s.campaign_id as campaign, s.unit_id as unit, u.name as "unitName", s.status, s.version, s.list, s.answers,
                 s.samples, s.commitment, s.submitted_at as "submittedAt", s.note
               from self_check s join unit u on u.id = s.unit_id
               where ${where} and starts_with(s.region, $2) and ($3::uuid is null or s.unit_id = $3)`,
        values: [id, me.region, unitOf(me), ...(unit ? [unit] : [])],
      }),
    );
    return row && { ...row, acts: offersFor(SELF_CHECK_ROUTES, SELF_CHECK_ACTS, row, me) };
  }
}
