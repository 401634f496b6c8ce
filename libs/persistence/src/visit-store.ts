import {
  type Entry,
  type Inspected,
  type Instant,
  type RegionPath,
  type UnitId,
  type Visit,
  type VisitFile,
  instant,
} from '@fundguard/domain';
import type { Tx } from './database.js';
import { toJson } from './json.js';

/** What may be absent of a visit is null in its table, and moments are dates there. */
type Nullable<Of> = { readonly [Key in keyof Of]: Of[Key] | null };
type VisitRow = Omit<Visit, keyof Optional> & Nullable<Omit<Optional, keyof Moments>> & Moments;
type Optional = Required<Pick<Visit, 'why' | 'draw' | 'hours' | 'noticeOn' | 'report' | 'recordHash'>> & Moments;
interface Moments {
  readonly noticedAt: Date | null;
  readonly arrivedAt: Date | null;
  readonly finishedAt: Date | null;
}

export const VISIT_COLUMNS = `v.id, v.campaign_id as campaign, v.unit_id as unit, v.region, v.status, v.version, v.kind, v.methods, v.chosen, v.why,
  v.draw_id as draw, v.day, v.hours, v.team, v.departments, v.notice_on as "noticeOn", v.salt, v.checklist, v.pledges,
  v.noticed_at as "noticedAt", v.arrived_at as "arrivedAt", v.finished_at as "finishedAt", v.report, v.record_hash as "recordHash", v.addenda,
  v.third_parties as "thirdParties"`;

/** A visit with whose campaign it is. */
export interface StoredVisit {
  readonly visit: VisitFile;
  readonly campaignRegion: RegionPath;
  readonly unitName: string;
}

/** Held for one act where `hold` says so; another act on it waits. */
export async function visitById(tx: Tx, id: string, hold = false): Promise<StoredVisit | undefined> {
  const [row] = await tx.query<VisitRow & { campaignRegion: RegionPath; unitName: string }>({
    text: `select ${VISIT_COLUMNS}, c.region as "campaignRegion", u.name as "unitName"
           from visit v join campaign c on c.id = v.campaign_id join unit u on u.id = v.unit_id where v.id = $1
           ${hold ? 'for no key update of v' : ''}`,
    values: [id],
  });
  if (!row) return undefined;
  const { campaignRegion, unitName, ...visit } = row;
  return { visit: { ...visitOf(visit), entries: await entriesOf(tx, id) }, campaignRegion, unitName };
}

async function entriesOf(tx: Tx, visit: string): Promise<Entry[]> {
  const rows = await tx.query<Omit<Entry, 'at'> & { at: Date }>({
    text: 'select id, content, by_account as by, at from visit_entry where visit_id = $1 order by seq',
    values: [visit],
  });
  return rows.map((row) => ({ ...row, at: instant(row.at) }));
}

function visitOf(row: VisitRow): Visit {
  const given = Object.entries(row).filter(([, value]) => value !== null);
  return Object.fromEntries(
    given.map(([key, value]) => [key, value instanceof Date ? instant(value) : value]),
  ) as unknown as Visit;
}

export async function addVisits(tx: Tx, visits: readonly Visit[], by: string, at: Instant): Promise<void> {
  await tx.query({
    text: `insert into visit (id, campaign_id, unit_id, region, status, version, kind, methods, chosen, why, draw_id, day, hours, team,
             departments, notice_on, salt, checklist, pledges, addenda, planned_by, planned_at)
           select id, campaign, unit, region, status, version, kind, methods, chosen, why, draw, day, hours, team, departments,
             "noticeOn", salt, checklist, '[]', '[]', $2, $3
           from jsonb_to_recordset($1) as x(id uuid, campaign uuid, unit uuid, region text, status text, version int, kind text,
             methods text[], chosen text, why text, draw uuid, day date, hours text, team uuid[], departments text[], "noticeOn" date,
             salt text, checklist jsonb)`,
    values: [toJson(visits), by, at],
  });
}

export async function saveVisit(tx: Tx, visit: Visit): Promise<void> {
  const { id, status, version, day, hours, team, noticeOn, pledges, noticedAt, arrivedAt, finishedAt } = visit;
  const { report, recordHash, addenda, thirdParties } = visit;
  await tx.query({
    text: `update visit set status = $2, version = $3, day = $4, hours = $5, team = $6, notice_on = $7, pledges = $8, noticed_at = $9,
             arrived_at = $10, finished_at = $11, report = $12, record_hash = $13, addenda = $14,
             third_parties = $15 where id = $1`,
    values: [
      ...[id, status, version, day, hours ?? null, team, noticeOn ?? null, toJson(pledges), noticedAt ?? null],
      ...[arrivedAt ?? null, finishedAt ?? null, report ?? null, recordHash ?? null, toJson(addenda)],
      toJson(thirdParties),
    ],
  });
}

export async function addEntry(tx: Tx, { id: visit, region }: Visit, { id, content, by, at }: Entry): Promise<void> {
  await tx.query({
    text: 'insert into visit_entry (visit_id, id, region, content, by_account, at) values ($1, $2, $3, $4, $5, $6)',
    values: [visit, id, region, toJson(content), by, at],
  });
}

export interface SentFile {
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
}

export const filesSent = (tx: Tx, visit: string): Promise<SentFile[]> =>
  tx.query<SentFile>({
    text: 'select sha256, bytes, media_type as "mediaType" from visit_file where visit_id = $1',
    values: [visit],
  });

/** The same file again is the one that is there. */
export async function addFile(
  tx: Tx,
  { id, region }: Visit,
  { sha256, bytes, mediaType }: SentFile,
  by: string,
  at: Instant,
): Promise<void> {
  await tx.query({
    text: `insert into visit_file (visit_id, sha256, region, bytes, media_type, by_account, at) values ($1, $2, $3, $4, $5, $6, $7)
           on conflict do nothing`,
    values: [id, sha256, region, bytes, mediaType, by, at],
  });
}

export interface FiledFinding {
  readonly line: string;
  readonly kind: 'problem' | 'case';
  readonly file: string;
}

export const findingsOf = (tx: Tx, visit: string): Promise<FiledFinding[]> =>
  tx.query<FiledFinding>({
    text: 'select line, kind, file_id as file from visit_finding where visit_id = $1 order by line, kind',
    values: [visit],
  });

export async function addFinding(tx: Tx, { id, region }: Visit, { line, kind, file }: FiledFinding): Promise<void> {
  await tx.query({
    text: 'insert into visit_finding (visit_id, line, kind, region, file_id) values ($1, $2, $3, $4, $5)',
    values: [id, line, kind, region, file],
  });
}

/** 查阅留痕: that somebody who is not of the team looked at visits that were still secret (R-ACC-08). */
export async function logLooks(
  tx: Tx,
  visits: readonly string[],
  { account, place, at }: { readonly account: string; readonly place: string; readonly at: Instant },
): Promise<void> {
  if (visits.length === 0) return;
  await tx.query({
    text: `insert into visit_look (visit_id, region, account_id, place, at)
           select id, region, $2, $3, $4 from visit where id = any($1) and noticed_at is null and not $2 = any(team)`,
    values: [visits, account, place, at],
  });
}

/** Units that take part, as visits are planned to them. */
export const unitsToVisit = (tx: Tx, campaign: string, units: readonly string[]) =>
  tx.query<{ id: UnitId; name: string; kind: string; type: string; region: RegionPath; isPlanned: boolean }>({
    text: `select u.id, u.name, u.kind, u.type, u.region, exists (select from visit v where v.campaign_id = $1 and v.unit_id = u.id
               and v.status in ('planned', 'noticed', 'arrived')) as "isPlanned"
           from participant p join unit u on u.id = p.unit_id
           where p.campaign_id = $1 and p.dropped_at is null and u.id = any($2)`,
    values: [campaign, units],
  });

/** Of these accounts, who may inspect for a campaign of the region; with the unit they speak for, if any. */
export const inspectorsAmong = (tx: Tx, accounts: readonly string[], roles: readonly string[], region: RegionPath) =>
  tx.query<{ id: string; name: string; unit: string | null }>({
    text: `select id, name, unit_id as unit from account where id = any($1) and roles && $2::text[] and disabled_at is null
             and (starts_with(region, $3) or starts_with($3, region))`,
    values: [accounts, roles, region],
  });

/** Where each inspector of a campaign has been or is to go; what was cancelled does not count. */
export const inspectedBy = (tx: Tx, campaign: string): Promise<Inspected[]> =>
  tx.query<Inspected>({
    text: `select person, unit_id as unit, region as area from visit, unnest(team) as person
           where campaign_id = $1 and status <> 'cancelled'`,
    values: [campaign],
  });
