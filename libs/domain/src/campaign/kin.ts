import type { Context } from '../act.js';
import { type RegionPath, within } from '../people/actor.js';
import { Refusal } from '../refusal.js';
import type { CampaignFile, CampaignId, CampaignStatus } from './file.js';
import type { Obligation, ObligationOutcome } from './obligation.js';

/** Another campaign, as far as one that refers to it must know. */
export interface Relative {
  readonly id: CampaignId;
  readonly region: RegionPath;
  readonly status: CampaignStatus;
}

export interface Kin {
  readonly parent?: Relative;
  readonly predecessor?: Relative;
}

/**
 * 上下联动、子方案、回头看 (R-CAMP-22 to 24). A campaign is carried out below the one it belongs to, or is a part of it in the same
 * region, while that one goes on; and looks back only on one that was under way and reached the same units.
 */
export function requireKin(region: RegionPath, { parent, predecessor }: Kin): void {
  if (parent && parent.id === predecessor?.id) throw twice();
  if (parent && !within(region, parent.region)) throw elsewhere('parent');
  if (parent && !['approved', 'running', 'paused', 'summingUp'].includes(parent.status)) throw parentResting();
  if (predecessor && !within(region, predecessor.region) && !within(predecessor.region, region))
    throw elsewhere('predecessor');
  if (predecessor && ['draft', 'approved'].includes(predecessor.status)) throw notBegun();
}

/**
 * 方案报备 (R-CAMP-25): the plan a bureau owes to the campaign above is handed in with the approval of its own campaign, and waits
 * for acceptance like every report. Undefined where nothing is owed any more, or the campaign above rests.
 */
export function ownPlanHandedIn(
  { due, status }: Obligation,
  above: Pick<CampaignFile, 'status'>,
  own: Pick<CampaignFile, 'id' | 'name' | 'plan' | 'start' | 'end'>,
  { now }: Pick<Context, 'now'>,
): ObligationOutcome | undefined {
  if (!['open', 'returned', 'overdue'].includes(status) || !['running', 'summingUp'].includes(above.status))
    return undefined;
  const content = `本级方案已批准：${own.name}，${own.start} 至 ${own.end}`;
  const data = { content, figures: {}, zero: false, late: now > due, campaign: own.id, plan: own.plan };
  return { kind: 'reportSubmitted', status: 'submitted', data };
}

const twice = () =>
  new Refusal(
    'invalid',
    'campaign.kin-twice',
    { zh: '上级专项与所承接的前次专项不能是同一个', en: 'a campaign is not part of the one it looks back on' },
    { field: 'predecessor' },
  );
const elsewhere = (field: keyof Kin) =>
  new Refusal(
    'invalid',
    'campaign.elsewhere',
    { zh: '该专项不涉及本专项的辖区', en: 'that campaign does not reach this region' },
    { field },
  );
const parentResting = () =>
  new Refusal(
    'conflict',
    'campaign.parent-status',
    { zh: '上级专项尚未批准或已结束，不能据此制定方案', en: 'the campaign above is not approved yet, or has ended' },
    { field: 'parent' },
  );
const notBegun = () =>
  new Refusal(
    'conflict',
    'campaign.predecessor-status',
    { zh: '该专项尚未启动，没有可回头看的内容', en: 'that campaign has not begun: there is nothing to look back on' },
    { field: 'predecessor' },
  );
