import { describe, expect, test } from '@jest/globals';
import type { CampaignId } from '../campaign/file.js';
import type { AccountId } from '../people/actor.js';
import { REGION, context, person, refusal } from '../test-people.js';
import type { Day } from '../time/instant.js';
import { RULE_ACTS, type RuleActName, isStanding, replacedBy } from './acts.js';
import { RULE_STATUSES, type RuleStatus, type StandingRule } from './rule.js';

const WRITTEN = { kind: 'mechanism', title: '移送机制', text: '……', department: '基金监管科', basis: '条例' } as const;
const rule = (status: RuleStatus, more: Partial<StandingRule> = {}): StandingRule => ({
  ...{ id: 'r', campaign: 'c' as CampaignId, region: REGION, status, version: 1, ...WRITTEN },
  ...{ draftedBy: 'author' as AccountId, effectiveFrom: '2023-09-01' as Day, ...more },
});

const TABLE: Readonly<
  Record<RuleActName, { by: 'coordinator' | 'leader'; payload: object; from: RuleStatus; to: RuleStatus | undefined }>
> = {
  reviseRule: { by: 'coordinator', payload: WRITTEN, from: 'draft', to: undefined },
  submitRule: { by: 'coordinator', payload: {}, from: 'draft', to: 'submitted' },
  approveRule: { by: 'leader', payload: { effectiveFrom: '2023-10-01' }, from: 'submitted', to: 'inForce' },
  returnRule: { by: 'leader', payload: { reason: '补充依据' }, from: 'submitted', to: 'draft' },
  repealRule: { by: 'leader', payload: { on: '2023-10-01', reason: '已有新规' }, from: 'inForce', to: 'repealed' },
};
const decide = (name: RuleActName, file: StandingRule, by = person(TABLE[name].by), payload = TABLE[name].payload) =>
  RULE_ACTS[name].decide(file, payload as never, context(by));

describe.each(Object.keys(TABLE) as RuleActName[])('%s', (name) => {
  const { from, to } = TABLE[name];
  test.each(RULE_STATUSES)('while it is %s', (status) => {
    if (status === from) expect(decide(name, rule(status)).changes.status).toBe(to);
    else expect(refusal(() => decide(name, rule(status)))).toBe('rule.status');
  });
  test('is refused to who lacks the permission', () => {
    expect(refusal(() => decide(name, rule(from), person('investigator')))).toBe('permission.missing');
  });
});

test.each(['draftedBy', 'submittedBy'] as const)('nobody approves what is theirs by %s', (part) => {
  expect(refusal(() => decide('approveRule', rule('submitted', { [part]: 'leader' as AccountId })))).toBe(
    'permission.four-eyes',
  );
});

test('a rule does not end before it began', () => {
  const payload = { on: '2023-08-31', reason: '有误' };
  expect(refusal(() => decide('repealRule', rule('inForce'), person('leader'), payload))).toBe('date.too-early');
});

test('what replaces a rule ends it on its own first day; only a rule in force of the same region is replaced', () => {
  const by = rule('inForce', { id: 'new', effectiveFrom: '2023-10-01' as Day });
  expect(replacedBy(rule('inForce'), by)).toMatchObject({
    status: 'replaced',
    replacedBy: 'new',
    endedOn: '2023-10-01',
  });
  for (const old of [undefined, rule('repealed'), rule('inForce', { region: '/990000/' as never })])
    expect(refusal(() => replacedBy(old, by))).toBe('rule.replaces-none');
});

test.each([
  ['inForce', '2023-09-11', true],
  ['inForce', '2023-09-12', false],
  ['submitted', '2023-09-11', false],
  ['repealed', '2023-09-11', false],
] as const)('one that is %s from %s is carried by a plan drafted on 11 September: %s', (status, from, stands) => {
  const { now } = context(person('coordinator'));
  expect(isStanding(rule(status, { effectiveFrom: from as Day }), now)).toBe(stands);
});
