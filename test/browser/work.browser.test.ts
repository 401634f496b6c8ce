import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { scrollsSideways, untranslated, visit } from '../support/browser.js';
import { dayFromToday } from '../support/demo.js';
import { openDesk } from '../support/desk.js';

const { browser, product } = openDesk();

async function log(page: Page, link = '工作纪实'): Promise<void> {
  await page.goto('/campaigns');
  await page.getByRole('link', { name: /百日专项整治行动/ }).click();
  await page.getByRole('link', { name: link }).click();
  await page.getByRole('heading', { name: link, level: 1 }).waitFor();
}
const dialog = (page: Page) => page.getByRole('dialog').last();
const send = (page: Page, act: string) => dialog(page).getByRole('button', { name: act, exact: true }).click();
async function pick(page: Page, label: string, choice: string): Promise<void> {
  const field = dialog(page).getByRole('combobox', { name: label });
  await field.click();
  if (await field.isEditable()) await field.fill(choice);
  await page.locator('.ant-select-dropdown:visible').getByTitle(choice, { exact: true }).click();
}
async function begin(page: Page, act: string, kind: string, title: string): Promise<void> {
  await page.getByRole('button', { name: act, exact: true }).click();
  await pick(page, '工作', kind);
  await dialog(page).getByLabel('名称').fill(title);
}
async function onDay(page: Page, label: string, day: string): Promise<void> {
  await dialog(page).getByLabel(label).fill(day);
  await page.keyboard.press('Tab');
}
const TITLE = '太和县案件警示通报';

test('a coordinator plans publicity, records joint enforcement, and tells every institution of a case; the hospital confirms', async () => {
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'coordinator' });
  await log(page);
  await page.getByText('没有符合条件的工作').waitFor();
  await begin(page, '安排工作', '专项宣传活动', '打击欺诈骗保宣传周');
  await onDay(page, '安排日期', dayFromToday(20));
  await dialog(page).getByLabel('举报电话').fill('0000-00000001');
  await shot('work-plan');
  await send(page, '安排工作');
  await page.getByRole('row', { name: /打击欺诈骗保宣传周.*已安排/ }).waitFor();

  await begin(page, '登记工作', '联合执法', '联合检查人民医院');
  await onDay(page, '开展日期', dayFromToday(0));
  await dialog(page).getByLabel('开展情况').fill('会同公安到场检查');
  await send(page, '登记工作');
  await dialog(page).getByText('联合执法须填写此项').first().waitFor();
  await dialog(page).getByRole('button', { name: '增加其他单位人员' }).click();
  await dialog(page).getByLabel('所在单位').fill('甲县公安局');
  await send(page, '登记工作');
  await page.getByRole('row', { name: /联合检查人民医院.*甲县公安局/ }).waitFor();

  await begin(page, '登记工作', '案情通报', TITLE);
  await onDay(page, '开展日期', dayFromToday(0));
  await dialog(page).getByRole('radio', { name: '告知书' }).check();
  await dialog(page).getByLabel('开展情况').fill('向全部定点机构发送告知书');
  await shot('work-briefing');
  await send(page, '登记工作');
  await page.getByRole('button', { name: TITLE }).click();
  await page.getByText(/已送达 0 家，已回执 0 家/).waitFor();
  await page.getByRole('button', { name: '登记送达' }).click();
  await dialog(page).getByRole('button', { name: /全选/ }).click();
  await shot('work-reach');
  await send(page, '登记送达');
  await page.getByText('均已送达').first().waitFor();

  const hospital = await visit(browser, { url: product.url, as: 'hospital' });
  await log(hospital.page);
  expect(await hospital.page.getByText('联合检查人民医院').count()).toBe(0);
  await hospital.page.getByRole('row', { name: /待回执/ }).waitFor();
  await hospital.page.getByRole('button', { name: TITLE }).click();
  await hospital.page.getByRole('button', { name: '确认回执' }).click();
  await hospital.page
    .getByRole('row', { name: /已回执/ })
    .first()
    .waitFor();
  await hospital.shot('work-receipt');
  await page.getByText(/已回执 1 家/).waitFor({ timeout: 30_000 });
  await shot('work-briefed');
  expect(await untranslated(page)).toEqual([]);
  expect(await untranslated(hospital.page)).toEqual([]);
  // But for the one refusal above.
  expect([...troubles, ...hospital.troubles].filter((each) => !each.includes('422'))).toEqual([]);
}, 120_000);

test('what was planned is held, corrected with why, and the closing checklist leads to what is left', async () => {
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'coordinator' });
  await page.goto('/campaigns');
  await page.getByRole('link', { name: /百日专项整治行动/ }).click();
  await page.getByRole('link', { name: '收尾' }).click();
  await page.getByRole('link', { name: '查看安排的工作登记' }).click();
  await page.getByRole('button', { name: '打击欺诈骗保宣传周' }).click();
  await page.getByRole('button', { name: '登记开展情况' }).click();
  await onDay(page, '开展日期', dayFromToday(0));
  await pick(page, '渠道', '社区宣传栏');
  await dialog(page).getByLabel('开展情况').fill('发放宣传手册');
  await dialog(page).getByLabel('资料（份）').fill('500');
  await send(page, '登记开展情况');
  await page.getByRole('button', { name: '更正', exact: true }).click();
  await dialog(page).getByLabel('更正原因').fill('份数少登');
  await dialog(page).getByLabel('资料（份）').fill('550');
  await shot('work-correct');
  await send(page, '更正');
  await page.getByRole('row', { name: /资料（份） 550/ }).waitFor();
  await page.locator('input[type=file]').setInputFiles({
    ...{ name: '签到表.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 示范') },
  });
  await page.getByRole('link', { name: '签到表.pdf' }).waitFor();
  await shot('work-record');
  expect(await untranslated(page)).toEqual([]);
  expect(troubles).toEqual([]);
}, 90_000);

test('on a phone, in English, a leader reads the log and writes nothing', async () => {
  const { page, troubles, shot } = await visit(browser, {
    ...{ url: product.url, as: 'leader', language: 'en', width: 390, height: 844 },
  });
  await log(page, 'Work log');
  await page.getByRole('button', { name: TITLE }).click();
  await page.getByText('Briefing of units').first().waitFor();
  await page.getByText('All were reached').waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  await shot('work-phone');
  expect(await page.getByRole('button', { name: 'Record work' }).count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Note whom it reached' }).count()).toBe(0);
  expect(await untranslated(page)).toEqual([]);
  expect(troubles).toEqual([]);
}, 60_000);
