import type { Instant, StandingRule } from '@fundguard/domain';
import type { Tx } from './database.js';

const COLUMNS = `id, campaign_id as campaign, region, status, version, kind, risk, title, number, text, department, basis,
  effective_from as "effectiveFrom", drafted_by as "draftedBy", submitted_by as "submittedBy", approved_by as "approvedBy", replaces,
  replaced_by as "replacedBy", ended_on as "endedOn", note`;

/** A rule as it lies in its table: what is not there yet is null. */
type RuleRow = { readonly [Key in keyof StandingRule]-?: Exclude<StandingRule[Key], undefined> | null };

const ruleOf = (row: RuleRow): StandingRule =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as unknown as StandingRule;

/** Held for one act; another act on it waits. */
export async function lockRule(tx: Tx, id: string): Promise<StandingRule | undefined> {
  const [row] = await tx.query<RuleRow>({
    name: 'lock-rule',
    text: `select ${COLUMNS} from standing_rule where id = $1 for no key update`,
    values: [id],
  });
  return row && ruleOf(row);
}

/** Rules by their ids, of the transaction's region and of those above it. */
export async function rulesById(tx: Tx, ids: readonly string[]): Promise<StandingRule[]> {
  const rows = await tx.query<RuleRow>({
    text: `select ${COLUMNS} from standing_rule where id = any($1) order by effective_from, id`,
    values: [ids],
  });
  return rows.map(ruleOf);
}

export async function addRule(tx: Tx, rule: StandingRule, at: Instant): Promise<void> {
  const { id, campaign, region, status, version, kind, risk, title, number, text, department, basis, replaces } = rule;
  await tx.query({
    text: `insert into standing_rule (id, campaign_id, region, status, version, kind, risk, title, number, text, department, basis, replaces,
             drafted_by, drafted_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    values: [
      ...[id, campaign, region, status, version, kind, risk ?? null, title, number ?? null, text, department, basis],
      ...[replaces ?? null, rule.draftedBy, at],
    ],
  });
}

export async function saveRule(tx: Tx, rule: StandingRule): Promise<void> {
  const { id, status, version, kind, risk, title, number, text, department, basis, effectiveFrom } = rule;
  const { submittedBy, approvedBy, replacedBy, endedOn, note } = rule;
  await tx.query({
    text: `update standing_rule set status = $2, version = $3, kind = $4, risk = $5, title = $6, number = $7, text = $8, department = $9,
             basis = $10, effective_from = $11, submitted_by = $12, approved_by = $13, replaced_by = $14, ended_on = $15, note = $16
           where id = $1`,
    values: [
      ...[id, status, version, kind, risk ?? null, title, number ?? null, text, department, basis],
      ...[effectiveFrom ?? null, submittedBy ?? null, approvedBy ?? null, replacedBy ?? null, endedOn ?? null],
      note ?? null,
    ],
  });
}
