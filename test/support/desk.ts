import { afterAll, beforeAll } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from './browser.js';
import { type Product, startProduct } from './product.js';

/** The product with its demonstration, and a browser, for the tests of one file: there when the first of them begins. */
export function openDesk() {
  let started: Product | undefined;
  let opened: Browser | undefined;
  beforeAll(async () => {
    [started, opened] = await Promise.all([startProduct(), openBrowser()]);
  }, 180_000);
  afterAll(async () => {
    await opened?.close();
    await started?.stop();
  }, 60_000);
  const there = <T>(what: T | undefined): T => {
    if (what === undefined) throw new Error('the desk opens when the first test begins');
    return what;
  };
  return {
    product: {
      get url() {
        return there(started).url;
      },
      get folder() {
        return there(started).folder;
      },
    },
    browser: { newContext: (options) => there(opened).newContext(options) } satisfies Pick<Browser, 'newContext'>,
  };
}
