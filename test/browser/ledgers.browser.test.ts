import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { scrollsSideways, untranslated, visit } from '../support/browser.js';
import { openDesk } from '../support/desk.js';

const { browser, product } = openDesk();

/** Presses the button and takes the sheet that the job makes. */
async function taken(page: Page, button: string, sheet: RegExp): Promise<string> {
  await page.getByRole('button', { name: button }).click();
  const link = page.getByRole('link', { name: sheet });
  await link.waitFor();
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
  await page.getByRole('button', { name: /^(Close|关闭)$/ }).click();
  return file.suggestedFilename();
}

test('a coordinator takes the base ledger, the inspection ledger and the ledger of leads along as sheets', async () => {
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'coordinator' });
  await page.goto('/system?tab=organisation');
  expect(await taken(page, '导出基本台账', /基本台账.*\.xlsx/)).toBe('基本台账.xlsx');
  await page.goto('/cases');
  expect(await taken(page, '线索台账', /举报线索台账-.*\.xlsx/)).toMatch(/^举报线索台账-\d{4}-\d\d-\d\d\.xlsx$/);
  await page.goto('/campaigns');
  await page.getByRole('link', { name: /百日专项整治行动/ }).click();
  await page.getByRole('main').getByRole('link', { name: '现场检查' }).click();
  await page.getByRole('button', { name: '导出检查台账' }).waitFor();
  await shot('inspection-ledger');
  expect(await taken(page, '导出检查台账', /检查台账\.xlsx/)).toMatch(/-检查台账\.xlsx$/);
  expect(await untranslated(page)).toEqual([]);
  expect(troubles).toEqual([]);
}, 120_000);

test('on a phone, in English, a hospital is offered none of them', async () => {
  const { page, troubles } = await visit(browser, {
    ...{ url: product.url, as: 'hospital', language: 'en', width: 390, height: 844 },
  });
  await page.goto('/campaigns');
  await page.getByRole('link', { name: /百日专项整治行动/ }).click();
  await page.getByRole('main').getByRole('link', { name: 'Inspections' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.getByRole('button', { name: /Export/ }).count()).toBe(0);
  expect(await scrollsSideways(page)).toBe(false);
  expect(troubles).toEqual([]);
}, 60_000);
