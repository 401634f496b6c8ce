import type { Browser } from 'playwright-core';
import { openBrowser, painted, visit } from './browser.js';
import { fill } from './million-cases.js';
import { startApi } from './programs.js';
import { alternate, report } from './rounds.js';
import { type Stage, openStage } from './stage.js';

const ROUNDS = 9;
const AIM = 500;
const PAGE = 50;
const SOUGHT = '血液透析';

/**
 * From the click on 查询, with a filter, to the painted rows, in a list of a million cases, by somebody who has just come to
 * it. `web.list-filter` is held against half a second, `web.list-filter.vs-answer` against the same question asked in the
 * same browser by an empty page, which writes the same words into a plain table: the api's answer, and the least that
 * drawing it takes. ratio = ours / limit.
 */
export async function run(server: string): Promise<void> {
  const stage = await openStage(server);
  const api = await startApi(stage.appUrl, { DEMO: 'true' });
  const browser = await openBrowser();
  try {
    await fill(stage);
    const last = await lastFound(stage);
    const rounds = await alternate(ROUNDS, {
      ours: () => inList(browser, api.port, last),
      limit: () => inPlainTable(browser, api.port),
    });
    report(
      'web.list-filter',
      'ms',
      rounds.map(({ ours }) => ({ ours, limit: AIM })),
    );
    report('web.list-filter.vs-answer', 'ms', rounds);
  } finally {
    await browser.close();
    await api.stop();
    await stage.close();
  }
}

/** The last row of the first page: the unfiltered page does not show it. */
async function lastFound({ bare }: Stage): Promise<string> {
  const { rows } = await bare.query<{ id: string }>(
    `select id from case_file c where case_words(c) @> pairs($1) order by opened_at desc, id desc offset $2 limit 1`,
    [SOUGHT, PAGE - 1],
  );
  return rows[0]?.id ?? '';
}

async function inList(browser: Browser, port: number, last: string): Promise<number> {
  const page = await visit(browser, port, 'leader');
  await page.goto('/cases');
  await page
    .locator('tr[data-row-key]')
    .nth(PAGE - 1)
    .waitFor();
  await page.getByRole('search').getByRole('textbox').fill(SOUGHT);
  const clicked = page.evaluate(
    () =>
      new Promise<number>((done) => {
        const options = { capture: true, once: true };
        document.addEventListener('click', ({ timeStamp }) => done(timeStamp), options);
      }),
  );
  const shown = painted(page, `tr[data-row-key="${last}"]`);
  await page.getByRole('button', { name: '查询' }).click();
  const took = (await shown) - (await clicked);
  await page.context().close();
  return took;
}

async function inPlainTable(browser: Browser, port: number): Promise<number> {
  const page = await visit(browser, port, 'leader');
  await page.goto('/api/v1/health');
  const shown = painted(page, '#plain');
  const began = await page.evaluate(
    async ([address, id]) => {
      const from = performance.now();
      const { items } = (await (await fetch(address)).json()) as { items: Record<string, string>[] };
      const table = document.createElement('table');
      for (const { number, title, stage, nextDue, handlerName, openedAt } of items) {
        const row = table.insertRow();
        for (const text of [number, title, stage, nextDue, handlerName, openedAt]) row.insertCell().append(text ?? '');
      }
      table.id = id;
      document.body.replaceChildren(table);
      return from;
    },
    [`/api/v1/cases?limit=${PAGE}&q=${encodeURIComponent(SOUGHT)}`, 'plain'] as const,
  );
  const took = (await shown) - began;
  await page.context().close();
  return took;
}
