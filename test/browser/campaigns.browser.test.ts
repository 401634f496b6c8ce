import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { scrollsSideways, untranslated, visit } from '../support/browser.js';
import { openDesk } from '../support/desk.js';

const { product, browser } = openDesk();

/** From the list into the one campaign of the demonstration. */
async function openCampaign(page: Page): Promise<void> {
  await page.goto('/campaigns');
  await page.getByRole('link', { name: /百日专项整治行动/ }).click();
  await page.getByRole('heading', { level: 1, name: /百日专项整治行动/ }).waitFor();
}

const cardOf = (page: Page, title: RegExp): Locator =>
  page.locator('.ant-card').filter({ has: page.locator('.ant-card-head-title', { hasText: title }) });
const keysOf = async (page: Page): Promise<string[]> => [
  ...(await untranslated(page)),
  ...((await page.locator('body').innerText()).match(
    /\b(?:gantt|funnel|alarm|figure|deadline|record|rung)\.[a-z]\S*/g,
  ) ?? []),
];

test('a coordinator filters the list by status and reads the cockpit', async () => {
  const person = await visit(browser, { url: product.url, as: 'coordinator' });
  const { page, troubles } = person;
  await page.goto('/campaigns?status=closed');
  await page.getByText('没有符合条件的专项').waitFor();
  await page.getByRole('button', { name: '重置' }).click();
  await page.getByText('甲县', { exact: true }).waitFor();
  expect(await page.getByRole('link', { name: '新建专项' }).getAttribute('href')).toBe('/campaigns/new');
  await person.shot('campaign-list');
  await openCampaign(page);

  const alarms = page.locator('[data-alarm]');
  await alarms.first().waitFor();
  expect(await alarms.count()).toBeLessThanOrEqual(3);
  expect(await page.locator('[data-alarm=overdue]').innerText()).toMatch(/^6 项应报事项逾期未报\s+去催办$/);
  const figure = (name: string) => page.locator(`[data-figure=${name}]`).innerText();
  expect(await figure('cases')).toMatch(/在办案件\s+5\s+较上周 ▲ 1/);
  expect(await figure('refunded')).toContain('¥ 38,640.50');
  expect(await figure('reports')).toMatch(/25\s+较上周 0\s+零报告 \d+ · 待审 25/);
  expect(await figure('overdue')).toMatch(/6\s+较上周 0/);

  const funnel = cardOf(page, /案件漏斗/);
  await funnel.getByRole('img', { name: /登记线索 5 件，已销号 0 件；用时最长的一步是进入/ }).waitFor();
  expect(await funnel.locator('svg').last().innerHTML()).toContain('80% · 1 天');
  await page
    .getByText(/督办单/)
    .first()
    .waitFor();
  await cardOf(page, /专项纪事/)
    .getByRole('button', { name: '加载更多' })
    .click();
  await cardOf(page, /专项纪事/)
    .getByText('启动专项')
    .waitFor();
  expect(troubles).toEqual([]);
  expect(await keysOf(page)).toEqual([]);
  await person.shot('cockpit');
});

test.each([
  ['at the desk', 1366],
  ['on a phone', 390],
])('labels of the time line cover neither each other nor the edge %s', async (_where, width) => {
  const { page } = await visit(browser, { url: product.url, as: 'coordinator', width, height: 844 });
  await openCampaign(page);
  const plot = page.getByRole('img', { name: /共 6 个阶段，当前为全面检查阶段；已报 25 项，逾期 6 项/ });
  await plot.locator('svg text').first().waitFor();
  const boxes = await plot.locator('svg').evaluate((svg) => {
    const frame = svg.getBoundingClientRect();
    return [...svg.querySelectorAll('text')].map((each) => {
      const { left, right, top, bottom } = each.getBoundingClientRect();
      return {
        text: each.textContent,
        left: left - frame.left,
        right: right - frame.left,
        top,
        bottom,
        of: frame.width,
      };
    });
  });
  const labels = boxes.filter(({ text }) => /今天|百日届满|^[✓✕▽] /.test(text));
  expect(labels.length).toBeGreaterThanOrEqual(5);
  for (const one of labels) {
    expect([one.text, one.left >= 0 && one.right <= one.of]).toEqual([one.text, true]);
    const covered = labels.filter(
      (other) =>
        other !== one &&
        one.left < other.right &&
        other.left < one.right &&
        one.top + 2 < other.bottom &&
        other.top + 2 < one.bottom,
    );
    expect([one.text, covered.map(({ text }) => text)]).toEqual([one.text, []]);
  }
});

test('the picture has its table, both can be taken away, and both lead to the units', async () => {
  const { page, troubles } = await visit(browser, { url: product.url, as: 'coordinator' });
  await openCampaign(page);
  const gantt = cardOf(page, /阶段进度/);
  await gantt
    .getByRole('img', { name: /共 6 个阶段/ })
    .locator('svg')
    .waitFor();
  const download = async (name: string) => {
    const [file] = await Promise.all([page.waitForEvent('download'), gantt.getByRole('button', { name }).click()]);
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  };
  const png = await download('导出图片（PNG）');
  expect([png.name.endsWith('.png'), png.bytes.subarray(1, 4).toString()]).toEqual([true, 'PNG']);
  const csv = await download('导出表格（CSV）');
  expect(csv.bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');
  expect(csv.bytes.toString()).toMatch(/自查自纠阶段,.*,12\/15 80%,3/);
  await gantt.getByText('看表格').click();
  await gantt.getByRole('row', { name: /百日届满/ }).waitFor();
  expect(troubles).toEqual([]);
  await gantt.getByRole('button', { name: '自查自纠阶段', exact: true }).click();
  await page.waitForURL(/\/campaigns\/[^/]+\/units\?phase=self-check&state=overdue$/);
});

test('a coordinator moves a deadline chosen by what is due, and a draft of it outlives the dialog', async () => {
  const { page, troubles } = await visit(browser, { url: product.url, as: 'coordinator' });
  await openCampaign(page);
  const open = () => page.getByRole('button', { name: '调整时限' }).first().click();
  await open();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('要调整的时限').click();
  await page.getByTitle(/稽核检查和处理情况（已报 0\/1）/).click();
  const to = `${new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10)} 18:00:00`;
  await dialog.getByLabel('调整到').fill(to);
  await page.getByRole('button', { name: '确定', exact: true }).click();
  await dialog.getByRole('button', { name: '关闭', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await open();
  expect(await dialog.getByLabel('调整到').inputValue()).toContain(to.slice(0, 10));
  await dialog.getByLabel('理由').fill('医保中心人员抽调，稽核延期');
  await dialog.getByRole('button', { name: '调整时限' }).click();
  await page.getByText('调整时限：已完成').waitFor();
  await cardOf(page, /专项纪事/)
    .getByText('医保中心人员抽调，稽核延期')
    .waitFor();
  await cardOf(page, /时限与催办阶梯/)
    .getByText(new RegExp(`${to.slice(5, 10)} 18:00`))
    .first()
    .waitFor();
  expect(troubles).toEqual([]);
});

test('a coordinator drops a unit chosen by name; closing a phase offers the phases', async () => {
  const { page, troubles } = await visit(browser, { url: product.url, as: 'coordinator' });
  await openCampaign(page);
  await page.getByRole('button', { name: '关闭阶段' }).click();
  await page.getByRole('dialog').getByLabel('阶段').click();
  await page.getByTitle('自查自纠阶段（已到期）').click();
  await page.getByRole('dialog').getByLabel('收尾说明').fill('自查已结束');
  await page.getByRole('dialog').getByRole('button', { name: '关闭阶段' }).click();
  await page.getByText('关闭阶段：已完成').waitFor();
  await page.getByRole('button', { name: '移出单位' }).click();
  await page.getByRole('dialog').getByLabel('单位').fill('综合门诊部');
  await page.getByTitle('甲县综合门诊部').click();
  await page.getByRole('dialog').getByLabel('理由').fill('已停业');
  await page.getByRole('dialog').getByRole('button', { name: '移出单位' }).click();
  await page.getByText('移出单位：已完成').waitFor();
  expect(troubles).toEqual([]);
});

test('a unit reads the time line of what it takes part in, and no figures', async () => {
  const { page, troubles } = await visit(browser, { url: product.url, as: 'hospital' });
  await openCampaign(page);
  await page.getByText('时限与催办阶梯').waitFor();
  expect(await page.locator('[data-figure]').count()).toBe(0);
  expect(await page.getByRole('button', { name: '调整时限' }).count()).toBe(0);
  expect(troubles).toEqual([]);
});

test('a leader pauses and resumes, on a phone, in English, in the dark', async () => {
  const person = await visit(browser, {
    url: product.url,
    as: 'leader',
    language: 'en',
    width: 390,
    height: 844,
    dark: true,
  });
  const { page, troubles } = person;
  await openCampaign(page);
  await page.getByText('Recovered for the fund').waitFor();
  await cardOf(page, /Cases, how far/)
    .getByRole('img', { name: /leads, / })
    .locator('svg')
    .waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  await person.shot('cockpit-phone');
  const decide = async (button: string) => {
    await page.getByRole('button', { name: button, exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('Flood: the county’s hospitals are busy');
    await dialog.getByRole('button', { name: button, exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
  };
  await decide('Pause');
  await page.locator('[data-alarm=paused]').waitFor();
  expect(await page.getByRole('button', { name: 'Pause', exact: true }).count()).toBe(0);
  await decide('Resume');
  await page.locator('[data-alarm=paused]').waitFor({ state: 'hidden' });
  await page.getByText('Flood: the county’s hospitals are busy').first().waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  expect(await keysOf(page)).toEqual([]);
  expect(troubles).toEqual([]);
});
