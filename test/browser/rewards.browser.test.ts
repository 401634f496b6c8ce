import { beforeAll, expect, test } from '@jest/globals';
import { scrollsSideways, untranslated, visit } from '../support/browser.js';
import { enterAs } from '../support/demo.js';
import { openDesk } from '../support/desk.js';
import { eventually } from '../support/eventually.js';

const { browser, product } = openDesk();
let decided: string;

interface Line {
  readonly id: string;
  readonly stage: string;
}

beforeAll(async () => {
  const desk = await enterAs(product.url, 'hotline');
  const { items } = await desk.get<{ items: Line[] }>('cases?limit=100');
  decided =
    items.find(({ stage }) => ['service', 'execution', 'rectification', 'closure', 'struckOff'].includes(stage))?.id ??
    '';
  // The clock catches up with the days of the demonstration; a form that is open meanwhile would ask to be looked at again.
  await eventually(async () => {
    const { clocks } = await desk.get<{ clocks: { due: string; lapsed?: string }[] }>(`cases/${decided}`);
    expect(clocks.filter(({ due, lapsed }) => !lapsed && due < new Date().toISOString())).toEqual([]);
  });
  await desk.post(`cases/${decided}/reporters`, { kind: 'named', name: '欧阳举报', phone: '13877665544' });
}, 60_000);

test('who handles the case proposes a reward, a leader approves it from the queue, and it waits to be collected', async () => {
  const handler = await visit(browser, { url: product.url, as: 'investigator' });
  const { page } = handler;
  await page.goto(`/cases/${decided}?tab=reporters`);
  await page.getByText('欧*** · 138****5544').waitFor();
  await page.getByText(/示范市举报奖励标准（虚构/).waitFor();
  await page.getByRole('button', { name: '申报奖励' }).click();
  const dialog = page.getByRole('dialog').last();
  await dialog.getByLabel('举报人').click();
  await page.getByTitle('实名 · 欧***').click();
  await dialog.getByLabel('奖励类别').click();
  await page.getByTitle('社会公众举报（3%）').click();
  await dialog.getByLabel('举报作用').fill('提供关键线索');
  await handler.shot('reward-proposed');
  await dialog.getByRole('button', { name: '申报奖励' }).click();
  await page.getByText('待审批').waitFor();
  await page.getByText(/案值 .* 元 × 3%（社会公众举报）/).waitFor();

  const leader = await visit(browser, { url: product.url, as: 'leader' });
  await leader.page.goto('/approvals');
  await leader.page.getByRole('button', { name: /举报奖励审批/ }).click();
  await leader.page
    .getByRole('region')
    .getByText(/案值 .* 元 × 3%（社会公众举报）/)
    .waitFor();
  await leader.shot('reward-to-approve');
  await leader.page.getByRole('button', { name: /^批准奖励/ }).click();
  await leader.page.getByRole('button', { name: /举报奖励审批/ }).waitFor({ state: 'detached', timeout: 20_000 });
  expect(await leader.page.content()).not.toMatch(/欧阳|13877665544/);
  expect(await untranslated(leader.page)).toEqual([]);

  await page.getByRole('button', { name: '通知领取' }).click({ timeout: 30_000 });
  await page.getByLabel('通知日期').fill(today());
  await page.keyboard.press('Tab');
  await page.getByRole('dialog').last().getByRole('button', { name: '通知领取' }).click();
  await page.getByText('待领取').waitFor();
  await page.getByText('领取奖励期限').waitFor();
  await handler.shot('reward-notified');
  expect(await untranslated(page)).toEqual([]);
  expect([...handler.troubles, ...leader.troubles]).toEqual([]);
}, 120_000);

test('on a phone, in English, a case shows its reward, and a leader not who reported', async () => {
  const { page, troubles, shot } = await visit(browser, {
    ...{ url: product.url, as: 'leader', language: 'en', width: 390, height: 844 },
  });
  await page.goto(`/cases/${decided}?tab=reporters`);
  await page.getByText('Under seal').waitFor();
  await page.locator('.state', { hasText: 'To be collected' }).waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  expect(await page.content()).not.toMatch(/欧|5544/);
  await shot('reward-phone');
  expect(await untranslated(page)).toEqual([]);
  expect(troubles).toEqual([]);
});

const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now());
