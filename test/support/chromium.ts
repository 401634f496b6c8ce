import { existsSync } from 'node:fs';

/** `npm test` finds or installs one before the tests begin (scripts/chromium.mjs). Without it they fail; they are never skipped. */
export function chromiumPath(): string {
  const path = process.env['CHROMIUM_PATH'];
  if (path && existsSync(path)) return path;
  throw new Error(
    'No Chromium: set CHROMIUM_PATH, or install one (apt-get install chromium fonts-noto-cjk, or npx playwright-core install chromium).',
  );
}
