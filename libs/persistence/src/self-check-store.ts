import type { Instant, SelfCheck } from '@fundguard/domain';
import type { Tx } from './database.js';
import { toJson } from './json.js';

const COLUMNS = `id, campaign_id as campaign, unit_id as unit, region, status, version, list, answers, samples, commitment,
  submitted_by as "submittedBy", note`;

type Row = Omit<SelfCheck, 'note'> & { readonly note: string | null };

const asKnown = ({ note, ...row }: Row): SelfCheck => ({ ...row, ...(note ? { note } : {}) });

export async function lockSelfCheck(tx: Tx, id: string): Promise<SelfCheck | undefined> {
  const [row] = await tx.query<Row>({
    text: `select ${COLUMNS} from self_check where id = $1 for no key update`,
    values: [id],
  });
  return row && asKnown(row);
}

/** What a unit handed in for a campaign, held for one act. */
export async function selfCheckOf(tx: Tx, campaign: string, unit: string): Promise<SelfCheck | undefined> {
  const [row] = await tx.query<Row>({
    text: `select ${COLUMNS} from self_check where campaign_id = $1 and unit_id = $2 for no key update`,
    values: [campaign, unit],
  });
  return row && asKnown(row);
}

export const saveSelfCheck = (tx: Tx, row: SelfCheck, at: Instant): Promise<unknown> =>
  tx.query({
    text: `insert into self_check (id, campaign_id, unit_id, region, status, version, list, answers, samples, commitment, submitted_by,
             submitted_at, note)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
           on conflict (id) do update set status = excluded.status, version = excluded.version, list = excluded.list,
             answers = excluded.answers, samples = excluded.samples, commitment = excluded.commitment,
             submitted_by = excluded.submitted_by, note = excluded.note,
             submitted_at = case excluded.status when 'submitted' then excluded.submitted_at else self_check.submitted_at end`,
    values: [
      ...[row.id, row.campaign, row.unit, row.region, row.status, row.version, toJson(row.list), toJson(row.answers)],
      ...[toJson(row.samples), toJson(row.commitment), row.submittedBy, at, row.note ?? null],
    ],
  });

/** The unit's own kind and region, and the self-check reports of the plan it still owes. */
export async function owesSelfCheck(
  tx: Tx,
  campaign: string,
  unit: string,
): Promise<{ kind: string; region: SelfCheck['region']; reports: string[] } | undefined> {
  const [row] = await tx.query<{ kind: string; region: SelfCheck['region']; reports: string[] }>({
    text: `select u.kind, u.region, coalesce(array_agg(o.id::text) filter (where o.status in ('open', 'returned', 'overdue')), '{}') as reports
           from participant p join unit u on u.id = p.unit_id join campaign c on c.id = p.campaign_id
             join obligation o on o.campaign_id = p.campaign_id and o.unit_id = p.unit_id
           where p.campaign_id = $1 and p.unit_id = $2 and p.dropped_at is null and exists (
             select from jsonb_array_elements(c.plan -> 'deliverables') d where d ->> 'id' = o.source and (d ->> 'selfCheck')::boolean)
           group by u.kind, u.region`,
    values: [campaign, unit],
  });
  return row;
}

/** Categories of the ledger in which the unit entered something of its own. */
export async function categoriesEntered(tx: Tx, campaign: string, unit: string): Promise<string[]> {
  const rows = await tx.query<{ category: string }>({
    text: `select distinct category from problem where campaign_id = $1 and unit_id = $2 and source = 'selfCheck'`,
    values: [campaign, unit],
  });
  return rows.map(({ category }) => category);
}
