import type { Tx } from './database.js';

/** The tables whose rows belong to a campaign and are acted on by themselves. */
export type BesideCampaign =
  | 'appointment'
  | 'campaign_document'
  | 'draw'
  | 'duty'
  | 'obligation'
  | 'problem'
  | 'self_check'
  | 'standing_rule'
  | 'table_copy'
  | 'visit'
  | 'work_record';

/** The campaign a row belongs to, before anything is locked: the campaign's row is always locked first. */
export async function campaignOf(tx: Tx, table: BesideCampaign, id: string): Promise<string | undefined> {
  const [row] = await tx.query<{ campaign: string }>({
    text: `select campaign_id as campaign from ${table} where id = $1`,
    values: [id],
  });
  return row?.campaign;
}
