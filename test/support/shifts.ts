import type { Page } from 'playwright-core';

interface Shift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Node | null }[];
}
type Watching = typeof globalThis & { shifts: { readonly value: number; readonly what: string }[] };

/** Notes what jumps about on every page that is opened from now on. */
export const watchShifts = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const { shifts } = Object.assign(globalThis as Watching, { shifts: [] as Watching['shifts'] });
    const nameOf = (node: Node | null) =>
      node instanceof Element ? `${node.tagName}.${node.className}` : node?.textContent;
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[])
        if (!hadRecentInput) shifts.push({ value, what: sources.map(({ node }) => nameOf(node)).join(' | ') });
    }).observe({ type: 'layout-shift', buffered: true });
  });

/** Waits until nothing is awaited any more and what came has been painted. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(() => !document.querySelector('.ant-skeleton, .ant-spin-spinning'));
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** How much of the page jumped, all told, and what. */
export const shiftsOf = (page: Page): Promise<{ readonly sum: number; readonly what: string[] }> =>
  page.evaluate(() => {
    const { shifts } = globalThis as Watching;
    return {
      sum: shifts.reduce((sum, { value }) => sum + value, 0),
      what: shifts.map(({ value, what }) => `${value.toFixed(4)} ${what}`),
    };
  });
