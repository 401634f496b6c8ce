import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { scrollsSideways, untranslated, visit } from '../support/browser.js';
import { openDesk } from '../support/desk.js';

const { browser, product } = openDesk();

async function open(page: Page, link: string): Promise<void> {
  await page.goto('/campaigns');
  await page.getByRole('link', { name: /百日专项整治行动/ }).click();
  await page.getByRole('link', { name: new RegExp(`${link}$`) }).click();
  await page.getByRole('heading', { name: link, level: 1 }).waitFor();
}
const send = (page: Page, act: string) => page.getByRole('dialog').last().getByRole('button', { name: act }).click();
const keysOf = async (page: Page): Promise<string[]> => [
  ...(await untranslated(page)),
  ...((await page.locator('body').innerText()).match(/\b(?:unit|compared|enter|kind|share|status|acts)\.[a-z]\S*/gi) ??
    []),
];

test('a coordinator reads the table, opens a figure to its rows, exports it and hands it to the leader, who signs it off', async () => {
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'coordinator' });
  await open(page, '统计表');
  const asItStands = page.getByRole('region', { name: '当前统计' });
  const row = asItStands.getByRole('row', { name: /甲县人民医院/ });
  await row.waitFor();
  await asItStands.getByRole('columnheader', { name: '立案查处' }).waitFor();
  await row
    .getByRole('button', { name: /38,640\.50/ })
    .first()
    .click();
  const rows = page.getByRole('dialog').last();
  await rows
    .getByRole('link', { name: /〔\d+〕/ })
    .first()
    .waitFor();
  await shot('table-rows');
  await page.keyboard.press('Escape');
  await rows.waitFor({ state: 'hidden' });

  await asItStands.getByRole('button', { name: '导出 Excel' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page
      .getByRole('dialog')
      .last()
      .getByRole('link', { name: /\.xlsx/ })
      .click({ timeout: 60_000 }),
  ]);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await readFile(await file.path())) as never);
  expect(book.worksheets[0]?.getCell('A1').text).toContain('定点医疗机构违法违规问题统计表');
  await page.keyboard.press('Escape');

  await page.getByText('尚未填报').waitFor();
  await page.getByRole('button', { name: '填报定稿' }).click();
  await send(page, '填报定稿');
  await page.getByRole('row', { name: /待审核/ }).waitFor();
  await shot('table');

  const leader = await visit(browser, { url: product.url, as: 'leader' });
  await open(leader.page, '统计表');
  expect(await leader.page.getByRole('button', { name: '填报定稿' }).count()).toBe(0);
  await leader.page
    .getByRole('row', { name: /待审核/ })
    .getByRole('button')
    .click();
  await leader.page.getByText('与当前统计一致').waitFor();
  await leader.page.getByRole('button', { name: '审核定稿' }).click();
  await send(leader.page, '审核定稿');
  await leader.page.getByText('已定稿').first().waitFor();
  await leader.shot('table-signed');
  await page.getByRole('row', { name: /已定稿/ }).waitFor({ timeout: 30_000 });
  for (const each of [page, leader.page]) expect(await keysOf(each)).toEqual([]);
  expect([...troubles, ...leader.troubles]).toEqual([]);
}, 120_000);

test('targets say how they stand; a plan without a number has its goals as text', async () => {
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'leader' });
  await open(page, '目标');
  await page.getByText('方案没有可以量化的目标').waitFor();
  await page.getByText('深挖一层，查办一批典型案件').waitFor();
  await shot('targets-none');
  expect(await keysOf(page)).toEqual([]);
  expect(troubles).toEqual([]);
});

test('a coordinator enters a baseline with its source, and a share opens to who is in and who is missing', async () => {
  const campaign = await governed();
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'coordinator' });
  await page.goto(`/campaigns/${campaign}/targets`);
  const drop = page.locator('[data-target=violation-rate-drop]');
  await drop.getByText('尚无基线，须录入基线及其来源').waitFor();
  await drop.getByText('尚不能计算').waitFor();
  await drop.getByRole('button', { name: '录入基线' }).click();
  const form = page.getByRole('dialog').last();
  await form.getByLabel('数值').fill('40');
  await form.getByLabel('数据日期').fill('2025-12-31');
  await page.keyboard.press('Tab');
  await form.getByLabel('数据来源').fill('2025 年专项总结');
  await form.getByRole('button', { name: '录入数据' }).click();
  await drop.getByText('2025 年专项总结').waitFor();
  await drop.getByText('推进中').waitFor();

  const coverage = page.locator('[data-target=self-check-coverage]');
  await coverage.getByRole('button', { name: '0.00%' }).click();
  const rows = page.getByRole('dialog').last();
  await rows.getByText('甲县人民医院').first().waitFor();
  await rows.getByText('计入的', { exact: true }).click();
  await rows.getByText('没有记录').waitFor();
  await shot('target-rows');
  await page.keyboard.press('Escape');
  await drop.getByRole('button', { name: /2025 年专项总结/ }).click();
  await page.getByText('录入记录').waitFor();
  await shot('targets');
  expect(await keysOf(page)).toEqual([]);
  expect(troubles).toEqual([]);
}, 120_000);

test('on a phone, in English, both pages fit', async () => {
  const campaign = await governed();
  const { page, troubles, shot } = await visit(browser, {
    ...{ url: product.url, as: 'leader', language: 'en', width: 390, height: 844 },
  });
  await page.goto(`/campaigns/${campaign}/targets`);
  await page.getByText('Cannot be computed yet').first().waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  expect(await page.getByRole('button', { name: 'Enter the baseline' }).count()).toBe(0);
  await shot('targets-phone');
  await page.goto(`/campaigns/${campaign}/tables?table=amounts`);
  await page.getByText('Medical institutions', { exact: true }).waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  await shot('tables-phone');
  expect(await keysOf(page)).toEqual([]);
  expect(troubles).toEqual([]);
}, 60_000);

let launched: Promise<string> | undefined;
/** A campaign of the six-month plan, drafted, approved and launched by those who may. */
const governed = (): Promise<string> => (launched ??= launchGoverned());
async function launchGoverned(): Promise<string> {
  const act = async (as: string, path: string, data: object = {}) => {
    const { context } = await visit(browser, { url: product.url, as });
    const session = (await (await context.request.get('/api/v1/sessions/current')).json()) as { csrf?: string };
    const answer = await context.request.post(`/api/v1/${path}`, {
      data,
      headers: session.csrf ? { 'x-csrf-token': session.csrf } : {},
    });
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
    return (await answer.json()) as { id: string };
  };
  const start = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now());
  const { id } = await act('coordinator', 'campaigns', { plan: 't000', region: '/990000/990001/', start });
  await act('leader', `campaigns/${id}/approval`);
  await act('coordinator', `campaigns/${id}/launch`);
  return id;
}
