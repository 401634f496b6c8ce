import { parse, type Environment } from './parse.js';
import { localUrl, VARIABLES } from './variables.js';

export { ConfigError, type Environment } from './parse.js';

/** What the api and the worker run with. */
export function loadConfig(env: Environment = process.env) {
  const given = parse(VARIABLES, env);
  return Object.freeze({
    databaseUrl: given.DATABASE_URL,
    temporalAddress: given.TEMPORAL_ADDRESS,
    temporalNamespace: given.TEMPORAL_NAMESPACE,
    host: given.HOST,
    port: given.PORT,
    publicUrl: given.PUBLIC_URL ?? localUrl(given.HOST, given.PORT),
    trustProxy: given.TRUST_PROXY,
    filesDir: given.FILES_DIR,
    identityKey: given.IDENTITY_KEY,
    vaultKey: given.VAULT_KEY,
    vaultKeyPrevious: given.VAULT_KEY_PREVIOUS,
    mailDir: given.MAIL_DIR,
    smtpUrl: given.SMTP_URL,
    mailFrom: given.MAIL_FROM,
    logLevel: given.LOG_LEVEL,
    demo: given.DEMO,
  });
}
