import { type OnSiteRecord, type VisitFile, onSiteRecord } from '@fundguard/domain';
import type { StoredVisit, Tx } from '@fundguard/persistence';

/** 现场检查笔录, with the visit's own words and names. */
export async function recordOf(
  tx: Tx,
  { visit, unitName }: Pick<StoredVisit, 'visit' | 'unitName'>,
): Promise<OnSiteRecord> {
  const bureau = await bureauOf(tx, visit.campaign);
  return onSiteRecord(visit, { unit: unitName, bureau, inspector: await namesIn(tx, visit) });
}

/** The bureau that runs a campaign. */
export async function bureauOf(tx: Tx, campaign: string): Promise<string> {
  const [row] = await tx.query<{ name: string }>({
    text: 'select r.name_zh as name from campaign c join region r on r.path = c.region where c.id = $1',
    values: [campaign],
  });
  return `${row?.name ?? ''}医疗保障局`;
}

/** What everybody is called who had a part in a visit. */
export async function namesIn(tx: Tx, { team, entries, addenda }: VisitFile): Promise<(account: string) => string> {
  const all = [...team, ...entries.map(({ by }) => by), ...addenda.map(({ by }) => by)];
  const rows = await tx.query<{ id: string; name: string }>({
    text: 'select id, name from account where id = any($1)',
    values: [[...new Set(all)]],
  });
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (account) => names.get(account) ?? '';
}
