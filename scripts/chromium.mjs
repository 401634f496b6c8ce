/** A real Chromium for the browser tests, found or installed once before they begin: two at a time would fight over the packages. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { isRoot } from './host.mjs';
import { say } from './say.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** CHROMIUM_PATH, the PATH, what Playwright downloaded, or Debian's package where we are root; undefined when none can be had. */
export async function provideChromium() {
  return process.env.CHROMIUM_PATH || onPath() || (await downloaded()) || installed();
}

const onPath = () =>
  NAMES.map((name) => spawnSync('which', [name], { encoding: 'utf8' }).stdout?.trim()).find((path) => path);

async function downloaded() {
  const { chromium } = await import('playwright-core');
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

function installed() {
  if (process.platform !== 'linux' || !isRoot()) return undefined;
  say('安装 Chromium … installing Chromium, once');
  const apt = (...args) => spawnSync('apt-get', args, { stdio: 'ignore' }).status === 0;
  apt('update', '-q');
  apt('install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-noto-cjk');
  return onPath();
}
