import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig, loadLaunchConfig } from '@fundguard/config';
import { CHECKOUT } from '../../../scripts/host.mjs';
import { Unmet } from '../../../scripts/say.mjs';

/** Where the running product's database and engine are. Holds a password: readable by its owner only. */
export interface Connections {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
}

/** And where its files lie. */
export interface Places extends Connections {
  readonly filesDir: string;
}

const fileIn = (dataDir: string) => join(dataDir, 'connections.json');

export const keepConnections = (dataDir: string, connections: Connections): void =>
  writeFileSync(fileIn(dataDir), JSON.stringify(connections), { mode: 0o600 });

/** From the environment on a server; on a laptop, what the last `fundguard start` wrote down. */
export function findConnections(): Places {
  const { databaseUrl, dataDir } = loadLaunchConfig(CHECKOUT);
  if (databaseUrl) return loadConfig();
  const file = fileIn(dataDir);
  if (!existsSync(file))
    throw new Unmet('Nothing runs here yet: start the product first, or set DATABASE_URL and TEMPORAL_ADDRESS.');
  return { ...(JSON.parse(readFileSync(file, 'utf8')) as Connections), filesDir: join(dataDir, 'files') };
}
