import { isDeepStrictEqual } from 'node:util';
import { type Person, type PlanTemplate, Refusal, requireOwn, requirePerson } from '@fundguard/domain';
import { type Tx, type WrittenPlan, addPlan, planOwner, writtenPlan } from '@fundguard/persistence';
import { transact } from './command.js';
import type { Platform } from './platform.js';

/** A plan by its id: one the bureau wrote itself, or above it, else one of the rulebook. */
export const planFor = async (tx: Tx, { rules }: Pick<Platform, 'rules'>, id: string): Promise<PlanTemplate> =>
  (await writtenPlan(tx, id))?.plan ?? rules.plan(id);

/**
 * 添加方案: a plan that was written and checked becomes a template for the coordinator's region and those below it. A running
 * campaign keeps the version it began with, so a version is never changed: a correction is the next one.
 */
export async function writePlan(platform: Platform, plan: PlanTemplate, actor: Person): Promise<void> {
  requirePerson(actor, 'campaign.coordinate');
  requireOwn(actor);
  refuseRulebookId(platform, plan);
  const written = { plan, region: actor.region, addedBy: actor.account, addedAt: await platform.clock.now() };
  await transact(platform, actor.region, async (tx) => {
    const owner = await planOwner(tx, plan.id);
    if (owner !== undefined && owner !== actor.region) throw taken(plan);
    const newest = await writtenPlan(tx, plan.id);
    if (newest && newest.plan.version >= plan.version) return refuseChange(tx, plan, newest);
    if (!(await addPlan(tx, written))) await refuseChange(tx, plan, newest);
  });
}

/** Sent twice it is harmless; another content under the same or an older version is refused. */
async function refuseChange(tx: Tx, plan: PlanTemplate, newest: WrittenPlan | undefined): Promise<void> {
  const same = await writtenPlan(tx, plan.id, plan.version);
  if (same && isDeepStrictEqual(same.plan, JSON.parse(JSON.stringify(plan)))) return;
  const standing = newest?.plan.version ?? plan.version;
  const { id, version } = plan;
  const next = standing + 1;
  const [code, zh, en] = same
    ? ['plan.version-exists', `第 ${version} 版已有，内容不可更改`, `version ${version} is there and stays as it is`]
    : ['plan.newer-version', `已有更新的第 ${standing} 版，不能再添加第 ${version} 版`, `version ${standing} is newer`];
  throw new Refusal(
    'conflict',
    code,
    {
      zh: `方案 ${id} ${zh}；修改后请将 version 改为 ${next}`,
      en: `plan ${id}: ${en}; make the change version ${next}`,
    },
    { field: 'version', standing: { version: standing } },
  );
}

function refuseRulebookId({ rules }: Platform, plan: PlanTemplate): void {
  if (rules.hasPlan(plan.id)) throw taken(plan);
}

const taken = ({ id }: PlanTemplate) =>
  new Refusal(
    'conflict',
    'plan.id-taken',
    { zh: `标识 ${id} 已被其他方案使用，请另取`, en: `the id ${id} belongs to another plan: choose another` },
    { field: 'id' },
  );
