import { resolve } from 'node:path';
import { z } from 'zod';
import { parse, type Environment } from './parse.js';
import { localUrl, VARIABLES } from './variables.js';

const LAUNCH = VARIABLES.pick({ HOST: true, PORT: true }).extend({
  DEMO: VARIABLES.shape.DEMO.unwrap().default(true),
  DATABASE_URL: VARIABLES.shape.DATABASE_URL.optional(),
  IDENTITY_KEY: VARIABLES.shape.IDENTITY_KEY,
  VAULT_KEY: VARIABLES.shape.VAULT_KEY,
  VAULT_KEY_PREVIOUS: VARIABLES.shape.VAULT_KEY_PREVIOUS,
  DATA_DIR: z.string().default('.data'),
  TEMPORAL_CLI_PATH: z.string().optional(),
  TEMPORAL_TEST_SERVER_PATH: z.string().optional(),
});

/** What the launcher itself needs; it makes the database's and Temporal's addresses. */
export type LaunchConfig = ReturnType<typeof loadLaunchConfig>;

export function loadLaunchConfig(checkout: string, env: Environment = process.env) {
  const given = parse(LAUNCH, env);
  return Object.freeze({
    host: given.HOST,
    port: given.PORT,
    url: localUrl(given.HOST, given.PORT),
    /** Given where the product runs on a server, and commands are to use its database. */
    databaseUrl: given.DATABASE_URL,
    demo: given.DEMO,
    /** Given on a server; on a laptop one is made. */
    identityKey: given.IDENTITY_KEY,
    vaultKey: given.VAULT_KEY,
    vaultKeyPrevious: given.VAULT_KEY_PREVIOUS,
    dataDir: resolve(checkout, given.DATA_DIR),
    temporalCli: given.TEMPORAL_CLI_PATH,
    temporalTestServer: given.TEMPORAL_TEST_SERVER_PATH,
  });
}

const OWNER = VARIABLES.pick({ DATABASE_URL: true }).extend({ OWNER_DATABASE_URL: VARIABLES.shape.DATABASE_URL });

/** What brings a server's schema up to date. */
export function loadOwnerConfig(env: Environment = process.env) {
  const given = parse(OWNER, env);
  return Object.freeze({
    ownerDatabaseUrl: given.OWNER_DATABASE_URL,
    appPassword: decodeURIComponent(new URL(given.DATABASE_URL).password),
  });
}

/** The environment of a program we start: our own, with what it must have instead. */
export function environmentWith(settings: Readonly<Record<string, string>>): Record<string, string | undefined> {
  return { ...process.env, ...settings };
}
