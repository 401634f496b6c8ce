import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { scrollsSideways, untranslated, visit } from '../support/browser.js';
import { openDesk } from '../support/desk.js';

const { browser, product } = openDesk();

async function selfChecks(page: Page, link = '自查自纠'): Promise<void> {
  await page.goto('/campaigns');
  await page.getByRole('link', { name: /百日专项整治行动/ }).click();
  await page.getByRole('link', { name: link }).click();
}

test('a hospital goes through its list, is sent to the ledger for what it found, hands it in; the agency judges it', async () => {
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'hospital' });
  await selfChecks(page);
  await page.getByText('已答 0/20 项').waitFor();
  const nothing = page.getByRole('radio', { name: '未发现' });
  for (let place = 0; place < 20; place += 1) await nothing.nth(place).check();
  await page.getByText('已答 20/20 项').waitFor();
  await page.getByRole('radio', { name: '发现问题' }).nth(6).check();
  await page.getByText('请先将“收费”类问题登记到问题台账').waitFor();
  // What is half done is there again after a reload.
  await page.reload();
  await page.getByText('已答 20/20 项').waitFor();
  await page.getByRole('link', { name: '去登记' }).click();
  await page.getByRole('button', { name: '登记问题' }).click();
  const dialog = page.getByRole('dialog').last();
  await dialog.getByLabel('问题类别').fill('收费');
  await dialog.getByLabel('问题', { exact: true }).fill('静脉输液重复收取');
  await dialog.getByLabel('整改期限').fill('2099-01-01');
  await page.keyboard.press('Tab');
  await dialog.getByRole('button', { name: '登记问题' }).click();
  await page.getByRole('button', { name: /收费/ }).waitFor();

  await selfChecks(page);
  await page.getByLabel('问题说明').fill('静脉输液重复收取，已登记台账');
  await page.getByLabel('住院病历总数').fill('1000');
  await page.getByLabel('住院病历抽查数').fill('299');
  await page.getByLabel('门诊处方总数').fill('5000');
  await page.getByLabel('门诊处方抽查数').fill('1000');
  await page.getByLabel('承诺人').fill('李某');
  await page.getByLabel('职务').fill('院长');
  await page.getByRole('button', { name: '报送自查' }).click();
  await page.getByText('请确认承诺').waitFor();
  await page.getByRole('checkbox', { name: /代表本单位作出承诺/ }).check();
  await page.getByRole('button', { name: '报送自查' }).click();
  await page.getByText('应抽查 300 至 1000 份').first().waitFor();
  await shot('self-check-sample');
  await page.getByLabel('住院病历抽查数').fill('300');
  await page.getByRole('button', { name: '报送自查' }).click();
  await page.getByText('自查已报送，等待审核').waitFor();

  const kept = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载承诺书' }).click();
  expect((await kept).suggestedFilename()).toBe('承诺书-甲县人民医院.docx');

  const judge = await visit(browser, { url: product.url, as: 'coordinator' });
  await selfChecks(judge.page);
  await judge.page.getByText('已报 1 家').waitFor();
  await judge.shot('self-checks');
  await judge.page.getByRole('button', { name: '甲县人民医院' }).click();
  await judge.page.getByText('静脉输液重复收取，已登记台账').waitFor();
  await judge.shot('self-check-judged');
  await judge.page.getByRole('button', { name: '自查审核通过' }).click();
  await judge.page.getByRole('dialog').last().getByRole('button', { name: '自查审核通过' }).click();
  await page.getByText('自查已审核通过').waitFor({ timeout: 30_000 });
  expect(await untranslated(judge.page)).toEqual([]);
  expect(await untranslated(page)).toEqual([]);
  expect(troubles.filter((each) => !/422/.test(each))).toEqual([]);
  expect(judge.troubles).toEqual([]);
}, 180_000);

test('on a phone, in English, list and answers fit', async () => {
  const { page, troubles, shot } = await visit(browser, {
    ...{ url: product.url, as: 'leader', language: 'en', width: 390, height: 844 },
  });
  await selfChecks(page, 'Self-checks');
  await page.getByRole('button', { name: '甲县人民医院' }).click();
  await page.getByText('Written commitment').waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  await shot('self-check-phone');
  expect(await untranslated(page)).toEqual([]);
  expect(troubles).toEqual([]);
});
