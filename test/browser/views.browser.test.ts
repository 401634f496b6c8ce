import { expect, test } from '@jest/globals';
import { violations } from '../support/accessibility.js';
import { scrollsSideways, untranslated, visit } from '../support/browser.js';
import { openDesk } from '../support/desk.js';

const { product, browser } = openDesk();

test('filters are saved by keyboard, found on another machine, renamed, and deleted after asking', async () => {
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'leader' });
  await page.goto('/cases');
  await page.getByText('已显示 5 条').waitFor();
  expect(await page.getByRole('button', { name: '保存筛选' }).count()).toBe(0);
  await page.goto('/cases?due=overdue');
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.getByRole('button', { name: '保存筛选' }).count()).toBe(0);

  await page.goto('/cases?q=叠加&stage=investigation');
  await page.getByText('已显示 1 条').waitFor();
  await page.getByRole('button', { name: '保存筛选' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('input:focus').waitFor();
  await page.keyboard.type('叠加开药');
  await shot('views-name');
  await page.keyboard.press('Enter');
  const mine = page.getByRole('button', { name: /叠加开药|我的视图/ });
  await mine.getByText('叠加开药').waitFor();
  expect(await page.getByRole('button', { name: '保存筛选' }).count()).toBe(0);

  const elsewhere = await visit(browser, { url: product.url, as: 'leader' });
  await elsewhere.page.goto('/cases');
  await elsewhere.page.getByRole('button', { name: '我的视图（1）' }).focus();
  await elsewhere.page.keyboard.press('Enter');
  await elsewhere.page.getByRole('menuitem', { name: '叠加开药' }).waitFor();
  await elsewhere.page.locator('[role="menuitem"]:focus, [role="menu"]:focus').waitFor();
  await elsewhere.page.keyboard.press('ArrowDown');
  await elsewhere.page.keyboard.press('Enter');
  await elsewhere.page.getByText('已显示 1 条').waitFor();
  const asked = new URL(elsewhere.page.url()).searchParams;
  expect([asked.get('q'), asked.get('stage')]).toEqual(['叠加', 'investigation']);
  expect(elsewhere.troubles).toEqual([]);

  await mine.click();
  await page.getByRole('menuitem', { name: '重命名“叠加开药”' }).waitFor();
  await shot('views-menu');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('menuitem', { name: '重命名“叠加开药”' }).click();
  await page.getByRole('textbox', { name: '视图名称' }).fill('盯住叠加开药');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('button', { name: '盯住叠加开药' }).click();

  await page.getByRole('menuitem', { name: '删除“盯住叠加开药”' }).click();
  const sure = page.getByRole('dialog', { name: '删除视图“盯住叠加开药”？' });
  await sure.getByRole('button', { name: '取消' }).click();
  await sure.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: '盯住叠加开药' }).click();
  await page.getByRole('menuitem', { name: '删除“盯住叠加开药”' }).click();
  await sure.getByRole('button', { name: '删除' }).click();
  await page.getByRole('button', { name: '保存筛选' }).waitFor();
  expect(await page.getByRole('button', { name: /我的视图/ }).count()).toBe(0);
  // The view is gone, what it showed is not.
  await page.getByText('已显示 1 条').waitFor();
  expect(troubles).toEqual([]);
  expect(await untranslated(page)).toEqual([]);
}, 90_000);

test('on a phone, in English: a long name breaks nothing, a taken one is refused in words, lists keep their views apart', async () => {
  const { page, troubles, shot } = await visit(browser, {
    ...{ url: product.url, as: 'coordinator', language: 'en', width: 390, height: 844 },
  });
  const save = async (name: string) => {
    await page.getByRole('button', { name: 'Save these filters' }).click();
    await page.getByRole('textbox', { name: 'Name of the view' }).fill(name);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
  };
  const long = 'W'.repeat(100);
  await page.goto('/cases?stage=filing');
  await save(long);
  await page.getByRole('button', { name: long }).click();
  await page.getByRole('menuitem', { name: long, exact: true }).waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  await shot('views-phone');
  await page.keyboard.press('Escape');

  await page.goto('/cases?stage=execution');
  await save(long);
  await page.getByRole('dialog').getByText('you have a view of this name').waitFor();
  await page.getByRole('textbox', { name: 'Name of the view' }).fill('Execution');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Execution', exact: true }).waitFor();
  expect(await violations(page)).toEqual([]);

  await page.goto('/campaigns?status=running');
  await save('Running');
  await page.getByRole('button', { name: 'Running', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Rename “Running”' }).waitFor();
  expect(await page.getByRole('menuitem', { name: 'Execution' }).count()).toBe(0);
  expect(await scrollsSideways(page)).toBe(false);
  await shot('views-campaigns-phone');
  expect(troubles.filter((each) => !each.includes('409'))).toEqual([]);
  expect(await untranslated(page)).toEqual([]);
}, 90_000);
