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

test('an officer reads the discipline and acknowledges it; the coordinator sees who has not, and issues a note', async () => {
  const officer = await visit(browser, { url: product.url, as: 'officer' });
  await organisation(officer.page);
  await officer.page.getByRole('tab', { name: '检查纪律' }).click();
  await officer.page.getByText(/^不得跑风漏气/).waitFor();
  await officer.page.getByRole('button', { name: '确认检查纪律' }).click();
  await dialog(officer.page).getByLabel('需回避的单位及原因').fill('无');
  await send(officer.page, '确认检查纪律');
  await officer.page.getByText(/您已于 .* 确认/).waitFor();
  await officer.shot('discipline');

  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'coordinator' });
  await organisation(page);
  await page.getByRole('tab', { name: '检查纪律' }).click();
  await page.getByRole('row', { name: /甲县办案人员二.*\d{2}:\d{2}/ }).waitFor();
  await page.getByRole('row', { name: /甲县办案人员一.*未确认/ }).waitFor();
  await page.getByRole('tab', { name: '指导与手册' }).click();
  await page.getByRole('button', { name: '印发', exact: true }).click();
  await dialog(page).getByLabel('标题').fill('台账填报指导');
  await dialog(page).getByLabel('内容').fill('逐条填写责任部门和责任人');
  await dialog(page).getByLabel('印发单位').fill('甲县人民医院');
  await page.locator('.ant-select-dropdown:visible').getByTitle('甲县人民医院', { exact: true }).click();
  await page.keyboard.press('Escape');
  await send(page, '印发');
  await page.getByText('未阅知：甲县人民医院').waitFor();
  await shot('notes');

  const hospital = await visit(browser, { url: product.url, as: 'hospital' });
  await organisation(hospital.page);
  await hospital.page.getByRole('tab', { name: '指导与手册' }).click();
  await hospital.page
    .getByRole('button', { name: '阅 知' })
    .or(hospital.page.getByRole('button', { name: '阅知' }))
    .click();
  await hospital.page.getByText(/已于 .* 阅知/).waitFor();
  await page.getByText('已阅知 1/1 家').waitFor({ timeout: 30_000 });
  expect(await untranslated(page)).toEqual([]);
  expect([...troubles, ...officer.troubles, ...hospital.troubles]).toEqual([]);
}, 120_000);

test('a duty is assigned to an officer, who finds it in their list and finishes it', async () => {
  const { page, troubles } = await visit(browser, { url: product.url, as: 'coordinator' });
  await organisation(page);
  await page.getByRole('tab', { name: '责任分工' }).click();
  await page.getByRole('button', { name: '分工到人' }).click();
  await dialog(page).getByLabel('任务').fill('汇总现场检查情况');
  await dialog(page).getByLabel('牵头部门').fill('基金监管科');
  await pick(page, '责任人', '甲县办案人员二');
  await dialog(page).getByLabel('完成期限').fill(dayFromToday(10));
  await page.keyboard.press('Tab');
  await send(page, '分工到人');
  await page.getByRole('row', { name: /汇总现场检查情况.*甲县办案人员二/ }).waitFor();

  const officer = await visit(browser, { url: product.url, as: 'officer' });
  await officer.page.goto('/');
  await officer.page.getByRole('button', { name: /我的账号/ }).click();
  await officer.page.getByRole('menuitem', { name: '我的分工' }).click();
  await officer.page
    .getByRole('row', { name: /汇总现场检查情况/ })
    .getByRole('button', { name: '办结' })
    .click();
  await dialog(officer.page).getByLabel('完成情况').fill('已汇总');
  await send(officer.page, '办结');
  await officer.page.getByRole('row', { name: /已办结.*已汇总/ }).waitFor();
  await officer.shot('my-duties');
  expect(await untranslated(officer.page)).toEqual([]);
  expect([...troubles, ...officer.troubles]).toEqual([]);
}, 120_000);
