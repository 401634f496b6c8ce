import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Schemas } from '@fundguard/client';
import { type Instant, dayOf, instant } from '@fundguard/domain';
import { act, caseEvents, caseOf, openLead, post, walkTo } from '../support/case-walk.js';
import { eventually } from '../support/eventually.js';
import type { Name } from '../support/people.js';
import { type TestPlatform, startPlatform } from '../support/platform.js';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform({ startAt: instant('2026-01-12T01:00:00Z') });
}, 60_000);
afterAll(() => platform?.stop());

type Kind = 'named' | 'anonymous';

/** A case that was decided, and somebody who reported it. */
async function reported(kind: Kind) {
  const id = await openLead(platform);
  const reporter = kind === 'named' ? { kind, name: '欧阳举报', phone: '13877665544' } : { kind };
  const { json } = await post(platform, 'hotline', `/api/v1/cases/${id}/reporters`, reporter);
  await walkTo(platform, id, 'execution');
  return {
    id,
    code: json['code'] as string | undefined,
    reporter: (await caseOf(platform, id)).reporters?.[0]?.id ?? '',
  };
}
const rewardsOf = async (id: string) => (await caseOf(platform, id)).rewards ?? [];
const propose = (id: string, reporter: string) =>
  act(platform, 'investigator', id, 'rewards', {
    reporter,
    category: 'person',
    caseValue: '3864050',
    grounds: '提供关键线索',
  });
async function waiting(who: Name): Promise<Schemas['Approval'][]> {
  const response = await platform.send(who, '/api/v1/approvals');
  return ((await response.json()) as Schemas['ApprovalPage']).items.filter(({ kind }) => kind === 'reward');
}
async function standing(code = '') {
  const response = await fetch(`${platform.url}/api/v1/reports/standing`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  });
  return (await response.json()) as Schemas['ReportStanding'];
}

test('the scale says the national bounds and the local rates; a reward is computed line by line before it is proposed', async () => {
  const { id } = await reported('named');
  const scale = (await (
    await platform.send('investigator', `/api/v1/cases/${id}/reward-scale`)
  ).json()) as Schemas['RewardScale'];
  expect(scale).toMatchObject({
    national: { cap: '20000000', floor: '20000', certainty: 'R-part' },
    caseValue: '3864050',
  });
  expect(scale.local?.certainty).toBe('own');
  const { json } = await post(platform, 'investigator', `/api/v1/cases/${id}/reward-assessments`, {
    category: 'person',
    caseValue: '3864050',
  });
  expect(json).toMatchObject({ amount: '115922', table: 'demo-city@1' });
  expect((json['explanation'] as { zh: string }[]).map(({ zh }) => zh)[0]).toBe(
    '案值 38,640.50 元 × 3%（社会公众举报）= 1,159.22 元',
  );
}, 60_000);

test('an anonymous reporter is told by their code, and collects with it and nothing else', async () => {
  const { id, code, reporter } = await reported('anonymous');
  await propose(id, reporter);
  const [reward] = await rewardsOf(id);
  expect(await waiting('leader')).toMatchObject([
    { id: reward?.id, file: id, act: 'approveReward', reward: '115922', fine: null, own: false },
  ]);
  expect(await waiting('reviewer')).toEqual([]);
  const one = { reward: reward?.id };
  for (const who of ['investigator', 'hotline', 'reviewer', 'coordinator', 'auditor'] as const)
    expect([who, (await post(platform, who, `/api/v1/cases/${id}/reward-approvals`, one)).status]).toEqual([who, 403]);
  await act(platform, 'leader', id, 'reward-approvals', one);
  expect(await waiting('leader')).toEqual([]);
  expect(await standing(code)).toEqual({ standing: 'filed' });
  const today = dayOf(await platform.clock.now());
  await act(platform, 'hotline', id, 'reward-notices', { ...one, notifiedOn: today });
  const [told] = await rewardsOf(id);
  expect(await standing(code)).toEqual({ standing: 'filed', reward: { amount: '115922', collectBy: told?.collectBy } });

  const paid = { ...one, paidOn: today, voucher: '奖励凭证1' };
  const other = await reported('anonymous');
  for (const [given, type] of [
    [undefined, 'reporter.bad-code'],
    ['0000-0000-0000-0000', 'reward.wrong-code'],
    [other.code, 'reward.wrong-code'],
  ] as const) {
    const { json } = await post(platform, 'hotline', `/api/v1/cases/${id}/reward-payments`, {
      ...paid,
      ...(given ? { code: given } : {}),
    });
    expect([given, json['type']]).toEqual([given, `/problems/${type}`]);
  }
  await act(platform, 'hotline', id, 'reward-payments', { ...paid, code });
  expect(await rewardsOf(id)).toMatchObject([{ status: 'paid', voucher: '奖励凭证1' }]);
  expect(await standing(code)).toEqual({ standing: 'filed' });
  const record = JSON.stringify(await caseEvents(platform, id));
  expect(record).not.toContain(code);
}, 120_000);

test('a leader refuses with a reason; a reward names a reporter of this case', async () => {
  const { id, reporter } = await reported('named');
  const stranger = (await reported('named')).reporter;
  const attempt = await post(platform, 'investigator', `/api/v1/cases/${id}/rewards`, {
    ...{ reporter: stranger, category: 'person', caseValue: '1', grounds: '无关' },
  });
  expect([attempt.status, attempt.json['type']]).toEqual([422, '/problems/reporter.unknown']);
  await propose(id, reporter);
  const one = { reward: (await rewardsOf(id))[0]?.id };
  await act(platform, 'leader', id, 'reward-refusals', { ...one, reason: '举报内容与查实情况不符' });
  expect(await rewardsOf(id)).toMatchObject([{ status: 'refused', reason: '举报内容与查实情况不符' }]);
}, 120_000);

test('a reward that nobody collects waives itself after two months, also when the case was struck off', async () => {
  const { id, reporter } = await reported('named');
  await walkTo(platform, id, 'struckOff');
  // What a conductor hears while it says its last word starts none anew; people come later than that.
  const conductor = platform.temporal.client.workflow.getHandle(`case/${id}`);
  await eventually(async () => expect((await conductor.describe()).status.name).toBe('COMPLETED'));
  await propose(id, reporter);
  const one = { reward: (await rewardsOf(id))[0]?.id };
  await act(platform, 'leader', id, 'reward-approvals', one);
  await act(platform, 'investigator', id, 'reward-notices', { ...one, notifiedOn: dayOf(await platform.clock.now()) });
  const collection = (await caseOf(platform, id)).clocks.find(({ clock }) => clock === 'rewardCollection');
  expect(collection).toMatchObject({ of: one.reward, certainty: 'R-part' });
  await platform.passUntil(collection?.due as Instant);
  await eventually(async () => expect(await rewardsOf(id)).toMatchObject([{ status: 'expired' }]));
  const { actor } = (await caseEvents(platform, id)).find(({ kind }) => kind === 'rewardExpired') ?? {};
  expect(actor?.kind).toBe('machine');
  const { json } = await post(platform, 'hotline', `/api/v1/cases/${id}/reward-payments`, {
    ...one,
    paidOn: dayOf(await platform.clock.now()),
    voucher: '1',
  });
  expect(json['type']).toBe('/problems/reward.status');
}, 120_000);
