import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { visit } from '../support/browser.js';
import { openDesk } from '../support/desk.js';
import { settled, shiftsOf, watchShifts } from '../support/shifts.js';

const { product, browser } = openDesk();

/** Google's "good" ends at 0.1. */
const MOST = 0.02;

const first = async (page: Page, list: string): Promise<string> => {
  const { items } = (await (await page.request.get(`/api/v1/${list}`)).json()) as { items: { id: string }[] };
  return items[0]?.id ?? '';
};
const campaign = async (page: Page) => `/campaigns/${await first(page, 'campaigns')}`;
const caseFile = async (page: Page) => `/cases/${await first(page, `cases?q=${encodeURIComponent('虚构门诊大病')}`)}`;

const PAGES: [as: string | undefined, name: string, path: (page: Page) => string | Promise<string>][] = [
  [undefined, 'sign-in', () => '/sign-in'],
  ['leader', 'approvals', () => '/approvals'],
  ['coordinator', 'campaigns', () => '/campaigns'],
  ['coordinator', 'a campaign', campaign],
  ['coordinator', 'units', async (page) => `${await campaign(page)}/units`],
  ['coordinator', 'a new campaign', () => '/campaigns/new'],
  ['investigator', 'cases', () => '/cases'],
  ['investigator', 'a case', caseFile],
  ['investigator', 'its penalty', async (page) => `${await caseFile(page)}?tab=penalty`],
  ['investigator', 'its documents', async (page) => `${await caseFile(page)}?tab=documents`],
  ['investigator', 'the calculator', () => '/calculator?breach=fraud&purpose=yes&amount=3864050&multiple=3'],
  ['hospital', 'a desk', () => '/desk'],
  ['hospital', 'cases of a party', () => '/desk/cases'],
  ['police', 'transfers', () => '/transfers'],
  ['leader', 'messages', () => '/inbox'],
  ['leader', 'jobs', () => '/jobs'],
  ['auditor', 'the record', () => '/record'],
  ['admin', 'the system', () => '/system'],
];

test.each(PAGES)('as %s, %s: nothing jumps away while it loads, at the desk or on a phone', async (as, _name, path) => {
  for (const [width, height] of [
    [1366, 768],
    [390, 844],
  ] as const) {
    const { page, context } = await visit(browser, { url: product.url, ...(as ? { as } : {}), width, height });
    await watchShifts(page);
    await page.goto(await path(page));
    await settled(page);
    const { sum, what } = await shiftsOf(page);
    expect({ width, what: sum < MOST ? [] : what }).toEqual({ width, what: [] });
    await context.close();
  }
});
