import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { scrollsSideways, untranslated, visit } from '../support/browser.js';
import { openDesk } from '../support/desk.js';

const { browser, product } = openDesk();

async function ledger(page: Page, link = '问题台账'): Promise<void> {
  await page.goto('/campaigns');
  await page.getByRole('link', { name: /百日专项整治行动/ }).click();
  await page.getByRole('link', { name: link }).click();
  await page.getByRole('heading', { name: link, level: 1 }).waitFor();
}
const send = (page: Page, act: string) => page.getByRole('dialog').last().getByRole('button', { name: act }).click();
const WHAT = '静脉输液重复收取，涉及二〇二六年三季度';

test('a hospital enters what it found, refunds it and reports; the coordinator returns it once and strikes it off', async () => {
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'hospital' });
  await ledger(page);
  await page.getByText('没有符合条件的问题').waitFor();
  await page.getByRole('button', { name: '登记问题' }).click();
  const dialog = page.getByRole('dialog').last();
  await dialog.getByLabel('问题类别').fill('重复收费');
  await dialog.getByLabel('问题', { exact: true }).fill(WHAT);
  await dialog.getByLabel('涉及金额').fill('1000.50');
  await dialog.getByLabel('整改期限').fill(dayFromNow(90));
  await page.keyboard.press('Tab');
  await shot('problem-entered');
  await send(page, '登记问题');
  await page.getByRole('button', { name: /重复收费/ }).click();
  await page.getByText('壹仟元伍角整').waitFor();

  await page.getByRole('button', { name: '登记退回' }).click();
  await page.getByLabel('退回金额').fill('1000.50');
  await page.getByLabel('退回日期').fill(dayFromNow(0));
  await page.keyboard.press('Tab');
  await page.getByLabel('凭证号').fill('〔示范〕002号');
  await send(page, '登记退回');
  await page.getByText('退回凭证 〔示范〕002号').waitFor();
  await rectify(page, '已停止收取，退回患者');
  await page.getByText('待验收').first().waitFor();
  await shot('problem-reported');

  const judge = await visit(browser, { url: product.url, as: 'coordinator' });
  await ledger(judge.page);
  await judge.page.getByText('共 1 项，已销号 0 项，逾期 0 项').waitFor();
  await judge.page.getByRole('button', { name: /重复收费/ }).click();
  await judge.page.getByRole('button', { name: '退回重改' }).click();
  await judge.page.getByLabel('理由').fill('请附收费系统整改截图说明');
  await send(judge.page, '退回重改');
  await page.getByText('请附收费系统整改截图说明').waitFor({ timeout: 30_000 });
  await rectify(page, '收费系统已加校验，附说明');
  await judge.page.getByRole('button', { name: '销号', exact: true }).click({ timeout: 30_000 });
  await send(judge.page, '销号');
  await judge.page.getByText('共 1 项，已销号 1 项，逾期 0 项').waitFor();
  await judge.shot('problem-ledger');
  expect(await untranslated(judge.page)).toEqual([]);
  expect([...troubles, ...judge.troubles]).toEqual([]);
}, 120_000);

test('on a phone, in English, the ledger and its line fit', async () => {
  const { page, troubles, shot } = await visit(browser, {
    ...{ url: product.url, as: 'leader', language: 'en', width: 390, height: 844 },
  });
  await ledger(page, 'Problem ledger');
  await page.getByRole('button', { name: /重复收费/ }).click();
  await page.getByText('Department, person').waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  await shot('problem-phone');
  expect(await page.getByRole('button', { name: 'Enter a problem' }).count()).toBe(0);
  expect(await untranslated(page)).toEqual([]);
  expect(troubles).toEqual([]);
});

async function rectify(page: Page, report: string): Promise<void> {
  await page.getByRole('button', { name: '报送整改' }).click();
  await page.getByLabel('责任部门').fill('医保办');
  await page.getByLabel('责任人').fill('王某');
  await page.getByLabel('整改措施').fill('上线事前审核');
  await page.getByLabel('整改情况', { exact: true }).fill(report);
  await send(page, '报送整改');
}

const DAY = 24 * 3_600_000;
const dayFromNow = (days: number) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now() + days * DAY);

/** Pastes as a spreadsheet gives it: onto the clipboard, and from there with the keys. */
async function pasteInto(page: Page, cell: string, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.getByLabel(cell, { exact: true }).focus();
  await page.keyboard.press('Control+V');
}

test('rows copied out of a spreadsheet are pasted, put right and entered; what is not entered yet survives a reload', async () => {
  const { page, context, troubles, shot } = await visit(browser, { url: product.url, as: 'hospital' });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await ledger(page);
  await page.getByRole('button', { name: '批量登记' }).click();
  const dialog = page.getByRole('dialog').last();
  await dialog.getByLabel('第 1 行问题类别', { exact: true }).waitFor();
  const later = dayFromNow(90);
  await pasteInto(
    page,
    '第 1 行问题类别',
    `问题类别\t存在问题\t涉及金额（元）\t整改期限\t备注\r\n收费\t"重复收费：\n""一次性""耗材"\t1,000.29\t${later}\t\r\n串换\t串换药品\t12.345\t2026/1/1\t附票据\r\n药品\t进销存不符\t0.71\t${later}\t\r\n`,
  );
  await dialog.getByText('不是金额（元，最多两位小数）').waitFor();
  await dialog.getByText('不得早于今天').waitFor();
  await dialog.getByText('有 1 行需要改正，改正后才能登记').waitFor();
  await dialog.getByText('有 1 个单元格不属于任何一列，未粘贴').waitFor();
  await dialog.getByText('金额合计 ¥1,001.00 · 壹仟零壹元整').waitFor();
  await shot('problems-pasted');
  await dialog.getByRole('button', { name: '登记 2 项' }).click();
  await page.getByText('已登记 2 项问题').waitFor();
  await page.getByRole('button', { name: '登记 0 项' }).waitFor();
  await pasteInto(page, '第 1 行问题类别', '收费\t重复\n'.repeat(202));
  await page.getByText('一次最多登记 200 行，更多请使用“导入”').waitFor();
  // The row that was wrong is what is left, also after a reload.
  await page.reload();
  await page.getByRole('button', { name: '批量登记' }).click();
  expect(await dialog.getByLabel('第 1 行问题', { exact: true }).inputValue()).toBe('串换药品');
  await dialog.getByLabel('第 1 行涉及金额（元）', { exact: true }).fill('12.34');
  await dialog.getByLabel('第 1 行整改期限', { exact: true }).fill(later);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await dialog.getByRole('button', { name: '登记 1 项' }).press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  for (const amount of ['1,000.29', '12.34', '0.71']) await page.getByText(amount).first().waitFor();
  expect(await untranslated(page)).toEqual([]);
  expect(troubles).toEqual([]);
}, 120_000);

test('on a phone, in English, the table of several fits and says what a day looks like', async () => {
  const { page, context, troubles, shot } = await visit(browser, {
    ...{ url: product.url, as: 'hospital', language: 'en', width: 390, height: 844 },
  });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/campaigns');
  await page.getByRole('link', { name: /百日专项整治行动/ }).click();
  await page.getByRole('link', { name: 'Problem ledger' }).click();
  await page.getByRole('button', { name: 'Enter several' }).click();
  await pasteInto(page, 'Row 1, Problem', 'sold for another\t5\t31/12/2099\nnot asked for\t6\t2099-12-31');
  await page.getByText('no day; write it as 2026-11-26').waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  await shot('problems-pasted-phone');
  expect(await untranslated(page)).toEqual([]);
  expect(troubles).toEqual([]);
}, 60_000);
