import { describe, expect, it } from '@jest/globals';
import { ConfigError, loadConfig } from './config.js';
import { loadLaunchConfig } from './launch.js';

const DATABASE_URL = 'postgresql://fundguard_app:secret@db:5432/fundguard';

describe('loadConfig', () => {
  it('fills in everything but the database', () => {
    expect(loadConfig({ DATABASE_URL })).toMatchObject({
      databaseUrl: DATABASE_URL,
      temporalAddress: '127.0.0.1:7233',
      temporalNamespace: 'default',
      port: 3000,
      publicUrl: 'http://127.0.0.1:3000',
      smtpUrl: undefined,
      demo: false,
    });
  });

  it('is frozen', () => {
    expect(Object.isFrozen(loadConfig({ DATABASE_URL }))).toBe(true);
  });

  it('counts an empty variable as absent', () => {
    expect(loadConfig({ DATABASE_URL, SMTP_URL: '', PORT: '' })).toMatchObject({ smtpUrl: undefined, port: 3000 });
  });

  it.each([
    ['DATABASE_URL', undefined],
    ['DATABASE_URL', 'mysql://db/fundguard'],
    ['TEMPORAL_ADDRESS', 'localhost'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '3e3'],
    ['PUBLIC_URL', 'fundguard.gov.cn'],
    ['SMTP_URL', 'http://mail'],
    ['LOG_LEVEL', 'loud'],
    ['DEMO', 'maybe'],
  ])('refuses %s=%s in one sentence that names it', (name, value) => {
    const load = () => loadConfig({ DATABASE_URL, [name]: value });
    expect(load).toThrow(ConfigError);
    expect(load).toThrow(new RegExp(`^${name} must be [^\\n]+\\.$`));
  });

  it('names every bad variable, and shows no value', () => {
    expect(() => loadConfig({ DATABASE_URL: 'postgres//me:secret@db', PORT: 'x' })).toThrow(
      'DATABASE_URL must be an address such as postgresql://user:password@host:5432/fundguard.\nPORT must be a port from 1 to 65535.',
    );
  });
});

describe('loadLaunchConfig', () => {
  it('shows the demo unless told not to, and keeps data in the checkout', () => {
    expect(loadLaunchConfig('/srv/fundguard', {})).toMatchObject({ demo: true, dataDir: '/srv/fundguard/.data' });
    expect(loadLaunchConfig('/srv/fundguard', { DEMO: 'false', DATA_DIR: '/var/lib/x' })).toMatchObject({
      demo: false,
      dataDir: '/var/lib/x',
    });
  });

  it.each([
    ['0.0.0.0', 'http://127.0.0.1:3000'],
    ['::1', 'http://[::1]:3000'],
    ['bureau.local', 'http://bureau.local:3000'],
  ])('HOST=%s is opened at %s', (HOST, url) => {
    expect(loadLaunchConfig('/', { HOST }).url).toBe(url);
  });
});
