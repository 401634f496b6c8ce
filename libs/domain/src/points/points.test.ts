import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type BlockDetails, BLOCK_ACTS, blocksOn, proposeBlock, requireOneSubject } from '../block/block.js';
import { HOSPITAL, REGION, context, person, refusal, refusalOf } from '../test-people.js';
import type { Day } from '../time/instant.js';
import { PRACTITIONER_ACTS, type PointsOutcome, listPractitioner, mayReadPractitioner } from './acts.js';
import { deductionNotice } from './notice.js';
import { type PointsPack, bandOf, pointsPack, pointsRulesOf } from './pack.js';
import { type Deduction, type Practitioner, consequenceDue, pointsIn } from './practitioner.js';

const certain = { certainty: 'R-part', source: '细则' };
const named = (zh: string) => ({ name: { zh, en: zh }, ...certain });
const given = {
  ...{
    id: 'city',
    version: 1,
    region: '/990000/',
    effectiveFrom: '2023-01-01',
    roles: ['physician'],
    ...named('记分细则'),
  },
  bands: [
    { id: 'light', from: 1, to: 3, ...named('轻') },
    { id: 'middling', from: 4, to: 6, ...named('较重') },
    { id: 'grave', from: 7, to: 9, ...named('严重') },
    { id: 'gravest', from: 10, to: 12, ...named('特别严重') },
  ],
  consequences: [
    { id: 'suspension', kind: 'suspension', atLeast: 9, months: { min: 1, max: 6 }, ...named('满九分') },
    { id: 'termination', kind: 'termination', atLeast: 12, months: { min: 12, max: 12 }, ...named('满十二分') },
    { id: 'at-once', kind: 'termination', single: 12, months: { min: 36, max: 36 }, ...named('一次十二分') },
  ],
};
const rules: PointsPack = pointsPack.parse(given);

const OTHER = '00000000-0000-4000-8000-000000000002';
const coordinator = person('coordinator', 'c1');
const leader = person('leader', 'l1');
const contact = person('unitContact', 'u1');
const listed = listPractitioner(
  'p1',
  { name: '赵某', role: 'physician', units: [HOSPITAL, OTHER] },
  { region: REGION, maskedId: undefined },
  context(coordinator),
).after;

const id = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
let commands = 0;
function act(
  held: Practitioner,
  name: keyof typeof PRACTITIONER_ACTS,
  payload: object,
  by = coordinator,
): PointsOutcome {
  commands += 1;
  const does = PRACTITIONER_ACTS[name];
  return does.decide({ ...held, rules }, payload as never, context(by, '2023-09-11 10:00', { command: id(commands) }));
}
const deduct = (held: Practitioner, points: number, more: object = {}) =>
  act(held, 'deductPoints', { unit: HOSPITAL, points, on: '2023-09-11', reason: '超量开药', ...more }).after;
const last = ({ deductions }: Practitioner) => deductions.at(-1) as Deduction;

test('points of a natural year add up over all institutions, and begin anew with the next', () => {
  const both = deduct(deduct(deduct(listed, 4), 3, { unit: OTHER }), 5, { on: '2022-12-31' });
  expect([pointsIn(both, '2023'), pointsIn(both, '2022'), pointsIn(both, '2024')]).toEqual([7, 5, 0]);
  expect(both.deductions).toHaveLength(3);
});

test.each<[string, readonly number[], string | undefined]>([
  ['eight points', [4, 4], undefined],
  ['nine points', [4, 5], 'suspension'],
  ['eleven points', [6, 5], 'suspension'],
  ['twelve points', [6, 6], 'termination'],
  ['twelve points at one time', [12], 'at-once'],
  ['more than twelve, twelve of them at one time', [3, 12], 'at-once'],
])('%s lead to %s', (_what, points, expected) => {
  const held = points.reduce((before, each) => deduct(before, each), listed);
  expect(consequenceDue(held, rules, '2023')?.id).toBe(expected);
});

test('nobody is suspended twice for the same points, and more of them may still end the qualification', () => {
  const nine = deduct(deduct(listed, 4), 5);
  expect(consequenceDue(nine, rules, '2023', ['city@1/suspension'])).toBeUndefined();
  expect(consequenceDue(deduct(nine, 3), rules, '2023', ['city@1/suspension'])?.id).toBe('termination');
});

test('whatever is withdrawn counts no more, and what is due follows from what still counts', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.boolean()), { maxLength: 8 }), (all) => {
      const deductions = all.map(([points, isWithdrawn]) => ({
        ...last(deduct(listed, points)),
        status: isWithdrawn ? ('withdrawn' as const) : ('standing' as const),
      }));
      const standing = all.filter(([, isWithdrawn]) => !isWithdrawn).map(([points]) => points);
      const total = standing.reduce((sum, each) => sum + each, 0);
      expect(pointsIn({ deductions }, '2023')).toBe(total);
      expect(consequenceDue({ deductions }, rules, '2023') === undefined).toBe(total < 9);
    }),
  );
});

test('only who enters points does so, at an institution they work for, and not for a day to come', () => {
  const payload = { unit: HOSPITAL, points: 3, on: '2023-09-11', reason: '超量开药' };
  for (const role of ['leader', 'auditor', 'unitContact', 'agencyAuditor', 'administrator'] as const)
    expect(refusal(() => act(listed, 'deductPoints', payload, person(role)))).toBe('permission.missing');
  expect(refusal(() => act(listed, 'deductPoints', { ...payload, unit: id(77) }))).toBe('points.not-their-unit');
  expect(refusal(() => act(listed, 'deductPoints', { ...payload, on: '2023-09-12' }))).toBe('date.in-future');
  const none = () =>
    PRACTITIONER_ACTS.deductPoints.decide({ ...listed, rules: undefined }, payload, context(coordinator));
  expect(refusal(none)).toBe('points.no-rules');
});

test('the institution objects once, and somebody else than who entered it decides', () => {
  const held = deduct(listed, 6);
  const { id: deduction } = last(held);
  const objection = { deduction, grounds: '病历可证明必要' };
  expect(refusal(() => act(held, 'objectDeduction', objection, { ...contact, unit: OTHER as never }))).toBe(
    'deduction.not-found',
  );
  const objected = act(held, 'objectDeduction', objection, contact).after;
  expect(last(objected)).toMatchObject({ status: 'objected', objection: { by: 'u1', grounds: '病历可证明必要' } });
  expect(pointsIn(objected, '2023')).toBe(6); // it counts until it is decided
  expect(refusal(() => act(objected, 'objectDeduction', objection, contact))).toBe('points.deduction-status');
  const decision = { deduction, outcome: 'withdrawn', reason: '证据不足' };
  expect(refusal(() => act(objected, 'decideObjection', decision))).toBe('permission.missing');
  const both = { ...leader, account: coordinator.account };
  expect(refusal(() => act(objected, 'decideObjection', decision, both))).toBe('permission.four-eyes');
  const withdrawn = act(objected, 'decideObjection', decision, leader).after;
  expect([last(withdrawn).status, pointsIn(withdrawn, '2023')]).toEqual(['withdrawn', 0]);
  const upheld = act(objected, 'decideObjection', { ...decision, outcome: 'upheld' }, leader).after;
  expect([last(upheld).status, pointsIn(upheld, '2023')]).toEqual(['upheld', 6]);
});

test('a correction keeps what it was before; nought points withdraw it', () => {
  const held = deduct(listed, 6);
  const { id: deduction } = last(held);
  const corrected = act(held, 'correctDeduction', { deduction, points: 4, reason: '笔误' }, leader).after;
  expect(last(corrected)).toMatchObject({ points: 4, corrections: [{ from: 6, reason: '笔误', by: 'l1' }] });
  expect(refusal(() => act(corrected, 'correctDeduction', { deduction, points: 4, reason: '同' }, leader))).toBe(
    'points.unchanged',
  );
  const gone = act(corrected, 'correctDeduction', { deduction, points: 0, reason: '误记他人' }, leader).after;
  expect([last(gone).status, pointsIn(gone, '2023')]).toEqual(['withdrawn', 0]);
  expect(refusal(() => act(gone, 'correctDeduction', { deduction, points: 3, reason: 'x' }, leader))).toBe(
    'points.deduction-status',
  );
});

test('a contact reads the people of their own institution', () => {
  expect(mayReadPractitioner(listed, contact)).toBe(true);
  expect(mayReadPractitioner({ units: [OTHER as never] }, contact)).toBe(false);
  expect(mayReadPractitioner({ units: [] }, leader)).toBe(true);
});

test('the rules of a place come before those above it, the newest first, and none before its day', () => {
  const packs = [
    { ...rules, id: 'national', region: '/' as never, effectiveFrom: '2022-01-01' },
    rules,
    { ...rules, version: 2, effectiveFrom: '2024-01-01' },
    { ...rules, id: 'elsewhere', region: '/880000/' as never },
  ];
  const on = (day: string) => pointsRulesOf(packs, REGION, day as Day);
  expect([on('2021-12-31'), on('2022-06-01')?.id, on('2023-06-01')?.version, on('2024-01-01')?.version]).toEqual([
    ...[undefined, 'national', 1, 2],
  ]);
  expect([1, 3, 4, 9, 10, 12].map((points) => bandOf(rules, points)?.id)).toEqual([
    ...['light', 'light', 'middling', 'grave', 'gravest', 'gravest'],
  ]);
});

test('bands that leave a gap or overlap, and a consequence of both kinds, are no rules', () => {
  const bands = (from: number) => given.bands.map((each) => (each.id === 'grave' ? { ...each, from } : each));
  for (const broken of [
    { ...given, bands: bands(8) },
    { ...given, bands: bands(6) },
    { ...given, consequences: [{ ...given.consequences[0], single: 12 }] },
  ])
    expect(pointsPack.safeParse(broken).success).toBe(false);
});

test('the notice says why, how many, by which rules, and how many of this year together', () => {
  const held = deduct(deduct(listed, 4), 6);
  const names = { unit: '甲县人民医院', bureau: '甲县医疗保障局', rules };
  const notice = deductionNotice(held, last(held), names);
  expect(notice).toMatchObject({
    title: '医保医师扣分告知书',
    addressee: '甲县人民医院医师 赵某：',
    date: '2023年9月11日',
  });
  expect(notice?.paragraphs.join('')).toContain(
    '决定对你记 6 分（较重），记分日期为2023年9月11日。截至目前，你在2023自然年度内累计记 10 分',
  );
  expect(deductionNotice(held, { ...last(held), status: 'withdrawn' }, names)).toBeUndefined();
});

const due = { region: REGION, name: '赵某', due: { rules, consequence: rules.consequences[0] as never } };
const asked: BlockDetails = {
  practitioner: id(1),
  kind: 'suspension',
  from: '2023-09-12',
  months: 3,
  grounds: '满九分',
};
const propose = (
  more: Partial<BlockDetails> = {},
  subject: Parameters<typeof proposeBlock>[2] = due,
  by = coordinator,
) => proposeBlock('b1', { ...asked, ...more }, subject, context(by)).after;

test('of points only what the rules say is proposed, and as long as they say', () => {
  expect(propose()).toMatchObject({
    status: 'proposed',
    until: '2023-12-12',
    basis: 'city@1/suspension',
    name: '赵某',
  });
  expect(refusal(() => propose({}, { region: REGION, name: '赵某' }))).toBe('block.not-due');
  expect(refusal(() => propose({ kind: 'termination' }))).toBe('block.not-due');
  expect(refusalOf(() => propose({ months: 7 }))?.details.field).toBe('months');
  expect(refusal(() => propose({ from: '2023-09-10' }))).toBe('date.in-past');
  expect(refusal(() => propose({}, due, leader))).toBe('permission.missing');
});

test('a unit’s suspension names its basis; unit and person are never one', () => {
  const unit = { practitioner: undefined, unit: HOSPITAL };
  const subject = { region: REGION, name: '甲县人民医院' };
  expect(refusal(() => propose(unit, subject))).toBe('block.basis');
  expect(propose({ ...unit, basis: '协议第三十条' }, subject)).toMatchObject({ unit: HOSPITAL, basis: '协议第三十条' });
  expect(refusal(() => requireOneSubject({ ...asked, unit: HOSPITAL }))).toBe('block.subject');
  expect(refusal(() => requireOneSubject({ ...asked, practitioner: undefined }))).toBe('block.subject');
});

test('it blocks from its day on until a decision restores them, not until its term is over', () => {
  const decide = (name: keyof typeof BLOCK_ACTS, block: ReturnType<typeof propose>, payload: object, by = leader) =>
    BLOCK_ACTS[name].decide(block, payload as never, context(by, '2023-09-11 10:00')).after;
  const proposed = propose();
  expect(
    refusal(() => decide('approveBlock', proposed, { decision: '1号' }, { ...leader, account: coordinator.account })),
  ).toBe('permission.four-eyes');
  const approved = decide('approveBlock', proposed, { decision: '甲医保决〔2023〕1号' });
  const on = (block: typeof approved, ...days: string[]) => days.map((day) => blocksOn(block, day as Day));
  expect(on(proposed, '2023-10-01')).toEqual([false]);
  expect(on(approved, '2023-09-11', '2023-09-12', '2023-12-12', '2024-06-01')).toEqual([false, true, true, true]);
  expect(refusal(() => decide('approveBlock', approved, { decision: '2号' }))).toBe('block.status');
  expect(refusal(() => decide('liftBlock', approved, { decision: '3号', on: '2023-09-11', reason: 'x' }))).toBe(
    'date.too-early',
  );
  const lifted = decide('liftBlock', approved, {
    decision: '甲医保决〔2023〕9号',
    on: '2023-11-01',
    reason: '整改到位',
  });
  expect(on(lifted, '2023-10-31', '2023-11-01')).toEqual([true, false]);
  const refused = decide('refuseBlock', proposed, { reason: '证据不足' });
  expect([refused.status, ...on(refused, '2023-10-01')]).toEqual(['refused', false]);
});
