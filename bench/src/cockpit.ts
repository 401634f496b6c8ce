import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser, painted, visit } from './browser.js';
import { startProduct } from './product.js';
import { alternate, report } from './rounds.js';

const ROUNDS = 9;
const AIM = 2_000;
const FIGURES = ['cases', 'refunded', 'reports', 'overdue'].map((figure) => `[data-figure="${figure}"]`);
const GANTT = 'div[role="img"][aria-label*="个阶段"] svg text';

/**
 * From the address of a campaign to its cockpit, the four figures and the picture of its phases painted, in a browser that
 * has kept nothing. The whole product runs beside it on the same machine, as on somebody's laptop. ratio = ours / the aim.
 */
export async function run(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'fundguard-bench-cockpit-'));
  const product = await startProduct(folder);
  const browser = await openBrowser();
  try {
    const rounds = await alternate(ROUNDS, { ours: () => coldVisit(browser, product.port) });
    report(
      'web.cockpit-cold',
      'ms',
      rounds.map(({ ours }) => ({ ours, limit: AIM })),
    );
  } finally {
    await browser.close();
    await product.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function coldVisit(browser: Browser, port: number): Promise<number> {
  const page = await visit(browser, port, 'coordinator');
  const campaigns = await page.request.get('/api/v1/campaigns');
  const { items } = (await campaigns.json()) as { items: { id: string }[] };
  await page.goto(`/campaigns/${items[0]?.id}`, { waitUntil: 'commit' });
  const took = await painted(page, ...FIGURES, GANTT);
  await page.context().close();
  return took;
}
