import { z } from 'zod';
import type { Context } from '../act.js';
import type { CampaignId } from '../campaign/file.js';
import { type RegionPath, requireOther, requirePerson } from '../people/actor.js';
import { Refusal } from '../refusal.js';
import { type RowAct, rowAct } from '../row-act.js';
import { reason, text } from '../text.js';
import { type Day, dayOf, givenDay } from '../time/instant.js';
import { RISKS, RULE_KINDS, RULE_STATUS_NAMES, type StandingRule } from './rule.js';

/** What an act makes of a standing rule, and what the record of its campaign says of it. */
export interface RuleOutcome {
  readonly kind: string;
  readonly changes: Partial<Omit<StandingRule, 'id' | 'version' | 'region' | 'campaign' | 'draftedBy'>>;
  readonly clears?: readonly ('submittedBy' | 'risk' | 'number')[];
  readonly data: Readonly<Record<string, unknown>>;
}

const written = {
  kind: z.enum(RULE_KINDS),
  risk: z.enum(RISKS).optional().meta({ description: 'Which of the six risks it guards against' }),
  title: text(300),
  number: text(100).optional().meta({ description: '文号' }),
  text: text(50_000),
  department: text(100).meta({ description: 'Who carries it out' }),
  basis: text(2_000).meta({ description: 'The law or notice it rests on' }),
};

export const rulePayload = z
  .strictObject({
    campaign: z.uuid(),
    ...written,
    replaces: z.uuid().optional().meta({ description: 'The rule in force whose place it takes' }),
  })
  .meta({ id: 'NewStandingRule' });

/** 拟订长效制度, at the end of a campaign or after it (R-CAMP-41). */
export function draftRule(
  id: string,
  { campaign, risk, number, replaces, ...given }: z.output<typeof rulePayload>,
  region: RegionPath,
  { actor }: Context,
): { readonly rule: StandingRule; readonly outcome: RuleOutcome } {
  const person = requirePerson(actor, 'rule.write');
  const rule: StandingRule = {
    ...{ id, campaign: campaign as CampaignId, region, status: 'draft', version: 1, draftedBy: person.account },
    ...given,
    ...(risk ? { risk } : {}),
    ...(number ? { number } : {}),
    ...(replaces ? { replaces } : {}),
  };
  const { kind, title } = rule;
  return {
    rule,
    outcome: { kind: 'ruleDrafted', changes: {}, data: { kind, title, ...(replaces ? { replaces } : {}) } },
  };
}

const act = rowAct<StandingRule, RuleOutcome>(
  ({ status, version }) =>
    new Refusal(
      'conflict',
      'rule.status',
      {
        zh: `该制度${RULE_STATUS_NAMES[status].zh}，不能进行此操作`,
        en: `the rule is ${RULE_STATUS_NAMES[status].en}; this is not done then`,
      },
      { standing: { status, version } },
    ),
);

export const reviseRule = act('rule.write', ['draft'], z.strictObject(written), (_rule, { risk, number, ...data }) => ({
  kind: 'ruleRevised',
  changes: { ...data, ...(risk ? { risk } : {}), ...(number ? { number } : {}) },
  clears: [...(risk ? [] : ['risk' as const]), ...(number ? [] : ['number' as const])],
  data: { title: data.title },
}));

export const submitRule = act('rule.write', ['draft'], z.strictObject({}), (rule, _data, { actor }) => ({
  kind: 'ruleSubmitted',
  changes: { status: 'submitted', submittedBy: actor.account },
  data: { title: rule.title },
}));

/** 批准施行, by somebody else than who wrote or submitted it; its text is on the record from here on. */
export const approveRule = act(
  'rule.approve',
  ['submitted'],
  z.strictObject({ effectiveFrom: givenDay }),
  (rule, { effectiveFrom }, { actor }) => {
    requireOther(actor, rule.draftedBy);
    requireOther(actor, rule.submittedBy);
    const { title, kind, text: approved, department, basis, replaces } = rule;
    return {
      kind: 'ruleApproved',
      changes: { status: 'inForce', effectiveFrom: effectiveFrom as Day, approvedBy: actor.account },
      data: { title, kind, text: approved, department, basis, effectiveFrom, ...(replaces ? { replaces } : {}) },
    };
  },
);

export const returnRule = act('rule.approve', ['submitted'], z.strictObject({ reason }), (rule, data) => ({
  kind: 'ruleReturned',
  changes: { status: 'draft', note: data.reason },
  clears: ['submittedBy'],
  data: { title: rule.title, ...data },
}));

/** 废止. */
export const repealRule = act(
  'rule.approve',
  ['inForce'],
  z.strictObject({ on: givenDay, reason }),
  (rule, { on, reason: note }) => {
    if (rule.effectiveFrom && on < rule.effectiveFrom) throw beforeItBegan();
    return {
      kind: 'ruleRepealed',
      changes: { status: 'repealed', endedOn: on as Day, note },
      data: { title: rule.title, on, reason: note },
    };
  },
);

export const RULE_ACTS = { reviseRule, submitRule, approveRule, returnRule, repealRule } as const satisfies Record<
  string,
  RowAct<StandingRule, RuleOutcome>
>;
export type RuleActName = keyof typeof RULE_ACTS;

/** 替代: what a rule that comes into force does to the one whose place it takes; only a rule in force has one. */
export function replacedBy(old: StandingRule | undefined, by: StandingRule): StandingRule {
  if (old?.status === 'inForce' && old.region === by.region && by.effectiveFrom) {
    return { ...old, status: 'replaced', version: old.version + 1, replacedBy: by.id, endedOn: by.effectiveFrom };
  }
  throw new Refusal(
    'conflict',
    'rule.replaces-none',
    { zh: '被替代的制度不在施行中', en: 'the rule it replaces is not in force' },
    { field: 'replaces' },
  );
}

/** Whether it holds on a day, and so may be carried by a plan that is drafted on it. */
export const isStanding = ({ status, effectiveFrom }: StandingRule, now: Context['now']): boolean =>
  status === 'inForce' && effectiveFrom !== undefined && effectiveFrom <= dayOf(now);

const beforeItBegan = () =>
  new Refusal(
    'invalid',
    'date.too-early',
    { zh: '废止日期不得早于施行日期', en: 'it cannot end before it began' },
    { field: 'on' },
  );
