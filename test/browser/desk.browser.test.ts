import { expect, test } from '@jest/globals';
import { scrollsSideways, untranslated, visit } from '../support/browser.js';
import { dayFromToday, enterAs, serveNotice, transferToPolice } from '../support/demo.js';
import { openDesk } from '../support/desk.js';

const { product, browser } = openDesk();

/** A campaign that begins so many days from now, approved and running. */
async function launch(plan: string, starts: number): Promise<void> {
  const [coordinator, leader] = [await enterAs(product.url, 'coordinator'), await enterAs(product.url, 'leader')];
  const draft = { plan, region: coordinator.region, start: dayFromToday(starts), name: `${plan} 示范` };
  const { id } = await coordinator.post('campaigns', draft);
  await leader.post(`campaigns/${id}/approval`);
  await coordinator.post(`campaigns/${id}/launch`);
}
interface Line {
  readonly id: string;
  readonly status: string;
  readonly report: unknown;
}
const reported = async (login: string): Promise<Line[]> =>
  (await (await enterAs(product.url, login)).get<{ items: Line[] }>('desk/reports')).items;

test('a hospital reports, gets a receipt, is sent back with a reason, and reports zero only after it was warned', async () => {
  await launch('t004', -12);
  const before = await reported('hospital');
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'hospital' });
  await page.goto('/desk');
  const content = page.getByLabel('报告内容').first();
  await content.fill('已对门诊大病逐份核对');
  const visits = page.getByLabel('门诊大病就诊人次（人次）').first();
  await visits.fill('一千');
  await page.getByRole('button', { name: '报送', exact: true }).first().click();
  await page.getByText('门诊大病就诊人次（人次）：须为非负整数').first().waitFor();
  await visits.fill('1204');
  const expected = troubles.splice(0); // the refusal, as a failed request
  expect(expected.every((each) => /422|status of 422/.test(each))).toBe(true);
  await shot('desk-duty');
  await page.reload();
  expect([await content.inputValue(), await visits.inputValue()]).toEqual(['已对门诊大病逐份核对', '1204']);
  await page.getByRole('button', { name: '报送', exact: true }).first().click();
  const receipt = page.getByRole('status', { name: /已收到/ });
  await receipt.getByText('已报待审').waitFor();
  await shot('desk-receipt');

  const [sent] = (await reported('hospital')).filter(({ id }) => !before.some((each) => each.id === id));
  expect(sent?.report).toMatchObject({ content: '已对门诊大病逐份核对', values: { visits: '1204' } });
  await receipt.getByText(sent?.id.slice(-8).toUpperCase() ?? '').waitFor();

  await (await enterAs(product.url, 'coordinator')).post(`obligations/${sent?.id}/return`, { reason: '缺少结算数据' });
  await page.reload();
  await page.getByText('缺少结算数据').waitFor();
  await page.getByRole('switch', { name: '零报告' }).first().click();
  await page.getByText('零报告单位将列为重点检查对象，由检查组现场核查', { exact: false }).waitFor();
  await page.getByRole('button', { name: '返回填写' }).click();
  expect(await page.getByRole('switch', { name: '零报告' }).first().isChecked()).toBe(false);
  await page.getByRole('switch', { name: '零报告' }).first().click();
  await page.getByRole('button', { name: '确认零报告' }).click();
  expect(await page.getByRole('switch', { name: '零报告' }).first().isChecked()).toBe(true);
  expect(troubles).toEqual([]);
  expect(await untranslated(page)).toEqual([]);

  await page.getByText('报送记录').click();
  await page.getByRole('button', { name: '查看' }).first().click();
  await page.getByText('已按要求完成自查统计').waitFor();
  await shot('desk-history');
}, 90_000);

test('a weekly report without a change is one click, with the figures of the week before', async () => {
  await launch('t003-06a', 0);
  const bureau = await enterAs(product.url, 'bureau');
  const duties = async () =>
    (await bureau.get<{ items: { id: string; period: string; previous: unknown }[] }>('desk/duties')).items.filter(
      ({ period }) => period !== '',
    );
  const [first] = await duties();
  await bureau.post(`obligations/${first?.id}/submission`, { content: '检查 12 家', values: { checked: '12' } });
  const [next] = await duties();
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'bureau' });
  await page.goto('/desk');
  await page.getByRole('button', { name: '提前报送' }).first().waitFor();
  await page.getByText('“回头看”进展情况').first().waitFor();
  const row = page.locator('.ant-flex', { hasText: '“回头看”进展情况' }).getByRole('button', { name: '提前报送' });
  await row.first().click();
  await page.getByText('上期报告').waitFor();
  const checked = page.getByLabel('检查定点医疗机构数（家）');
  await page.getByText('上期 12').waitFor();
  await checked.fill('1');
  await page.getByText('变化较大').waitFor();
  expect(await page.getByLabel('登记案件数（件）', { exact: true }).isDisabled()).toBe(true);
  await page.getByText('系统数据：登记线索（本期）').waitFor();
  await shot('desk-weekly');
  await page.getByRole('button', { name: '本期无变化' }).click();
  await page.getByRole('status', { name: /已收到/ }).waitFor();
  const sent = (await reported('bureau')).find(({ id }) => id === next?.id);
  expect(sent?.report).toMatchObject({
    content: '本期无变化',
    values: { checked: '12' },
    unchanged: true,
    zero: false,
  });
  expect(troubles).toEqual([]);
}, 90_000);

test('a party reads what its notice said and defends itself', async () => {
  await serveNotice(product.url, '虚记诊疗项目');
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'hospital' });
  await page.goto('/desk/cases');
  const file = page.locator('.ant-card', { hasText: '虚记诊疗项目' });
  await file.getByText('陈述申辩期限').waitFor();
  await file.getByText('拟作出的处罚及计算过程').click();
  await file.getByText('115,921.50').first().waitFor();
  await file.getByRole('button', { name: '陈述申辩' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('陈述申辩内容').fill('我院对认定金额有异议');
  await dialog.getByRole('button', { name: '陈述申辩' }).click();
  await file.getByText('我院对认定金额有异议').waitFor();
  await page.locator('.ant-card', { hasText: '虚构门诊大病' }).getByText('壹拾壹万伍仟玖佰贰拾壹元伍角整').waitFor();
  await shot('desk-cases');
  expect(troubles).toEqual([]);
  expect(await untranslated(page)).toEqual([]);
}, 90_000);

test('the police acknowledge a transfer and answer it, on a phone and in English', async () => {
  const id = await serveNotice(product.url, '伪造票据');
  await transferToPolice(product.url, id);
  const { page, troubles, shot } = await visit(browser, {
    ...{ url: product.url, as: 'police', language: 'en', width: 390, height: 844 },
  });
  await page.goto('/transfers');
  await page.getByText('1 to do').waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  await shot('transfers-phone');
  await page.getByRole('button', { name: 'Acknowledge receipt' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('甲公（经）受案字〔2026〕1号');
  await page.getByRole('dialog').getByRole('button', { name: 'Acknowledge receipt' }).click();
  await page.getByText('甲公（经）受案字〔2026〕1号').waitFor();
  await page.getByRole('button', { name: 'Answer' }).click();
  await page.getByRole('dialog').getByText('Accepted', { exact: true }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('已立案侦查');
  await page.getByRole('dialog').getByRole('button', { name: 'Answer' }).click();
  await page.getByText('Answered: accepted').waitFor();
  await page.getByText('0 to do').waitFor();
  await page.goto('/transfers?status=delivered');
  await page.getByText('No transfer in this state').waitFor();
  expect(troubles).toEqual([]);
  expect(await untranslated(page)).toEqual([]);
}, 90_000);

test('the desk fits a phone', async () => {
  const { page, troubles, shot } = await visit(browser, {
    ...{ url: product.url, as: 'bureau', language: 'en', width: 390, height: 844 },
  });
  await page.goto('/desk');
  await page.getByRole('button', { name: 'Submit', exact: true }).first().waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  await shot('desk-phone');
  await page.getByText('Past reports').click();
  await page.getByText('Receipt number').first().waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  expect(troubles).toEqual([]);
  expect(await untranslated(page)).toEqual([]);
}, 60_000);

test('a report without a form is a text with figures of free names, each once', async () => {
  const { page, troubles } = await visit(browser, { url: product.url, as: 'bureau' });
  await page.goto('/desk');
  await page.getByText('统计信息梳理分析研判').first().waitFor();
  const card = page.locator('.ant-card', { hasText: '统计信息梳理分析研判' }).first();
  if (await card.getByRole('button', { name: '填写报告' }).isVisible())
    await card.getByRole('button', { name: '填写报告' }).click();
  await card.getByRole('button', { name: '添加指标' }).click();
  await card.getByLabel('指标', { exact: true }).fill('核对份数');
  await card.getByLabel('数值').fill('1204');
  await card.getByRole('button', { name: '添加指标' }).click();
  await card.getByLabel('指标', { exact: true }).last().fill('核对份数 ');
  await card.getByLabel('数值').last().fill('12');
  await card.getByRole('button', { name: '报送', exact: true }).click();
  await card.getByText('指标“核对份数”重复').waitFor();
  await card.getByRole('button', { name: '删除' }).last().click();
  await card.getByLabel('报告内容').fill('已研判');
  await card.getByRole('button', { name: '报送', exact: true }).click();
  await page.getByRole('status', { name: /已收到/ }).waitFor();
  expect(troubles).toEqual([]);
}, 60_000);
