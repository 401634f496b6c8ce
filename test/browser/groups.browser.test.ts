import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { scrollsSideways, untranslated, visit } from '../support/browser.js';
import { askForFiling, dayFromToday } from '../support/demo.js';
import { openDesk } from '../support/desk.js';

const { browser, product } = openDesk();

async function organisation(page: Page, link = '组织', title = '组织与职责'): Promise<void> {
  await page.goto('/campaigns');
  await page.getByRole('link', { name: /百日专项整治行动/ }).click();
  await page.getByRole('link', { name: link }).click();
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
}
const dialog = (page: Page) => page.getByRole('dialog').last();
const send = (page: Page, act: string) => dialog(page).getByRole('button', { name: act, exact: true }).click();
const card = (page: Page, name: string) => page.locator('.ant-card').filter({ hasText: name });

test('a coordinator fills the vacant seat and replaces who sits in another; who sat there before stays to be read', async () => {
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'coordinator' });
  await organisation(page);
  await page.getByText(/有 1 个职位空缺：.*医保中心主任/).waitFor();
  const leading = card(page, '工作领导小组');
  await leading.getByRole('button', { name: '任命' }).first().click();
  await dialog(page).getByLabel('姓名（非本平台人员）').fill('虚构丁');
  await dialog(page).getByLabel('所在单位').fill('甲县医保中心');
  await dialog(page).getByLabel('职务').fill('主任');
  await shot('group-appoint');
  await send(page, '任命');
  await leading.getByText('虚构丁').waitFor();
  await page.getByText(/个职位空缺/).waitFor({ state: 'hidden' });

  await leading
    .getByRole('row', { name: /虚构乙/ })
    .getByRole('button', { name: '调整' })
    .click();
  await dialog(page).getByLabel('接任人姓名（非本平台人员）').fill('虚构戊');
  await dialog(page).getByLabel('理由').fill('工作调动');
  await send(page, '调整');
  await leading.getByRole('row', { name: /虚构戊/ }).waitFor();
  await leading.getByRole('button', { name: '前任与继任（1）' }).click();
  await leading.getByRole('row', { name: /虚构乙.*工作调动/ }).waitFor();
  await shot('groups');
  await page.getByLabel('日期').fill(dayFromToday(-1));
  await leading
    .getByRole('row', { name: /虚构乙/ })
    .first()
    .waitFor();
  await page.getByText(/有 1 个职位空缺：.*医保中心主任/).waitFor();
  expect(await untranslated(page)).toEqual([]);
  expect(troubles).toEqual([]);
}, 120_000);

test('on a phone, in English, a hospital sees who leads, and no telephone', async () => {
  const { page, troubles, shot } = await visit(browser, {
    ...{ url: product.url, as: 'hospital', language: 'en', width: 390, height: 844 },
  });
  await organisation(page, 'Organisation', 'Organisation and duties');
  await page.getByText('虚构丙').waitFor();
  expect(await page.getByText('0000-0000001').count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Appoint' }).count()).toBe(0);
  expect(await scrollsSideways(page)).toBe(false);
  await shot('groups-phone');
  expect(await untranslated(page)).toEqual([]);
  expect(troubles).toEqual([]);
}, 60_000);

test('a leader delegates; the deputy approves, and the record names both', async () => {
  const id = await askForFiling(product.url, '委托代办测试线索');
  const leader = await visit(browser, { url: product.url, as: 'leader' });
  await leader.page.goto('/');
  await leader.page.getByRole('button', { name: /我的账号/ }).click();
  await leader.page.getByRole('menuitem', { name: '委托代办' }).click();
  await leader.page.getByRole('button', { name: '委托', exact: true }).click();
  await pick(leader.page, '受托人', '甲县综合协调');
  await pick(leader.page, '委托权限', '审批案件');
  await leader.page.keyboard.press('Escape');
  await dialog(leader.page).getByLabel('事由').fill('外出学习');
  await leader.shot('delegation-form');
  await send(leader.page, '委托');
  await leader.page.getByRole('row', { name: /甲县综合协调.*生效中/ }).waitFor();

  const deputy = await visit(browser, { url: product.url, as: 'coordinator' });
  await deputy.page.goto('/delegations');
  await deputy.page.getByRole('button', { name: '开始代办' }).click();
  await deputy.page.getByText('正在代 甲县分管领导 办理').waitFor();
  await deputy.page.goto(`/cases/${id}`);
  await deputy.page.getByRole('button', { name: '批准立案' }).first().click();
  await send(deputy.page, '批准立案');
  await deputy.page.getByText('甲县综合协调（代 甲县分管领导）').first().waitFor();
  await deputy.shot('delegation-record');
  await deputy.page.getByRole('button', { name: '结束代办' }).click();
  await deputy.page.getByText('正在代 甲县分管领导 办理').waitFor({ state: 'hidden' });

  await leader.page.getByRole('button', { name: '撤回' }).click();
  await leader.page.getByRole('button', { name: /^(确 ?定|OK)$/ }).click();
  await leader.page.getByRole('row', { name: /甲县综合协调.*已撤回/ }).waitFor();
  await leader.shot('delegations');
  expect(await untranslated(leader.page)).toEqual([]);
  expect([...leader.troubles, ...deputy.troubles]).toEqual([]);
}, 120_000);

async function pick(page: Page, label: string, option: string): Promise<void> {
  await dialog(page).getByLabel(label).click();
  await page.locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true }).click();
}
