import type { Instant, Note } from '@fundguard/domain';
import type { Tx } from './database.js';

/** When somebody acknowledged a document in a campaign. */
export async function acknowledgedAt(
  tx: Tx,
  campaign: string,
  document: string,
  account: string,
): Promise<Date | undefined> {
  const [row] = await tx.query<{ at: Date }>({
    name: 'acknowledged-at',
    text: 'select at from acknowledgement where campaign_id = $1 and document = $2 and account_id = $3',
    values: [campaign, document, account],
  });
  return row?.at;
}

/** Once for each document; false where it was done before. */
export async function addAcknowledgement(
  tx: Tx,
  given: { readonly campaign: string; readonly region: string; readonly document: string; readonly account: string },
  at: Instant,
): Promise<boolean> {
  const rows = await tx.query({
    text: `insert into acknowledgement (campaign_id, region, document, account_id, at) values ($1, $2, $3, $4, $5)
           on conflict do nothing returning 1`,
    values: [given.campaign, given.region, given.document, given.account, at],
  });
  return rows.length > 0;
}

/** Everybody of a region who plays one of these parts, with when they acknowledged a document. */
export const acknowledgements = (
  tx: Tx,
  campaign: string,
  document: string,
  who: { readonly region: string; readonly roles: readonly string[] },
): Promise<{ account: string; name: string; at: Date | null }[]> =>
  tx.query({
    text: `select a.id as account, a.name, k.at from account a
             left join acknowledgement k on k.campaign_id = $1 and k.document = $2 and k.account_id = a.id
           where a.region = $3 and a.disabled_at is null and a.roles && $4 order by k.at nulls first, a.name`,
    values: [campaign, document, who.region, who.roles],
  });

export interface NoteRow extends Note {
  readonly campaign: string;
  readonly issuedBy: string;
  readonly issuedAt: Date;
  /** When who asks acknowledged it. */
  readonly acknowledgedAt: Date | null;
  /** Units it was issued to, nobody of which has acknowledged it. */
  readonly notYet: readonly { readonly id: string; readonly name: string }[];
}

const NOTE = `select n.id, n.campaign_id as campaign, n.kind, n.title, n.edition, n.text, n.units, a.name as "issuedBy", n.issued_at as "issuedAt",
  (select k.at from acknowledgement k where k.campaign_id = n.campaign_id and k.document = n.id::text and k.account_id = $1) as "acknowledgedAt",
  coalesce((select jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name) order by u.name) from unit u where u.id = any(n.units)
    and not exists (select from acknowledgement k join account c on c.id = k.account_id
      where k.campaign_id = n.campaign_id and k.document = n.id::text and c.unit_id = u.id)), '[]') as "notYet"
  from guidance_note n join account a on a.id = n.issued_by`;

/** The notes of a campaign, the newest first. */
export const notesOf = (tx: Tx, campaign: string, reader: string): Promise<NoteRow[]> =>
  tx.query<NoteRow>({
    text: `${NOTE} where n.campaign_id = $2 order by n.issued_at desc, n.id`,
    values: [reader, campaign],
  });

export async function noteById(tx: Tx, id: string, reader: string): Promise<NoteRow | undefined> {
  return (await tx.query<NoteRow>({ text: `${NOTE} where n.id = $2`, values: [reader, id] }))[0];
}

export async function editionsOf(
  tx: Tx,
  campaign: string,
  { kind, title }: Pick<Note, 'kind' | 'title'>,
): Promise<number> {
  const [row] = await tx.query<{ editions: number }>({
    text: 'select count(*) as editions from guidance_note where campaign_id = $1 and kind = $2 and title = $3',
    values: [campaign, kind, title],
  });
  return row?.editions ?? 0;
}

export async function addNote(
  tx: Tx,
  note: Note,
  issued: { readonly campaign: string; readonly region: string; readonly by: string; readonly at: Instant },
): Promise<void> {
  const { id, kind, title, edition, text, units } = note;
  await tx.query({
    text: `insert into guidance_note (id, campaign_id, region, kind, title, edition, text, units, issued_by, issued_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: [id, issued.campaign, issued.region, kind, title, edition, text, units, issued.by, issued.at],
  });
}
