import type { Tx } from '@fundguard/persistence';

export interface CaseNumbering {
  readonly region: string;
  readonly year: string;
}

/** 案号, e.g. `〔2026〕990101医保案字第12号`. Numbers are never used again, and may leave gaps. */
export async function nextCaseNumber(tx: Tx, { region, year }: CaseNumbering): Promise<string> {
  const [row] = await tx.query<{ number: number }>({
    name: 'case-number',
    text: `select nextval('case_number') as number`,
    values: [],
  });
  const code = region.split('/').at(-2) ?? '';
  return `〔${year}〕${code}医保案字第${row?.number}号`;
}
