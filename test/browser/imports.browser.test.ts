import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { scrollsSideways, untranslated, visit } from '../support/browser.js';
import { openDesk } from '../support/desk.js';
import { gbk } from '../support/gbk.js';
import { type Cell, xlsx } from '../support/sheets.js';

const { browser, product } = openDesk();

const CSV = 'text/csv';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const drop = (page: Page, name: string, mimeType: string, buffer: Buffer) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });
const tryIt = (page: Page) => page.getByRole('button', { name: '试导入', exact: true }).click();
async function take(page: Page, count: number): Promise<void> {
  await page.getByRole('button', { name: `确认导入 ${count} 行` }).click({ timeout: 30_000 });
  await page.getByRole('button', { name: '写入', exact: true }).click();
  await page.getByText(`已写入 ${count} 行`).waitFor({ timeout: 30_000 });
}

test('the coordinator imports institutions from a GBK file: preview, columns, trial, and only then the books', async () => {
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'coordinator' });
  await page.goto('/system?tab=organisation');
  await page.getByRole('main').getByRole('link', { name: '导入' }).last().click();
  await page.getByText('基本台账（机构名单）').first().waitFor();
  const rows = [
    '2026 年定点医药机构基本台账,,,,',
    '定点医药机构名称,医保编码,所属区县,类别,机构类型',
    '甲县浏览医院,H99000177001,甲县,医疗机构,民营医院',
    '甲县浏览药店,P99000177002,990001,药店,连锁药店',
    '外县医院,H99000177003,外县,医疗机构,民营医院',
  ];
  await drop(page, '基本台账.csv', CSV, gbk(rows.join('\r\n')));
  await page.getByRole('heading', { name: '基本台账.csv', level: 1 }).waitFor();
  await page.getByText('不是 UTF-8，按国标编码读取').waitFor();
  await page.getByRole('cell', { name: '甲县浏览医院' }).first().waitFor();
  await shot('import-mapping');

  // Read wrongly it is garbled, and read rightly again it is not.
  await page.getByLabel('编码', { exact: true }).click();
  await page.getByTitle('UTF-8', { exact: true }).click();
  await page.getByText('由您选定').waitFor();
  await page.getByLabel('编码', { exact: true }).click();
  await page.getByTitle('GBK', { exact: true }).click();
  await page.getByRole('cell', { name: '甲县浏览医院' }).first().waitFor();

  await tryIt(page);
  await page.getByText('将新增').waitFor({ timeout: 30_000 });
  await page.getByText('辖区内没有“外县”').waitFor();
  await page.reload();
  await page.getByText('辖区内没有“外县”').waitFor();
  await shot('import-trial');
  await take(page, 2);
  await page.goto('/system?tab=organisation&q=浏览');
  await page.getByRole('cell', { name: '甲县浏览药店' }).waitFor();
  await page.goto('/imports');
  await page.getByRole('link', { name: '基本台账.csv' }).waitFor();
  await shot('imports');
  expect(await untranslated(page)).toEqual([]);
  expect(troubles).toEqual([]);
}, 120_000);

test('a hospital imports its ledger; the refused row comes back as a workbook, is set right there and goes in', async () => {
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'hospital' });
  await page.goto('/campaigns');
  await page.getByRole('link', { name: /百日专项整治行动/ }).click();
  await page.getByRole('link', { name: '问题台账' }).click();
  // The menu has a link of this name too: the ledger's own is there with its page.
  await page.getByRole('heading', { name: '问题台账', level: 1 }).waitFor();
  await page.getByRole('link', { name: '导入' }).last().click();
  const headings = ['违规类型', '问题描述', '违规金额（元）', '整改时限'];
  const due = `${new Date().getFullYear() + 1}年3月5日`;
  const sheet = await xlsx(
    headings,
    ['重复收费', '导入：静脉输液重复收取', 1000.5, due],
    ['超标准收费', '导入：护理费超标准', '一千元', due],
  );
  await drop(page, '自查台账.xlsx', XLSX, sheet);
  await page.getByRole('heading', { name: '自查台账.xlsx', level: 1 }).waitFor();
  await tryIt(page);
  await page.getByText('违规金额（元）：不是金额').waitFor({ timeout: 30_000 });
  await shot('import-refused-row');
  await take(page, 1);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('button', { name: '下载未导入的行（附原因）' })
      .or(page.getByRole('link', { name: '下载未导入的行（附原因）' }))
      .click(),
  ]);
  const corrected = await setRight(await readFile(await file.path()), '1,000.00');
  await page.goBack();
  await page.goto('/imports?kind=problems');
  await page.getByLabel('专项').click();
  await page.getByTitle(/百日专项整治行动/).click();
  await drop(page, '自查台账-更正.xlsx', XLSX, corrected);
  await page.getByRole('heading', { name: '自查台账-更正.xlsx', level: 1 }).waitFor();
  await tryIt(page);
  await take(page, 1);
  await page.getByRole('link', { name: '查看问题台账' }).click();
  await page.getByRole('button', { name: /导入：静脉输液重复收取/ }).waitFor();
  await page.getByRole('button', { name: /导入：护理费超标准/ }).waitFor();
  expect(troubles).toEqual([]);
}, 120_000);

test('a file that is no sheet is refused in words, and nothing of it stays', async () => {
  const { page, troubles } = await visit(browser, { url: product.url, as: 'coordinator' });
  await page.goto('/imports?kind=units');
  await page.getByText('下载基本台账（机构名单）导入模板').waitFor();
  await drop(page, '加密.xlsx', XLSX, Buffer.from('d0cf11e0a1b11ae1', 'hex'));
  await page.getByText('这是旧版 .xls 文件').waitFor();
  expect(troubles.filter((each) => !each.includes('422'))).toEqual([]);
});

test('on a phone, in English, an import fits', async () => {
  const { page, troubles, shot } = await visit(browser, {
    ...{ url: product.url, as: 'coordinator', language: 'en', width: 390, height: 844 },
  });
  await page.goto('/imports');
  await page.getByText('Earlier imports').waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  await page.getByRole('link', { name: '基本台账.csv' }).click();
  await page.getByText('What was imported').waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  await shot('import-phone');
  expect(await untranslated(page)).toEqual([]);
  expect(troubles).toEqual([]);
});

/** As somebody does who opens the refused rows and corrects the amount. */
async function setRight(bytes: Buffer, amount: Cell): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as never);
  const row = book.worksheets[0]?.getRow(2);
  if (row) row.getCell(3).value = amount;
  return Buffer.from(await book.xlsx.writeBuffer());
}
