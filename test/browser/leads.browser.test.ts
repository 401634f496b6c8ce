import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { scrollsSideways, untranslated, visit } from '../support/browser.js';
import { enterAs } from '../support/demo.js';
import { openDesk } from '../support/desk.js';

const { browser, product } = openDesk();
const FIRST = '甲县第二诊所空刷医保卡套现';
const [NAME, PHONE] = ['欧阳举报', '13877665544'];

beforeAll(async () => {
  const [desk, handler] = [await enterAs(product.url, 'hotline'), await enterAs(product.url, 'investigator')];
  const units = await desk.get<{ items: { id: string; name: string }[] }>('units?q=第二诊所');
  const [unit] = units.items;
  await desk.post('leads', {
    lead: {
      ...{
        title: FIRST,
        region: desk.region,
        source: 'letter',
        summary: '来信反映该诊所空刷医保卡',
        handler: handler.account,
      },
      subject: { kind: 'institution', name: unit?.name, unit: unit?.id },
    },
  });
}, 60_000);

const type = (page: Page, text: string) => page.keyboard.type(text);
/** Tab until a field has the focus: in the order of the form, forwards only. */
async function tabTo(page: Page, label: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    const isThere = await page
      .getByLabel(label, { exact: true })
      .evaluateAll((found) => found.includes(document.activeElement as HTMLElement));
    if (isThere) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${label}`);
}

test('a call is taken by keyboard; what is there already is shown while typing, and the code is told once', async () => {
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'hotline' });
  await page.goto('/leads');
  await page.getByRole('heading', { name: '线索台', level: 1 }).waitFor();
  await page.getByText(FIRST).waitFor();
  await page.keyboard.press('n');
  await tabTo(page, '被举报单位（输入名称的一部分）');
  await type(page, '第二诊所');
  await page.getByTitle('甲县第二诊所').waitFor();
  await page.keyboard.press('Enter');
  await tabTo(page, '案由');
  await type(page, '第二诊所空刷医保卡');
  await page.getByText('1 条相似线索或案件').waitFor();
  await page.getByText('同一单位').waitFor();
  await tabTo(page, '情况摘要');
  await type(page, '来电反映空刷医保卡，每次 200 元');
  await page.getByRole('button', { name: '对照' }).click();
  await page.getByText('来信反映该诊所空刷医保卡').waitFor();
  await shot('leads-intake');
  // What is typed survives a reload; it is on this computer only until it is saved.
  await page.reload();
  await page.getByLabel('情况摘要', { exact: true }).waitFor();
  expect(await page.getByLabel('情况摘要', { exact: true }).inputValue()).toContain('每次 200 元');
  await page.getByLabel('情况摘要', { exact: true }).focus();
  await tabTo(page, '承办人');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  const code = page.locator('.leads-code');
  await code.waitFor();
  const told = (await code.innerText()).trim();
  expect(told).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
  await shot('leads-code');
  await page.getByRole('button', { name: '举报人已记下' }).click();
  // In the queue: what was shown as similar while typing may still be going.
  await page
    .locator('strong')
    .filter({ hasText: /^第二诊所空刷医保卡$/ })
    .waitFor();
  expect(await page.getByLabel('情况摘要', { exact: true }).inputValue()).toBe('');
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(told);
  expect(await untranslated(page)).toEqual([]);

  const outside = await visit(browser, { url: product.url });
  await outside.page.goto('/standing');
  await outside.page.getByLabel('查询码').fill(told.toLowerCase());
  await outside.page.keyboard.press('Enter');
  await outside.page.getByText('已收到').waitFor();
  await outside.shot('report-standing');
  expect(await untranslated(outside.page)).toEqual([]);
  expect([...troubles, ...outside.troubles]).toEqual([]);
}, 120_000);

test('a named report is masked on the case, opened for a reason, and not kept in this browser', async () => {
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'hotline' });
  await page.goto('/leads');
  await page.getByRole('radio', { name: '实名' }).check();
  await page.getByLabel('举报人姓名').fill(NAME);
  await page.getByLabel('举报人电话').fill(PHONE);
  await page.getByLabel('单位未登记，直接填写名称').fill('某无证诊所');
  await page.getByRole('checkbox', { name: '冒名就医' }).check();
  await page.getByLabel('案由', { exact: true }).fill('某无证诊所冒名就医');
  await page.getByLabel('情况摘要', { exact: true }).fill('来电反映');
  await page.getByLabel('承办人', { exact: true }).click();
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toMatch(/欧阳举报|13877665544/);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: /某无证诊所冒名就医/ }).click();
  await page.getByRole('link', { name: /打开案卷/ }).click();
  await page.getByRole('tab', { name: '举报与奖励' }).click();
  await page.getByText('欧*** · 138****5544').waitFor();
  await page.getByRole('button', { name: '查看', exact: true }).click();
  await page.getByLabel('理由').fill('回访举报人');
  await page.getByRole('button', { name: '查看举报人' }).click();
  await page.getByText(`${NAME} · ${PHONE}`).waitFor();
  await page.getByText('查看举报人').first().waitFor();
  await shot('reporter-opened');
  expect(await untranslated(page)).toEqual([]);

  const auditor = await visit(browser, { url: product.url, as: 'auditor' });
  await auditor.page.goto('/record');
  await auditor.page.getByRole('button', { name: '举报人查看记录' }).click();
  await auditor.page.getByRole('dialog').getByText('回访举报人').waitFor();
  expect(await auditor.page.content()).not.toMatch(/欧|5544/);
  expect(await untranslated(auditor.page)).toEqual([]);
  expect([...troubles, ...auditor.troubles]).toEqual([]);
}, 90_000);

test('the one who verifies disposes of a lead with one key, and a reason from the usual ones', async () => {
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'investigator' });
  await page.goto('/leads');
  await page.getByRole('button', { name: new RegExp(FIRST) }).click();
  await page.getByRole('button', { name: '不予受理' }).waitFor();
  await page.getByRole('heading', { name: '线索台' }).click();
  await page.keyboard.press('x');
  const dialog = page.getByRole('dialog').last();
  await dialog.getByRole('button', { name: '经核查，反映问题不属实' }).click();
  await shot('lead-rejected');
  await dialog.getByRole('button', { name: '不予受理' }).click();
  await page.getByRole('button', { name: new RegExp(FIRST) }).waitFor({ state: 'detached' });
  await page.getByText('上级交办', { exact: true }).first().click();
  await page.getByText('没有这样的交办线索').waitFor();
  expect(await untranslated(page)).toEqual([]);
  expect(troubles).toEqual([]);
}, 60_000);

test('on a phone, in English, the desk fits', async () => {
  const { page, troubles, shot } = await visit(browser, {
    ...{ url: product.url, as: 'hotline', language: 'en', width: 390, height: 844 },
  });
  await page.goto('/leads');
  await page.getByRole('heading', { name: 'Leads desk' }).waitFor();
  await page.getByText('Take a report').waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  await shot('leads-phone');
  expect(await untranslated(page)).toEqual([]);
  expect(troubles).toEqual([]);
});
