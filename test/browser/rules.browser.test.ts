import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { scrollsSideways, untranslated, visit } from '../support/browser.js';
import { dayFromToday } from '../support/demo.js';
import { openDesk } from '../support/desk.js';

const { browser, product } = openDesk();

const RULE = '门诊慢特病复核制度';
const send = (page: Page, act: string) => page.getByRole('dialog').last().getByRole('button', { name: act }).click();

test('a rule is drafted at closing, approved by the leader, and offered to the next plan', async () => {
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'coordinator' });
  await page.goto('/campaigns');
  await page.getByRole('link', { name: /百日专项整治行动/ }).click();
  await page.getByRole('link', { name: /收尾$/ }).click();
  await page.getByRole('button', { name: '拟订制度' }).click();
  const dialog = page.getByRole('dialog').last();
  await dialog.getByRole('combobox', { name: '类别' }).click();
  await page.getByTitle('风险防控机制').click();
  await dialog.getByLabel('名称').fill(RULE);
  await dialog.getByLabel('内容').fill('认定材料由两名医师复核，每月抽查。');
  await dialog.getByLabel('责任部门').fill('基金监管科');
  await dialog.getByLabel('依据').fill('《医疗保障基金使用监督管理条例》');
  await send(page, '拟订制度');
  await page.getByRole('link', { name: '查看长效制度' }).click();
  await page.getByRole('button', { name: RULE }).click();
  await page.getByRole('button', { name: '报批' }).click();
  await send(page, '报批');
  await page.getByText('待批准').first().waitFor();

  const leader = await visit(browser, { url: product.url, as: 'leader' });
  await leader.page.goto('/rules');
  await leader.page.getByRole('button', { name: RULE }).click();
  await leader.page.getByRole('button', { name: '批准施行' }).click();
  await leader.page.getByLabel('施行日期').fill(dayFromToday(0));
  await leader.page.keyboard.press('Tab');
  await send(leader.page, '批准施行');
  await leader.page.getByText('施行中').first().waitFor();
  await leader.shot('rule-in-force');
  await leader.page.goto('/rules?tab=bases');
  await leader.page.getByText('医疗保障基金使用监督管理条例', { exact: true }).first().waitFor();
  expect(await untranslated(leader.page)).toEqual([]);

  await page.goto('/campaigns/new?plan=t004-hundred-day-chronic-outpatient&step=scope&start=2027-03-01');
  await page.getByRole('checkbox', { name: new RegExp(RULE) }).check();
  await shot('rules-to-carry');
  expect(await untranslated(page)).toEqual([]);
  expect([...troubles, ...leader.troubles]).toEqual([]);
}, 120_000);

test('on a phone, in English, a hospital reads what is in force', async () => {
  const { page, troubles, shot } = await visit(browser, {
    ...{ url: product.url, as: 'hospital', language: 'en', width: 390, height: 844 },
  });
  await page.goto('/rules');
  await page.getByRole('button', { name: RULE }).click();
  await page.getByText('基金监管科').last().waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  await shot('rules-phone');
  expect(await untranslated(page)).toEqual([]);
  expect(troubles).toEqual([]);
});
