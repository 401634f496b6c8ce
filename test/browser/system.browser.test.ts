import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { scrollsSideways, untranslated, visit } from '../support/browser.js';
import { openDesk } from '../support/desk.js';

const { product, browser } = openDesk();

test('an auditor finds an event, sees what it changed, and proves the chain', async () => {
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'auditor' });
  await page.goto('/record');
  await page.getByLabel('案号、案由、专项').fill('叠加');
  await page.getByRole('button', { name: '查询' }).click();
  await page.getByText('已显示 3 条').waitFor();
  expect(new URL(page.url()).searchParams.get('q')).toBe('叠加');
  await page.getByRole('button', { name: '批准立案' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByText('立案审批').waitFor();
  expect(await drawer.getByRole('row', { name: /环节.*立案审批.*调查取证/ }).count()).toBe(1);
  await shot('record-change');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '校验记录链' }).click();
  await page.getByText(/\d+ 条，链完整 ✓/).waitFor();
  await shot('record');
  expect(troubles).toEqual([]);
  expect(await untranslated(page)).toEqual([]);
});

test('who may not check the record is told which permission it takes, in words, and is offered nothing', async () => {
  const { page } = await visit(browser, { url: product.url, as: 'leader' });
  await page.goto('/record');
  await page.getByText('需要“审计与校验记录”权限').waitFor();
  await page.getByText('请联系本单位系统管理员授权').waitFor();
  expect(await page.getByRole('button', { name: '校验记录链' }).count()).toBe(0);
});

test('a half-typed query survives the page drawing itself again, and is emptied only when asked', async () => {
  const { page, troubles } = await visit(browser, { url: product.url, as: 'auditor' });
  await page.goto('/record');
  const text = page.getByLabel('案号、案由、专项');
  await text.fill('叠加');
  await page.getByRole('button', { name: '批准立案' }).first().click();
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  expect(await text.inputValue()).toBe('叠加');
  await page.getByRole('button', { name: '重置' }).click();
  expect(await text.inputValue()).toBe('');
  expect(troubles).toEqual([]);
});

test('what the query finds is exported as CSV that spreadsheets read, and nothing in it runs', async () => {
  const { page, troubles } = await visit(browser, { url: product.url, as: 'auditor' });
  await page.goto('/record?q=叠加');
  await page.getByText('已显示 3 条').waitFor();
  expect(await page.getByLabel('案号、案由、专项').inputValue()).toBe('叠加');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出 CSV' }).click(),
  ]);
  const text = await readFile(await download.path(), 'utf8');
  expect(text.startsWith('\uFEFF时间,人员,事项')).toBe(true);
  expect(text.trimEnd().split('\r\n')).toHaveLength(4);
  expect(text).toContain('批准立案');
  expect(troubles).toEqual([]);
});

test('an administrator adds an account and disables it; the initial password is kept nowhere', async () => {
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'admin' });
  await page.goto('/system');
  await page.getByRole('button', { name: '新增账号' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('用户名').fill('newcomer');
  await form.getByLabel('姓名或名称').fill('新来的办案人员');
  await form.getByLabel('初始密码').fill('a long enough password');
  await form.getByLabel('角色').click();
  await page.getByTitle('办案人员', { exact: true }).click();
  await page.keyboard.press('Escape');
  await form.getByLabel('辖区').click();
  await page.getByTitle('甲县', { exact: true }).click();
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('a long enough password');
  await form.getByRole('button', { name: '新增账号' }).click();
  await form.waitFor({ state: 'hidden' });
  await page.getByRole('searchbox', { name: '用户名或姓名' }).fill('newcomer');
  await page.keyboard.press('Enter');
  const row = page.getByRole('row', { name: /newcomer.*办案人员.*启用/ });
  await row.waitFor();
  await row.getByRole('button', { name: '停用' }).click();
  await page
    .getByRole('tooltip')
    .getByRole('button', { name: /确\s*定/ })
    .click();
  await page.getByRole('row', { name: /newcomer.*已停用/ }).waitFor();
  await shot('system-accounts');
  expect(troubles).toEqual([]);
});

test('a webhook’s secret is shown once', async () => {
  const { page, troubles } = await visit(browser, { url: product.url, as: 'admin' });
  await page.goto('/system?tab=webhooks');
  await page.getByRole('button', { name: '新增推送地址' }).click();
  await page.getByRole('dialog').getByLabel('推送地址').fill('https://example.test/hook');
  await page.getByRole('dialog').getByRole('button', { name: '新增推送地址' }).click();
  await page.getByText('密钥只显示这一次，请立即保存').waitFor();
  const secret = await page.getByRole('dialog').locator('code').innerText();
  expect(secret.length).toBeGreaterThan(20);
  await page.reload();
  await page.getByText('https://example.test/hook').waitFor();
  expect(await page.locator('body').innerText()).not.toContain(secret);
  expect(troubles).toEqual([]);
});

test('next year’s notice is read from a file and loaded', async () => {
  const { page, troubles } = await visit(browser, { url: product.url, as: 'admin' });
  await page.goto('/system?tab=calendars');
  const year = new Date().getFullYear() + 1;
  await page.getByText(`${year} 年放假安排尚未导入`).waitFor();
  await page.getByRole('button', { name: '导入节假日安排' }).click();
  const notice = { year, notice: '测试用', holidays: [`${year}-01-01`], workdays: [] };
  const buffer = Buffer.from(JSON.stringify(notice));
  await page.locator('input[type=file]').setInputFiles({ name: 'year.json', mimeType: 'application/json', buffer });
  const form = page.getByRole('dialog');
  await form.getByTitle(`${year}-01-01`).first().waitFor();
  await form.getByRole('button', { name: '导入节假日安排' }).click();
  await page.getByRole('row', { name: new RegExp(`${year}.*测试用.*人工导入`) }).waitFor();
  expect(await page.getByText(`${year} 年放假安排尚未导入`).count()).toBe(0);
  expect(troubles).toEqual([]);
});

test('every tab opens in both languages, on a phone too, and nothing is untranslated', async () => {
  for (const language of ['zh', 'en'] as const) {
    const { page, troubles, shot } = await visit(browser, {
      ...{ url: product.url, as: 'admin', language },
      ...(language === 'en' ? { width: 390, height: 844 } : {}),
    });
    for (const tab of TABS) {
      await page.goto(`/system?tab=${tab}`);
      await page.getByRole('tab', { selected: true }).waitFor();
      await page.waitForLoadState('networkidle');
      expect([tab, await untranslated(page)]).toEqual([tab, []]);
      expect([tab, await scrollsSideways(page)]).toEqual([tab, false]);
      await shot(`system-${tab}-${language}`);
    }
    expect(troubles).toEqual([]);
  }
}, 120_000);

const TABS = [
  ...['accounts', 'organisation', 'roles', 'plans', 'law', 'calendars'],
  ...['timetable', 'deliveries', 'webhooks', 'health'],
];

test('an auditor sees what they may read, and nothing that changes something', async () => {
  const { page, troubles } = await visit(browser, { url: product.url, as: 'auditor' });
  await page.goto('/system');
  await page.getByRole('tab', { name: '机构' }).waitFor();
  const tabs = await page.getByRole('tab').allInnerTexts();
  expect(tabs).not.toContain('账号');
  expect(tabs).not.toContain('推送地址');
  expect(tabs).toEqual(expect.arrayContaining(['法规参数', '通知发送']));
  await page.getByRole('tab', { name: '法规参数' }).click();
  await page.getByText('须由当地确认').first().waitFor();
  await page.getByRole('tab', { name: '节假日' }).click();
  await page.getByText('随产品').first().waitFor();
  expect(await page.getByRole('button', { name: '导入节假日安排' }).count()).toBe(0);
  expect(troubles).toEqual([]);
});
