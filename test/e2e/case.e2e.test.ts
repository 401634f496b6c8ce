import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { act, caseEvents, caseOf, openLead, post, untilStage, walkTo } from '../support/case-walk.js';
import { eventually } from '../support/eventually.js';
import { type TestPlatform, startPlatform } from '../support/platform.js';
import { record } from '../support/record.js';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform?.stop());

test('a fraud case runs from the lead to the strike-off', async () => {
  const id = await openLead(platform);
  await walkTo(platform, id, 'struckOff');

  const file = await caseOf(platform, id);
  expect(file.decision?.penalty).toMatchObject({
    article: expect.stringContaining('第四十条'),
    refund: '3864050',
    fine: '11592150',
  });
  expect(file.ledgers).toEqual({
    refund: { owed: '3864050', paid: '3864050' },
    fine: { owed: '11592150', paid: '11592150' },
  });
  await eventually(async () => {
    const { status } = await platform.temporal.client.workflow.getHandle(`case/${id}`).describe();
    expect(status.name).toBe('COMPLETED');
  });
  await record(platform, `case/${id}`, 'case-to-strike-off');
}, 120_000);

test('transfers run beside the stages: ordered, delivered by the machine, acknowledged and answered', async () => {
  const id = await openLead(platform);
  await walkTo(platform, id, 'investigation');
  const proposed = await act(platform, 'investigator', id, 'transfers', { to: 'police', grounds: '涉嫌诈骗罪' });
  expect(proposed.events).toEqual(['transferProposed']);
  const [transfer] = (await caseOf(platform, id)).transfers;
  const mine = { transfer: transfer?.id };
  expect((await post(platform, 'investigator', `/api/v1/cases/${id}/transfer-orders`, mine)).status).toBe(403);
  await act(platform, 'leader', id, 'transfer-orders', mine);
  await eventually(async () =>
    expect((await caseOf(platform, id)).transfers[0]).toMatchObject({ status: 'delivered' }),
  );

  expect(
    (await post(platform, 'discipline', `/api/v1/cases/${id}/transfer-receipts`, { ...mine, receipt: '收 1' })).status,
  ).toBe(404);
  await act(platform, 'police', id, 'transfer-receipts', { ...mine, receipt: '收字〔2026〕1号' });
  const { clocks } = await caseOf(platform, id);
  expect(clocks).toContainEqual(expect.objectContaining({ clock: 'policeDecision', of: transfer?.id }));
  await act(platform, 'police', id, 'transfer-answers', { ...mine, outcome: 'accepted', answer: '已立案侦查' });
  expect((await caseOf(platform, id)).transfers[0]).toMatchObject({ status: 'accepted', answer: '已立案侦查' });
  await record(platform, `case/${id}`, 'case-with-transfer');
}, 120_000);

test('one case goes to two authorities at once; each sees and answers its own, and an answer stands', async () => {
  const id = await openLead(platform);
  await walkTo(platform, id, 'investigation');
  for (const to of ['police', 'health'])
    await act(platform, 'investigator', id, 'transfers', { to, grounds: '涉嫌骗保' });
  const { transfers } = await caseOf(platform, id);
  for (const { id: transfer } of transfers) await act(platform, 'leader', id, 'transfer-orders', { transfer });
  const statuses = async () => (await caseOf(platform, id)).transfers.map(({ to, status }) => [to, status]);
  await eventually(async () =>
    expect(await statuses()).toEqual([
      ['police', 'delivered'],
      ['health', 'delivered'],
    ]),
  );

  const [police, health] = transfers.map((each) => ({ transfer: each.id }));
  const path = `/api/v1/cases/${id}/transfer`;
  expect((await post(platform, 'police', `${path}-receipts`, { ...health, receipt: '收 1' })).status).toBe(404);
  const desk = await (await platform.as('health')).GET('/api/v1/transfers');
  expect(desk.data?.items.filter((each) => each.case === id).map(({ to }) => to)).toEqual(['health']);
  await act(platform, 'health', id, 'transfer-receipts', { ...health, receipt: '卫收〔2026〕1号' });
  const answer = { outcome: 'accepted', answer: '已受理' };
  await act(platform, 'health', id, 'transfer-answers', { ...health, ...answer });
  expect(await post(platform, 'health', `${path}-answers`, { ...health, ...answer })).toMatchObject({
    status: 409,
    json: { standing: { status: 'accepted', answer: '已受理' } },
  });
  expect(await statuses()).toEqual([
    ['police', 'delivered'],
    ['health', 'accepted'],
  ]);
  await act(platform, 'police', id, 'transfer-receipts', { ...police, receipt: '公收〔2026〕1号' });
}, 120_000);

test('a limit nobody met is reminded of and then recorded as missed, and both leaders and handler are told', async () => {
  const id = await openLead(platform);
  const [verification] = (await caseOf(platform, id)).clocks;
  await platform.passUntil(verification?.due as never);
  await eventually(async () => {
    const kinds = (await caseEvents(platform, id)).map(({ kind }) => kind);
    expect(kinds).toEqual(['leadOpened', 'limitReminded', 'limitMissed']);
  });
  const missed = (await caseEvents(platform, id)).at(-1);
  expect(missed).toMatchObject({ due: verification?.due, actor: { kind: 'machine', name: 'clock' } });
  const inbox = await (await platform.as('leader')).GET('/api/v1/notifications');
  expect(inbox.data?.items.filter(({ file }) => file === id).map(({ subjectZh }) => subjectZh)).toEqual([
    expect.stringContaining('期限已过'),
  ]);
  await record(platform, `case/${id}`, 'case-missed-limit');
}, 120_000);

test('a case sent back from legal review is investigated and proposed again, and one struck off can be reopened', async () => {
  const id = await openLead(platform);
  await walkTo(platform, id, 'legalReview');
  await act(platform, 'reviewer', id, 'review-return', { reason: '补充病历原件' });
  await untilStage(platform, id, 'investigation');
  await walkTo(platform, id, 'struckOff');
  await act(platform, 'leader', id, 'reopening', { reason: '发现新的违法事实' });
  await untilStage(platform, id, 'investigation');
  await eventually(async () => {
    const { status } = await platform.temporal.client.workflow.getHandle(`case/${id}`).describe();
    expect(status.name).toBe('RUNNING');
  });
}, 120_000);
