import { expect, test } from '@jest/globals';
import { scrollsSideways, untranslated, visit } from '../support/browser.js';
import { openDesk } from '../support/desk.js';

const { product, browser } = openDesk();

test('an investigator finds a case by two characters of its title and opens it', async () => {
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'investigator' });
  await page.goto('/cases');
  await page.getByLabel('案号、案由、对象').fill('叠加');
  await page.getByRole('button', { name: '查询' }).click();
  await expect(page.getByText('已显示 1 条').waitFor()).resolves.toBeUndefined();
  expect(new URL(page.url()).searchParams.get('q')).toBe('叠加');
  await shot('case-list');
  await page.getByRole('link', { name: /医保案字第/ }).click();
  await page.getByRole('heading', { level: 1, name: /超量、叠加开药/ }).waitFor();
  await page.getByRole('button', { name: '确定办案人员' }).waitFor();
  await page.getByText('办理过程').waitFor();
  await shot('case-file');
  expect(troubles).toEqual([]);
  expect(await untranslated(page)).toEqual([]);
});

test('what the stage does not allow is shown disabled, with the reason and the article', async () => {
  const { page } = await visit(browser, { url: product.url, as: 'investigator' });
  await page.goto('/cases?q=叠加');
  await page.getByRole('link', { name: /医保案字第/ }).click();
  await page.getByText(/暂不可办/).click();
  const serve = page.getByRole('button', { name: '送达告知书' });
  await serve.waitFor();
  expect(await serve.isDisabled()).toBe(true);
  expect(await page.getByText(/须在：告知.*行政处罚法 第四十四条/).count()).toBeGreaterThan(0);
});

test('on a phone, and in English, nothing scrolls sideways', async () => {
  const { page, troubles, shot } = await visit(browser, {
    url: product.url,
    as: 'investigator',
    language: 'en',
    width: 390,
    height: 844,
  });
  await page.goto('/cases');
  await page.getByRole('heading', { name: 'Cases' }).waitFor();
  await page.getByText('5 shown').waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  await page.getByRole('link', { name: /医保案字第1号/ }).click();
  await page.getByText('What happened').waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  await shot('case-file-phone');
  expect(troubles).toEqual([]);
  expect(await untranslated(page)).toEqual([]);
});

test('the list is exported as a job: its bar is there after a reload, and the sheet has a Chinese name', async () => {
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'leader' });
  await page.goto('/cases');
  await page.getByRole('button', { name: '导出' }).click();
  const download = page.getByRole('link', { name: /案件台账-.*\.xlsx/ });
  await download.waitFor();
  await page.goto('/jobs');
  await page.getByText('已完成 5 / 5').waitFor();
  await page.reload();
  await page.getByText('已完成 5 / 5').waitFor();
  await shot('jobs');
  const [file] = await Promise.all([page.waitForEvent('download'), download.click()]);
  expect(file.suggestedFilename()).toMatch(/^案件台账-\d{4}-\d{2}-\d{2}\.xlsx$/);
  expect(troubles).toEqual([]);
  expect(await untranslated(page)).toEqual([]);
});

test('the decision is read in the official look and taken along as a .docx with its Chinese name', async () => {
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'leader' });
  await page.goto('/cases?q=虚构门诊大病');
  await page.getByRole('link', { name: /医保案字第1号/ }).click();
  await page.getByRole('tab', { name: '文书' }).click();
  const sheet = page.getByRole('article', { name: '行政处罚决定书' });
  await sheet.getByText('一、责令退回医疗保障基金 38,640.50 元').waitFor();
  await sheet.getByText('甲县医疗保障局').waitFor();
  await shot('case-document');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载 .docx' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe(
    '〔2026〕990001医保案字第1号行政处罚决定书.docx'.replace('2026', String(new Date().getFullYear())),
  );
  expect(troubles).toEqual([]);
});

test('an exhibit is added and lies on file under its hash', async () => {
  const { page, troubles } = await visit(browser, { url: product.url, as: 'investigator' });
  await page.goto('/cases?q=叠加');
  await page.getByRole('link', { name: /医保案字第/ }).click();
  await page.getByRole('tab', { name: /证据/ }).click();
  const buffer = Buffer.from('处方笺（示范材料）');
  await page.locator('input[type=file]').setInputFiles({ name: '处方.txt', mimeType: 'text/plain', buffer });
  await page.getByRole('link', { name: '处方.txt' }).waitFor();
  expect(troubles).toEqual([]);
});

test('a number in an address is searched for with all its digits', async () => {
  const { page } = await visit(browser, { url: product.url, as: 'investigator' });
  await Promise.all([
    page.waitForRequest((request) => request.url().includes('/api/v1/cases?q=330106198503174528')),
    page.goto('/cases?q=330106198503174528'),
  ]);
});

test('a lead about a person is taken in with their number, found by its mask, and read for a reason on the record', async () => {
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'investigator' });
  await page.goto('/cases');
  await page.getByRole('button', { name: '登记线索' }).click();
  const form = page.getByRole('dialog', { name: '登记线索' });
  await form.getByLabel('案由').fill('冒用他人医保就医');
  await form.getByRole('combobox', { name: '来源' }).click();
  await page.getByTitle('举报电话').click();
  await form.getByRole('radio', { name: '个人' }).check();
  await form.getByLabel('名称或姓名').fill('张某');
  await form.getByLabel('身份证号（可不填；加密保存）').fill(' 110105 19491231 002X ');
  await form.getByLabel('情况摘要').fill('群众举报');
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('11010519491231002');
  await form.getByRole('button', { name: '登记线索' }).click();
  await page.getByText('1101**********002X').waitFor();
  await page.getByRole('button', { name: '查看身份证号' }).click();
  const why = page.getByRole('dialog', { name: '查看身份证号' });
  await why.getByLabel('理由').fill('核对当事人身份');
  await why.getByRole('button', { name: '查看身份证号' }).click();
  await page.getByText('11010519491231002X').waitFor();
  await shot('case-identity');
  await page.goto('/cases?q=1101**********002X');
  await page.getByText('已显示 1 条').waitFor();
  expect(troubles).toEqual([]);
  expect(await untranslated(page)).toEqual([]);
});

test('a limit explains itself step by step, and is asked about as of another day', async () => {
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'leader' });
  await page.goto('/cases?q=叠加');
  await page.getByRole('link', { name: /医保案字第/ }).click();
  await page.getByRole('button', { name: '依据' }).first().click();
  const drawer = page.getByRole('dialog', { name: /办案期限 · 依据/ });
  await drawer.getByText(/^90日，至/).waitFor();
  await drawer.getByText(/立案：.*当日不计入/).waitFor();
  await drawer.getByLabel('假设到这一天').fill('2099-01-01');
  await page.keyboard.press('Enter');
  await drawer.getByText(/已过 \d+ 日/).waitFor();
  await shot('clock-basis');
  await drawer.getByRole('button', { name: '确认扣除期间' }).click();
  const form = page.getByRole('dialog', { name: '确认扣除期间' });
  await form.getByLabel('事由').click();
  await page.getByTitle('鉴定', { exact: true }).click();
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  await form.getByLabel('开始日').fill(today);
  await page.keyboard.press('Enter');
  await form.getByLabel('理由').fill('委托司法鉴定机构出具意见');
  await form.getByRole('button', { name: '确认扣除期间' }).click();
  await drawer.getByText(/起停止计算，扣除期间结束后恢复/).waitFor();
  expect(troubles).toEqual([]);
});
