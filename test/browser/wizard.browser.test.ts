import { expect, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { scrollsSideways, untranslated, visit } from '../support/browser.js';
import { openDesk } from '../support/desk.js';

const { product, browser } = openDesk();

const PLAN = 't004-hundred-day-chronic-outpatient';
const at = (step: string, more = '') => `/campaigns/new?plan=${PLAN}&start=2026-12-01&step=${step}${more}`;

async function choose(field: Locator, day: string): Promise<void> {
  await field.fill(day);
  await field.press('Enter');
}

test('a coordinator goes from a template to a created draft', async () => {
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'coordinator' });
  await page.goto('/campaigns/new');
  await page.getByRole('img', { name: /启动部署阶段：第 1 至 7 天/ }).waitFor();
  await shot('wizard-template');
  await page.getByRole('button', { name: /方案全文 打击虚构门诊大病/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('row', { name: /整治重点.*假本子/ })
    .waitFor();
  await shot('wizard-plan');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /选用此方案 打击虚构门诊大病/ }).click();

  await choose(page.getByLabel('开始日期'), '2026-12-01');
  await page.getByText(/2026年12月1日 周二 至 2027年3月19日 周五/).waitFor();
  await page.getByText('⚠ 2027 年的节假日安排尚未公布').waitFor();
  await shot('wizard-dates');
  await page.getByRole('button', { name: '下一步：定范围' }).click();

  await page.getByText('参与 17 家', { exact: false }).waitFor();
  await page.getByLabel('专项名称').fill('甲县门诊大病专项整治');
  await page.reload();
  expect(await page.getByLabel('专项名称').inputValue()).toBe('甲县门诊大病专项整治');
  await page.getByText('部分单位同期还参加其他专项').waitFor();
  await shot('wizard-scope');
  await page.getByRole('button', { name: '下一步：试运行' }).click();

  await page.getByText('将创建 1 个专项、6 个阶段、17 家单位', { exact: false }).waitFor();
  await shot('wizard-rehearsal');
  await page.getByRole('button', { name: '创建专项草案' }).click();
  await page.getByText('专项草案已创建').waitFor();
  const address = await page.getByRole('link', { name: '打开专项' }).getAttribute('href');
  const drafted = await page.request.get(`/api/v1${address}`);
  expect(await drafted.json()).toMatchObject({ name: '甲县门诊大病专项整治', status: 'draft', start: '2026-12-01' });
  expect(troubles).toEqual([]);
  expect(await untranslated(page)).toEqual([]);
}, 60_000);

test('another date redraws the plan at once, and a table says the same', async () => {
  const { page, troubles } = await visit(browser, { url: product.url, as: 'coordinator' });
  await page.goto(at('dates'));
  const picture = page.getByRole('img', { name: /6 个阶段/ });
  await picture.waitFor();
  expect(await picture.getAttribute('data-last')).toBe('2027-03-19');
  await choose(page.getByLabel('开始日期'), '2026-03-02');
  await page.locator('[data-start="2026-03-02"]').waitFor();
  expect(await picture.getAttribute('data-last')).toBe('2026-06-18');
  await page.getByText('开始日期已过').waitFor();
  await page.getByText('看表格').click();
  await page.getByRole('cell', { name: '4月上旬完成' }).waitFor();
  await page.getByRole('cell', { name: '2026年3月29日 周日 23:59' }).first().waitFor();
  expect(troubles).toEqual([]);
});

test('a day the plan reads from its words is read otherwise, redrawn, rehearsed and drafted so', async () => {
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'coordinator' });
  await page.goto(at('dates'));
  await page.getByRole('button', { name: '方案中的各项日期（可修改）' }).click();
  await choose(page.getByRole('group', { name: '自查自纠阶段 截止' }).getByRole('textbox'), '2027-01-08');
  await page.getByRole('cell', { name: '2027年1月8日 周五', exact: true }).waitFor();
  await shot('wizard-plan-dates');
  await choose(page.getByRole('group', { name: '启动部署阶段 截止' }).getByRole('textbox'), '2028-01-01');
  await page
    .getByRole('alert')
    .filter({ hasText: /摸排建档阶段.*早于开始日/ })
    .waitFor();
  expect(await page.getByRole('button', { name: '下一步：定范围' }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: '全部恢复为方案日期' }).click();
  await choose(page.getByRole('group', { name: '自查自纠阶段 截止' }).getByRole('textbox'), '2027-01-08');
  await page.getByRole('button', { name: '下一步：定范围' }).click();
  await page.getByRole('button', { name: '下一步：试运行' }).click();
  await page.getByRole('button', { name: '创建专项草案' }).click();
  const address = await page.getByRole('link', { name: '打开专项' }).getAttribute('href');
  const drafted = (await (await page.request.get(`/api/v1${address}`)).json()) as {
    phases: { id: string; end: string }[];
  };
  expect(drafted.phases.find(({ id }) => id === 'self-check')?.end).toBe('2027-01-08T15:59:59.000Z');
  expect(troubles.filter((trouble) => !trouble.includes('422'))).toEqual([]);
  expect(await untranslated(page)).toEqual([]);
}, 60_000);

test.each([
  ['a day of the plan that comes too late', 'phases.kick-off.end=2028-01-01', /早于开始日/],
  ['a day that is none', 'phases.kick-off.end=2026-02-30', /日期/],
  ['a day of a phase that is not there', 'phases.nowhere.end=2026-12-20', /nowhere/],
])('%s in the address is explained at once', async (_what, dates, words) => {
  const { page } = await visit(browser, { url: product.url, as: 'coordinator' });
  await page.goto(at('dates', `&dates=${encodeURIComponent(dates)}`));
  await page.getByRole('alert').filter({ hasText: words }).waitFor();
  await page.getByRole('button', { name: '全部恢复为方案日期' }).waitFor();
});

test('a bureau’s own plan is checked in words, mended, added, and there to be drafted from', async () => {
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'coordinator' });
  const begunWith = await (await page.request.get('/api/v1/plans/t003-06a-city-look-back-2021/text')).text();
  const own = begunWith.replace('id: t003-06a-city-look-back-2021', 'id: our-own-look-back');
  await page.goto('/campaigns/new');
  await page.getByRole('button', { name: '使用本单位方案' }).click();
  await page.getByLabel('方案内容（YAML 或 JSON）').fill(own.replace('weekday: 4', 'weekday: 9'));
  await page.getByRole('button', { name: '检查', exact: true }).click();
  await page.getByRole('alert').filter({ hasText: 'reports.0.cadence.weekday' }).waitFor();
  expect(await page.getByRole('button', { name: '添加为模板' }).isDisabled()).toBe(true);
  await shot('wizard-own-plan-wrong');
  await page.getByLabel('方案内容（YAML 或 JSON）').fill(own);
  await page.getByRole('button', { name: '检查', exact: true }).click();
  await page.getByRole('status').filter({ hasText: '方案可用' }).waitFor();
  await page.getByRole('button', { name: '添加为模板' }).click();
  await page.getByLabel('开始日期').waitFor();
  expect(new URL(page.url()).searchParams.get('plan')).toBe('our-own-look-back');
  await page.getByRole('button', { name: '上一步' }).click();
  await page.getByText('本单位方案', { exact: true }).waitFor();
  expect(troubles).toEqual([]);
  expect(await untranslated(page)).toEqual([]);
});

test('bad input is explained at its field, and nothing goes on', async () => {
  const { page } = await visit(browser, { url: product.url, as: 'coordinator' });
  await page.goto(at('dates', '&end=2026-11-20'));
  const complaint = page.getByRole('alert').filter({ hasText: '专项结束日 2026-11-20 早于开始日 2026-12-01' });
  await complaint.waitFor();
  expect(await page.getByRole('button', { name: '下一步：定范围' }).isDisabled()).toBe(true);
  await choose(page.getByLabel('结束日期（可不填）'), '2026-12-31');
  await page.getByText(/的截止日晚于专项结束日 2026-12-31/).waitFor();
  expect(await complaint.count()).toBe(0);

  await page.goto(at('scope'));
  await page.getByText('指定单位').click();
  await page.getByLabel('粘贴单位名称').fill('甲县人民医院、甲县第二诊所\n乙县没有的医院');
  await page.getByRole('button', { name: '只选这些' }).click();
  await page.getByText('找到 2 家').waitFor();
  await page.getByRole('listitem').filter({ hasText: '乙县没有的医院' }).waitFor();
  await page.getByText('参与 2 家').waitFor();
  await page.getByRole('button', { name: '下一步：试运行' }).click();
  await page.getByText('2 家单位、', { exact: false }).first().waitFor();
});

test('the rehearsal plays through days, and lateness shows who is chased', async () => {
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'coordinator' });
  await page.goto(at('rehearsal', '&late=100'));
  await page.getByText(/被催办的单位（1[0-7] 家）/).waitFor();
  await page.getByText('第 1 天，第 1 个工作日').waitFor();
  await page.getByRole('button', { name: '推进 5 个工作日' }).click();
  await page.getByText('第 8 天，第 6 个工作日').waitFor();
  await page.getByRole('button', { name: '播放' }).click();
  await page.getByText('第 9 天', { exact: false }).waitFor();
  await page.getByRole('button', { name: '暂停' }).click();
  await page.getByRole('button', { name: /2026年12月18日.*逾期 16/ }).click();
  await page.getByText('方案：3月底前').first().waitFor();
  await shot('wizard-late');
  await page.reload();
  await page.locator('[aria-current=date][aria-label*="2026年12月18日"]').waitFor();
  await page.getByText('列表', { exact: true }).click();
  await page.getByRole('columnheader', { name: '依据' }).waitFor();
  expect(new URL(page.url()).searchParams.get('view')).toBe('list');
  expect(troubles).toEqual([]);
  expect(await untranslated(page)).toEqual([]);
});

test('on a phone, and in English, by keyboard, nothing scrolls sideways', async () => {
  const { page, troubles, shot } = await visit(browser, {
    ...{ url: product.url, as: 'coordinator', language: 'en' },
    ...{ width: 390, height: 844 },
  });
  for (const [step, text] of [
    ['template', 'Use this plan'],
    ['dates', 'working days'],
    ['scope', '17 units take part'],
    ['rehearsal', 'This makes 1 campaign'],
  ] as const) {
    await page.goto(at(step, '&late=50'));
    await page.getByText(text, { exact: false }).first().waitFor();
    expect([step, await scrollsSideways(page)]).toEqual([step, false]);
    expect(await untranslated(page)).toEqual([]);
    await shot(`wizard-${step}-phone`);
  }
  await page.keyboard.press('?');
  await page.getByText('5 working days on').last().waitFor();
  await page.keyboard.press('Escape');
  // Keys rest until the dialog's cover has gone too.
  await page.locator('.ant-modal-wrap').waitFor({ state: 'hidden' });
  await page.keyboard.press('n');
  await page.getByText('day 2, working day 2').waitFor();
  await page.getByRole('button', { name: 'Create the draft' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('The campaign is drafted').waitFor();
  expect(troubles).toEqual([]);
});

test('one who may not draft is told so', async () => {
  const { page } = await visit(browser, { url: product.url, as: 'leader' });
  await page.goto('/campaigns/new');
  await page.getByText('没有权限').waitFor();
});
