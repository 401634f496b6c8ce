import { expect, test } from '@jest/globals';
import { scrollsSideways, untranslated, visit } from '../support/browser.js';
import { acknowledgeDiscipline, dayFromToday, enterAs } from '../support/demo.js';
import { openDesk } from '../support/desk.js';

const { browser, product } = openDesk();

const UNIT = '甲县人民医院';
const campaignOf = async () => {
  const coordinator = await enterAs(product.url, 'coordinator');
  const { items } = await coordinator.get<{ items: { id: string; name: string }[] }>('campaigns?limit=50');
  return items.find(({ name }) => name.includes('百日专项整治行动'))?.id ?? '';
};

test('a coordinator sees the month by week, team and day, goes on by keyboard, and reads which months are bound', async () => {
  await acknowledgeDiscipline(product.url, 'coordinator');
  const coordinator = await enterAs(product.url, 'coordinator');
  const campaign = await campaignOf();
  const { items: units } = await coordinator.get<{ items: { id: string; name: string }[] }>(
    `units?q=${encodeURIComponent(UNIT)}&limit=50`,
  );
  const inspectors = await Promise.all(['investigator', 'officer'].map((login) => enterAs(product.url, login)));
  await coordinator.post('visits', {
    ...{ campaign, kind: 'first', chosen: 'coverage', why: '全覆盖' },
    visits: [{ unit: units[0]?.id, day: dayFromToday(0), team: inspectors.map(({ account }) => account) }],
  });
  const { page, troubles, shot } = await visit(browser, { url: product.url, as: 'coordinator' });
  await page.goto(`/visits?campaign=${campaign}`);
  await page.getByText('日历', { exact: true }).click();
  const team = page.getByRole('row', { name: new RegExp(UNIT) });
  await team.waitFor();
  expect(await team.getByLabel(/尚未通知被检查单位/).count()).toBe(1);
  await page.getByText('本月所在阶段').waitFor();
  await shot('visits-calendar');
  await page.getByRole('button', { name: '下个月' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('本月没有您可见的现场检查').waitFor();
  await page.getByRole('button', { name: '本月', exact: true }).click();
  await team.waitFor();
  expect(await untranslated(page)).toEqual([]);

  await page.getByRole('link', { name: '每月装订' }).click();
  await page.getByRole('heading', { name: '检查清单装订成册' }).waitFor();
  await page.getByRole('row', { name: new RegExp(`${dayFromToday(0).slice(0, 7)}.*无检查`) }).waitFor();
  expect(await page.getByRole('button', { name: '装订' }).count()).toBe(0);
  await shot('volumes');
  expect(await untranslated(page)).toEqual([]);
  expect(troubles).toEqual([]);
}, 120_000);

test('an inspector has the month as a list on a phone, in English; its unit sees nothing of it', async () => {
  const phone = { url: product.url, width: 390, height: 844 };
  const { page, troubles, shot } = await visit(browser, { ...phone, as: 'investigator', language: 'en' });
  await page.goto('/visits?view=calendar');
  await page.getByRole('link', { name: new RegExp(UNIT) }).waitFor();
  expect(await page.getByRole('table').count()).toBe(0);
  expect(await page.getByRole('link', { name: 'Bound volumes' }).count()).toBe(0);
  expect(await scrollsSideways(page)).toBe(false);
  await shot('visits-calendar-phone');
  expect(await untranslated(page)).toEqual([]);
  const unit = await visit(browser, { ...phone, as: 'hospital' });
  await unit.page.goto('/visits?view=calendar');
  await unit.page.getByText('本月没有您可见的现场检查').waitFor();
  expect([...troubles, ...unit.troubles]).toEqual([]);
}, 60_000);
