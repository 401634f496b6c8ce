import { expect, test } from '@jest/globals';
import { scrollsSideways, untranslated, visit } from '../support/browser.js';
import { dayFromToday, enterAs } from '../support/demo.js';
import { openDesk } from '../support/desk.js';

const { browser, product } = openDesk();

const TITLE = /虚构门诊大病病情/;
const said = '患者王小二，电话13800001234。';

test('a coordinator drafts, a leader approves and publishes; the case is reopened and what was published is withdrawn', async () => {
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'coordinator' });
  await page.goto('/cases?q=虚构门诊');
  await page.getByRole('link', { name: /医保案字第/ }).click();
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  const caseId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await page.getByRole('link', { name: '拟写典型案例' }).click();
  await page.getByText('未发现不得公开的内容').waitFor();
  expect(await page.locator('mark', { hasText: '甲县人民医院' }).count()).toBeGreaterThan(0);
  const text = page.getByLabel('正文');
  expect(await text.inputValue()).not.toContain('甲县人民医院');
  const proposed = await text.inputValue();
  await text.fill(`${proposed}\n${said}`);
  await page.getByText(/尚有 1 处不得公开/).waitFor();
  await page.getByText(/疑似姓名，请核对：王小二/).waitFor();
  await shot('typical-marks');
  await text.fill(proposed);
  await page.getByText('未发现不得公开的内容').waitFor();
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('button', { name: '送审' }).click();
  await page.getByRole('dialog').last().getByRole('button', { name: '送审' }).click();
  await page.getByText('待审核').first().waitFor();
  expect(await untranslated(page)).toEqual([]);

  const leader = await visit(browser, { url: product.url, as: 'leader' });
  await leader.page.goto('/');
  await leader.page.getByRole('link', { name: '典型案例' }).click();
  await leader.page.getByRole('link', { name: /某医院/ }).click();
  const does = async (act: string) => {
    await leader.page.getByRole('button', { name: act }).first().click();
    return leader.page.getByRole('dialog').last();
  };
  await (await does('审核通过')).getByRole('button', { name: '审核通过' }).click();
  await leader.page.getByText('待发布').waitFor();
  const dialog = await does('登记发布');
  await dialog.getByRole('combobox', { name: '渠道' }).click();
  await leader.page.getByTitle('新媒体').click();
  await dialog.getByLabel('发布位置').fill('甲县医保公众号');
  await dialog.getByLabel('发布日期').fill(dayFromToday(0));
  await leader.page.keyboard.press('Tab');
  await dialog.getByRole('button', { name: '登记发布' }).click();
  await leader.page.getByText(/新媒体 · 甲县医保公众号/).waitFor();
  await shot('typical-published');

  await reopen(caseId);
  await leader.page.getByText(/前下架/).waitFor({ timeout: 30_000 });
  await leader.shot('typical-withdrawn');
  const down = await does('登记下架');
  await down.getByLabel('下架日期').fill(dayFromToday(0));
  await leader.page.keyboard.press('Tab');
  await down.getByRole('button', { name: '登记下架' }).click();
  await leader.page.getByText('已全部下架').waitFor();
  await leader.page.goto('/inbox');
  await leader.page
    .getByText(/已撤回，请于 .* 前下架：新媒体·甲县医保公众号/)
    .first()
    .waitFor();
  expect(await untranslated(leader.page)).toEqual([]);
  expect([...troubles, ...leader.troubles]).toEqual([]);
}, 180_000);

test('on a phone, in English, the list and a typical case fit; a unit has no such place', async () => {
  const { page, troubles, shot } = await visit(browser, {
    ...{ url: product.url, as: 'coordinator', language: 'en', width: 390, height: 844 },
  });
  await page.goto('/typical-cases');
  await page.getByRole('heading', { name: 'Typical cases' }).waitFor();
  await page.getByText('1 shown').waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  await page.getByRole('link', { name: /某医院/ }).click();
  await page.getByText('Taken down everywhere').waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  await shot('typical-phone');
  expect(await untranslated(page)).toEqual([]);
  expect(troubles).toEqual([]);
  const unit = await visit(browser, { url: product.url, as: 'hospital' });
  await unit.page.goto('/');
  await unit.page.getByRole('link', { name: '工作台' }).waitFor();
  expect(await unit.page.getByRole('link', { name: '典型案例' }).count()).toBe(0);
});

/** Pays, rectifies and strikes off the demonstration's decided case, and reopens it. */
async function reopen(id: string): Promise<void> {
  const as = async (login: string, noun: string, body: object = {}) =>
    (await enterAs(product.url, login)).post(`cases/${id}/${noun}`, body);
  const paidOn = dayFromToday(0);
  const payAll = async () => {
    const { ledgers } = await (
      await enterAs(product.url, 'agency')
    ).get<{ ledgers: Record<string, { owed: string; paid: string }> }>(`cases/${id}`);
    for (const [ledger, { owed, paid }] of Object.entries(ledgers)) {
      const amount = String(BigInt(owed) - BigInt(paid));
      if (amount !== '0') await as('agency', 'payments', { ledger, amount, paidOn, voucher: `缴款书 ${ledger}` });
    }
  };
  await payAll();
  await payAll(); // what paying late has cost
  await as('hospital', 'rectification-reports', { report: '已建立门诊大病认定复核制度' });
  await as('investigator', 'rectification-acceptance', { note: '现场验收合格' });
  await as('investigator', 'root-cause', { rootCause: '认定环节无复核' });
  await as('investigator', 'strike-off-request');
  await as('leader', 'strike-off');
  await as('leader', 'reopening', { reason: '发现新证据' });
}
