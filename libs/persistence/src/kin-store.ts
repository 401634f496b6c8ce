import type { CampaignFile, CampaignId, Inheritance, Instant, RegionPath, Relative } from '@fundguard/domain';
import type { Tx } from './database.js';

/** Another campaign, wherever it lies: no more of it than whoever refers to it must know. */
export async function relative(tx: Tx, id: string): Promise<Relative | undefined> {
  const [row] = await tx.query<Relative>({
    text: 'select id, region, status from campaign_standing($1)',
    values: [id],
  });
  return row;
}

/** The regions of bureaus that take part in a campaign of the region above them. */
export const bureausBelow = (
  tx: Tx,
  { id, region }: { id: CampaignId; region: RegionPath },
): Promise<{ region: RegionPath }[]> =>
  tx.query({
    text: `select distinct p.region from participant p join unit u on u.id = p.unit_id
           where p.campaign_id = $1 and u.kind = 'bureau' and p.region <> $2 and p.dropped_at is null`,
    values: [id, region],
  });

/** The regions of the campaigns that carry one out, as long as they go on. */
export const campaignsBelow = (tx: Tx, id: CampaignId): Promise<{ region: RegionPath }[]> =>
  tx.query({
    text: `select distinct region from campaign where parent_id = $1 and status not in ('closed', 'stopped')`,
    values: [id],
  });

/** What a campaign's bureau owes the campaign above as its own plan, and has not handed in (R-CAMP-25). */
export const ownPlansOwed = (tx: Tx, child: string): Promise<{ id: string; child: CampaignFile }[]> =>
  tx.query({
    text: `select o.id, below.state as child from campaign below
             join campaign above on above.id = below.parent_id
             join obligation o on o.campaign_id = above.id and o.region = below.region
             join unit u on u.id = o.unit_id
           where below.id = $1 and below.state ? 'approvedBy' and above.region <> below.region
             and u.kind = 'bureau' and o.status in ('open', 'returned', 'overdue')
             and exists (select from jsonb_array_elements(above.plan -> 'deliverables') d
               where d ->> 'id' = o.source and (d ->> 'ownPlan')::boolean)
           order by o.id`,
    values: [child],
  });

export interface TakeOver {
  readonly campaign: string;
  readonly predecessor: string;
  readonly struckOff: boolean;
}

const TAKES_PART =
  'select from participant t where t.campaign_id = $1 and t.unit_id = p.unit_id and t.dropped_at is null';
/** A line is put right in one place: what one look-back took, another does not. */
const NOT_YET = 'not exists (select from problem i where i.inherited_from = p.id)';

/** The bureau nearest to a case: leads and measures are its own to finish, and no institution reads of them. */
const UNFINISHED = `case_file f join lateral (
    select t.unit_id, t.region from participant t join unit u on u.id = t.unit_id
    where t.campaign_id = $1 and t.dropped_at is null and u.kind = 'bureau' and starts_with(f.region, t.region)
    order by length(t.region) desc, t.unit_id limit 1) b on true
  where f.campaign_id = $2 and f.stage not in ('struckOff', 'notFiled', 'merged', 'dismissed')
    and not exists (select from problem i where i.inherited_case = f.id)`;

/** What there is to take over. The earlier campaign is held, so that its ledger stands still until it is taken. */
export async function inheritable(tx: Tx, { campaign, predecessor, struckOff }: TakeOver): Promise<Inheritance> {
  await tx.query({ text: 'select 1 from campaign where id = $1 for no key update', values: [predecessor] });
  const [row] = await tx.query<Inheritance>({
    text: `select count(*) filter (where p.status <> 'struckOff' and exists (${TAKES_PART}))::int as open,
             count(*) filter (where p.status = 'struckOff' and $3 and exists (${TAKES_PART}))::int as "toRecheck",
             count(*) filter (where (p.status <> 'struckOff' or $3) and not exists (${TAKES_PART}))::int as "leftOut",
             (select count(*)::int from ${UNFINISHED}) as cases
           from problem p where p.campaign_id = $2 and ${NOT_YET}`,
    values: [campaign, predecessor, struckOff],
  });
  return row ?? { open: 0, toRecheck: 0, cases: 0, leftOut: 0 };
}

/**
 * Takes it over. What was refunded before is not asked again; what was struck off comes as it was left, to be checked again.
 * A line is taken once, however often this runs.
 */
export async function inherit(
  tx: Tx,
  { campaign, predecessor, struckOff }: TakeOver,
  by: { readonly account: string; readonly due: string; readonly at: Instant },
): Promise<void> {
  await tx.query({
    text: `insert into problem (id, campaign_id, unit_id, region, status, version, source, category, what, amount, refunds, refunded,
             due, entered_by, entered_at, rectification, note, shams, inherited_from, recheck)
           select uuidv7(), $1, p.unit_id, p.region, case p.status when 'struckOff' then 'struckOff' else 'open' end, 1, 'predecessor',
             p.category, p.what, p.amount - p.refunded, '[]', 0, $4, $5, $6, p.rectification, p.note, 0, p.id,
             case p.status when 'struckOff' then 'due' end
           from problem p where p.campaign_id = $2 and (p.status <> 'struckOff' or $3) and exists (${TAKES_PART}) and ${NOT_YET}`,
    values: [campaign, predecessor, struckOff, by.due, by.account, by.at],
  });
  await tx.query({
    text: `insert into problem (id, campaign_id, unit_id, region, status, version, source, category, what, amount, refunds, refunded,
             due, entered_by, entered_at, shams, inherited_case)
           select uuidv7(), $1, b.unit_id, b.region, 'open', 1, 'predecessor',
             case when f.stage in ('service', 'execution', 'rectification', 'closure') then '处理措施未执行到位' else '交办线索未查处到位' end,
             f.number || ' ' || f.title, 0, '[]', 0, $3, $4, $5, 0, f.id from ${UNFINISHED}`,
    values: [campaign, predecessor, by.due, by.account, by.at],
  });
}

/** What was struck off in a campaign and never checked again. */
export const neverRechecked = (tx: Tx, campaign: string): Promise<{ id: string }[]> =>
  tx.query({
    text: `select id from problem where campaign_id = $1 and status = 'struckOff' and recheck is null order by id`,
    values: [campaign],
  });

export const askRechecks = (tx: Tx, problems: readonly string[]): Promise<unknown> =>
  tx.query({
    text: `update problem set recheck = 'due', version = version + 1 where id = any($1) and recheck is null`,
    values: [problems],
  });
