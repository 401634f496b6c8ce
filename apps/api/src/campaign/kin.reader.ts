import type { Person } from '@fundguard/domain';
import { type Database, EVERYWHERE } from '@fundguard/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { DATABASE } from '../ports.js';
import { CampaignReader, unitOf } from './campaign.reader.js';
import type { kinView } from './campaign.views.js';

const RELATIVE = `jsonb_build_object('id', c.id, 'name', c.name, 'status', c.status,
  'regionName', jsonb_build_object('zh', r.name_zh, 'en', r.name_en))`;
const NAMED = 'campaign c join region r on r.path = c.region';

/** 上下联动、子方案、回头看: a campaign's relatives. Below it one sees what lies in one's own charge; units see none of it. */
@Injectable()
export class KinReader {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CampaignReader) private readonly campaigns: CampaignReader,
  ) {}

  async kin(me: Person, id: string): Promise<z.infer<typeof kinView>> {
    const { parent, predecessor } = await this.campaigns.file(me, id);
    const charge = unitOf(me) ? '' : me.region;
    const [row] = await this.db.within(EVERYWHERE, (tx) =>
      tx.query<z.infer<typeof kinView>>({
        text: `select (select ${RELATIVE} from ${NAMED} where c.id = $2) as parent,
          (select ${RELATIVE} from ${NAMED} where c.id = $3) as predecessor,
          coalesce((select jsonb_agg(${RELATIVE} order by c.start_on, c.id) from ${NAMED}
            where c.predecessor_id = $1 and $4 <> '' and starts_with(c.region, $4)), '[]') as "lookBacks",
          coalesce((select jsonb_agg(${RELATIVE} || jsonb_build_object('start', c.start_on, 'end', c.end_on) || o.counts || l.counts
              order by c.region, c.id) from ${NAMED}
            cross join lateral (select jsonb_build_object('owed', count(*), 'settled', count(*) filter (where status in ('submitted', 'accepted')),
              'overdue', count(*) filter (where status = 'overdue')) as counts
              from obligation where campaign_id = c.id and status <> 'waived') o
            cross join lateral (select jsonb_build_object('problems', count(*), 'struckOff', count(*) filter (where status = 'struckOff')) as counts
              from problem where campaign_id = c.id) l
            where c.parent_id = $1 and $4 <> '' and starts_with(c.region, $4)), '[]') as parts`,
        values: [id, parent ?? null, predecessor ?? null, charge],
      }),
    );
    return row ?? { parent: null, predecessor: null, lookBacks: [], parts: [] };
  }
}
