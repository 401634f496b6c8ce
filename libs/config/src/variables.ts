import { resolve } from 'node:path';
import { z } from 'zod';

const url = (protocol: RegExp, example: string) => z.url({ protocol, error: `must be an address such as ${example}` });
const folder = z.string().transform((path) => resolve(path));

const KEY = 'must be 32 random bytes or more in base64, as openssl rand -base64 32 prints them';
const key = z
  .base64(KEY)
  .transform((text) => Buffer.from(text, 'base64'))
  .refine(({ length }) => length >= 32, KEY);

/** Every variable the product reads, with its default. */
export const VARIABLES = z.object({
  DATABASE_URL: url(/^postgres(ql)?$/, 'postgresql://user:password@host:5432/fundguard'),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^[^\s/]+:\d+$/, 'must be host:port')
    .default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port from 1 to 65535')
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, 'must be a port from 1 to 65535')
    .default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: url(/^https?$/, 'https://fundguard.example.gov.cn').optional(),
  /** Whose word on the caller's address is taken: ranges or presets, as the proxy before the api sees them. */
  TRUST_PROXY: z.string().default('loopback'),
  FILES_DIR: folder.prefault('.data/files'),
  MAIL_DIR: folder.prefault('.data/mail'),
  SMTP_URL: url(/^smtps?$/, 'smtp://user:password@host:587').optional(),
  MAIL_FROM: z.string().default('Fundguard <fundguard@localhost>'),
  /** Seals identity numbers. Whoever loses it loses them; it is kept apart from the database and its backups. */
  IDENTITY_KEY: key.optional(),
  /** Seals who reported a lead; another secret than IDENTITY_KEY, kept apart from the database and its backups. */
  VAULT_KEY: key.optional(),
  /** The vault key before, while `fundguard vault rotate` changes it. */
  VAULT_KEY_PREVIOUS: key.optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be fatal, error, warn, info, debug, trace or silent',
    })
    .default('info'),
  DEMO: z.stringbool({ error: 'must be true or false' }).default(false),
});

/** Where a browser on this machine finds the server. */
export const localUrl = (host: string, port: number): string =>
  `http://${['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host}:${port}`;
