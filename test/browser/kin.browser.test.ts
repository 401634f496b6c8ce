import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { scrollsSideways, untranslated, visit } from '../support/browser.js';
import { openDesk } from '../support/desk.js';

const { browser, product } = openDesk();

async function openCampaign(page: Page): Promise<void> {
  await page.goto('/campaigns');
  await page.getByRole('link', { name: /百日专项整治行动/ }).click();
  await page.getByRole('heading', { level: 1, name: /百日专项整治行动/ }).waitFor();
}
const confirm = (page: Page, act: string) => page.getByRole('dialog').last().getByRole('button', { name: act }).click();

test('a coordinator looks back on a campaign, takes over its ledger and draws for a re-check', async () => {
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'coordinator' });
  await openCampaign(page);
  await page.getByRole('link', { name: '问题台账' }).click();
  await page.getByRole('button', { name: '登记问题' }).click();
  const dialog = page.getByRole('dialog').last();
  await dialog.getByLabel('单位', { exact: true }).click();
  await page.locator('.ant-select-item-option', { hasText: '甲县人民医院' }).click();
  await dialog.getByLabel('问题类别').fill('串换项目');
  await dialog.getByLabel('问题', { exact: true }).fill('理疗串换为手术');
  await dialog.getByLabel('整改期限').fill('2099-01-01');
  await page.keyboard.press('Tab');
  await confirm(page, '登记问题');
  await page.getByRole('button', { name: /串换项目/ }).waitFor();
  await page.getByRole('button', { name: '抽取复查' }).click();
  await confirm(page, '抽取复查');
  await page.getByText('没有已销号且未复查的问题').waitFor();
  await page.keyboard.press('Escape');

  await openCampaign(page);
  await page.getByRole('link', { name: '对此开展回头看' }).click();
  await page.getByRole('button', { name: /选用此方案 打击虚构门诊大病/ }).click();
  await page.getByRole('button', { name: '下一步：定范围' }).click();
  await page.getByLabel('专项名称').fill('甲县回头看');
  await page
    .getByText(/百日专项整治行动.*（进行中）/)
    .first()
    .waitFor();
  await shot('look-back-wizard');
  await page.getByRole('button', { name: '下一步：试运行' }).click();
  await page.getByRole('button', { name: '创建专项草案' }).click();
  await page.getByText('专项草案已创建').waitFor();

  const leader = await visit(browser, { url: product.url, as: 'leader' });
  await leader.page.goto('/campaigns');
  await leader.page.getByRole('link', { name: '甲县回头看' }).click();
  await leader.page.getByRole('button', { name: '批准专项', exact: true }).click();
  await confirm(leader.page, '批准专项');
  await leader.page.getByText('已批准').first().waitFor();

  await page.goto('/campaigns');
  await page.getByRole('link', { name: '甲县回头看' }).click();
  await page.getByRole('button', { name: '启动专项' }).click();
  await confirm(page, '启动专项');
  await page.getByText('进行中').first().waitFor();
  await page.getByText('回头看所承接的专项').waitFor();
  await shot('kin');
  await page.getByRole('link', { name: '问题台账' }).click();
  await page.getByRole('button', { name: '承接前次台账' }).click();
  await page.getByLabel('整改期限').fill('2099-01-01');
  await page.keyboard.press('Tab');
  await confirm(page, '承接前次台账');
  await page.getByRole('button', { name: /串换项目/ }).click();
  await page.getByText('承接自').waitFor();
  await shot('taken-over');
  expect(await untranslated(page)).toEqual([]);
  // The one refusal is the re-check that had nothing to draw from.
  expect(troubles.filter((each) => !/409/.test(each))).toEqual([]);
  expect(leader.troubles).toEqual([]);
}, 180_000);

test('on a phone, in English, what belongs together fits', async () => {
  const { page, troubles, shot } = await visit(browser, {
    ...{ url: product.url, as: 'coordinator', language: 'en', width: 390, height: 844 },
  });
  await page.goto('/campaigns');
  await page.getByRole('link', { name: '甲县回头看' }).click();
  await page.getByText('Above, below and before').waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  await shot('kin-phone');
  expect(await untranslated(page)).toEqual([]);
  expect(troubles).toEqual([]);
});
