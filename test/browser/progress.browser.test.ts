import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { scrollsSideways, untranslated, visit } from '../support/browser.js';
import { enterAs } from '../support/demo.js';
import { openDesk } from '../support/desk.js';

const { product, browser } = openDesk();

/** The one campaign of the demonstration, as somebody who is signed in finds it. */
async function openUnits(page: Page, search = ''): Promise<void> {
  const { items } = (await (await page.request.get('/api/v1/campaigns')).json()) as { items: { id: string }[] };
  await page.goto(`/campaigns/${items[0]?.id}/units${search}`);
  await page.getByRole('grid').waitFor();
}
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

test('by keys alone a coordinator walks the map, opens a report, and accepts it', async () => {
  const desk = await visit(browser, { url: product.url, as: 'coordinator' });
  const { page, troubles } = desk;
  await openUnits(page);
  await page.getByText('共 17 家单位、8 项应报事项，6 家有逾期').waitFor();
  await desk.shot('progress-map');
  await page.locator('[role="grid"] [tabindex="0"]').focus();
  await press(page, 'End', 'ArrowDown', 'ArrowLeft', 'Home', 'ArrowUp');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('rowheader');
  for (let step = 0; step < 8 && !(await focused(page)).includes('按时，待审'); step += 1)
    await press(page, 'ArrowRight');
  const cell = await focused(page);
  expect(cell).toContain('按时，待审');
  await press(page, 'Enter');
  const drawer = page.getByRole('dialog');
  await drawer.getByText('已按要求完成自查统计').waitFor();
  await page.waitForFunction(() => document.activeElement?.closest('.ant-drawer'));
  await desk.shot('progress-report');
  await drawer.getByRole('button', { name: '审核通过' }).press('Enter');
  await page.getByRole('dialog', { name: '审核通过' }).getByRole('button', { name: '审核通过' }).press('Enter');
  await drawer.locator('button:disabled', { hasText: '退回补报' }).waitFor();
  await press(page, 'Escape');
  await page.getByRole('gridcell', { name: cell.replace('待审', '已通过') }).waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'gridcell');
  expect(new URL(page.url()).searchParams.has('unit')).toBe(false);
  expect(troubles).toEqual([]);
  expect(await untranslated(page)).toEqual([]);
});

test('overdue units are chased: C fills the basket, the text is shown, then who was told and who was skipped', async () => {
  const desk = await visit(browser, { url: product.url, as: 'coordinator' });
  const { page, troubles } = desk;
  await openUnits(page);
  await page.getByRole('checkbox', { name: /甲县人民医院/ }).click();
  await page.locator('[role="grid"] [tabindex="0"]').focus();
  await press(page, 'c');
  expect(await page.getByRole('row', { selected: true }).count()).toBe(2);
  await press(page, 'c');
  await page.getByRole('button', { name: '逾期单位放入催办篮（6）' }).click();
  await page.getByRole('button', { name: '催办篮', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '催办篮' });
  await dialog.getByText('将催办 7 家单位').waitFor();
  await dialog.getByText('其中 0 家 24 小时内已催办、1 家没有应报事项，将自动跳过').waitFor();
  await dialog.getByLabel('催办内容').fill('请于今日下班前补报');
  const preview = await dialog.getByTestId('preview').innerText();
  expect(preview).toMatch(/催办：请于今日下班前补报（逾期 1 项，待报 0 项）$/);
  await desk.shot('progress-basket');
  await dialog.getByRole('button', { name: '确认催办 7 家' }).click();
  const record = page.getByRole('dialog', { name: '催办记录' });
  await record.getByText('告知 6 家，已读 0 家，跳过 1 家').waitFor();
  await record.getByRole('row', { name: /甲县人民医院 没有应报事项/ }).waitFor();
  await desk.shot('progress-chases');
  await press(page, 'Escape');
  expect(await page.getByText('已催', { exact: true }).count()).toBeGreaterThan(0);
  expect(troubles).toEqual([]);
  expect(await untranslated(page)).toEqual([]);

  const events = await page.request.get(`/api/v1/campaigns/${page.url().split('/')[4]}/chases`);
  const { items } = (await events.json()) as { items: { message: string; units: unknown[] }[] };
  expect(items.map(({ message, units }) => [message, units.length])).toEqual([['请于今日下班前补报', 6]]);
});

test('filters and groups live in the address; the sheet says what the map says and runs no formula', async () => {
  const { page, troubles } = await visit(browser, { url: product.url, as: 'leader' });
  await openUnits(page, '?state=overdue&group=kind');
  await page.getByText('6 家，6 家有逾期').waitFor();
  expect(await page.getByRole('checkbox').count()).toBe(0);
  await page.getByText('看表格').click();
  expect(new URL(page.url()).searchParams.get('view')).toBe('table');
  await page.getByRole('button', { name: '甲县三乡卫生院' }).waitFor();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出' }).click()]);
  const sheet = await readFile(await file.path(), 'utf8');
  expect(sheet.startsWith('\uFEFF单位,辖区,类别')).toBe(true);
  expect(sheet.trim().split('\r\n')).toHaveLength(7);
  expect(sheet).toContain('逾期未报');
  expect(sheet).not.toMatch(/(^|,)[=+@-]/m);
  expect(troubles).toEqual([]);
});

test('a phase and a deadline of the cockpit lead to what belongs there; either is shown, and taken away again', async () => {
  const desk = await visit(browser, { url: product.url, as: 'leader' });
  const { page, troubles } = desk;
  await openUnits(page, '?phase=self-check&state=overdue');
  await page.getByText('共 3 家单位、1 项应报事项，3 家有逾期').waitFor();
  const shown = (label: string) => page.locator('.ant-form-item', { hasText: label });
  await shown('阶段').getByText('自查自纠阶段').waitFor();
  await desk.shot('progress-phase');
  await shown('状态').locator('.ant-select-clear').click();
  await page.getByText('共 15 家单位、1 项应报事项，3 家有逾期').waitFor();
  await shown('阶段').locator('.ant-select-clear').click();
  await page.getByText('共 17 家单位、8 项应报事项').waitFor();
  expect(new URL(page.url()).search).toBe('');

  const campaign = page.url().split('/')[4];
  const { items } = (await (await page.request.get(`/api/v1/campaigns/${campaign}/deadlines`)).json()) as {
    items: { due: string; dues: { owed: number }[] }[];
  };
  const [first] = items.filter(({ dues }) => dues.length > 0);
  await openUnits(page, `?due=${encodeURIComponent(first?.due ?? '')}`);
  await page.getByText(`、${first?.dues.length} 项应报事项`).waitFor();
  await shown('时限')
    .getByText(/\d{4}年\d+月\d+日/)
    .waitFor();
  await desk.shot('progress-due');
  await page.getByRole('button', { name: '重置' }).click();
  await page.getByText('共 17 家单位、8 项应报事项').waitFor();
  expect(troubles).toEqual([]);
  expect(await untranslated(page)).toEqual([]);
});

test('reports are accepted in bulk: marked by key or all in sight, named, and what was skipped says why', async () => {
  const desk = await visit(browser, { url: product.url, as: 'coordinator' });
  const { page, troubles } = desk;
  // This page hears of nothing meanwhile, so that it asks for a report that somebody else has just looked at.
  await page.route('**/api/v1/live?*', () => undefined);
  await openUnits(page, '?state=review&phase=self-check');
  const awaiting = page.getByRole('gridcell', { name: /待审/ });
  const all = await awaiting.count();
  expect(all).toBeGreaterThan(3);
  await page.locator('[role="grid"] [tabindex="0"]').focus();
  await press(page, 'a');
  expect(await page.getByRole('gridcell', { selected: true }).count()).toBe(1);
  await press(page, 'ArrowDown', 'A');
  expect(await page.getByRole('gridcell', { selected: true }).count()).toBe(2);
  await press(page, 'a');
  await awaiting.nth(2).click({ modifiers: ['ControlOrMeta'] });
  expect(await page.getByRole('gridcell', { selected: true }).count()).toBe(2);
  await page.getByRole('button', { name: `选中图上全部待审（${all - 2}）` }).click();
  expect(await page.getByRole('gridcell', { selected: true }).count()).toBe(all);
  await desk.shot('progress-marked');

  await page.getByRole('button', { name: '批量通过' }).click();
  const dialog = page.getByRole('dialog', { name: '批量审核通过' });
  await dialog.getByText(`将审核通过 ${all} 项报送`).waitFor();
  await desk.shot('progress-accept');
  await dialog.getByRole('button', { name: '移出', exact: false }).first().click();
  await dialog.getByText(`将审核通过 ${all - 1} 项报送`).waitFor();
  const unit = await dialog.locator('tbody tr.ant-table-row td').first().innerText();
  const colleague = await enterAs(product.url, 'coordinator');
  const campaign = page.url().split('/')[4];
  const { items } = await colleague.get<{ items: { id: string; unitName: string; phase: string | null }[] }>(
    `obligations?campaign=${campaign}&status=submitted&limit=200`,
  );
  const taken = items.find(({ unitName, phase }) => unitName === unit && phase === 'self-check');
  await colleague.post(`obligations/${taken?.id}/return`, { reason: '缺少附表' });
  await dialog.getByRole('button', { name: `确认通过 ${all - 1} 项` }).click();
  await dialog.getByText(`已完成 ${all - 1} / ${all - 1}`).waitFor();
  expect(await dialog.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('100');
  const skipped = dialog.getByRole('list', { name: '1 项未能办理' }).getByRole('listitem');
  expect(await skipped.innerText()).toMatch(new RegExp(`^${unit} · .*(已退回|逾期未报)`));
  await desk.shot('progress-accepted');
  await press(page, 'Escape');
  await page.unroute('**/api/v1/live?*');
  await page.reload();
  await page.getByRole('grid').waitFor();
  expect(await awaiting.count()).toBe(1);
  expect(await page.getByRole('gridcell', { selected: true }).count()).toBe(0);
  expect(troubles).toEqual([]);
  expect(await untranslated(page)).toEqual([]);
});

test('the state of all reports is exported as a sheet; who only reads is offered neither', async () => {
  const desk = await visit(browser, { url: product.url, as: 'coordinator' });
  const { page, troubles } = desk;
  await openUnits(page);
  await page.getByRole('button', { name: /导出$/ }).click();
  const link = page.getByRole('dialog', { name: '导出报送情况' }).getByRole('link', { name: /报送情况\.xlsx$/ });
  await link.waitFor();
  await desk.shot('progress-export');
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(file.suggestedFilename()).toMatch(/-报送情况\.xlsx$/);
  expect((await readFile(await file.path())).subarray(0, 2).toString()).toBe('PK');
  expect(troubles).toEqual([]);

  const { page: other } = await visit(browser, { url: product.url, as: 'leader' });
  await openUnits(other);
  await other.getByRole('button', { name: '导出表格（CSV）' }).waitFor();
  for (const name of [/导出$/, /^批量通过/, /^催办篮/])
    expect([name, await other.getByRole('button', { name }).count()]).toEqual([name, 0]);
  await other.locator('[role="grid"] [tabindex="0"]').focus();
  await press(other, 'a', 'c');
  expect(await other.locator('[aria-selected="true"]').count()).toBe(0);
});

test('on a phone, and in English, the map scrolls in its frame and the page does not', async () => {
  const desk = await visit(browser, {
    url: product.url,
    as: 'coordinator',
    language: 'en',
    width: 390,
    height: 844,
  });
  const { page, troubles } = desk;
  await openUnits(page);
  expect(await scrollsSideways(page)).toBe(false);
  const frame = page.locator('.heat-frame');
  expect(await frame.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(true);
  await page.locator('[role="grid"] [tabindex="0"]').focus();
  await press(page, 'End');
  expect(await frame.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  await desk.shot('progress-phone');
  await page
    .getByRole('gridcell', { name: /to review/ })
    .first()
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Accept', exact: true }).waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  await desk.shot('progress-phone-report');
  expect(troubles).toEqual([]);
  expect(await untranslated(page)).toEqual([]);
});
