import { describe, expect, test } from '@jest/globals';
import { fen } from '../money.js';
import { HOSPITAL, REGION, context, person, refusal, refusalOf } from '../test-people.js';
import type { AccountId } from '../people/actor.js';
import type { CampaignId } from '../campaign/file.js';
import { type Day, instant } from '../time/instant.js';
import { PROBLEM_ACTS, type ProblemActName, enterProblem } from './acts.js';
import { PROBLEM_STATUSES, type Problem, type ProblemStatus } from './problem.js';

const CAMPAIGN = '00000000-0000-4000-8000-0000000000ca';
const RECTIFIED = { department: '医保办', responsible: '王某', measures: '每月抽查', report: '已停止' };
const problem = (status: ProblemStatus, more: Partial<Problem> = {}): Problem => ({
  ...{
    id: 'p',
    campaign: CAMPAIGN as CampaignId,
    unit: HOSPITAL,
    region: REGION,
    version: 1,
    status,
    source: 'selfCheck',
  },
  ...{ category: '重复收费', what: '重复收取', amount: fen(0n), refunds: [], due: '2023-10-31' as Day, shams: 0 },
  ...{ enteredBy: 'unitContact' as AccountId, rectification: { ...RECTIFIED, by: 'unitContact' as AccountId } },
  ...more,
});

interface Row {
  readonly by: 'unitContact' | 'coordinator';
  readonly payload: object;
  readonly allowed: readonly ProblemStatus[];
  readonly to: ProblemStatus | undefined;
}
const TABLE: Readonly<Record<ProblemActName, Row>> = {
  recordRefund: {
    ...{ by: 'unitContact', payload: { amount: '1', paidOn: '2023-09-11', voucher: '1' } },
    ...{ allowed: ['open', 'returned', 'reported'], to: undefined },
  },
  reportRectification: { by: 'unitContact', payload: RECTIFIED, allowed: ['open', 'returned'], to: 'reported' },
  strikeOff: { by: 'coordinator', payload: {}, allowed: ['reported'], to: 'struckOff' },
  returnProblem: { by: 'coordinator', payload: { reason: '不实' }, allowed: ['reported'], to: 'returned' },
  moveProblemDue: {
    ...{ by: 'coordinator', payload: { due: '2023-11-30', reason: '设备更换' } },
    ...{ allowed: ['open', 'returned'], to: undefined },
  },
  recheckProblem: {
    ...{ by: 'coordinator', payload: { sham: true, note: '仍在收取' } },
    ...{ allowed: ['struckOff'], to: 'returned' },
  },
};
const decide = (name: ProblemActName, file: Problem, by: Row['by'] = TABLE[name].by, payload = TABLE[name].payload) =>
  PROBLEM_ACTS[name].decide(file, payload as never, context(person(by)));

describe.each(Object.keys(TABLE) as ProblemActName[])('%s', (name) => {
  const { allowed, to } = TABLE[name];
  test.each(PROBLEM_STATUSES.filter((status) => allowed.includes(status)))(
    'is done while a problem is %s',
    (status) => {
      const amount = name === 'recordRefund' ? fen(1n) : fen(0n);
      expect(decide(name, problem(status, { amount })).changes.status).toBe(to);
    },
  );
  test.each(PROBLEM_STATUSES.filter((status) => !allowed.includes(status)))('is refused while it is %s', (status) => {
    expect(refusal(() => decide(name, problem(status)))).toBe('problem.status');
  });
  test('is refused to who lacks the permission', () => {
    const file = problem(allowed[0] as ProblemStatus);
    expect(
      refusal(() => PROBLEM_ACTS[name].decide(file, TABLE[name].payload as never, context(person('auditor')))),
    ).toBe('permission.missing');
  });
});

test('nothing is struck off before the money is back, to the fen', () => {
  const paid = (amount: bigint) => ({
    ...{ amount: fen(amount), paidOn: '2023-09-01' as Day, voucher: '1' },
    recordedAt: instant('2023-09-01T01:00:00Z'),
  });
  const owing = problem('reported', { amount: fen(100n), refunds: [paid(60n), paid(39n)] });
  expect(refusalOf(() => decide('strikeOff', owing))?.text.zh).toBe('尚有 0.01 元未退回，不能销号');
  expect(decide('strikeOff', problem('reported', { amount: fen(100n), refunds: [paid(100n)] })).kind).toBe(
    'problemStruckOff',
  );
});

test.each(['0', '41'])('a refund of %s fen, where 40 are left, is refused', (amount) => {
  const file = problem('open', { amount: fen(40n) });
  const payload = { amount, paidOn: '2023-09-11', voucher: '1' };
  expect(refusal(() => decide('recordRefund', file, 'unitContact', payload))).toBe('problem.refund-exceeds');
});

test('who reported does not judge it', () => {
  const own = problem('reported', { rectification: { ...RECTIFIED, by: 'coordinator' as AccountId } });
  for (const name of ['strikeOff', 'returnProblem'] as const)
    expect(refusal(() => decide(name, own))).toBe('permission.four-eyes');
});

test('a re-check that finds it held leaves it struck off; a sham makes the unit a key target', () => {
  const struck = problem('struckOff');
  const held = decide('recheckProblem', struck, 'coordinator', { sham: false, note: '属实' });
  expect([held.changes.status, held.keyTarget]).toEqual([undefined, undefined]);
  expect(decide('recheckProblem', struck)).toMatchObject({ changes: { shams: 1 }, keyTarget: 'sham-rectification' });
});

test.each([
  ['its own self-check', 'unitContact', HOSPITAL, 'selfCheck', undefined],
  ['an inspection, by itself', 'unitContact', HOSPITAL, 'inspection', 'problem.not-yours'],
  ['an inspection, by who inspected', 'coordinator', HOSPITAL, 'inspection', undefined],
  ['a self-check, by who inspected', 'coordinator', HOSPITAL, 'selfCheck', 'problem.not-yours'],
] as const)('what a unit enters: %s', (_what, role, unit, source, refused) => {
  const given = { campaign: CAMPAIGN, unit, source, category: '收费', what: '重复', amount: '0', due: '2023-10-31' };
  expect(refusal(() => enterProblem('p', given, REGION, context(person(role))))).toBe(refused);
});
