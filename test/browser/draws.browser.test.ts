import { readFile } from 'node:fs/promises';
import { drawFile, checkDraw } from '@fundguard/domain';
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { scrollsSideways, untranslated, visit } from '../support/browser.js';
import { acknowledgeDiscipline } from '../support/demo.js';
import { openDesk } from '../support/desk.js';

const { browser, product } = openDesk();

const NAME = '第二季度双随机检查';

/** The draws of the running campaign, as they are reached from its cockpit. */
async function drawsPage(page: Page): Promise<void> {
  await page.goto('/campaigns');
  await page.getByRole('link', { name: /百日专项整治行动/ }).click();
  await page.getByRole('link', { name: '双随机抽取' }).click();
  await page.getByRole('heading', { name: '双随机抽取' }).waitFor();
}
const sure = (page: Page, act: string) => page.getByRole('dialog').getByRole('button', { name: act }).click();

test('a coordinator locks a list, draws before a witness, excludes one, publishes; the file proves it', async () => {
  await acknowledgeDiscipline(product.url, 'coordinator');
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'coordinator' });
  await drawsPage(page);
  await page.getByRole('button', { name: '准备抽取' }).click();
  await page.getByLabel('名称', { exact: true }).fill(NAME);
  await page.getByLabel('层', { exact: true }).fill('定点医疗机构');
  await page.getByRole('button', { name: '增加条件' }).click();
  await page.getByRole('combobox', { name: '按什么' }).click();
  await page.getByTitle('单位类别').click();
  await page.getByRole('combobox', { name: '哪些' }).click();
  await page.getByTitle('定点医疗机构').click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '锁定名单' }).click();
  await page.getByText('数量与比例至少填一项').waitFor();
  await page.getByLabel('不少于（个）').fill('3');
  await page.getByLabel('同时随机抽取检查人员并分组').click();
  await page.getByLabel('组数').fill('1');
  await page.getByLabel('交叉检查').click();
  await page.getByLabel('专家', { exact: true }).fill('王医生 市第一医院\n李药师 市中医院');
  await page.getByLabel('每组专家').fill('1');
  await shot('draw-preparation');
  await page.getByRole('button', { name: '锁定名单' }).click();

  await page.getByRole('heading', { name: NAME }).waitFor();
  await page
    .getByText(/^[0-9a-f]{64}$/)
    .nth(1)
    .waitFor();
  await shot('draw-locked');
  await page.getByRole('button', { name: '见证抽取' }).click();
  await page.getByRole('dialog').getByLabel('见证人', { exact: true }).fill('县纪委监委派员');
  await page.getByRole('dialog').getByLabel('见证人所说或所掷').fill('骰子 3 5 7');
  await sure(page, '见证抽取');
  await page.getByText('已抽取，未公开').first().waitFor();
  const drawn = page.locator('.ant-card', { hasText: '抽中名单' }).locator('tbody tr.ant-table-row');
  await drawn.nth(2).waitFor();
  const [gone = ''] = await drawn.first().locator('td').allInnerTexts();

  await page.getByRole('button', { name: '剔除补抽' }).click();
  await page.getByRole('dialog').getByRole('combobox').click();
  await page.locator('.ant-select-item-option', { hasText: gone }).first().click();
  await page.getByRole('dialog').getByLabel('理由').fill('已停业');
  await sure(page, '剔除补抽');
  await page.getByText(`${gone}：已停业`).waitFor();
  await page.getByRole('button', { name: '公开结果' }).click();
  await sure(page, '公开结果');
  await page.getByText('已公开').first().waitFor();
  await shot('draw-published');

  const [taken] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载抽取档案' }).click(),
  ]);
  expect(taken.suggestedFilename()).toBe(`${NAME}-抽取档案.json`);
  const file = drawFile.parse(JSON.parse(await readFile(await taken.path(), 'utf8')));
  expect(checkDraw(file).map(({ holds }) => holds)).toEqual([true, true, true, true]);
  expect(file.result.drawn).toHaveLength(3);
  expect(await untranslated(page)).toEqual([]);
  expect(troubles).toEqual([]);
}, 120_000);

test('records pasted from a spreadsheet are drawn by strata of cost; what cannot be used is named', async () => {
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'coordinator' });
  await drawsPage(page);
  await page.getByRole('button', { name: '准备抽取' }).click();
  await page.getByLabel('名称', { exact: true }).fill('县医院病历抽查');
  await page.getByText('粘贴名单').click();
  const rows = Array.from({ length: 30 }, (_, index) => `${index}\t住院号${index}\t出院\t${index * 100}`);
  await page
    .getByRole('textbox', { name: '名单' })
    .fill(['编号\t姓名\t类别\t费用', ...rows, '\t没有编号\t出院\t1'].join('\n'));
  await page.getByText('读到 30 个对象').waitFor();
  await page.getByText('第 32 行没有编号').waitFor();
  await page.getByLabel('层', { exact: true }).fill('费用超过 1500 元');
  await page.getByRole('button', { name: '增加条件' }).click();
  await page.getByRole('combobox', { name: '按什么' }).click();
  await page.getByTitle('费用').click();
  await page.locator('input[inputmode="decimal"]').first().fill('1500');
  await page.getByLabel('不少于（个）').fill('20');
  await page.getByRole('button', { name: '锁定名单' }).click();
  await page
    .getByText(/应抽 20 个，符合条件的只有 14 个/)
    .first()
    .waitFor();
  await page.getByText('全部抽取').click();
  await shot('draw-pasted');
  await page.getByRole('button', { name: '锁定名单' }).click();
  await page.getByRole('heading', { name: '县医院病历抽查' }).waitFor();
  await page.getByRole('row', { name: /费用超过 1500 元 14 14/ }).waitFor();
  // The refusal that the page shows is an answer of 422, which the browser reports too.
  expect(troubles.filter((each) => !each.includes('422'))).toEqual([]);
}, 90_000);

test('a hospital sees what is published and nothing before it, on a phone and in English', async () => {
  const { page, troubles, shot } = await visit(browser, {
    ...{ url: product.url, as: 'hospital', language: 'en', width: 390, height: 844 },
  });
  await page.goto('/campaigns');
  await page.getByRole('link', { name: /百日专项整治行动/ }).click();
  await page.getByRole('link', { name: 'Random draws' }).click();
  await page.getByRole('link', { name: NAME }).click();
  await page.getByText('What was drawn').waitFor();
  expect(await page.getByRole('button', { name: 'Prepare a draw' }).count()).toBe(0);
  expect(await scrollsSideways(page)).toBe(false);
  await shot('draw-phone');
  expect(await untranslated(page)).toEqual([]);
  expect(troubles).toEqual([]);
});
