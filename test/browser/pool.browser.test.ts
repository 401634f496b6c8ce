import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { scrollsSideways, untranslated, visit } from '../support/browser.js';
import { openDesk } from '../support/desk.js';

const { browser, product } = openDesk();

const dialog = (page: Page) => page.getByRole('dialog').last();
async function add(page: Page, { name, specialty }: { name: string; specialty: string }): Promise<void> {
  await page.getByRole('button', { name: '入库' }).click();
  await dialog(page).getByLabel('姓名', { exact: true }).fill(name);
  await dialog(page).getByLabel('专业').fill(specialty);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
}
const send = (page: Page, act: string) => dialog(page).getByRole('button', { name: act, exact: true }).click();

test('a coordinator puts an expert and a third party into the pool, withdraws one, and draws from it at a press', async () => {
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'coordinator' });
  await page.goto('/pool');
  await page.getByText('点击“入库”添加专家或第三方人员').waitFor();
  await add(page, { name: '王药师', specialty: '药学' });
  await dialog(page).getByLabel('所在单位（已登记的）').fill('甲县人民医院');
  await page.locator('.ant-select-item-option', { hasText: '甲县人民医院' }).first().click();
  await dialog(page).getByLabel('聘期或合同开始').fill('2020-01-01');
  await page.keyboard.press('Tab');
  await shot('pool-adding');
  await send(page, '入库');
  await page.getByRole('row', { name: /王药师.*甲县人民医院.*可抽取/ }).waitFor();

  await add(page, { name: '李审核', specialty: '病历审核' });
  await dialog(page).getByText('第三方人员', { exact: true }).click();
  await dialog(page).getByLabel('所在单位（未登记的）').fill('某保险公司');
  await dialog(page).getByLabel('聘期或合同开始').fill('2020-01-01');
  await page.keyboard.press('Tab');
  await send(page, '入库');
  await page.getByText('第三方人员须有合同编号、服务范围和期限').first().waitFor();
  await dialog(page).getByLabel('合同编号').fill('大病保险 2020-1');
  await dialog(page).getByLabel('服务范围').fill('住院病历抽审');
  await dialog(page).getByLabel('聘期或合同截止').fill('2099-12-31');
  await page.keyboard.press('Tab');
  await send(page, '入库');
  await page.getByRole('row', { name: /李审核.*某保险公司/ }).waitFor();
  await shot('pool');

  await page.getByRole('button', { name: '李审核' }).click();
  await dialog(page).getByRole('button', { name: '出库' }).click();
  await dialog(page).getByLabel('理由').fill('合同终止');
  await send(page, '出库');
  await page.getByText('合同终止').waitFor();
  await page.goto('/pool');
  await page.getByRole('row', { name: /李审核.*已出库/ }).waitFor();

  await page.getByRole('tab', { name: '第三方合同' }).click();
  await page.getByText('大病保险 2020-1 · 某保险公司').waitFor();
  await page.getByText('尚无检查参与记录').waitFor();
  await shot('pool-contracts');

  await page.goto('/campaigns');
  await page.getByRole('link', { name: /百日专项整治行动/ }).click();
  await page.getByRole('link', { name: '双随机抽取' }).click();
  await page.getByRole('button', { name: '准备抽取' }).click();
  await page.getByLabel('同时随机抽取检查人员并分组').click();
  await page.getByRole('button', { name: '全部取用' }).click();
  await page.locator('.ant-select-selection-item', { hasText: '王药师 · 甲县人民医院 · 药学' }).waitFor();
  expect(await page.getByText('李审核 ·').count()).toBe(0);
  await shot('pool-in-draw');
  expect(await untranslated(page)).toEqual([]);
  // The refusal that the form shows is an answer of 422, which the browser reports too.
  expect(troubles.filter((each) => !each.includes('422'))).toEqual([]);
}, 120_000);

test('a leader reads the pool on a phone, in English, and changes nothing; an investigator has no such page in the menu', async () => {
  const { page, troubles, shot } = await visit(browser, {
    ...{ url: product.url, as: 'leader', language: 'en', width: 390, height: 844 },
  });
  await page.goto('/pool');
  await page.getByRole('button', { name: '王药师' }).click();
  await page.getByText('registered unit').waitFor();
  expect(await page.getByRole('button', { name: 'Add to the pool' }).count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Withdraw' }).count()).toBe(0);
  expect(await scrollsSideways(page)).toBe(false);
  await shot('pool-phone');
  expect(await untranslated(page)).toEqual([]);
  const other = await visit(browser, { url: product.url, as: 'investigator' });
  await other.page.goto('/visits');
  await other.page.getByRole('heading', { name: '现场检查', level: 1 }).waitFor();
  expect(await other.page.getByRole('menuitem', { name: '专家库' }).count()).toBe(0);
  expect([...troubles, ...other.troubles]).toEqual([]);
});
