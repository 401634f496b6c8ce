import { expect, test } from '@jest/globals';
import { scrollsSideways, untranslated, visit } from '../support/browser.js';
import { dayFromToday, enterAs } from '../support/demo.js';
import { openDesk } from '../support/desk.js';

const { browser, product } = openDesk();

const NAME = '报表示范';
/** The hundred days in County A, begun so many days ago. */
async function launch(starts: number, name = NAME): Promise<string> {
  const [coordinator, leader] = [await enterAs(product.url, 'coordinator'), await enterAs(product.url, 'leader')];
  const draft = { plan: 't004', region: coordinator.region, start: dayFromToday(starts), name };
  const { id } = await coordinator.post('campaigns', draft);
  await leader.post(`campaigns/${id}/approval`);
  await coordinator.post(`campaigns/${id}/launch`);
  return id;
}
interface Duty {
  readonly id: string;
  readonly campaign: string;
  readonly source: string;
}
const dutyOf = async (campaign: string, source: string) => {
  const { items } = await (await enterAs(product.url, 'hospital')).get<{ items: Duty[] }>('desk/duties');
  return items.find((duty) => duty.campaign === campaign && duty.source === source);
};

/** Its statistics are due in five days. */
let campaign = '';

test('a hospital gives a reason for another value than the ledger’s, and hands in its written report', async () => {
  const early = await launch(-22);
  const hospital = await enterAs(product.url, 'hospital');
  const duty = await dutyOf(early, 'self-check-report');
  const [{ unit = '' } = {}] = (await hospital.get<{ items: { unit: string }[] }>('desk/duties')).items;
  await hospital.post('problems', {
    ...{ campaign: early, unit, source: 'selfCheck', category: '重复收费', what: '重复收取', amount: '100050' },
    due: dayFromToday(30),
  });
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'hospital' });
  await page.goto('/desk');
  const card = page.locator('.ant-card', { hasText: NAME }).filter({ hasText: '自查自纠整改情况' }).first();
  await card.waitFor();
  const write = card.getByRole('button', { name: '填写报告' });
  if (await write.isVisible()) await write.click();
  await card.getByText('系统数据：问题涉及金额（累计）').waitFor();
  await card.getByText('1,000.50').waitFor();
  expect(await card.getByLabel('自查发现问题数（个）', { exact: true }).isDisabled()).toBe(true);
  await card.getByRole('button', { name: '“自查发现问题数（个）”改填其他数值' }).click();
  await card.getByLabel('自查发现问题数（个）', { exact: true }).fill('3');
  await card.getByLabel('自查发现问题数（个）不一致的理由').fill('另有两项尚未登记');
  await card.getByLabel('报告内容').fill('自查情况见附件');
  await card.locator('input[type=file]').setInputFiles({
    ...{ name: '书面报告.txt', mimeType: 'text/plain', buffer: Buffer.from('自查自纠整改情况') },
  });
  await card.getByRole('link', { name: '书面报告.txt' }).waitFor();
  await card.getByLabel('姓名').fill('李某');
  await card.getByLabel('职务').fill('院长');
  await shot('report-form');
  await card.getByRole('button', { name: '报送', exact: true }).click();
  await page.getByRole('status', { name: /已收到/ }).waitFor();
  const { report } = await hospital.get<{ report: unknown }>(`obligations/${duty?.id}`);
  expect(report).toMatchObject({
    ...{ values: { problems: '3', amount: '100050' }, reasons: { problems: '另有两项尚未登记' } },
    ...{ file: { name: '书面报告.txt' }, signedBy: { name: '李某', position: '院长' } },
  });
  expect(troubles).toEqual([]);
  expect(await untranslated(page)).toEqual([]);
}, 120_000);

test('what was accepted stands: the unit corrects it with a reason, and the reviewer sees before and after', async () => {
  campaign = await launch(-12);
  const hospital = await enterAs(product.url, 'hospital');
  const duty = await dutyOf(campaign, 'registration-and-settlement-stats');
  await hospital.post(`obligations/${duty?.id}/submission`, { values: { visits: '5310', fund: '98765400' } });
  await (await enterAs(product.url, 'coordinator')).post(`obligations/${duty?.id}/acceptance`);
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'hospital' });
  await page.goto(`/desk?tab=history&campaign=${campaign}`);
  const row = page.getByRole('row', { name: /门诊大病办理和就诊结算信息统计/ });
  await row.getByRole('button', { name: '查看' }).click();
  const drawer = page.getByRole('dialog').first();
  await drawer.getByText('已截止冻结；数据有误请更正').waitFor();
  expect(await drawer.getByRole('button', { name: '重新报送' }).count()).toBe(0);
  await drawer.getByRole('button', { name: '更正报表' }).click();
  const dialog = page.getByRole('dialog').last();
  await dialog.getByLabel('门诊大病就诊人次（人次）').fill('5301');
  await dialog.getByLabel('理由').fill('两个数字颠倒');
  await dialog.getByRole('button', { name: '更正报表' }).click();
  const corrections = drawer.getByRole('region', { name: '更正记录' });
  await corrections.getByText('5310 → 5301').waitFor();
  await shot('report-corrected');
  expect(await untranslated(page)).toEqual([]);

  const judge = await visit(browser, { url: product.url, as: 'coordinator' });
  const { unit } = await hospital.get<{ unit: string }>(`obligations/${duty?.id}`);
  await judge.page.goto(
    `/campaigns/${campaign}/units?unit=${unit}&report=${encodeURIComponent('registration-and-settlement-stats~')}`,
  );
  const region = judge.page.getByRole('region', { name: '门诊大病办理和就诊结算信息统计' });
  await region.getByText('5310 → 5301').waitFor();
  await region.getByText('理由：两个数字颠倒').waitFor();
  await region.getByText('报送对象').waitFor();
  await judge.shot('report-reviewed');
  expect([...troubles, ...judge.troubles]).toEqual([]);
}, 120_000);

test('a coordinator adds the reports up by region and unit, and takes the sheet along', async () => {
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'coordinator' });
  await page.goto(`/campaigns/${campaign}`);
  await page.getByRole('link', { name: '报表汇总' }).click();
  await page.getByRole('heading', { name: '报表汇总', level: 1 }).waitFor();
  await page.getByText('应报 1，已报 1').waitFor();
  await page
    .getByRole('row', { name: /甲县本级/ })
    .getByText('5301')
    .waitFor();
  await page
    .getByRole('row', { name: /甲县人民医院/ })
    .getByText('987,654.00')
    .waitFor();
  await shot('roll-up');
  await page.getByLabel('报表').last().click();
  await page.getByTitle('门诊大病就诊结算信息统计', { exact: true }).last().click();
  await page.getByText('尚未报送（14 家）').waitFor();
  await page.getByRole('button', { name: '导出汇总表' }).click();
  await page.getByRole('link', { name: /汇总表.*\.xlsx/ }).waitFor({ timeout: 30_000 });
  expect(troubles).toEqual([]);
  expect(await untranslated(page)).toEqual([]);
}, 90_000);

test('on a phone, in English, the form and the roll-up fit', async () => {
  const phone = { url: product.url, language: 'en', width: 390, height: 844 } as const;
  const desk = await visit(browser, { ...phone, as: 'hospital' });
  await desk.page.goto('/desk');
  await desk.page.getByRole('button', { name: 'Report early' }).first().click();
  await desk.page.getByText('From the system: Problems found (so far)').waitFor();
  expect(await scrollsSideways(desk.page)).toBe(false);
  await desk.shot('report-form-phone');
  const { page, troubles, shot } = await visit(browser, { ...phone, as: 'leader' });
  await page.goto(`/campaigns/${campaign}/roll-up`);
  await page.getByText('1 of 1 reports are in').waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  await shot('roll-up-phone');
  expect(await untranslated(page)).toEqual([]);
  expect([...troubles, ...desk.troubles]).toEqual([]);
}, 60_000);

test('a bureau hands in the final results of handling: what the agencies reported stands there, and says how many did', async () => {
  const ended = await launch(-102, '终报示范');
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'bureau' });
  await page.goto('/desk');
  const card = page.locator('.ant-card', { hasText: '终报示范' }).filter({ hasText: '处理结果' }).first();
  await card.waitFor();
  const write = card.getByRole('button', { name: '填写报告' });
  if (await write.isVisible()) await write.click();
  await card.getByText('下级报表汇总（已报 0/1）').first().waitFor();
  await card.getByLabel('处理结果说明', { exact: true }).fill('依协议处理三家，移交行政检查一家');
  await shot('handling-results');
  await card.getByRole('button', { name: '报送', exact: true }).click();
  await page.getByRole('status', { name: /已收到/ }).waitFor();
  const bureau = await enterAs(product.url, 'bureau');
  const { items } = await bureau.get<{ items: { source: string; report: unknown }[] }>(
    `obligations?campaign=${ended}&status=submitted`,
  );
  expect(items.find(({ source }) => source === 'handling-results')?.report).toMatchObject({
    ...{ form: 'handling-results@1', values: { handling: '依协议处理三家，移交行政检查一家' } },
  });
  expect(await untranslated(page)).toEqual([]);
  expect(troubles).toEqual([]);
}, 120_000);
