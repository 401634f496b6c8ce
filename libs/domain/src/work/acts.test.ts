import { expect, test } from '@jest/globals';
import type { CampaignId } from '../campaign/file.js';
import type { AccountId } from '../people/actor.js';
import { context, person, refusal, refusalOf } from '../test-people.js';
import type { Day } from '../time/instant.js';
import { WORK_ACTS, type WorkActName, type WorkFile, planWork, recordWork } from './acts.js';
import { WORK_KINDS, WORK_RULES, type WorkKind } from './kinds.js';
import { confirmBriefing, reachUnits, withdrawReach } from './reach.js';
import { WORK_STATUSES, type WorkRecord } from './work.js';

const CAMPAIGN = '00000000-0000-4000-8000-0000000000ca';
const UNIT = '00000000-0000-4000-8000-000000000001';
const record = (more: Partial<WorkRecord> = {}): WorkFile => ({
  ...{ id: 'w', campaign: CAMPAIGN as CampaignId, version: 1, status: 'planned', kind: 'training', title: '条例培训' },
  ...{ plannedOn: '2023-09-11' as Day, content: { accounts: ['investigator' as AccountId], others: [] } },
  ...{ everyone: false, followUps: [], enteredBy: 'coordinator' as AccountId, dimensions: [], ...more },
});
const HELD = { heldOn: '2023-09-11', summary: '学习条例和违规案例', accounts: [], others: [], people: 40 };
const PAYLOAD: Record<WorkActName, object> = {
  moveWork: { plannedOn: '2023-09-12', reason: '会场调整' },
  holdWork: HELD,
  cancelWork: { reason: '合并开展' },
  correctWork: { ...HELD, title: '条例培训', reason: '人数有误' },
  followUpWork: { department: '基金监管科', what: '逐条核查', on: '2023-09-11' },
};
const decide = (name: WorkActName, row = record(), who = person('coordinator'), payload = PAYLOAD[name]) =>
  WORK_ACTS[name].decide(row, payload as never, context(who));

test.each(Object.keys(PAYLOAD) as WorkActName[])('%s: in its statuses and in no other, and only by who may', (name) => {
  const kind: WorkKind = name === 'followUpWork' ? 'supervision' : 'training';
  for (const status of WORK_STATUSES) {
    const row = record({ kind, status, heldOn: '2023-09-10' as Day });
    const may = WORK_ACTS[name].statuses.includes(status);
    expect([status, refusal(() => decide(name, row))]).toEqual([status, may ? undefined : 'work.status']);
  }
  expect(refusal(() => decide(name, record({ kind }), person('auditor')))).toBe('permission.missing');
});

/** Everything any kind can say. */
const EVERYTHING = {
  ...{ place: '甲县会堂', others: [{ employer: '甲县公安局', name: '虚构甲' }], accounts: [] },
  ...{ channel: 'meeting', authority: '省评估组', units: [UNIT], checked: '台账', found: '两处不实' },
  ...{ verdicts: [{ dimension: '责任', verdict: 'passed', words: '落实' }], people: 1, leads: 2, cases: 3, copies: 4 },
  ...{ hotline: '000-00000', link: 'https://example.test/a', draw: UNIT, visits: [UNIT], typicalCase: UNIT },
};
const SHARED = ['place', 'others', 'accounts'];
const sayable = (kind: WorkKind, without?: string) =>
  Object.fromEntries(
    Object.entries(EVERYTHING).filter(
      ([name]) => name !== without && (SHARED.includes(name) || WORK_RULES[kind].own.includes(name as never)),
    ),
  );
const enter = (kind: WorkKind, told: object, who = person('coordinator'), dimensions: string[] = []) =>
  recordWork(
    'w',
    {
      campaign: CAMPAIGN,
      kind,
      title: '一项工作',
      heldOn: '2023-09-11',
      summary: '已开展',
      accounts: [],
      others: [],
      ...told,
    },
    dimensions,
    context(who),
  );

test.each(WORK_KINDS)('%s says all that is its own and nothing else, and not without what it needs', (kind) => {
  expect(refusal(() => enter(kind, sayable(kind)))).toBeUndefined();
  for (const field of Object.keys(EVERYTHING).filter((name) => !SHARED.includes(name))) {
    const told = { ...sayable(kind), [field]: EVERYTHING[field as never] };
    const own = WORK_RULES[kind].own.includes(field as never);
    const code = refusal(() => enter(kind, told));
    expect([field, code]).toEqual([field, own ? undefined : 'work.field-not-of-kind']);
  }
  for (const field of WORK_RULES[kind].required) {
    expect(refusalOf(() => enter(kind, sayable(kind, field)))).toMatchObject({
      code: 'work.field-missing',
      details: { field },
    });
  }
});

test('joint work is held with another authority (R-ORG-16); a published outcome names its draw or its visits (R-PUB-06)', () => {
  const joint = WORK_KINDS.filter((kind) => WORK_RULES[kind].group === 'cooperation');
  expect(joint).toHaveLength(5);
  for (const kind of joint)
    expect(refusalOf(() => enter(kind, { ...sayable(kind), others: [] }))).toMatchObject({
      details: { field: 'others' },
    });
  const outcome = { place: '官网', channel: 'website' };
  expect(refusalOf(() => enter('resultPublication', outcome))).toMatchObject({ details: { field: 'draw' } });
  expect(refusal(() => enter('resultPublication', { ...outcome, visits: [UNIT] }))).toBeUndefined();
});

test('an acceptance judges each dimension of the plan once and no other (R-CAMP-30)', () => {
  const plan = ['履行责任', '依法使用'];
  const judge = (...dimensions: string[]) => ({
    authority: '省级评估组',
    verdicts: dimensions.map((dimension) => ({ dimension, verdict: 'passed', words: '已落实' })),
  });
  const code = (...dimensions: string[]) =>
    refusal(() => enter('acceptance', judge(...dimensions), person('coordinator'), plan));
  expect(code(...plan)).toBeUndefined();
  expect(code('履行责任')).toBe('work.dimensions');
  expect(code('履行责任', '依法使用', '依法使用')).toBe('work.dimensions');
  expect(code('履行责任', '依法使用', '另一方面')).toBe('work.dimensions');
  expect(refusal(() => enter('acceptance', judge('自定方面')))).toBeUndefined();
});

test('units are told by meeting, training, visit or notice, and not on the radio', () => {
  expect(refusal(() => enter('briefing', { channel: 'notice' }))).toBeUndefined();
  expect(refusal(() => enter('briefing', { channel: 'radio' }))).toBe('work.briefing-channel');
  expect(enter('briefing', { channel: 'notice' }).record.everyone).toBe(true);
  const named = enter('briefing', { channel: 'notice', units: [UNIT] });
  expect([named.record.everyone, 'units' in named.record.content]).toEqual([false, false]);
});

test('what is planned lies ahead, what was held does not', () => {
  const plan = (plannedOn: string) =>
    planWork(
      'w',
      { campaign: CAMPAIGN, kind: 'publicity', title: '宣传月', plannedOn, accounts: [], others: [] },
      context(person('coordinator')),
    );
  expect(refusal(() => plan('2023-09-11'))).toBeUndefined();
  expect(refusal(() => plan('2023-09-10'))).toBe('date.too-early');
  expect(refusal(() => enter('training', { ...sayable('training'), heldOn: '2023-09-12' }))).toBe('date.too-late');
  expect(refusal(() => decide('holdWork', record(), person('coordinator'), { ...HELD, heldOn: '2023-09-12' }))).toBe(
    'date.too-late',
  );
});

test('what is held keeps the place and the people of its plan where nothing else is said', () => {
  const others = [{ employer: '甲县公安局' }];
  const planned = record({ content: { place: '县会堂', accounts: ['officer' as AccountId], others } });
  const { content } = decide('holdWork', planned).changes;
  expect(content).toMatchObject({ place: '县会堂', accounts: ['officer'], others, people: 40 });
  const elsewhere = { ...HELD, place: '线上', accounts: ['leader'] };
  expect(decide('holdWork', planned, person('coordinator'), elsewhere).changes.content).toMatchObject({
    ...{ place: '线上', accounts: ['leader'], others },
  });
});

test('an inspector takes part in what they enter, and writes of nothing they did not take part in', () => {
  const { content } = enter('training', sayable('training'), person('investigator')).record;
  expect(content.accounts).toEqual(['investigator']);
  expect(refusal(() => decide('holdWork', record(), person('investigator')))).toBeUndefined();
  expect(refusal(() => decide('holdWork', record(), person('investigator', 'another')))).toBe('work.not-yours');
  const held = record({ status: 'held', heldOn: '2023-09-11' as Day });
  expect(decide('correctWork', held, person('investigator')).changes.content?.accounts).toEqual(['investigator']);
  expect(refusal(() => decide('correctWork', held, person('investigator', 'another')))).toBe('work.not-yours');
});

test('a correction keeps on the record what stood there before, with why; one that changes nothing is none', () => {
  const held = record({ status: 'held', heldOn: '2023-09-11' as Day });
  const first = decide('correctWork', held);
  expect(first.data).toMatchObject({
    reason: '人数有误',
    before: {},
    after: { people: 40, summary: '学习条例和违规案例' },
  });
  const { content = held.content } = first.changes;
  const again = { ...held, content };
  expect(refusal(() => decide('correctWork', again))).toBe('work.nothing-changed');
  const { data } = decide('correctWork', again, person('coordinator'), { ...PAYLOAD.correctWork, people: 41 });
  expect([data['before'], data['after']]).toEqual([{ people: 40 }, { people: 41 }]);
});

test('a supervision and an acceptance are followed up, a training is not', () => {
  const held = (kind: WorkKind) => record({ kind, status: 'held', heldOn: '2023-09-10' as Day });
  expect(decide('followUpWork', held('supervision')).changes.followUps).toHaveLength(1);
  expect(refusal(() => decide('followUpWork', held('acceptance')))).toBeUndefined();
  expect(refusal(() => decide('followUpWork', held('training')))).toBe('work.no-follow-up');
});

test('a briefing that was held reaches units, not before it began; a unit confirms what reached it, once (R-PUB-03)', () => {
  const briefing = record({ kind: 'briefing', status: 'held', heldOn: '2023-09-10' as Day });
  const reach = (row: WorkRecord, reachedOn = '2023-09-11', who = person('investigator')) =>
    refusal(() => reachUnits(row, { units: [UNIT], reachedOn, channel: 'visit' }, context(who)));
  expect(reach(briefing)).toBeUndefined();
  expect(reach(briefing, '2023-09-09')).toBe('date.too-early');
  expect(reach(briefing, '2023-09-12')).toBe('date.too-late');
  expect(reach(record({ kind: 'briefing' }))).toBe('work.no-briefing');
  expect(reach(record({ status: 'held', heldOn: '2023-09-10' as Day }))).toBe('work.no-briefing');
  expect(reach(briefing, '2023-09-11', person('unitContact'))).toBe('permission.missing');
  expect(
    refusal(() => withdrawReach(briefing, { units: [UNIT], reason: '误登' }, context(person('unitContact')))),
  ).toBe('permission.missing');
  const confirm = (stands: Parameters<typeof confirmBriefing>[1], who = person('unitContact')) =>
    refusal(() => confirmBriefing(briefing, stands, context(who)));
  expect(confirm({ reachedOn: '2023-09-11', confirmedAt: null })).toBeUndefined();
  expect(confirm({ reachedOn: null, confirmedAt: null })).toBe('work.not-reached');
  expect(confirm(undefined)).toBe('work.not-reached');
  expect(confirm({ reachedOn: '2023-09-11', confirmedAt: new Date() })).toBe('work.confirmed');
  expect(confirm({ reachedOn: '2023-09-11', confirmedAt: null }, person('coordinator'))).toBe('permission.missing');
});
