import type { z } from 'zod';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What is wrong with the environment, a sentence a variable. Values are left out: some of them are secrets. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** An empty variable counts as absent, as `SMTP_URL=` in a compose file means. */
export function parse<Schema extends z.ZodType>(schema: Schema, env: Environment): z.output<Schema> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  throw new ConfigError(result.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`).join('\n'));
}
