import { type Instant, type PlanTemplate, dayOf, daysBetween, instant, timeOf } from '@fundguard/domain';
import type { Schemas } from '@fundguard/client';
import { expect } from '@jest/globals';
import { HUNDRED_DAYS } from './campaign-walk.js';
import { post } from './case-walk.js';
import type { Name } from './people.js';
import { rows } from './processes-checks.js';
import type { Installation } from './processes.js';

/** Posts an act and expects it to be done, whether or not its workflow can hear of it. */
export async function acted(installation: Installation, who: Name, path: string, body: object = {}) {
  const { status, json } = await post(installation.platform, who, `/api/v1/${path}`, body);
  expect({ path, status, json }).toMatchObject({ status: 201 });
  return json as Schemas['Answer'];
}

interface Near {
  /** When the reports are due, in milliseconds from the launch. */
  readonly dueIn: readonly number[];
  readonly region?: string;
  readonly coordinator?: Name;
  readonly leader?: Name;
}

export interface NearCampaign {
  readonly id: string;
  readonly dues: readonly Instant[];
  /** The workflow of each due instant. */
  readonly deadlines: readonly string[];
}

/**
 * A running campaign in which every institution owes a report within seconds. Plans count in days and hours, so the plan
 * that its draft pinned is given due times of this very minute before it is launched; what follows from a plan (rows,
 * ladders, workflows) is laid by the product.
 */
export async function launchNear(installation: Installation, near: Near): Promise<NearCampaign> {
  const { dueIn, region = '990001', coordinator = 'coordinator', leader = 'leader' } = near;
  const start = dayOf(instant(Date.now()));
  const draft = { plan: HUNDRED_DAYS, region: installation.organisation.region(region), start };
  const { id } = await acted(installation, coordinator, 'campaigns', draft);
  await acted(installation, leader, `campaigns/${id}/approval`);
  const dues = dueIn.map((millis) => instant(Date.now() + millis));
  const deliverables = dues.map((due, index): PlanTemplate['deliverables'][number] => ({
    id: `report-${index + 1}`,
    name: { zh: `第 ${index + 1} 次报告`, en: `Report ${index + 1}` },
    by: { kinds: ['institution'], asGiven: '各医疗机构' },
    to: '医保局',
    due: { day: daysBetween(start, dayOf(due)) },
    time: timeOf(due),
  }));
  const plan = `update campaign set plan = jsonb_set(plan, '{deliverables}', $2) where id = $1`;
  await rows(installation, plan, id, JSON.stringify(deliverables));
  await acted(installation, coordinator, `campaigns/${id}/launch`);
  return { id, dues, deadlines: dues.map((due) => `deadline/${id}/${due}`) };
}

/** How many obligations of a campaign have each status. */
export async function obligationsOf(installation: Installation, campaign: string): Promise<Record<string, number>> {
  const counted = await rows<{ status: string; count: number }>(
    installation,
    'select status, count(*) as count from obligation where campaign_id = $1 group by status',
    campaign,
  );
  return Object.fromEntries(counted.map(({ status, count }) => [status, count]));
}

/** What each rung of a campaign's ladders left: how often it was recorded, and whom it told of each obligation. */
export const climbedOf = (installation: Installation, campaign: string) =>
  rows<{ rung: string; recorded: number; told: number }>(
    installation,
    `select rung, (select count(*) from event where file_id = $1 and data ->> 'rung' = rung
                     and (data ->> 'due')::timestamptz = due_at) as recorded,
       (select count(*) from notification where file_id = $1 and due = due_at and starts_with(cause, rung || ':')) as told
     from escalation where campaign_id = $1 order by due_at, at, rung`,
    campaign,
  );
