import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PACKAGES = ['chromium', 'fonts-noto-cjk'];

/**
 * A real Chromium: CHROMIUM_PATH, the PATH, what Playwright downloaded, or Debian's package where we are root. Without one
 * the browser tests fail with this sentence; they never pass by being skipped.
 */
export function chromiumPath(): string {
  const found = named() ?? onPath() ?? downloaded() ?? installed();
  if (found) return found;
  throw new Error(
    'No Chromium: set CHROMIUM_PATH, or install one (apt-get install chromium fonts-noto-cjk, or npx playwright-core install chromium).',
  );
}

const there = (path: string | undefined) => (path && existsSync(path) ? path : undefined);

function named(): string | undefined {
  const path = process.env['CHROMIUM_PATH'];
  if (path && !existsSync(path)) throw new Error(`CHROMIUM_PATH names ${path}, and nothing is there.`);
  return path;
}

const onPath = () =>
  NAMES.map((name) => spawnSync('which', [name], { encoding: 'utf8' }).stdout.trim()).find((path) => there(path));

const downloaded = () => there(chromium.executablePath());

function installed(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  try {
    execFileSync('apt-get', ['update', '-q'], { stdio: 'ignore' });
    execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...PACKAGES], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  return onPath();
}
