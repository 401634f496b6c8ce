import { describe, expect, test } from '@jest/globals';
import { PROCEDURE, act, caseBefore, investigator, openCase } from '../case/test-case.js';
import type { CaseFile } from '../case/file.js';
import type { AccountId } from '../people/actor.js';
import { REGION, context, person, refusal } from '../test-people.js';
import type { Day } from '../time/instant.js';
import { TYPICAL_ACTS, type TypicalActName, type TypicalFile, draftTypical, placesLeft, withdrawFor } from './acts.js';
import type { TypicalSource } from './source.js';
import { TYPICAL_STATUSES, type TypicalStatus } from './typical.js';

const decided = caseBefore('recordService');
const served = caseBefore('recordPayment');
const ofCase = (file: CaseFile): TypicalSource => ({ kind: 'case', file, bureau: '甲县医疗保障局' });
const PLACE = { channel: 'website', place: '县政府网站', on: '2023-09-11' };
const publication = { ...PLACE, channel: 'website', on: '2023-09-01' as Day, by: 'leader' as AccountId } as const;
const P = '00000000-0000-4000-8000-0000000000bb';
const typical = (status: TypicalStatus, more: Partial<TypicalFile> = {}): TypicalFile => ({
  ...{ id: 't', case: 'case', region: REGION, status, version: 1, mode: 'masked', title: '某诊所案', text: '已处理。' },
  ...{
    hidden: [],
    draftedBy: 'author' as AccountId,
    publications: [{ id: P, ...publication }],
    source: ofCase(served),
  },
  ...more,
});

interface Row {
  readonly by: 'coordinator' | 'leader';
  readonly payload: object;
  readonly allowed: readonly TypicalStatus[];
  readonly to: TypicalStatus | undefined;
}
const TABLE: Readonly<Record<TypicalActName, Row>> = {
  reviseTypical: {
    ...{ by: 'coordinator', payload: { mode: 'masked', title: '案', text: '文', hidden: [] } },
    ...{ allowed: ['draft'], to: undefined },
  },
  submitTypical: { by: 'coordinator', payload: {}, allowed: ['draft'], to: 'submitted' },
  approveTypical: { by: 'leader', payload: {}, allowed: ['submitted'], to: 'approved' },
  returnTypical: { by: 'leader', payload: { reason: '补充' }, allowed: ['submitted', 'approved'], to: 'draft' },
  publishTypical: { by: 'leader', payload: PLACE, allowed: ['approved', 'published'], to: 'published' },
  withdrawTypical: {
    ...{ by: 'leader', payload: { reason: '有误' } },
    ...{ allowed: ['draft', 'submitted', 'approved', 'published'], to: 'withdrawn' },
  },
  takeDownTypical: {
    ...{ by: 'coordinator', payload: { publication: P, on: '2023-09-11' } },
    ...{ allowed: ['withdrawn'], to: undefined },
  },
};
const decide = (name: TypicalActName, file: TypicalFile, by = person(TABLE[name].by), payload = TABLE[name].payload) =>
  TYPICAL_ACTS[name].decide(file, payload as never, context(by));

describe.each(Object.keys(TABLE) as TypicalActName[])('%s', (name) => {
  const { allowed, to } = TABLE[name];
  test.each(TYPICAL_STATUSES.map((status) => [status, allowed.includes(status)] as const))(
    'while it is %s: %s',
    (status, may) => {
      if (may) expect(decide(name, typical(status)).changes.status).toBe(to);
      else expect(refusal(() => decide(name, typical(status)))).toBe('publicity.status');
    },
  );
  test('is refused to who lacks the permission', () => {
    expect(refusal(() => decide(name, typical(allowed[0] as TypicalStatus), person('auditor')))).toBe(
      'permission.missing',
    );
  });
});

test.each(['draftedBy', 'submittedBy'] as const)('nobody approves what is theirs by %s', (part) => {
  const own = typical('submitted', { [part]: 'leader' as AccountId });
  expect(refusal(() => decide('approveTypical', own))).toBe('permission.four-eyes');
});

test('what became identifying since it was submitted is not approved', () => {
  const text = '甲县第一诊所虚构病情。';
  expect(refusal(() => decide('approveTypical', typical('submitted', { text })))).toBe('publicity.not-anonymous');
});

const given = { mode: 'masked' as const, hidden: [] };
test.each([
  ['the coordinator, of a decided case', person('coordinator'), decided, 'masked', undefined],
  ['its handler', investigator, decided, 'masked', undefined],
  ['an investigator of other cases', person('investigator', 'other'), decided, 'masked', 'case.not-handler'],
  ['a leader', person('leader'), decided, 'masked', 'permission.missing'],
  [
    'the coordinator, of a case that was not decided',
    person('coordinator'),
    openCase(),
    'masked',
    'publicity.not-decided',
  ],
  ['naming before the decision was served', person('coordinator'), decided, 'named', 'publicity.naming'],
  ['naming after it was served', person('coordinator'), served, 'named', undefined],
] as const)('who drafts: %s', (_who, by, file, mode, refused) => {
  expect(refusal(() => draftTypical('t', { ...given, mode }, ofCase(file), REGION, context(by)))).toBe(refused);
});

test('a person is never named, whatever stage their case has reached', () => {
  const one: CaseFile = { ...served, subject: { kind: 'individual', name: '赵小六' } };
  const draft = (mode: 'masked' | 'named') =>
    draftTypical('t', { ...given, mode }, ofCase(one), REGION, context(person('coordinator'))).typical;
  expect(refusal(() => draft('named'))).toBe('publicity.naming');
  expect([draft('masked').title, draft('masked').text].join()).not.toContain('赵小六');
});

test('the case whole procedure proposes a text that passes its own check at each stage after the decision', () => {
  let file = openCase();
  for (const [, name, payload, by, now] of PROCEDURE) {
    file = act(file, name, payload, by, now);
    if (!file.decision) continue;
    const { typical: drafted } = draftTypical('t', given, ofCase(file), REGION, context(person('coordinator')));
    expect(refusal(() => decide('submitTypical', { ...drafted, source: ofCase(file) }))).toBeUndefined();
  }
});

test('行政处罚法 48, 85: a changed decision withdraws it, to be taken down within three working days', () => {
  const { calendar, now } = context(person('leader'), '2023-09-28 10:00');
  const outcome = withdrawFor(typical('published'), 'caseReopened', now, calendar);
  // 29 September to 6 October are holidays, the 7th and the 8th are worked instead.
  expect(outcome?.data).toMatchObject({ takeDownBy: '2023-10-09', cause: 'caseReopened' });
  expect(outcome?.data['places']).toEqual(['网站·县政府网站（2023-09-01）']);
  expect(withdrawFor(typical('withdrawn'), 'caseReopened', now, calendar)).toBeUndefined();
  expect(placesLeft({ publications: [{ id: P, ...publication, takenDownOn: '2023-09-11' as Day }] })).toEqual([]);
});
