import type { Tx } from './database.js';

/** An identity number as it is kept: a keyed hash to find it by, its mask, and the number itself under seal. */
export interface SealedIdentity {
  readonly blind: Buffer;
  readonly masked: string;
  readonly sealed: Buffer;
}

export async function keepIdentity(
  tx: Tx,
  file: { readonly id: string; readonly region: string },
  { blind, masked, sealed }: SealedIdentity,
): Promise<void> {
  await tx.query({
    text: 'insert into case_identity (case_id, region, blind, masked, sealed) values ($1, $2, $3, $4, $5)',
    values: [file.id, file.region, blind, masked, sealed],
  });
}

export async function sealedIdentity(tx: Tx, caseId: string): Promise<Buffer | undefined> {
  const [row] = await tx.query<{ sealed: Buffer }>({
    text: 'select sealed from case_identity where case_id = $1',
    values: [caseId],
  });
  return row?.sealed;
}

/** What is kept beside a file goes with it to another region. */
export async function moveBesideCase(tx: Tx, caseId: string, region: string): Promise<void> {
  for (const table of ['case_identity', 'reporter'])
    await tx.query({ text: `update ${table} set region = $2 where case_id = $1`, values: [caseId, region] });
}
