import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { scrollsSideways, untranslated, visit } from '../support/browser.js';
import { askForFiling, enterAs } from '../support/demo.js';
import { openDesk } from '../support/desk.js';

const { product, browser } = openDesk();
beforeAll(async () => {
  await askForFiling(product.url, '重复收费');
  await askForFiling(product.url, '分解住院');
}, 60_000);

const stageOf = async (id: string) =>
  (await (await enterAs(product.url, 'leader')).get<{ stage: string }>(`cases/${id}`)).stage;
const chosen = (page: Page) => page.locator('.approvals-line[aria-current="true"]');
/** The acts that this page sent. */
function sentBy(page: Page): string[] {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(new URL(request.url()).pathname.split('/').at(-1) ?? '');
  });
  return sent;
}

test('a leader works the queue by keyboard only; what is undone or left is not sent', async () => {
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'leader' });
  const sent = sentBy(page);
  await page.goto('/approvals');
  await page.getByText('还有 4 件').waitFor();
  // What is read stays when something more urgent comes in above it.
  await page.waitForURL('**/approvals?at=*');
  const first = await chosen(page).innerText();
  await page.getByRole('button', { name: /^批准立案/ }).waitFor();

  await page.keyboard.press('j');
  await page.waitForFunction(
    (text) => document.querySelector<HTMLElement>('[aria-current="true"]')?.innerText !== text,
    first,
  );
  await page.keyboard.press('k');
  await page.waitForFunction(
    (text) => document.querySelector<HTMLElement>('[aria-current="true"]')?.innerText === text,
    first,
  );
  await page.keyboard.press('?');
  await page.getByText('撤销未发送的批准').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.ant-modal-wrap').waitFor({ state: 'hidden' });

  await page.keyboard.press('a');
  await page.getByText(/秒后发送“批准立案”/).waitFor();
  await shot('approval-counting-down');
  const bar = await page.locator('.approval-undo').boundingBox();
  const decision = await page.locator('.approvals-brief').boundingBox();
  expect((bar?.x ?? 0) + (bar?.width ?? 0)).toBeLessThanOrEqual(decision?.x ?? 0);
  await page.keyboard.press('z');
  await page.getByText(/未发送，事项仍在待批/).waitFor();
  await page.waitForTimeout(6_000);
  expect(sent).toEqual([]);
  await page.getByText('还有 4 件').waitFor();

  await page.keyboard.press('a');
  await page.getByText('还有 3 件').waitFor({ timeout: 15_000 });
  expect(sent).toEqual(['filing-approval']);
  expect(await chosen(page).innerText()).not.toBe(first);

  await page.getByRole('button', { name: /^退回补充核查/ }).waitFor();
  await page.keyboard.press('r');
  await page.locator('textarea:focus').waitFor();
  await page.keyboard.type('缺少初步证据');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('还有 2 件').waitFor();
  expect(sent).toEqual(['filing-approval', 'filing-return']);
  expect(troubles).toEqual([]);
  expect(await untranslated(page)).toEqual([]);
}, 90_000);

test('the brief of a penalty: who, how much, why, the exhibits opened, and the calculation', async () => {
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'leader' });
  const sent = sentBy(page);
  await page.goto('/approvals');
  await page.getByRole('button', { name: /处罚意见审批/ }).click();
  const brief = page.getByRole('region', { name: /伪造检验结果/ });
  await brief.getByText('虚构病情，伪造病历').first().waitFor();
  await brief.getByText('事实清楚，证据充分，适用法律正确').waitFor();
  await brief.getByText('诊断：高血压三级').waitFor();
  await brief.getByText('¥ 510,000.00').first().waitFor();
  await shot('approval-brief');
  await page.keyboard.press('c');
  await brief.getByText('伍拾壹万元整').nth(1).waitFor();
  await page.keyboard.press('a');
  await page.getByText(/秒后发送/).waitFor();
  await page.getByRole('link', { name: '消息', exact: true }).click();
  await page.getByText(/未发送，事项仍在待批/).waitFor();
  await page.waitForTimeout(6_000);
  expect(sent).toEqual([]);
  expect(troubles).toEqual([]);
}, 60_000);

test('of two leaders the one who comes second is told what stands, and that their approval did not count', async () => {
  const id = await askForFiling(product.url, '串换药品');
  const admin = await enterAs(product.url, 'admin');
  const leader = await enterAs(product.url, 'leader');
  const [login, password] = ['deputy', 'a long enough password'];
  await admin.post('accounts', { login, password, name: '甲县副职领导', roles: ['leader'], region: leader.region });
  const { page, context, troubles, shot } = await visit(browser, { url: product.url });
  await context.request.post('/api/v1/sessions', { data: { login, password, bearer: false } });
  await page.goto('/approvals');
  await page.getByRole('button', { name: /串换药品/ }).click();
  await page.getByRole('button', { name: /^批准立案/ }).waitFor();
  await page.keyboard.press('a');
  await page.getByText(/秒后发送/).waitFor();
  await leader.post(`cases/${id}/filing-return`, { reason: '请核实管辖权' });
  await page.getByText('您的批准没有生效').waitFor({ timeout: 15_000 });
  await page
    .getByText(/甲县分管领导.*退回补充核查/)
    .first()
    .waitFor();
  await shot('approval-conflict');
  expect(await stageOf(id)).toBe('verification');
  expect(troubles.filter((each) => !each.includes('409'))).toEqual([]);
  await page.getByRole('button', { name: '看下一件' }).click();
  await page.getByText('此事已不在待批之列').waitFor({ state: 'hidden' });
}, 60_000);

test('on a phone, in English: the list, then the brief with its buttons, and nothing scrolls sideways', async () => {
  const { page, troubles, shot } = await visit(browser, {
    ...{ url: product.url, as: 'leader', language: 'en', width: 390, height: 844 },
  });
  await page.goto('/approvals');
  await page.getByRole('heading', { name: 'Approvals' }).waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  await page.getByRole('button', { name: /Proposed penalty/ }).click();
  const approve = page.getByRole('button', { name: /^Approve the penalty|^Approve/ }).first();
  await approve.waitFor();
  expect((await approve.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(44);
  expect(await scrollsSideways(page)).toBe(false);
  await shot('approval-phone');
  await page.getByRole('button', { name: 'Back to the list' }).click();
  await page.getByRole('navigation', { name: 'What waits for you' }).waitFor();
  expect(troubles).toEqual([]);
  expect(await untranslated(page)).toEqual([]);
}, 60_000);
