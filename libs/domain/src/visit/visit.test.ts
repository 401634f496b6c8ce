import { describe, expect, test } from '@jest/globals';
import { REGION, HOSPITAL, context, person, refusal } from '../test-people.js';
import type { CampaignId } from '../campaign/file.js';
import type { AccountId, RegionPath, UnitId } from '../people/actor.js';
import { calendar } from '../test-rules.js';
import { type Day, type Instant, instant } from '../time/instant.js';
import { VISIT_ACTS, type VisitActName } from './acts.js';
import { type Checklist, checklist, checklistFor, pinned } from './checklist.js';
import { type Entry, type EntryContent, answers, recordEntry } from './entry.js';
import { layVisits, sealOf } from './plan.js';
import { VISIT_STATUSES, type VisitFile, type VisitStatus, maySee } from './visit.js';

const LIST: Checklist = checklist.parse({
  ...{
    id: 'clinic',
    version: 1,
    name: { zh: '诊所', en: 'Clinics' },
    for: { kinds: ['institution'] },
    certainty: 'own',
  },
  ...{ source: '测试', record: { title: '笔录', rights: ['权利'], closing: '完' }, questions: [{ zh: '问', en: 'q' }] },
  groups: [{ id: 'all', name: { zh: '全部', en: 'All' } }],
  lines: [
    { id: 'log', group: 'all', ask: { zh: '日志', en: 'Log' }, basis: '规定' },
    { id: 'beds', group: 'all', ask: { zh: '床位', en: 'Beds' }, basis: '规定', types: ['hospital'] },
  ],
});
const MINE = 'investigator' as AccountId;
const OTHER = 'officer' as AccountId;
const at = '2023-09-11T01:00:00.000Z' as Instant;
const entry = (content: EntryContent, id = 'e'): Entry => ({ id, content, by: MINE, at });
const answered = entry({ kind: 'answer', line: 'log', result: 'conforms' });
const signed = (as: 'inspector' | 'unit' | 'witness', more: object = {}) =>
  entry({ kind: 'signature', as, name: as, sha256: 'f', ...more });
const SIGNED = [signed('inspector', { account: MINE }), signed('inspector', { account: OTHER }), signed('unit')];
const pledges = [MINE, OTHER].map((account) => ({ account, conflict: false, at }));

const visit = (status: VisitStatus, more: Partial<VisitFile> = {}): VisitFile => ({
  ...{ id: 'v', campaign: 'c' as CampaignId, unit: HOSPITAL, region: REGION, version: 1, status, kind: 'first' },
  ...{ methods: [], chosen: 'coverage', day: '2023-09-11' as Day, team: [MINE, OTHER], departments: [], salt: 's' },
  ...{ checklist: pinned(LIST, { kind: 'institution', type: 'clinic' }), pledges, addenda: [], thirdParties: [] },
  ...{ entries: [answered, ...SIGNED], ...more },
});

interface Row {
  readonly by: 'coordinator' | 'investigator';
  readonly payload: object;
  readonly allowed: readonly VisitStatus[];
  readonly to: VisitStatus | undefined;
}
const TABLE: Readonly<Record<VisitActName, Row>> = {
  rescheduleVisit: {
    ...{ by: 'coordinator', payload: { day: '2023-09-12', reason: '雨' } },
    ...{ allowed: ['planned', 'noticed'], to: undefined },
  },
  giveNotice: { by: 'coordinator', payload: {}, allowed: ['planned'], to: 'noticed' },
  pledgeDiscipline: {
    ...{ by: 'investigator', payload: { discipline: true, conflict: false } },
    ...{ allowed: ['planned', 'noticed'], to: undefined },
  },
  arriveAtVisit: { by: 'investigator', payload: {}, allowed: ['planned', 'noticed'], to: 'arrived' },
  finishVisit: { by: 'investigator', payload: { report: '报告' }, allowed: ['arrived'], to: 'finished' },
  amendVisit: {
    ...{ by: 'investigator', payload: { text: '补充', reason: '笔误' } },
    ...{ allowed: ['finished'], to: undefined },
  },
  recordThirdParty: {
    ...{ by: 'investigator', payload: { member: 'm', part: '病历抽审', result: '未见异常' } },
    ...{ allowed: ['arrived', 'finished'], to: undefined },
  },
  cancelVisit: { by: 'coordinator', payload: { reason: '停业' }, allowed: ['planned', 'noticed'], to: 'cancelled' },
};
const decide = (name: VisitActName, file: VisitFile, who = person(TABLE[name].by), payload = TABLE[name].payload) =>
  VISIT_ACTS[name].decide(file, payload as never, context(who));
const suited = (name: VisitActName, status: VisitStatus) =>
  visit(status, name === 'giveNotice' ? { noticeOn: '2023-09-10' as Day } : {});

describe.each(Object.keys(TABLE) as VisitActName[])('%s', (name) => {
  const { allowed, to, by } = TABLE[name];
  test.each(VISIT_STATUSES.filter((status) => allowed.includes(status)))('is done while it is %s', (status) => {
    expect(decide(name, suited(name, status)).changes.status).toBe(to);
  });
  test.each(VISIT_STATUSES.filter((status) => !allowed.includes(status)))('is refused while it is %s', (status) => {
    expect(refusal(() => decide(name, suited(name, status)))).toBe('visit.status');
  });
  test('is refused to who lacks the permission, and a team’s act to who is not of it', () => {
    const file = suited(name, allowed[0] as VisitStatus);
    expect(refusal(() => decide(name, file, person('auditor')))).toBe('permission.missing');
    if (by === 'investigator')
      expect(refusal(() => decide(name, file, person('investigator', 'another')))).toBe('visit.not-your-team');
  });
});

test.each<[string, Partial<VisitFile>, string | undefined]>([
  ['both signed, and the unit', {}, undefined],
  ['one inspector', { entries: [answered, ...SIGNED.slice(1)] }, 'visit.unsigned'],
  [
    'the unit refused without a witness',
    { entries: [answered, ...SIGNED.slice(0, 2), signed('unit', { refusal: '不签' })] },
    'visit.unsigned',
  ],
  [
    'it refused, and a witness saw',
    { entries: [answered, ...SIGNED.slice(0, 2), signed('unit', { refusal: '不签' }), signed('witness')] },
    undefined,
  ],
  ['something was recorded after they signed', { entries: [...SIGNED, answered] }, 'visit.unsigned'],
  ['a line was not asked', { entries: SIGNED }, 'visit.unanswered'],
])('a record is finished when every line is asked and the last word signed: %s', (_what, more, refused) => {
  expect(refusal(() => decide('finishVisit', visit('arrived', more)))).toBe(refused);
});

test.each<[string, Partial<VisitFile>, object, string | undefined]>([
  ['announced and not told', { noticeOn: '2023-09-11' as Day }, {}, 'visit.notice-first'],
  ['planned for tomorrow', { day: '2023-09-12' as Day }, {}, 'visit.not-yet'],
  ['alone', { pledges: pledges.slice(0, 1) }, {}, 'visit.pledges-first'],
  [
    'by who has a conflict',
    { pledges: [{ account: MINE, conflict: true, at }, ...pledges.slice(1)] },
    {},
    'visit.pledges-first',
  ],
  ['by a phone whose clock runs ahead', {}, { arrivedAt: '2023-09-12T00:00:00Z' }, undefined],
])('arriving %s', (_what, more, payload, refused) => {
  expect(refusal(() => decide('arriveAtVisit', visit('planned', more), person('investigator'), payload))).toBe(refused);
});

test('a phone’s clock that runs ahead does not record the future', () => {
  const { changes } = decide('arriveAtVisit', visit('planned'), person('investigator'), {
    arrivedAt: '2030-01-01T00:00:00Z',
  });
  expect([changes.arrivedAt, changes.noticedAt]).toEqual(['2023-09-11T02:00:00.000Z', '2023-09-11T02:00:00.000Z']);
});

test.each<[string, Parameters<typeof maySee>[2], RegionPath, boolean, boolean]>([
  ['its team', person('investigator'), REGION, true, true],
  ['an inspector who is not of it', person('investigator', 'another'), REGION, false, true],
  ['who plans', person('coordinator'), REGION, true, true],
  ['who audits', person('auditor'), REGION, true, true],
  ['a county’s coordinator, of what the city planned', person('coordinator'), '/990000/' as RegionPath, false, true],
  ['the unit', person('unitContact'), REGION, false, true],
  [
    'an auditor of an agency, which is a unit too',
    { ...person('agencyAuditor'), unit: 'x' as UnitId },
    REGION,
    false,
    true,
  ],
  ['another unit', { ...person('unitContact'), unit: 'x' as UnitId }, REGION, false, false],
  ['another county', { ...person('coordinator'), region: '/990000/990002/' as RegionPath }, REGION, false, false],
])('who knows of a visit before its notice, and after: %s', (_who, somebody, campaign, before, after) => {
  expect(maySee(visit('planned'), campaign, somebody)).toBe(before);
  expect(maySee(visit('noticed', { noticedAt: at }), campaign, somebody)).toBe(after);
});

test('moving a visit keeps how long before it the unit is told, and drops the pledges of who left', () => {
  const file = visit('planned', { noticeOn: '2023-09-08' as Day });
  const { changes, data } = decide('rescheduleVisit', file, undefined, {
    ...{ day: '2023-09-20', team: [MINE, 'third'], reason: '回避' },
  });
  expect(changes).toMatchObject({ noticeOn: '2023-09-17', pledges: [{ account: MINE }] });
  expect(data).toEqual({ seal: sealOf({ ...file, ...changes }), reason: '回避' });
});

test('the answer that stands is the last; a second phone does not overwrite what it has not seen', () => {
  const file = visit('arrived', { entries: [answered] });
  const record = (base?: string) =>
    recordEntry(
      file,
      { kind: 'answer', line: 'log', result: 'problem', ...(base ? { base } : {}) },
      new Set(),
      context(person('investigator')),
    );
  expect(refusal(() => record())).toBe('visit.answered-meanwhile');
  expect(answers([answered, record('e')]).get('log')?.content.result).toBe('problem');
});

test('nobody was heard on a day to come', () => {
  const heard = (heldAt: string) =>
    recordEntry(
      visit('arrived'),
      {
        ...{ kind: 'inquiry', person: '李某', position: '收费员', heldAt, rightsTold: true },
        questions: [{ q: '何时收取？', a: '住院期间' }],
      },
      new Set(),
      context(person('investigator')),
    );
  const { now } = context(person('investigator'));
  expect(heard(now).content.kind).toBe('inquiry');
  expect(refusal(() => heard(instant(Date.parse(now) + 86_400_000)))).toBe('date.in-future');
});

test('a checklist that names the unit’s type comes before one for its kind; a line of other types is not asked', () => {
  const own = { ...LIST, id: 'own', for: { kinds: ['institution'], types: ['clinic'] } };
  expect(checklistFor([LIST, own], { kind: 'institution', type: 'clinic' })?.id).toBe('own');
  expect(checklistFor([LIST, own], { kind: 'institution', type: 'hospital' })?.id).toBe('clinic');
  expect(checklistFor([LIST, own], { kind: 'pharmacy', type: 'pharmacy' })).toBeUndefined();
  expect(pinned(LIST, { kind: 'institution', type: 'hospital' }).lines).toHaveLength(2);
});

test('each team goes from area to area, so many on a working day', () => {
  const drawn = ['d', 'c', 'b', 'a'].map((id, index) => ({ id, stratum: 's', team: index === 3 ? 2 : 1 }));
  const teams = [1, 2].map((number) => ({ number, inspectors: [`i${number}`, `j${number}`], experts: [] }));
  const areaOf = (unit: string) => (unit === 'd' ? 'east' : 'west');
  const start = '2023-09-28' as Day; // two holidays follow, and then the National Day
  const laid = layVisits({ strata: [], drawn, teams }, { start, perDay: 2 }, areaOf, calendar);
  expect(laid.map(({ unit, day, team }) => [unit, day, team[0]])).toEqual([
    ['d', '2023-09-28', 'i1'],
    ['b', '2023-09-28', 'i1'],
    ['c', '2023-10-07', 'i1'],
    ['a', '2023-09-28', 'i2'],
  ]);
});

test.each([
  ['a line twice', { lines: [LIST.lines[0], LIST.lines[0]] }, 'the id log is used twice'],
  ['an unknown group', { groups: [{ id: 'none', name: { zh: '无', en: 'n' } }] }, 'no group all'],
])('a checklist with %s is refused', (_what, more, reason) => {
  expect(JSON.stringify(checklist.safeParse({ ...LIST, ...more }).error?.issues)).toContain(reason);
});
