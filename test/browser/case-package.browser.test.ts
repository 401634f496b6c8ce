import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { verifyPackage } from '@fundguard/casework';
import type { Page } from 'playwright-core';
import { scrollsSideways, untranslated, visit } from '../support/browser.js';
import { openDesk } from '../support/desk.js';

const { product, browser } = openDesk();

const openCase = async (page: Page, title: string) => {
  await page.goto(`/cases?q=${title}`);
  await page.getByRole('link', { name: /医保案字第/ }).click();
};

test('a leader takes a case out as one file, which proves itself', async () => {
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'leader' });
  await openCase(page, '虚构门诊大病');
  await page.getByRole('button', { name: '导出卷包' }).click();
  const link = page.getByRole('dialog', { name: '导出卷包' }).getByRole('link', { name: /卷包-.*\.zip/ });
  await link.waitFor();
  await shot('case-package');
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(download.suggestedFilename()).toMatch(/医保案字第1号卷包-\d{4}-\d\d-\d\d\.zip$/);
  const report = await verifyPackage(await download.path());
  expect(report).toMatchObject({ exhibits: 1 });
  expect(report.fault).toBeUndefined();
  await page.keyboard.press('Escape');
  await page.getByText('已导出卷包').first().waitFor(); // on the record
  expect(troubles).toEqual([]);
  expect(await untranslated(page)).toEqual([]);
});

test('who does not work on the case is offered no package', async () => {
  const { page } = await visit(browser, { url: product.url, as: 'reviewer' });
  await openCase(page, '虚构门诊大病');
  await page.getByText('办理过程').waitFor();
  expect(await page.getByRole('button', { name: '导出卷包' }).count()).toBe(0);
});

test('an auditor verifies evidence: whole at first; replaced on disk it stands there in red and in words, also on a phone', async () => {
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'auditor' });
  await openCase(page, '伪造检验结果');
  await page.getByRole('tab', { name: /证据/ }).click();
  await page.getByText('尚未核验').waitFor();
  const verify = async () => {
    await page.getByRole('button', { name: '重新核验' }).click();
    const dialog = page.getByRole('dialog', { name: '核验证据' });
    await dialog.getByText('已完成 1 / 1').waitFor();
    await dialog.getByRole('button', { name: /关闭|Close/ }).click();
  };
  await verify();
  await page.getByRole('tabpanel').getByText('一致', { exact: true }).waitFor();
  await shot('evidence-whole');
  for (const folder of await readdir(join(product.folder, 'files')))
    if (folder !== 'incoming')
      for (const name of await readdir(join(product.folder, 'files', folder)))
        await writeFile(join(product.folder, 'files', folder, name), '替换');
  await verify();
  await page.getByRole('alert').getByText('1 份证据与入卷时不一致').waitFor();
  await page.getByRole('tabpanel').getByText('内容不一致', { exact: true }).waitFor();
  await page.getByText('证据核验异常').waitFor();
  await shot('evidence-altered');
  expect(troubles).toEqual([]);
  expect(await untranslated(page)).toEqual([]);

  const phone = await visit(browser, { url: product.url, as: 'leader', language: 'en', width: 390, height: 844 });
  await phone.page.goto(page.url().replace(product.url, ''));
  await phone.page.getByText('1 exhibit is not what was taken in').waitFor();
  expect(await scrollsSideways(phone.page)).toBe(false);
  await phone.shot('evidence-altered-phone');
  expect(await untranslated(phone.page)).toEqual([]);
  expect(phone.troubles).toEqual([]);
});

test('on the page of the record an auditor verifies all evidence of the region', async () => {
  const { page, troubles } = await visit(browser, { url: product.url, as: 'auditor' });
  await page.goto('/record');
  await page.getByRole('button', { name: '核验全部证据' }).click();
  const dialog = page.getByRole('dialog', { name: '核验证据' });
  await dialog.getByText(/已完成 2 \/ 2/).waitFor();
  await dialog.getByText('文件内容与入卷时不一致').first().waitFor();
  expect(troubles).toEqual([]);
  expect(await untranslated(page)).toEqual([]);
});
