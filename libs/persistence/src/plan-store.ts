import type { AccountId, Instant, PlanTemplate, RegionPath } from '@fundguard/domain';
import type { Tx } from './database.js';
import { toJson } from './json.js';

/** A plan somebody wrote, with whose it is. */
export interface WrittenPlan {
  readonly plan: PlanTemplate;
  readonly region: RegionPath;
  readonly addedBy: AccountId;
  readonly addedAt: Instant;
}

const COLUMNS = 'plan, region, added_by as "addedBy", added_at as "addedAt"';

/** The newest version of every plan written in the region, below it or above it. */
export const writtenPlans = (tx: Tx): Promise<WrittenPlan[]> =>
  tx.query<WrittenPlan>({
    text: `select distinct on (id) ${COLUMNS} from plan_template order by id, version desc`,
    values: [],
  });

/** One of them; its newest version unless another is asked for. */
export async function writtenPlan(tx: Tx, id: string, version?: number): Promise<WrittenPlan | undefined> {
  const [row] = await tx.query<WrittenPlan>({
    text: `select ${COLUMNS} from plan_template where id = $1 and ($2::int is null or version = $2) order by version desc limit 1`,
    values: [id, version ?? null],
  });
  return row;
}

/** The region an id belongs to, wherever that is. */
export async function planOwner(tx: Tx, id: string): Promise<string | undefined> {
  const [row] = await tx.query<{ owner: string | null }>({ text: 'select plan_owner($1) as owner', values: [id] });
  return row?.owner ?? undefined;
}

/** False where the version was added before. */
export async function addPlan(tx: Tx, { plan, region, addedBy, addedAt }: WrittenPlan): Promise<boolean> {
  const rows = await tx.query({
    text: `insert into plan_template (id, version, region, plan, added_by, added_at) values ($1, $2, $3, $4, $5, $6)
           on conflict do nothing returning 1`,
    values: [plan.id, plan.version, region, toJson(plan), addedBy, addedAt],
  });
  return rows.length > 0;
}
