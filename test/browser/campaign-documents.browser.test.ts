import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { violations } from '../support/accessibility.js';
import { scrollsSideways, untranslated, visit } from '../support/browser.js';
import { openDesk } from '../support/desk.js';

const { browser, product } = openDesk();
const NUMBER = '甲医保发〔2026〕12号';

const card = (page: Page) => page.locator('.ant-card').filter({ has: page.getByText(/^(文件|Document)$/) });
const dialog = (page: Page) => page.getByRole('dialog').last();
const fact = (page: Page, label: string) => card(page).getByRole('row').filter({ hasText: label }).first();

async function open(page: Page): Promise<void> {
  await page.goto('/campaigns');
  await page.getByRole('link', { name: /百日专项整治行动/ }).click();
  await card(page).getByRole('button').first().waitFor();
  await card(page).scrollIntoViewIfNeeded();
}

test('a coordinator records the document of a campaign, and once it is issued its number; both versions are read', async () => {
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'coordinator' });
  await open(page);
  await fact(page, '上级文件').getByText('宁医保函〔2023〕44号').waitFor();
  await card(page).getByText('本专项的文件信息尚未登记').waitFor();
  await card(page).getByRole('button', { name: '登记文件信息' }).click();
  await dialog(page).getByLabel('发文机关').fill('甲县医疗保障局');
  await dialog(page).getByLabel('文号').fill('甲医保发[2026]12号');
  await dialog(page).getByRole('radio', { name: '不予公开' }).click();
  await shot('document-form');
  await dialog(page).getByRole('button', { name: '登记文件信息' }).click();
  await dialog(page)
    .getByText(/文号格式应为/)
    .first()
    .waitFor();
  await dialog(page).getByLabel('文号').fill('');
  await dialog(page).getByRole('button', { name: '登记文件信息' }).click();
  await fact(page, '发文机关').getByText('甲县医疗保障局').waitFor();

  await card(page).getByRole('button', { name: '更正文件信息' }).click();
  await dialog(page).getByLabel('文号').fill(NUMBER);
  await dialog(page).getByLabel('代章单位').fill('甲县人民政府办公室');
  await dialog(page).getByLabel('理由').fill('文件已印发');
  await dialog(page).getByRole('button', { name: '更正文件信息' }).click();
  await fact(page, '文号').getByText(NUMBER).waitFor();
  await card(page).getByRole('button', { name: '历次登记与更正（2）' }).click();
  await card(page)
    .getByRole('row', { name: /文件已印发/ })
    .waitFor();
  await card(page).getByRole('button', { name: '方案全部内容' }).click();
  await card(page).getByText('结合日常稽核全覆盖工作').first().waitFor();
  await card(page).getByText('“假本子”', { exact: false }).first().waitFor();
  await shot('document');
  expect(await violations(page)).toEqual([]);
  expect(await untranslated(page)).toEqual([]);
  // The refused number.
  expect(troubles.filter((each) => !each.includes('422'))).toEqual([]);
}, 120_000);

test('on a phone, in English, a hospital reads the head of a document that is not disclosed', async () => {
  const { page, troubles, shot } = await visit(browser, {
    ...{ url: product.url, as: 'hospital', language: 'en', width: 390, height: 844 },
  });
  await page.goto('/campaigns');
  await page.getByRole('link', { name: /百日专项整治行动/ }).click();
  await fact(page, 'Document number').getByText(NUMBER).waitFor();
  await card(page).getByText('The document is not published; only what its head and foot bear is shown').waitFor();
  expect(await card(page).getByText('Event that led to it').count()).toBe(0);
  expect(await card(page).getByRole('button').count()).toBe(0);
  expect(await scrollsSideways(page)).toBe(false);
  await card(page).scrollIntoViewIfNeeded();
  await shot('document-phone');
  expect(await untranslated(page)).toEqual([]);
  expect(troubles).toEqual([]);
}, 60_000);
