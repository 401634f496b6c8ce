import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { scrollsSideways, untranslated, visit } from '../support/browser.js';
import { openDesk } from '../support/desk.js';

const { browser, product } = openDesk();

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });
const send = (page: Page, act: string) => dialog(page, act).getByRole('button', { name: act, exact: true }).click();
const pick = (page: Page, label: string) => page.locator('.ant-select-item-option', { hasText: label }).first().click();
const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());

async function deduct(page: Page, points: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: '记分', exact: true }).click();
  const form = dialog(page, '记分');
  await form.getByLabel('分值').fill(points);
  await form.getByLabel('记分事由').fill(reason);
  await send(page, '记分');
  await page.getByText(reason).waitFor();
}

test('a coordinator registers a physician and gives points; nine of them are proposed for suspension, with how certain the rule is', async () => {
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'coordinator' });
  await page.goto('/credit');
  await page.getByText('点击“登记相关人员”添加').waitFor();
  await page.getByRole('button', { name: '登记相关人员' }).click();
  const form = dialog(page, '登记相关人员');
  await form.getByLabel('姓名', { exact: true }).fill('赵医师');
  await form.getByLabel('执业机构').fill('甲县人民医院');
  await pick(page, '甲县人民医院');
  await page.keyboard.press('Escape');
  await form.getByLabel('身份证号（可不填；加密保存）').fill('110105 19491231 002X');
  await send(page, '登记相关人员');
  await page.getByRole('row', { name: /赵医师.*医师.*甲县人民医院.*0 分.*正常/ }).waitFor();

  await page.getByRole('button', { name: '赵医师' }).click();
  await page.getByText('1101**********002X').waitFor();
  await deduct(page, '4', '超量、叠加开药');
  await deduct(page, '5', '虚构门诊大病病情');
  await page.getByText('累计满 9 分暂停医保支付资格').waitFor();
  await page.getByText('虚构示例 ·').first().waitFor(); // whose rule it is, and that it is to be confirmed
  await shot('credit-person');
  const [notice] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '告知书' }).first().click(),
  ]);
  expect(notice.suggestedFilename()).toBe('赵医师医保医师扣分告知书.docx');

  await page.getByRole('button', { name: '拟暂停支付资格' }).click();
  const proposal = dialog(page, '拟暂停支付资格');
  await proposal.getByLabel('事实与理由').fill('本年累计满 9 分');
  await proposal.getByRole('button', { name: '拟暂停或终止' }).click();
  await page.getByRole('link', { name: /拟暂停待审批/ }).waitFor();
  await page.goto('/credit');
  await page.getByRole('row', { name: /赵医师.*9 分.*拟暂停待审批/ }).waitFor();
  await shot('credit');
  expect(troubles).toEqual([]);
  expect(await untranslated(page)).toEqual([]);
});

test('the institution reads its own and objects; a leader decides it, and approves what is proposed', async () => {
  const contact = await visit(browser, { url: product.url, as: 'hospital', width: 390, height: 844 });
  await contact.page.goto('/credit');
  await contact.page.getByRole('button', { name: '赵医师' }).click();
  expect(await contact.page.getByRole('button', { name: '记分', exact: true }).count()).toBe(0);
  await contact.page.getByRole('button', { name: '申诉' }).first().click();
  await dialog(contact.page, '申诉').getByLabel('申诉理由').fill('检验报告已补交');
  await send(contact.page, '申诉');
  await contact.page.getByText('检验报告已补交').waitFor();
  expect(await scrollsSideways(contact.page)).toBe(false);
  await contact.shot('credit-contact-phone');
  expect(contact.troubles).toEqual([]);
  expect(await untranslated(contact.page)).toEqual([]);

  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'leader' });
  await page.goto('/credit?state=objected');
  await page.getByRole('button', { name: '赵医师' }).click();
  await page.getByRole('button', { name: '处理申诉' }).click();
  const decision = dialog(page, '处理申诉');
  await decision.getByRole('radio', { name: '维持' }).check();
  await decision.getByLabel('理由').fill('补交材料与病历不符');
  await send(page, '处理申诉');
  await page.getByText('申诉后维持').waitFor();

  await page.getByRole('link', { name: /拟暂停待审批/ }).click();
  await page.getByRole('button', { name: '批准', exact: true }).click();
  await dialog(page, '批准').getByLabel('决定文号').fill('甲医保决〔2026〕1号');
  await send(page, '批准');
  await page.getByText('执行中').first().waitFor();
  await page.getByText('甲医保决〔2026〕1号').waitFor();
  await shot('credit-block');
  expect(troubles).toEqual([]);
  expect(await untranslated(page)).toEqual([]);
});

test('a suspended institution is marked where it is shown, and a new campaign warns of it; in English on a phone', async () => {
  const asker = await visit(browser, { url: product.url, as: 'coordinator' });
  await asker.page.goto('/credit?tab=blocks');
  await asker.page.getByRole('button', { name: '拟暂停或解除协议' }).click();
  const form = dialog(asker.page, '拟暂停或解除协议');
  await form.getByLabel('单位').fill('甲县人民医院');
  await pick(asker.page, '甲县人民医院');
  await form.getByLabel('期限（月）').fill('3');
  await form.getByLabel('事实与理由').fill('拒不整改');
  await form.getByLabel('依据的条文或协议条款').fill('服务协议第三十条');
  await form.getByRole('button', { name: '拟暂停或终止' }).click();
  await asker.page.getByRole('row', { name: /甲县人民医院.*待审批/ }).waitFor();
  expect(asker.troubles).toEqual([]);

  const leader = await visit(browser, { url: product.url, as: 'leader' });
  await leader.page.goto('/credit?tab=blocks');
  await leader.page.getByRole('button', { name: '甲县人民医院' }).click();
  await leader.page.getByRole('button', { name: '批准', exact: true }).click();
  await dialog(leader.page, '批准').getByLabel('决定文号').fill('甲医保决〔2026〕2号');
  await send(leader.page, '批准');
  await leader.page.getByText('执行中').first().waitFor();
  await leader.page.goto('/cases?q=虚构门诊大病');
  await leader.page.getByRole('link', { name: /医保案字第/ }).click();
  await leader.page.getByRole('link', { name: /协议暂停（自/ }).waitFor();
  await leader.shot('credit-case');
  expect(leader.troubles).toEqual([]);

  const PLAN = 't004-hundred-day-chronic-outpatient';
  const { page, troubles, shot } = await visit(browser, {
    ...{ url: product.url, as: 'coordinator', language: 'en', width: 390, height: 844 },
  });
  await page.goto(`/campaigns/new?plan=${PLAN}&start=${today()}&step=scope`);
  await page.getByText('1 of the chosen units is suspended or terminated').waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  await shot('credit-warning-phone');
  await page.goto('/credit?tab=blocks');
  await page.getByRole('button', { name: '甲县人民医院' }).waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  expect(await untranslated(page)).toEqual([]);
  expect(troubles).toEqual([]);
});
