import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';
import { chromiumPath } from './chromium.js';

const SHOTS = fileURLToPath(new URL('../../.cache/screenshots', import.meta.url));
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: chromiumPath(), args: FLAGS });

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console errors and warnings, failed requests, answers of 400 and more that no test expected. */
  readonly troubles: string[];
  /** Keeps a picture under `.cache/screenshots`. */
  readonly shot: (name: string) => Promise<void>;
}

interface Options {
  readonly url: string;
  /** The demonstration's account; nobody where it is left out. */
  readonly as?: string;
  readonly language?: 'zh' | 'en';
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
}

/** A person at their desk: a browser of their own, signed in, at 1366 × 768 unless said otherwise. */
export async function visit(browser: Pick<Browser, 'newContext'>, options: Options): Promise<Visit> {
  const { url, as, language = 'zh', width = 1366, height = 768, dark = false } = options;
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height },
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  await context.addInitScript((chosen) => localStorage.setItem('fundguard.language', chosen), language);
  if (as) {
    const entered = await context.request.post('/api/v1/demo/sessions', { data: { login: as } });
    if (!entered.ok()) throw new Error(`${as} could not enter: ${entered.status()}`);
  }
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) troubles.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`uncaught: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()} ${response.url()}`);
  });
  const shot = async (name: string) => {
    mkdirSync(SHOTS, { recursive: true });
    await page.screenshot({ path: join(SHOTS, `${name}.png`) });
  };
  return { page, context, troubles, shot };
}

/** Wider than the window: the page would scroll sideways. */
export const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

/** Texts that nobody translated show as their key, `field.grounds`. */
export async function untranslated(page: Page): Promise<string[]> {
  const text = await page.locator('body').innerText();
  return (
    text.match(/\b(?:act|field|value|stage|event|clock|hint|place|keys|view|tab|role|failure)\.[a-zA-Z][\w.-]*/g) ?? []
  );
}
