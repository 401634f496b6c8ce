import type { Bilingual, Instant } from '@fundguard/domain';
import type { Tx } from '../database.js';
import type { Scope } from './measure.js';

interface Place {
  readonly key: string;
  readonly label: Bilingual;
}

/** Where the units of a campaign lie, in the order of the code; the reader's subtree alone. */
export const regionsOf = (tx: Tx, campaign: string, region: string): Promise<(Place & { code: string })[]> =>
  tx.query<Place & { code: string }>({
    text: `select distinct r.path as key, r.code, jsonb_build_object('zh', r.name_zh, 'en', r.name_en) as label
           from participant p join region r on r.path = p.region
           where p.campaign_id = $1 and starts_with(p.region, $2) order by r.path`,
    values: [campaign, region],
  });

/** Who took part at an instant, by region and name. */
export const participantsAt = (tx: Tx, { campaign, region, among = {} }: Scope, at: Instant): Promise<Place[]> =>
  tx.query<Place>({
    text: `select u.id::text as key, jsonb_build_object('zh', u.name, 'en', u.name) as label
           from participant p join unit u on u.id = p.unit_id
           where p.campaign_id = $1 and starts_with(p.region, $2) and p.joined_at <= $3 and (p.dropped_at is null or p.dropped_at > $3)
             and ($4::text[] is null or u.kind = any($4)) and ($5::text[] is null or u.type = any($5))
           order by p.region, u.name, u.id`,
    values: [campaign, region, at, among.kinds ?? null, among.types ?? null],
  });
