import { z } from 'zod';
import type { Context } from '../act.js';
import { type RegionPath, regionPath, requirePerson, within } from '../people/actor.js';
import { Refusal } from '../refusal.js';
import type { CarriedRule } from '../rule/rule.js';
import { text } from '../text.js';
import { givenDay } from '../time/instant.js';
import type { CampaignEvent } from './act.js';
import type { CampaignFile, CampaignId } from './file.js';
import { type Kin, requireKin } from './kin.js';
import { layDraft } from './lay.js';
import type { PlanTemplate } from './plan.js';
import { chosenDates } from './plan-dates.js';

export const draftPayload = z
  .strictObject({
    plan: z.string().meta({ description: 'Id of the plan template' }),
    region: regionPath,
    name: text(300).optional(),
    start: givenDay,
    end: givenDay.optional().meta({ description: 'Instead of the end the plan gives' }),
    dates: chosenDates.optional(),
    units: z
      .array(z.uuid())
      .min(1)
      .max(20_000)
      .optional()
      .meta({ description: 'Instead of every unit of the region the plan takes in' }),
    rules: z
      .array(z.uuid())
      .max(200)
      .optional()
      .meta({ description: 'Standing rules in force that the campaign carries on' }),
    parent: z
      .uuid()
      .optional()
      .meta({ description: "The superior's campaign it carries out, or the one it is a part of" }),
    predecessor: z.uuid().optional().meta({ description: 'The earlier campaign it looks back on' }),
  })
  .meta({ id: 'CampaignDraft' });

/**
 * 拟订: a coordinator lays a plan on the calendar. Nothing runs until a leader approves and it is launched. The plan that is
 * returned, with the chosen days in it, is the one to pin; so are the standing rules it carries, as they are now (R-CAMP-41).
 */
export function draftCampaign(
  id: CampaignId,
  template: PlanTemplate,
  draft: z.output<typeof draftPayload>,
  context: Context,
  kin: Kin = {},
  carried: readonly CarriedRule[] = [],
): { readonly opened: CampaignFile; readonly event: CampaignEvent; readonly plan: PlanTemplate } {
  const actor = requirePerson(context.actor, 'campaign.coordinate');
  if (!within(draft.region as RegionPath, actor.region)) {
    throw new Refusal(
      'invalid',
      'region.unknown',
      { zh: '辖区不存在或不在本人管辖范围', en: 'no such region in your charge' },
      { field: 'region' },
    );
  }
  requireKin(draft.region as RegionPath, kin);
  const { plan, schedule } = layDraft(template, draft, context.calendar);
  const opened: CampaignFile = {
    id,
    version: 1,
    status: 'draft',
    name: draft.name ?? plan.name.zh,
    region: draft.region as RegionPath,
    plan: `${plan.id}@${plan.version}`,
    law: `${context.law.id}@${context.law.version}`,
    start: schedule.start,
    end: schedule.end,
    ...(schedule.nominalEnd ? { nominalEnd: schedule.nominalEnd } : {}),
    phases: schedule.phases.map((phase) => ({ ...phase, status: 'pending' })),
    draftedBy: actor.account,
    ...(carried.length > 0 ? { carried } : {}),
    ...(kin.parent ? { parent: kin.parent.id } : {}),
    ...(kin.predecessor ? { predecessor: kin.predecessor.id } : {}),
  };
  return {
    opened,
    plan,
    event: {
      kind: 'campaignDrafted',
      changes: {},
      data: { ...draft, end: schedule.end, ...(carried.length > 0 ? { carried } : {}) },
    },
  };
}
