import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { visit } from '../support/browser.js';
import { openDesk } from '../support/desk.js';
import { eventually } from '../support/eventually.js';
import { cutOff, printedTools, putOnPaper } from '../support/print.js';

const { product, browser } = openDesk();

const openCase = async (page: Page, tab: string) => {
  await page.goto('/cases?q=虚构门诊大病');
  await page.getByRole('link', { name: /医保案字第/ }).click();
  await page.getByRole('tab', { name: tab }).click();
};

/** Nothing but what is to be read, and all of it. */
async function isFitToPrint(page: Page): Promise<void> {
  await putOnPaper(page);
  expect(await printedTools(page)).toEqual([]);
  // The page lays itself out anew a moment after its window changed.
  await eventually(async () => expect(await cutOff(page)).toEqual([]), 50);
}

const HEAD = ['甲县人民医院虚构门诊大病', '办理过程', '登记线索'];
test.each([
  ['案情', '〔', [...HEAD, '销号清单', '38,640.50'], ['证据（1）']],
  ['处罚计算', '拟处罚款 3 倍', [...HEAD, '壹拾壹万伍仟玖佰贰拾壹元伍角整', '文书用语'], ['复制全文']],
  ['文书', '一、责令退回医疗保障基金 38,640.50 元', ['行政处罚决定书', '甲县医疗保障局'], ['办理过程', '文书\n']],
])('a case file, %s: its content and no tools', async (tab, first, contents, left) => {
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'investigator', height: 1_400 });
  await openCase(page, tab);
  await page.getByRole('tabpanel').getByText(first).first().waitFor();
  await isFitToPrint(page);
  const printed = await page.locator('#content').innerText();
  expect(contents.filter((each) => !printed.includes(each))).toEqual([]);
  expect(left.filter((each) => printed.includes(each))).toEqual([]);
  await shot(`print-case-${tab}`);
  expect(troubles).toEqual([]);
});

test('the calculator: what was entered and what follows from it', async () => {
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'investigator' });
  await page.goto('/calculator?breach=fraud&purpose=yes&amount=3864050&multiple=3');
  await page.locator('[data-total="treasury"]').getByText('115,921.50').waitFor();
  await isFitToPrint(page);
  expect(await page.getByLabel('倍数').inputValue()).toMatch(/^3/);
  await page.locator('svg [data-mark="fine"]').waitFor();
  await page.getByText(/法定幅度为骗取金额2倍以上5倍以下/).waitFor();
  await shot('print-calculator');
  expect(troubles).toEqual([]);
});

test('the progress of units: every unit and every report, also from a map that was scrolled, also in the dark', async () => {
  const { page, troubles, shot } = await visit(browser, {
    url: product.url,
    as: 'coordinator',
    height: 500,
    dark: true,
  });
  const { items } = (await (await page.request.get('/api/v1/campaigns')).json()) as { items: { id: string }[] };
  await page.goto(`/campaigns/${items[0]?.id}/units`);
  await page.getByRole('grid').waitFor();
  // As the browser's own print does it, which says so by an event only.
  await page.evaluate(() =>
    window.addEventListener('beforeprint', () => {
      document.body.dataset['printed'] = String(document.querySelectorAll('table tbody tr').length);
    }),
  );
  const sheets = await page.pdf({ format: 'A4' });
  expect(sheets.subarray(0, 4).toString()).toBe('%PDF');
  expect(await page.locator('body').getAttribute('data-printed')).toBe('17');
  await page.getByRole('grid').waitFor();

  await isFitToPrint(page);
  const table = page.getByRole('table', { name: /共 17 家单位、8 项应报事项/ });
  expect(await table.getByRole('row').count()).toBe(18);
  expect(await table.getByRole('columnheader').count()).toBe(9);
  expect(await table.getByRole('row', { name: /甲县三乡卫生院/ }).innerText()).toContain('✕');
  await page.getByText('逾期 6').waitFor();
  const colours = await table.evaluate((each) => [
    getComputedStyle(each).color,
    getComputedStyle(document.body).backgroundColor,
  ]);
  expect(colours).toEqual([expect.stringMatching(/^rgba?\(0, 0, 0/), 'rgb(255, 255, 255)']);
  await shot('print-units');
  expect(troubles).toEqual([]);
});
