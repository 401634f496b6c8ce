import { type Browser, type Page, chromium } from 'playwright-core';

/**
 * A real Chromium without a window: the one that `npm run bench` found. Where there is no graphics card it would play one in
 * software, and take from the page the very processors we measure it on.
 */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? chromium.executablePath(),
    args: ['--disable-gpu'],
  });

/** A person's page in a browser of their own: nothing is kept in it yet but the session, by the demonstration's entry. */
export async function visit(browser: Browser, port: number, login: string): Promise<Page> {
  const context = await browser.newContext({
    // A secure cookie is kept for localhost, whatever the scheme.
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const entered = await context.request.post('/api/v1/demo/sessions', { data: { login } });
  if (!entered.ok()) throw new Error(`${login} could not enter: ${entered.status()}`);
  return context.newPage();
}

/** When the frame that first shows all of it was painted, in milliseconds since the page's own beginning. */
export const painted = (page: Page, ...all: readonly string[]): Promise<number> =>
  page.evaluate(
    (selectors) =>
      new Promise<number>((done) => {
        const look = (): number =>
          requestAnimationFrame(() => {
            if (!selectors.every((selector) => document.querySelector(selector))) look();
            else requestAnimationFrame(() => done(performance.now()));
          });
        look();
      }),
    all,
  );
