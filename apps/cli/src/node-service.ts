import { join } from 'node:path';
import { CHECKOUT } from '../../../scripts/host.mjs';
import type { Service } from './service.js';

/** One of our own apps as a process. */
export function nodeService(
  name: 'api' | 'worker',
  env: Readonly<Record<string, string | undefined>>,
  log: string,
  isReady: Service['isReady'],
): Service {
  return {
    name,
    program: () => ({
      name,
      command: process.execPath,
      args: [join(CHECKOUT, 'apps', name, 'dist/main.js')],
      env,
      cwd: CHECKOUT,
      log,
      ipc: true,
      stopBy: 'SIGTERM',
      graceMs: 15_000,
    }),
    isReady,
    waitMs: 60_000,
  };
}

export async function isHealthy(url: string): Promise<boolean> {
  try {
    const { status } = await fetch(`${url}/api/v1/health`, { signal: AbortSignal.timeout(2_000) });
    return status === 200;
  } catch {
    return false;
  }
}
