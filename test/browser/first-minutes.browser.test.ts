import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import JSZip from 'jszip';
import type { Page } from 'playwright-core';
import { type Visit, visit } from '../support/browser.js';
import { openDesk } from '../support/desk.js';

/** From the command to the decision in one's hand. */
const TEN_MINUTES = 10 * 60_000;

const began = performance.now();
const { product, browser } = openDesk();

test(
  'the first ten minutes: chase who is late, rehearse a campaign, approve, see a penalty explained, take the decision along',
  async () => {
    const desk = await visit(browser, { url: product.url });
    const { page, troubles } = desk;
    await page.goto('/');
    await page.getByRole('button', { name: '甲县综合协调' }).click();
    await seeTheCampaign(desk);
    await chaseWhoIsLate(desk);
    await rehearseAnother(desk);

    await page.getByRole('button', { name: '切换角色' }).click();
    await page.getByRole('menuitem', { name: '甲县分管领导' }).click();
    await approveByKeys(desk);
    await seeThePenalty(desk);
    await takeTheDecision(desk);
    expect(troubles.filter((each) => !each.includes('401'))).toEqual([]);
    expect(performance.now() - began).toBeLessThan(TEN_MINUTES);
  },
  TEN_MINUTES,
);

async function seeTheCampaign({ page, shot }: Visit): Promise<void> {
  await page.getByRole('link', { name: /百日专项整治行动/ }).click();
  const gantt = page.getByRole('img', { name: /共 6 个阶段，当前为全面检查阶段；已报 25 项，逾期 6 项/ });
  await gantt.locator('svg text').first().waitFor();
  await shot('first-1-campaign');
}

async function chaseWhoIsLate({ page, shot }: Visit): Promise<void> {
  await page.locator('[data-alarm=overdue]').getByRole('link', { name: '去催办' }).click();
  await page.getByText('6 家有逾期').waitFor();
  expect(await page.getByRole('gridcell', { name: /逾期未报/ }).count()).toBe(6);
  await page.getByRole('button', { name: '逾期单位放入催办篮（6）' }).click();
  await shot('first-2-overdue');
  await page.getByRole('button', { name: '催办篮', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '确认催办 6 家' }).click();
  const record = page.getByRole('dialog', { name: '催办记录' });
  await record.getByText('告知 6 家，已读 0 家，跳过 0 家').waitFor();
  await shot('first-3-chased');
  await page.keyboard.press('Escape');
  await record.waitFor({ state: 'hidden' });
}

/** The demonstration keeps the day it is; the rehearsal has a clock of its own, which is moved. */
async function rehearseAnother({ page, shot }: Visit): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: '专项行动' }).click();
  await page.getByRole('link', { name: '新建专项' }).click();
  await page.getByRole('button', { name: /选用此方案 打击虚构门诊大病/ }).click();
  await page.getByLabel('开始日期').fill('2026-12-01');
  await page.getByLabel('开始日期').press('Enter');
  await page.getByText(/2026年12月1日 周二 至 2027年3月19日 周五/).waitFor();
  await page.getByRole('button', { name: '下一步：定范围' }).click();
  await page.getByLabel('专项名称').fill('甲县门诊大病专项整治');
  await page.getByRole('button', { name: '下一步：试运行' }).click();
  await page.getByText('将创建 1 个专项、6 个阶段、17 家单位', { exact: false }).waitFor();
  const late = page.getByRole('slider', { name: '迟报比例' });
  for (let share = 0; share < 100; share += 10) await late.press('ArrowRight');
  await page.getByText(/被催办的单位（1[0-7] 家）/).waitFor();
  await page.getByText('第 1 天，第 1 个工作日').waitFor();
  for (const day of ['第 8 天，第 6 个工作日', '第 15 天，第 11 个工作日', '第 22 天，第 16 个工作日']) {
    await page.getByRole('button', { name: '推进 5 个工作日' }).click();
    await page.getByText(day).waitFor();
  }
  await page.getByRole('region', { name: '预演时钟' }).getByText(/逾期/).waitFor();
  await shot('first-4-rehearsal');
  await page.getByRole('button', { name: '创建专项草案' }).click();
  await page.getByText('专项草案已创建').waitFor();
}

/** Whatever the demonstration holds for the leader, beside the campaign just drafted. */
async function approveByKeys({ page, shot }: Visit): Promise<void> {
  const chosen = page.locator('.approvals-line[aria-current="true"]');
  await page.getByText('还有 3 件').waitFor();
  for (const [left, matter] of [
    [2, '立案审批'],
    [1, '处罚意见审批'],
  ] as const) {
    for (let line = 0; line < 3 && !(await chosen.innerText()).includes(matter); line += 1) await next(page);
    await page.getByRole('button', { name: /^批准/ }).and(page.locator(':enabled')).waitFor();
    await page.keyboard.press('a');
    await page.getByText(/秒后发送/).waitFor();
    if (left === 2) {
      await page.keyboard.press('z');
      await page.getByText(/未发送，事项仍在待批/).waitFor();
      await page.keyboard.press('a');
      await page.getByText(/秒后发送/).waitFor();
    }
    await shot(`first-5-${left}-left`);
    await page.getByText(`还有 ${left} 件`).waitFor();
  }
}

async function next(page: Page): Promise<void> {
  const chosen = page.locator('.approvals-line[aria-current="true"]');
  const before = await chosen.innerText();
  await page.keyboard.press('j');
  await page.waitForFunction(
    (text) => document.querySelector<HTMLElement>('[aria-current="true"].approvals-line')?.innerText !== text,
    before,
  );
}

const openCase = async (page: Page, title: string) => {
  await page.getByRole('navigation').getByRole('link', { name: '案件' }).click();
  await page.getByLabel('案号、案由、对象').fill(title);
  await page.getByRole('button', { name: '查询' }).click();
  await page.getByText('已显示 1 条').waitFor();
  await page.getByRole('link', { name: /医保案字第/ }).click();
};

async function seeThePenalty({ page, shot }: Visit): Promise<void> {
  await openCase(page, '虚构门诊大病');
  await page.getByRole('tab', { name: '处罚计算' }).click();
  await page.locator('svg [data-mark="fine"]').click();
  await page.getByText('拟处罚款 3 倍：38,640.50 × 3 = 115,921.50 元').waitFor();
  await shot('first-6-penalty');
}

async function takeTheDecision({ page, shot }: Visit): Promise<void> {
  await page.getByRole('tab', { name: '文书' }).click();
  const sheet = page.getByRole('article', { name: '行政处罚决定书' });
  await sheet.getByText('一、责令退回医疗保障基金 38,640.50 元').waitFor();
  await shot('first-7-decision');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载 .docx' }).click(),
  ]);
  const number = `〔${new Date().getFullYear()}〕990001医保案字第1号`;
  expect(file.suggestedFilename()).toBe(`${number}行政处罚决定书.docx`);
  const { files } = await JSZip.loadAsync(await readFile(await file.path()));
  expect(await files['word/document.xml']?.async('string')).toContain(number);
}
