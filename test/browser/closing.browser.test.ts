import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { scrollsSideways, untranslated, visit } from '../support/browser.js';
import { openDesk } from '../support/desk.js';

const { browser, product } = openDesk();

async function closing(page: Page, link = '收尾'): Promise<void> {
  await page.goto('/campaigns');
  await page.getByRole('link', { name: /百日专项整治行动/ }).click();
  await page.getByRole('link', { name: new RegExp(`${link}$`) }).click();
}

test('a coordinator makes the summary and sums up with things missing; the leader closes with a reason', async () => {
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'coordinator' });
  await closing(page);
  await page.getByText(/尚有 \d+ 项必办事项未完成/).waitFor();
  await page.getByRole('link', { name: '查看案件办结' }).waitFor();
  await page.getByRole('article', { name: /工作总结/ }).waitFor();
  await page.getByLabel('主要做法').fill('部门联动，分片包干');
  await page.getByRole('button', { name: '生成工作总结' }).click();
  const link = page.getByRole('link', { name: '下载 .docx' });
  await link.waitFor();
  const file = await page.request.get((await link.getAttribute('href')) ?? '');
  expect([file.status(), (await file.body()).subarray(0, 2).toString()]).toEqual([200, 'PK']);
  await shot('closing');
  await page.getByRole('button', { name: '总结专项' }).click();
  await page.getByRole('dialog').last().getByLabel('总结').fill('查处一批违法违规行为，追回医保基金');
  await page.getByRole('dialog').last().getByRole('button', { name: '总结专项' }).click();
  await page.getByText('总结中').first().waitFor();
  expect(await untranslated(page)).toEqual([]);
  expect(troubles).toEqual([]);

  const leader = await visit(browser, { url: product.url, as: 'leader' });
  await closing(leader.page);
  await leader.page.getByRole('button', { name: '结束专项' }).click();
  const dialog = leader.page.getByRole('dialog').last();
  await dialog.getByRole('button', { name: '结束专项' }).click();
  await dialog
    .getByText(/案件未办结 \d+ 项.*请写明理由/)
    .first()
    .waitFor();
  await leader.shot('closing-refused');
  await dialog.getByLabel('理由').fill('未办结案件转入常态监管');
  await dialog.getByRole('button', { name: '结束专项' }).click();
  await leader.page.getByText('已结束').first().waitFor();
  expect(leader.troubles.filter((each) => !each.includes('409'))).toEqual([]);
}, 120_000);

test('on a phone, in English, the checklist and the document fit', async () => {
  const { page, troubles, shot } = await visit(browser, {
    ...{ url: product.url, as: 'leader', language: 'en', width: 390, height: 844 },
  });
  await closing(page, 'Closing');
  await page.getByText('Checklist').waitFor();
  await page.getByRole('article').waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  await shot('closing-phone');
  expect(await untranslated(page)).toEqual([]);
  expect(troubles).toEqual([]);
});
