import { notFound } from '@fundguard/casework';
import { type Bilingual, CAMPAIGN_ACTS, type CampaignFile, type Person, speaksForUnit } from '@fundguard/domain';
import { type Database, EVERYWHERE, type RecordedEvent, eventsOf } from '@fundguard/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { shown } from '../case/case.reader.js';
import { offersFor } from '../http/offers.js';
import { page } from '../http/page.js';
import { DATABASE } from '../ports.js';
import { CAMPAIGN_ROUTES } from './campaign.routes.js';
import type { campaignEventQuery, campaignQuery } from './campaign.views.js';

/** Campaigns as people read them. A unit reads those it takes part in, also when a region above it runs them. */
@Injectable()
export class CampaignReader {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  async list(me: Person, { status, after, limit }: z.infer<typeof campaignQuery>) {
    const rows = await this.db.within(EVERYWHERE, (tx) =>
      tx.query<{ state: CampaignFile; regionName: Bilingual }>({
        text: `select c.state, jsonb_build_object('zh', r.name_zh, 'en', r.name_en) as "regionName"
               from campaign c join region r on r.path = c.region
               where (starts_with(c.region, $1) or exists (select from participant p where p.campaign_id = c.id and starts_with(p.region, $1)))
                 and ($2::uuid is null or exists (select from participant p where p.campaign_id = c.id and p.unit_id = $2))
                 and ($3::text is null or status = $3) and ($4::uuid is null or id > $4)
               order by id limit $5`,
        values: [me.region, unitOf(me), status ?? null, after ?? null, limit + 1],
      }),
    );
    const lines = rows.map(({ state: { id, version, status: now, name, region, start, end }, regionName }) => ({
      id,
      version,
      status: now,
      name,
      region,
      regionName,
      start,
      end,
    }));
    return page(lines, limit, ({ id }) => id);
  }

  async one(me: Person, id: string) {
    const file = await this.file(me, id);
    const counts = await this.db.within(EVERYWHERE, (tx) =>
      tx.query<{ status: string; count: number }>({
        text: `select status, count(*) as count from obligation where campaign_id = $1 and starts_with(region, $2)
                 and ($3::uuid is null or unit_id = $3) group by status`,
        values: [id, me.region, unitOf(me)],
      }),
    );
    return {
      ...file,
      obligations: Object.fromEntries(counts.map(({ status, count }) => [status, count])),
      acts: offersFor(CAMPAIGN_ROUTES, CAMPAIGN_ACTS, file, me),
    };
  }

  async file(me: Person, id: string): Promise<CampaignFile> {
    const [row] = await this.db.within(EVERYWHERE, (tx) =>
      tx.query<{ state: CampaignFile }>({
        text: `select state from campaign c where id = $1
                 and (starts_with(region, $2) or exists (select from participant p where p.campaign_id = c.id and starts_with(p.region, $2)))
                 and ($3::uuid is null or exists (select from participant p where p.campaign_id = c.id and p.unit_id = $3))`,
        values: [id, me.region, unitOf(me)],
      }),
    );
    if (!row) throw notFound('campaign');
    return row.state;
  }

  /** The record is for the campaign's own region: it names every unit. */
  async events(me: Person, id: string, { after, limit, newest }: z.infer<typeof campaignEventQuery>) {
    const rows = await this.db.within(me.region, async (tx) => {
      const own = await tx.query({ text: 'select 1 from campaign where id = $1', values: [id] });
      if (own.length === 0 || unitOf(me)) throw notFound('campaign');
      if (!newest) return eventsOf(tx, id, after, limit + 1);
      return tx.query<RecordedEvent>({
        text: 'select * from event where file_id = $1 and ($2 = 0 or seq < $2) order by seq desc limit $3',
        values: [id, after, limit + 1],
      });
    });
    return page(rows.map(shown), limit, ({ seq }) => String(seq));
  }

  async deadlines(me: Person, id: string) {
    await this.file(me, id);
    return this.db.within(EVERYWHERE, (tx) =>
      tx.query<{ due: Date }>({
        text: `select d.due_at as due, d.open, d.provisional,
                 (select jsonb_agg(step || jsonb_build_object('name', rung -> 'name', 'to', rung -> 'to') order by step ->> 'at')
                   from jsonb_array_elements(d.steps) step join jsonb_array_elements(c.plan -> 'escalation') rung on rung ->> 'id' = step ->> 'rung'
                 ) as steps,
                 coalesce((select jsonb_agg(due order by due ->> 'source') from (
                   select jsonb_build_object('source', o.source, 'name', coalesce(
                       (select p -> 'name' from jsonb_array_elements((c.plan -> 'deliverables') || (c.plan -> 'reports')) p where p ->> 'id' = o.source),
                       jsonb_build_object('zh', o.name, 'en', o.name)),
                     'owed', count(*), 'settled', count(*) filter (where o.status in ('submitted', 'accepted'))) as due
                   from obligation o where o.campaign_id = d.campaign_id and o.due_at = d.due_at and o.status <> 'waived'
                     and starts_with(o.region, $2) and ($3::uuid is null or o.unit_id = $3)
                   group by o.source, o.name) owed), '[]') as dues,
                 coalesce((select jsonb_agg(jsonb_build_object('rung', rung, 'at', at, 'units', units, 'recalledAt', recalled_at) order by at)
                   from escalation e where e.campaign_id = d.campaign_id and e.due_at = d.due_at), '[]') as climbed
               from deadline d join campaign c on c.id = d.campaign_id where d.campaign_id = $1 order by d.due_at`,
        values: [id, me.region, unitOf(me)],
      }),
    );
  }

  async participants(me: Person, id: string) {
    await this.file(me, id);
    return this.db.within(me.region, (tx) =>
      tx.query({
        text: `select u.id as unit, u.name, u.kind, u.type, u.region, p.key_target as "keyTarget", p.dropped_at as "droppedAt"
               from participant p join unit u on u.id = p.unit_id
               where p.campaign_id = $1 and ($2::uuid is null or u.id = $2) order by u.region, u.name`,
        values: [id, unitOf(me)],
      }),
    );
  }
}

/** People who speak for a unit see that unit only. */
export const unitOf = (me: Person): string | null =>
  speaksForUnit(me) ? (me.unit ?? '00000000-0000-0000-0000-000000000000') : null;
