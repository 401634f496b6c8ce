import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { scrollsSideways, untranslated, visit } from '../support/browser.js';
import { openDesk } from '../support/desk.js';

const { product, browser } = openDesk();

const openPenalty = async (page: Page, title: string) => {
  await page.goto(`/cases?q=${title}`);
  await page.getByRole('link', { name: /医保案字第/ }).click();
  await page.getByRole('tab', { name: '处罚计算' }).click();
  await page.locator('svg [data-mark="fine"]').waitFor();
};

test('refund and fine are two totals, never one; every mark gives its article and sum', async () => {
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'leader' });
  await openPenalty(page, '虚构门诊大病');
  const fund = page.locator('[data-total="fund"]');
  const treasury = page.locator('[data-total="treasury"]');
  expect(await fund.innerText()).toMatch(/38,640\.50[\s\S]*叁万捌仟陆佰肆拾元伍角整/);
  expect(await treasury.innerText()).toMatch(/115,921\.50[\s\S]*壹拾壹万伍仟玖佰贰拾壹元伍角整/);
  expect(await page.getByText('154,562.00').count()).toBe(0); // the sum of both is nowhere
  await page.locator('svg [data-mark="floor"]').click();
  await page.getByText('法定下限 2 倍：38,640.50 × 2 = 77,281.00 元 · 医疗保障基金使用监督管理条例 第四十条').waitFor();
  await page.locator('svg [data-mark="fine"]').focus();
  await page.getByText('拟处罚款 3 倍：38,640.50 × 3 = 115,921.50 元').waitFor();
  expect(await page.getByRole('group', { name: /罚款 115,921\.50 元.*法定 2 至 5 倍之内/ }).count()).toBe(1);
  await page.getByText(/处骗取金额3倍的罚款.*大写：壹拾壹万伍仟玖佰贰拾壹元伍角整/).waitFor();
  await shot('penalty');
  expect(troubles).toEqual([]);
  expect(await untranslated(page)).toEqual([]);
});

test('the picture has a table twin and is saved as SVG and PNG', async () => {
  const { page, troubles } = await visit(browser, { url: product.url, as: 'leader' });
  await openPenalty(page, '虚构门诊大病');
  for (const [name, start] of [
    ['SVG', '<svg'],
    ['PNG', '\u0089PNG'],
  ] as const) {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
    const bytes = await readFile(await download.path());
    expect(bytes.toString('latin1').startsWith(start)).toBe(true);
    expect(bytes.length).toBeGreaterThan(1_000);
  }
  await page.getByText('看表格').click();
  const rows = await page.getByRole('tabpanel').locator('tbody tr.ant-table-row').allInnerTexts();
  expect(rows.map((row) => /[\d,]+\.\d\d(?=\s*\n?[^\n]*[壹贰叁肆伍陆柒捌玖]万)/.test(row))).not.toContain(false);
  expect(rows).toHaveLength(5);
  expect(troubles).toEqual([]);
});

test('试算 beside a case works out other figures and leaves the file as it is', async () => {
  const { page, troubles } = await visit(browser, { url: product.url, as: 'investigator' });
  await openPenalty(page, '伪造检验结果');
  const writes: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET') writes.push(new URL(request.url()).pathname);
  });
  await page.getByRole('button', { name: '试算' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByText('255,000.00').or(drawer.getByText('510,000.00')).first().waitFor();
  await drawer.getByLabel('倍数').fill('2');
  await drawer.getByText(/不在该档内，须说明理由/).waitFor();
  await drawer.getByLabel('不在裁量档内的理由').fill('已全部退回');
  await drawer.locator('[data-total="treasury"]').getByText('255,000.00').waitFor();
  expect([...new Set(writes)]).toEqual(['/api/v1/penalty-assessments']);
  await page.keyboard.press('Escape');
  expect(await page.getByRole('tabpanel').locator('[data-total="treasury"]').innerText()).toContain('510,000.00');
  // The refusal that asks for the reason is an answer of 422, which the browser reports too.
  expect(troubles.filter((each) => !each.includes('422'))).toEqual([]);
});

test('the calculator answers as one types, and refuses outside the band with the article at the field', async () => {
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'investigator' });
  await page.goto('/calculator');
  await page.getByLabel('金额').fill('10005');
  await page.locator('[data-total="treasury"]').getByText('20,010.00').waitFor();
  await page.getByText('壹万零伍元整').first().waitFor();
  expect(troubles).toEqual([]);
  await page.getByLabel('倍数').fill('5.5');
  const refusal = page.locator('.ant-form-item-explain-error');
  await refusal.waitFor();
  expect(await refusal.innerText()).toMatch(/第四十条.*2倍以上5倍以下.*5\.5倍超出法定幅度/);
  expect(await page.locator('[data-total]').count()).toBe(0);
  await shot('calculator-refused');
  // The address holds the figures: a link shows the same.
  await page.getByLabel('倍数').fill('3');
  await page.locator('[data-total="treasury"]').getByText('30,015.00').waitFor();
  await page.reload();
  await page.locator('[data-total="treasury"]').getByText('30,015.00').waitFor();
});

test('in English on a phone, an individual’s misuse costs a refund and no fine', async () => {
  const { page, troubles, shot } = await visit(browser, {
    url: product.url,
    as: 'investigator',
    language: 'en',
    width: 390,
    height: 844,
  });
  await page.goto('/calculator?breach=individual-misuse&amount=5000&multiple=0');
  await page.locator('[data-total="fund"]').getByText('50.00').waitFor();
  await page.getByText('2. Fine: this article sets none').waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  await shot('calculator-phone');
  expect(await untranslated(page)).toEqual([]);
  expect(troubles).toEqual([]);
});

test('any deadline is worked out without a case: extensions, excluded time, and how it stands on a day', async () => {
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'investigator' });
  await page.goto('/calculator?of=deadline');
  await page.getByText('选择期限和起算日后即显示结果').waitFor();
  const type = async (label: string, day: string) => {
    await page.getByLabel(label).fill(day);
    await page.keyboard.press('Enter');
  };
  await type('起算日（事件发生日）', '2026-03-02');
  await page.getByText('90日，至 2026-05-31').waitFor();
  await page.getByLabel('负责人批准延长（30）').fill('30');
  await page.getByText('负责人批准延长 30日，至 2026-06-30').waitFor();
  await type('假设到这一天', '2026-06-29');
  await page.getByText('还有 1 日（1 个工作日）').waitFor();
  await page.getByText(/依据未经原文核对，待当地确认/).waitFor();
  await shot('deadline-calculator');
  expect(await scrollsSideways(page)).toBe(false);
  expect(troubles).toEqual([]);
  expect(await untranslated(page)).toEqual([]);
});
