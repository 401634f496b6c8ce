import { expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { scrollsSideways, untranslated, visit } from '../support/browser.js';
import { openDesk } from '../support/desk.js';

const { browser, product } = openDesk();

const UNIT = '甲县人民医院';
const PHONE = { width: 390, height: 844 };
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function planning(page: Page): Promise<void> {
  await page.goto('/campaigns');
  await page.getByRole('link', { name: /百日专项整治行动/ }).click();
  await page.getByRole('main').getByRole('link', { name: '现场检查' }).click();
  await page.getByRole('heading', { name: '现场检查', level: 1 }).waitFor();
}
const pick = async (page: Page, label: string, names: readonly string[]) => {
  await page.getByLabel(label, { exact: true }).click();
  for (const name of names) await page.locator('.ant-select-item-option', { hasText: name }).first().click();
  await page.keyboard.press('Escape');
};
interface VisitLine {
  readonly id: string;
  readonly unitName: string;
}
const visitsOf = async (context: BrowserContext): Promise<VisitLine[]> =>
  ((await (await context.request.get('/api/v1/visits')).json()) as { items: VisitLine[] }).items;

test('a coordinator plans a surprise by hand; its unit sees nothing of it', async () => {
  const { page, context, troubles, shot } = await visit(browser, { url: product.url, as: 'coordinator' });
  await planning(page);
  await page.getByText('检查覆盖情况').waitFor();
  await page.getByRole('button', { name: '安排检查' }).click();
  await page.getByText('指定单位').click();
  await pick(page, '被检查单位', [UNIT]);
  const people = (
    (await (await context.request.get('/api/v1/people')).json()) as { items: { name: string; roles: string[] }[] }
  ).items;
  const inspectors = people.filter(({ roles }) => roles.includes('investigator')).slice(0, 2);
  await pick(
    page,
    '检查人员',
    inspectors.map(({ name }) => name),
  );
  await page.getByLabel('检查日期').fill(today());
  await page.keyboard.press('Tab');
  await shot('visit-planning');
  await page.getByRole('button', { name: '保存安排' }).click();
  await page.getByRole('link', { name: new RegExp(UNIT) }).waitFor();
  await shot('visits-planned');
  expect(await untranslated(page)).toEqual([]);

  const unit = await visit(browser, { url: product.url, as: 'hospital', ...PHONE });
  await unit.page.goto('/visits');
  await unit.page.getByText('没有需要您参与或了解的现场检查').waitFor();
  expect(await visitsOf(unit.context)).toEqual([]);
  expect([...troubles, ...unit.troubles]).toEqual([]);
}, 120_000);

test('an inspector without a connection: answers, a photo and signatures survive a reload, and arrive once', async () => {
  const { page, context, troubles, shot } = await visit(browser, { url: product.url, as: 'investigator', ...PHONE });
  await page.goto('/visits');
  await page.getByText('可离线使用').waitFor({ timeout: 60_000 });
  await page.getByRole('link', { name: new RegExp(UNIT) }).click();
  await page.getByLabel(/我将遵守检查纪律/).check();
  await page.getByRole('button', { name: '作出承诺' }).click();
  const other = await visit(browser, { url: product.url, as: 'officer', ...PHONE });
  await other.page.goto('/visits');
  await other.page.getByRole('link', { name: new RegExp(UNIT) }).click();
  await other.page.getByLabel(/我将遵守检查纪律/).check();
  await other.page.getByRole('button', { name: '作出承诺' }).click();
  await other.page.getByText('已全部上传').waitFor();
  await page.getByText('已全部上传').waitFor();

  await context.setOffline(true);
  await page.getByRole('button', { name: '到达现场' }).click();
  await page.getByText('还有 31 项未检查').waitFor();
  for (let index = 0; index < 30; index += 1) {
    await page.getByRole('radiogroup').nth(index).getByText('符合', { exact: true }).click();
    await page.getByText(`还有 ${30 - index} 项未检查`).waitFor();
  }
  await page.getByRole('radiogroup').nth(30).getByText('存在问题', { exact: true }).click();
  await page.getByLabel('情况说明').first().fill('未张贴医保政策');
  await page.getByRole('button', { name: '记录问题' }).click();
  await page.getByText('还有 0 项未检查').waitFor();
  await page.locator('input[type=file]').setInputFiles({ name: '公示栏.png', mimeType: 'image/png', buffer: PHOTO });
  await page.getByRole('img', { name: '公示栏.png' }).waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  expect(await smallTargets(page)).toEqual([]);
  await shot('visit-offline');
  for (const button of await page.getByRole('button', { name: /检查人员 .* 签名/ }).all()) {
    await button.click();
    await draw(page);
  }
  await page.getByLabel('被检查单位在场人员').fill('诊所负责人');
  await page.getByRole('button', { name: '被检查单位签名' }).click();
  await draw(page);
  // The arrival, 31 answers, a photo and its entry, three signatures and theirs.
  await page.getByRole('button', { name: '40 条待上传' }).waitFor();
  await shot('visit-signed');

  await page.reload();
  await page.getByText('还有 0 项未检查').waitFor();
  await page.getByRole('button', { name: '40 条待上传' }).waitFor();
  await page.getByRole('img', { name: '公示栏.png' }).waitFor();
  await page.getByLabel(/检查情况报告/).fill('检查 31 项，发现 1 项问题，已要求整改。');
  await page.getByRole('button', { name: '结束检查' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /确\s*定/ })
    .click();
  await page.getByText('检查已在本机结束').waitFor();

  await context.setOffline(false);
  await page.getByText('已全部上传').waitFor({ timeout: 60_000 });
  await page.getByRole('heading', { name: '现场检查笔录' }).waitFor({ timeout: 30_000 });
  await page
    .getByText(/未张贴医保政策/)
    .first()
    .waitFor();
  await shot('visit-record');
  const [line] = (await visitsOf(context)).filter(({ unitName }) => unitName === UNIT);
  const done = (await (await context.request.get(`/api/v1/visits/${line?.id}`)).json()) as {
    status: string;
    entries: { content: { kind: string } }[];
  };
  const kinds = done.entries.map(({ content }) => content.kind);
  expect([done.status, kinds.length, kinds.filter((kind) => kind === 'answer').length]).toEqual(['finished', 35, 31]);
  expect(await untranslated(page)).toEqual([]);
  // What the browser says of a network that is away is what was asked for.
  expect(troubles.filter((each) => !each.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
  expect(other.troubles).toEqual([]);
}, 240_000);

test('the unit reads its record, the coordinator files what was found; in English, on a phone', async () => {
  const unit = await visit(browser, { url: product.url, as: 'hospital', ...PHONE });
  await unit.page.goto('/visits');
  await unit.page.getByRole('link', { name: new RegExp(UNIT) }).click();
  await unit.page.getByRole('heading', { name: '现场检查笔录' }).waitFor();
  expect(await scrollsSideways(unit.page)).toBe(false);
  const { page, troubles, shot } = await visit(browser, {
    ...{ url: product.url, as: 'coordinator', language: 'en', ...PHONE },
  });
  await page.goto('/visits');
  await page.getByRole('link', { name: new RegExp(UNIT) }).click();
  await page.getByRole('button', { name: 'To the ledger' }).click();
  await page.getByLabel('Category').fill('政策宣传');
  await page.getByLabel('To be put right by').fill(today(30));
  await page.keyboard.press('Tab');
  await page.getByRole('dialog').getByRole('button', { name: 'To the ledger' }).click();
  await page.getByRole('link', { name: 'In the ledger' }).waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  await shot('visit-finding');
  expect(await untranslated(page)).toEqual([]);
  expect([...troubles, ...unit.troubles]).toEqual([]);
}, 120_000);

/** A stroke across the pad. */
async function draw(page: Page): Promise<void> {
  const pad = page.getByRole('img', { name: '签名区' });
  await pad.waitFor();
  const box = await pad.boundingBox();
  if (!box) throw new Error('no pad');
  await page.mouse.move(box.x + 30, box.y + 60);
  await page.mouse.down();
  await page.mouse.move(box.x + 160, box.y + 120, { steps: 5 });
  await page.mouse.up();
  await page.getByRole('button', { name: '确认签名' }).click();
  await pad.waitFor({ state: 'hidden' });
}

/** Buttons of the inspection that a thumb would miss. */
const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.inspect .ant-btn, .inspect .ant-radio-button-wrapper')]
      .filter((each) => each.getBoundingClientRect().height > 0 && each.getBoundingClientRect().height < 44)
      .map((each) => each.textContent ?? ''),
  );

const DAY = 24 * 3_600_000;
const today = (later = 0) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now() + later * DAY);
