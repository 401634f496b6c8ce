import { expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { violations } from '../support/accessibility.js';
import { scrollsSideways, untranslated, visit } from '../support/browser.js';
import { askForFiling, enterAs } from '../support/demo.js';
import { openDesk } from '../support/desk.js';

const { product, browser } = openDesk();

/** A case that two investigators handle. */
async function sharedCase(title: string): Promise<string> {
  const id = await askForFiling(product.url, title);
  const [leader, investigator, officer] = await Promise.all(
    ['leader', 'investigator', 'officer'].map((login) => enterAs(product.url, login)),
  );
  await leader?.post(`cases/${id}/filing-approval`);
  await investigator?.post(`cases/${id}/officers`, { officers: [investigator.account, officer?.account] });
  return id;
}

async function openForm(page: Page, id: string, act: string) {
  await page.goto(`/cases/${id}`);
  await page.getByRole('button', { name: act, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: act });
  await dialog.waitFor();
  return dialog;
}
async function choose(page: Page, dialog: Locator, authority: string) {
  await dialog.getByRole('combobox').click();
  await page.locator('.ant-select-item-option').filter({ hasText: authority }).click();
}

/** A form that went silent counts for 30 s, and the others ask every 10 s. */
const PATIENCE = { timeout: 60_000 };

test('two people at one form see each other; the second sees what the first did, loses nothing, and goes on', async () => {
  const id = await sharedCase('串换耗材');
  const first = await visit(browser, { url: product.url, as: 'investigator' });
  const second = await visit(browser, { url: product.url, as: 'officer' });
  const [one, two] = [await openForm(first.page, id, '提出移送'), await openForm(second.page, id, '提出移送')];
  await two.getByRole('status').getByText('甲县办案人员一正在填写同一表单').waitFor(PATIENCE);
  await one.getByRole('status').getByText('甲县办案人员二正在填写同一表单').waitFor(PATIENCE);
  await first.shot('presence-same-form');
  expect(await violations(first.page)).toEqual([]);

  const grounds = two.getByRole('textbox', { name: '* 事实与理由' });
  await choose(second.page, two, '纪检监察机关');
  await grounds.fill('涉嫌公职人员违纪');
  await choose(first.page, one, '公安机关');
  await one.getByRole('textbox', { name: '* 事实与理由' }).fill('涉嫌诈骗');
  await one.getByRole('button', { name: '提出移送' }).click();
  await one.waitFor({ state: 'hidden' });

  await two.getByRole('alert').getByText('您填写期间，此件已有变化').waitFor(PATIENCE);
  await two.getByText(/甲县办案人员一：提出移送/).waitFor();
  expect(await grounds.inputValue()).toBe('涉嫌公职人员违纪');
  await two.getByText('甲县办案人员一正在填写同一表单').waitFor({ state: 'hidden', ...PATIENCE });
  await second.shot('presence-news');
  expect(await violations(second.page)).toEqual([]);

  // Not seen, not sent: neither by the button nor by a page that read the file anew.
  const sent: (string | undefined)[] = [];
  second.page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(request.headers()['if-match']);
  });
  await two.getByRole('button', { name: '提出移送' }).click();
  expect(await second.page.evaluate(() => document.activeElement?.textContent)).toContain('我已知悉，继续办理');
  expect(sent).toEqual([]);

  await two.getByRole('button', { name: '我已知悉，继续办理' }).click();
  await two.getByRole('alert').waitFor({ state: 'hidden' });
  expect(await grounds.inputValue()).toBe('涉嫌公职人员违纪');
  await two.getByRole('button', { name: '提出移送' }).click();
  await two.waitFor({ state: 'hidden' });
  const { version, transfers } = await (
    await enterAs(product.url, 'leader')
  ).get<{
    version: number;
    transfers: { to: string }[];
  }>(`cases/${id}`);
  expect(transfers.map(({ to }) => to)).toEqual(['police', 'discipline']);
  expect(sent).toEqual([`"${version - 1}"`]);
  for (const { troubles, page } of [first, second]) {
    expect(troubles).toEqual([]);
    expect(await untranslated(page)).toEqual([]);
  }
}, 120_000);

test('on a phone, in English: another form on the file is named; an act that became impossible keeps its form and says why', async () => {
  const id = await askForFiling(product.url, '挂床住院');
  const leader = await visit(browser, { url: product.url, as: 'leader' });
  await openForm(leader.page, id, '批准立案');
  const { page, troubles, shot } = await visit(browser, {
    ...{ url: product.url, as: 'leader', language: 'en', width: 390, height: 844 },
  });
  // One person in two places does not see themselves.
  const dialog = await openForm(page, id, 'Return for verification');
  await dialog.getByRole('textbox').fill('Please check the jurisdiction');
  const other = await enterAs(product.url, 'investigator');
  await other.put(`presence/${id}/recordInquiry`);
  await dialog.getByText('甲县办案人员一 is working on: ').waitFor(PATIENCE);
  expect(await dialog.getByText('甲县分管领导').count()).toBe(0);

  await leader.page.getByRole('dialog').getByRole('button', { name: '批准立案' }).click();
  await dialog.getByText(/It cannot be done now/).waitFor(PATIENCE);
  expect(await dialog.getByRole('textbox').inputValue()).toBe('Please check the jurisdiction');
  expect(await dialog.getByRole('button', { name: 'I have read this; go on' }).count()).toBe(0);
  expect(await scrollsSideways(page)).toBe(false);
  await shot('presence-phone');
  expect(troubles).toEqual([]);
  expect(await untranslated(page)).toEqual([]);
}, 120_000);
