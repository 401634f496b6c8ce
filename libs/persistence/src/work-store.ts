import { BRIEFED_KINDS, type Day, type Instant, type Reach, type RegionPath, type WorkRecord } from '@fundguard/domain';
import type { Tx } from './database.js';
import { toJson } from './json.js';

/** As it lies in its table: what is not there yet is null. */
type WorkRow = Omit<WorkRecord, 'plannedOn' | 'heldOn' | 'note'> & {
  readonly plannedOn: Day | null;
  readonly heldOn: Day | null;
  readonly note: string | null;
};

/** A record with whose campaign it is, which decides who may see it. */
export interface StoredWork {
  readonly record: WorkRecord;
  readonly region: RegionPath;
}

/** Every act on it holds the campaign's row first, so that a second one waits there. */
export async function workById(tx: Tx, id: string): Promise<StoredWork | undefined> {
  const [row] = await tx.query<WorkRow & { region: RegionPath }>({
    text: `select id, campaign_id as campaign, region, status, version, kind, title, planned_on as "plannedOn", held_on as "heldOn", content,
             everyone, follow_ups as "followUps", entered_by as "enteredBy", note from work_record where id = $1`,
    values: [id],
  });
  if (!row) return undefined;
  const { region, plannedOn, heldOn, note, ...record } = row;
  return {
    region,
    record: {
      ...record,
      ...(plannedOn ? { plannedOn } : {}),
      ...(heldOn ? { heldOn } : {}),
      ...(note ? { note } : {}),
    },
  };
}

export async function addWork(tx: Tx, record: WorkRecord, region: RegionPath, at: Instant): Promise<void> {
  const { id, campaign, status, version, kind, title, plannedOn, heldOn, content, everyone, enteredBy } = record;
  await tx.query({
    text: `insert into work_record (id, campaign_id, region, status, version, kind, title, planned_on, held_on, content, everyone,
             follow_ups, entered_by, entered_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, '[]', $12, $13)`,
    values: [
      ...[id, campaign, region, status, version, kind, title, plannedOn ?? null, heldOn ?? null],
      ...[toJson(content), everyone, enteredBy, at],
    ],
  });
}

export async function saveWork(tx: Tx, record: WorkRecord): Promise<void> {
  const { id, status, version, title, plannedOn, heldOn, content, followUps, note } = record;
  await tx.query({
    text: `update work_record set status = $2, version = $3, title = $4, planned_on = $5, held_on = $6, content = $7, follow_ups = $8,
             note = $9 where id = $1`,
    values: [
      ...[id, status, version, title, plannedOn ?? null, heldOn ?? null, toJson(content), toJson(followUps)],
      note ?? null,
    ],
  });
}

/**
 * The units a briefing `w` is for, of those that take part now: the ones it names, or every institution of the campaign. Narrowed to
 * the subtree and the unit of whoever asks, whose places in the statement are given.
 */
export const audience = (region: string, unit: string): string =>
  `from participant p join unit u on u.id = p.unit_id left join briefing_unit b on b.record_id = w.id and b.unit_id = p.unit_id
   where w.kind = 'briefing' and p.campaign_id = w.campaign_id and p.dropped_at is null
     and (b.unit_id is not null or w.everyone and u.kind in (${BRIEFED_KINDS.map((kind) => `'${kind}'`).join(', ')}))
     and starts_with(p.region, ${region}) and (${unit}::uuid is null or p.unit_id = ${unit})`;

/** Of all that were to be told by the held briefings of the campaign `$1`: how many are still to be, and how many there are. */
export const briefedCount = `select coalesce(sum(r.units - r.reached), 0)::int as open, coalesce(sum(r.units), 0)::int as total
  from work_record w cross join lateral (select count(*)::int as units, count(b.reached_on)::int as reached ${audience(`'/'`, 'null')}) r
  where w.campaign_id = $1 and w.status = 'held'`;

export interface AudienceUnit extends Reach {
  readonly unit: string;
  readonly name: string;
  readonly channel: string | null;
}

/** Whom a briefing is for, those first whom it has not reached. `after` is the name and the id that the page before ended with. */
export const audienceOf = (
  tx: Tx,
  record: string,
  seen: { readonly region: string; readonly unit: string | null; readonly reached: boolean | null },
  page: { readonly after: readonly [name: string, id: string] | null; readonly limit: number },
): Promise<AudienceUnit[]> =>
  tx.query<AudienceUnit>({
    text: `select u.id as unit, u.name, b.reached_on as "reachedOn", b.channel, b.confirmed_at as "confirmedAt"
           from work_record w, lateral (select p.unit_id as id ${audience('$2', '$3')}) a
             join unit u on u.id = a.id left join briefing_unit b on b.record_id = $1 and b.unit_id = a.id
           where w.id = $1 and ($4::boolean is null or (b.reached_on is not null) = $4)
             and ($5::text is null or (u.name, u.id) > ($5, $6::uuid))
           order by u.name, u.id limit $7`,
    values: [
      ...[record, seen.region, seen.unit, seen.reached],
      ...[page.after?.[0] ?? null, page.after?.[1] ?? null, page.limit],
    ],
  });

/** Units of the campaign among those given, with their regions. */
export const participantsAmong = (
  tx: Tx,
  campaign: string,
  units: readonly string[],
): Promise<{ id: string; region: RegionPath }[]> =>
  tx.query({
    text: 'select unit_id as id, region from participant where campaign_id = $1 and unit_id = any($2) and dropped_at is null',
    values: [campaign, units],
  });

/** Those of the units a briefing is for: only they are reached by it. */
export const addressed = (
  tx: Tx,
  record: string,
  units: readonly string[],
): Promise<{ id: string; region: RegionPath }[]> =>
  tx.query({
    text: `select a.id, a.region from work_record w, lateral (select p.unit_id as id, p.region ${audience(`'/'`, 'null')}) a
           where w.id = $1 and a.id = any($2)`,
    values: [record, units],
  });

/** Names whom a briefing is for. */
export const nameUnits = (
  tx: Tx,
  record: string,
  units: readonly { readonly id: string; readonly region: RegionPath }[],
): Promise<unknown> =>
  tx.query({
    text: 'insert into briefing_unit (record_id, unit_id, region) select $1, * from unnest($2::uuid[], $3::text[])',
    values: [record, units.map(({ id }) => id), units.map(({ region }) => region)],
  });

/** Notes that a briefing reached units; one it had reached before stays as it was. Returns those that are new. */
export async function markReached(
  tx: Tx,
  record: string,
  units: readonly { readonly id: string; readonly region: RegionPath }[],
  how: { readonly on: string; readonly channel: string; readonly by: string },
): Promise<string[]> {
  const rows = await tx.query<{ unit: string }>({
    text: `insert into briefing_unit (record_id, unit_id, region, reached_on, channel, reached_by)
           select $1, unit, region, $4, $5, $6 from unnest($2::uuid[], $3::text[]) as g (unit, region)
           on conflict (record_id, unit_id) do update
             set reached_on = excluded.reached_on, channel = excluded.channel, reached_by = excluded.reached_by
             where briefing_unit.reached_on is null
           returning unit_id as unit`,
    values: [record, units.map(({ id }) => id), units.map(({ region }) => region), how.on, how.channel, how.by],
  });
  return rows.map(({ unit }) => unit);
}

/** Takes back what was noted by mistake, but for what a unit confirmed. Returns the units. */
export async function unmarkReached(tx: Tx, record: string, units: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ unit: string }>({
    text: `update briefing_unit set reached_on = null, channel = null, reached_by = null
           where record_id = $1 and unit_id = any($2) and reached_on is not null and confirmed_at is null returning unit_id as unit`,
    values: [record, units],
  });
  return rows.map(({ unit }) => unit);
}

/** How a briefing stands with one unit; held until the act is done. */
export async function lockReach(tx: Tx, record: string, unit: string): Promise<Reach | undefined> {
  const [row] = await tx.query<Reach>({
    text: `select reached_on as "reachedOn", confirmed_at as "confirmedAt" from briefing_unit
           where record_id = $1 and unit_id = $2 for no key update`,
    values: [record, unit],
  });
  return row;
}

export const confirmReach = (
  tx: Tx,
  record: string,
  unit: string,
  by: { readonly account: string; readonly at: Instant },
): Promise<unknown> =>
  tx.query({
    text: 'update briefing_unit set confirmed_by = $3, confirmed_at = $4 where record_id = $1 and unit_id = $2',
    values: [record, unit, by.account, by.at],
  });

/** Whether a briefing is for a unit of this subtree, or for this very unit where one is named. */
export async function isFor(tx: Tx, record: string, region: string, unit: string | null): Promise<boolean> {
  const rows = await tx.query({
    text: `select 1 from work_record w, lateral (select 1 ${audience('$2', '$3')} limit 1) a where w.id = $1`,
    values: [record, region, unit],
  });
  return rows.length > 0;
}

/** Of the things a record refers to, the kinds that are not there, or not yet to be known. */
export async function unknownLinks(
  tx: Tx,
  campaign: string,
  region: RegionPath,
  { accounts, draw, visits, typicalCase }: Partial<WorkRecord['content']>,
): Promise<('account' | 'draw' | 'visits' | 'typicalCase')[]> {
  const [row] = await tx.query<Record<'account' | 'draw' | 'visits' | 'typicalCase', boolean>>({
    text: `select (select count(*) from account where id = any($3::uuid[]) and starts_with(region, $2) and disabled_at is null)
               = (select count(distinct id) from unnest($3::uuid[]) id) as account,
             $4::uuid is null or exists (select from draw where id = $4 and campaign_id = $1 and status = 'published') as draw,
             (select count(*) from visit where id = any($5::uuid[]) and campaign_id = $1 and status = 'finished')
               = (select count(distinct id) from unnest($5::uuid[]) id) as visits,
             $6::uuid is null or exists (select from typical_case where id = $6 and status = 'published'
               and (starts_with(region, $2) or starts_with($2, region))) as "typicalCase"`,
    values: [campaign, region, accounts ?? [], draw ?? null, visits ?? [], typicalCase ?? null],
  });
  return (['account', 'draw', 'visits', 'typicalCase'] as const).filter((link) => !row?.[link]);
}

export interface WorkFileRow {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
}

export const workFilesOf = (tx: Tx, record: string): Promise<WorkFileRow[]> =>
  tx.query<WorkFileRow>({
    text: 'select id, name, sha256, bytes, media_type as "mediaType" from work_file where record_id = $1 order by at, id',
    values: [record],
  });

export const addWorkFile = (
  tx: Tx,
  record: string,
  region: RegionPath,
  { id, name, sha256, bytes, mediaType }: WorkFileRow,
  { by, at }: { readonly by: string; readonly at: Instant },
): Promise<unknown> =>
  tx.query({
    text: `insert into work_file (id, record_id, region, name, sha256, bytes, media_type, by_account, at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [id, record, region, name, sha256, bytes, mediaType, by, at],
  });
