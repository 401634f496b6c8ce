import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';

const FILE = fileURLToPath(new URL('../docker-compose.yml', import.meta.url));
const TEXT = readFileSync(FILE, 'utf8');

interface Service {
  readonly image?: string;
  readonly ports?: readonly string[];
  readonly networks?: readonly string[];
  readonly depends_on?: Readonly<Record<string, object>>;
  readonly command?: readonly string[];
}
const { services, networks, volumes } = parse(TEXT, { merge: true }) as {
  services: Record<string, Service>;
  networks: object;
  volumes: object;
};

test('what a service waits for, joins and keeps is there', () => {
  for (const service of Object.values(services)) {
    for (const other of Object.keys(service.depends_on ?? {})) expect(Object.keys(services)).toContain(other);
    for (const network of service.networks ?? []) expect(Object.keys(networks)).toContain(network);
  }
  expect(Object.keys(volumes)).toEqual(['postgres', 'files']);
});

test('nothing is published but on the loopback, and the database and the engine not at all', () => {
  const published = Object.entries(services).filter(([, { ports }]) => ports !== undefined);
  expect(published.map(([name]) => name)).toEqual(['temporal-ui', 'api']);
  for (const [, { ports = [] }] of published) for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
});

test('every password is asked for by name, and none is written down', () => {
  for (const name of ['POSTGRES_PASSWORD', 'APP_PASSWORD', 'TEMPORAL_PASSWORD', 'PUBLIC_URL'])
    expect(TEXT).toContain(`\${${name}:?set it in .env`);
  expect(TEXT).not.toMatch(/PASSWORD: [a-z0-9]/i);
});

const isPresent = spawnSync('docker', ['compose', 'version']).status === 0;
(isPresent ? test : test.skip)('Compose itself understands it', () => {
  const env = {
    ...process.env,
    POSTGRES_PASSWORD: 'a',
    APP_PASSWORD: 'b',
    TEMPORAL_PASSWORD: 'c',
    PUBLIC_URL: 'https://d',
  };
  const asked = spawnSync('docker', ['compose', '-f', FILE, 'config', '--quiet'], { env, encoding: 'utf8' });
  expect([asked.status, asked.stderr]).toEqual([0, '']);
});
