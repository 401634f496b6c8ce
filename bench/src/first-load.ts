import { readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const BUDGET = 400;

/**
 * What a browser fetches before the first page of somebody who signs in can be read: the page, the scripts and styles it
 * names and those that these import at once, compressed. Pictures (ECharts) come later and do not count. ratio = ours / budget.
 */
export function run(): Promise<void> {
  const folder = dirname(fileURLToPath(import.meta.resolve('@fundguard/web/index.html')));
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, path = '']) => path);
  const language = readdirSync(join(folder, 'assets')).find((name) => /^zh-.*\.js$/.test(name));
  const eager = new Set([...named, ...(language ? [`assets/${language}`] : [])]);
  for (const path of eager) for (const imported of importsOf(join(folder, path))) eager.add(`assets/${imported}`);
  const bytes = [...eager, 'index.html'].reduce(
    (sum, path) => sum + gzipSync(readFileSync(join(folder, path))).length,
    0,
  );
  const value = Math.round(bytes / 1024);
  console.log(
    JSON.stringify({ measure: 'web.first-load', value, unit: 'KB gzip', limit: BUDGET, ratio: value / BUDGET }),
  );
  return Promise.resolve();
}

/** Static imports only: what is imported on demand is not part of the first page. */
function importsOf(file: string): string[] {
  if (!file.endsWith('.js') || !statSync(file).isFile()) return [];
  return [...readFileSync(file, 'utf8').matchAll(/(?:import|from)\s*"\.\/([^"]+\.js)"/g)].map(([, name = '']) => name);
}
