import type { Draw, RegionPath } from '@fundguard/domain';
import type { Tx } from './database.js';
import { toJson } from './json.js';
import type { ParticipatingUnit } from './obligation-store.js';

const COLUMNS = `id, campaign_id as campaign, region, name, list, list_hash as "listHash", commitment, secret,
  committed_at as "committedAt", status, version, witness, drawn_at as "drawnAt", exclusions, result, published_at as "publishedAt"`;

/** As it lies in its table: what is not there yet is null, and moments are dates. */
export type DrawRow = Omit<Draw, 'committedAt' | 'drawnAt' | 'publishedAt' | 'witness' | 'result'> & {
  readonly region: RegionPath;
  readonly committedAt: Date;
  readonly witness: Draw['witness'] | null;
  readonly drawnAt: Date | null;
  readonly result: Draw['result'] | null;
  readonly publishedAt: Date | null;
};

/** A draw without its lists. */
export interface DrawLine {
  readonly id: string;
  readonly name: string;
  readonly status: Draw['status'];
  readonly version: number;
  readonly committedAt: Date;
  readonly drawnAt: Date | null;
  readonly publishedAt: Date | null;
  readonly candidates: number;
  readonly drawn: number | null;
}

/** The draws of a campaign, the newest first; those of one status where asked. */
export const drawsOf = (tx: Tx, campaign: string, only: Draw['status'] | null): Promise<DrawLine[]> =>
  tx.query<DrawLine>({
    text: `select id, name, status, version, committed_at as "committedAt", drawn_at as "drawnAt", published_at as "publishedAt",
             jsonb_array_length(list -> 'candidates') as candidates, jsonb_array_length(result -> 'drawn') as drawn
           from draw where campaign_id = $1 and ($2::text is null or status = $2) order by committed_at desc, id`,
    values: [campaign, only],
  });

export async function drawById(tx: Tx, id: string): Promise<DrawRow | undefined> {
  return (await tx.query<DrawRow>({ text: `select ${COLUMNS} from draw where id = $1`, values: [id] }))[0];
}

/** Held for one act; another act on it waits. */
export async function lockDraw(tx: Tx, id: string): Promise<DrawRow | undefined> {
  return (
    await tx.query<DrawRow>({ text: `select ${COLUMNS} from draw where id = $1 for no key update`, values: [id] })
  )[0];
}

/** The units that take part now, as they are drawn from. */
export const participating = (tx: Tx, campaign: string): Promise<ParticipatingUnit[]> =>
  tx.query<ParticipatingUnit>({
    text: `select u.id, u.name, u.kind, u.type, u.region from participant p join unit u on u.id = p.unit_id
           where p.campaign_id = $1 and p.dropped_at is null order by u.id`,
    values: [campaign],
  });

export async function addDraw(tx: Tx, draw: Draw, region: RegionPath): Promise<void> {
  const { id, campaign, name, list, listHash, commitment, secret, committedAt, status, version, exclusions } = draw;
  await tx.query({
    text: `insert into draw (id, campaign_id, region, name, list, list_hash, commitment, secret, committed_at, status, version, exclusions)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    values: [
      ...[id, campaign, region, name, toJson(list), listHash, commitment, secret],
      ...[committedAt, status, version, toJson(exclusions)],
    ],
  });
}

export async function saveDraw(tx: Tx, draw: Omit<Draw, 'committedAt'>): Promise<void> {
  const { id, status, version, witness, drawnAt, exclusions, result, publishedAt } = draw;
  await tx.query({
    text: `update draw set status = $2, version = $3, witness = $4, drawn_at = $5, exclusions = $6, result = $7, published_at = $8
           where id = $1`,
    values: [
      ...[id, status, version, witness ? toJson(witness) : null, drawnAt ?? null],
      ...[toJson(exclusions), result ? toJson(result) : null, publishedAt ?? null],
    ],
  });
}
