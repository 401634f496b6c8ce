import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Vault, rotateVault, vaultKeys } from '@fundguard/casework';
import type { Schemas } from '@fundguard/client';
import { EVERYWHERE } from '@fundguard/persistence';
import pg from 'pg';
import { act, caseEvents, caseOf, post, walkTo } from '../support/case-walk.js';
import type { Name } from '../support/people.js';
import { type TestPlatform, startPlatform } from '../support/platform.js';

const FUNDGUARD = join(fileURLToPath(new URL('../..', import.meta.url)), 'scripts/fundguard.mjs');
const [NAME, PHONE, ADDRESS] = ['欧阳举报', '13877665544', '甲县保密路七十七号'];
const SECRETS = [NAME, PHONE, ADDRESS, '87766554', '欧阳'];

let platform: TestPlatform;
let printed = '';
beforeAll(async () => {
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream);
    stream.write = (chunk: string | Uint8Array, ...more: never[]) => {
      printed += chunk.toString();
      return write(chunk, ...more);
    };
  }
  platform = await startPlatform();
}, 60_000);
afterAll(() => platform?.stop());

const body = (reporter?: object, more: object = {}) => ({
  lead: {
    ...{ title: '甲县第一诊所空刷医保卡', region: '/990000/990001/', source: 'hotline', summary: '群众来电' },
    subject: { kind: 'institution', name: '甲县第一诊所', unit: platform.organisation.unit('a-clinic-1') },
    handler: platform.accounts.investigator,
    ...more,
  },
  ...(reporter ? { reporter } : {}),
});
const named = { kind: 'named', name: NAME, phone: PHONE, address: ADDRESS };
async function take(reporter?: object, headers: Record<string, string> = {}): Promise<Schemas['Reported']> {
  const { status, json } = await post(platform, 'hotline', '/api/v1/leads', body(reporter), headers);
  expect({ status, json }).toMatchObject({ status: 201 });
  return json as unknown as Schemas['Reported'];
}
async function reportersOf(id: string, who: Name): Promise<Schemas['Reporter'][]> {
  const response = await platform.send(who, `/api/v1/cases/${id}/reporters`);
  return ((await response.json()) as { items: Schemas['Reporter'][] }).items;
}
async function open(who: Name, id: string, reason = '核实举报内容', reporter?: string) {
  const whom = reporter ?? (await reportersOf(id, 'hotline'))[0]?.id;
  return post(platform, who, `/api/v1/cases/${id}/reporter-reading`, { reporter: whom, reason });
}
/** Nobody is signed in: the code is all there is. */
async function ask(code: string) {
  const response = await fetch(`${platform.url}/api/v1/reports/standing`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  });
  return { status: response.status, json: (await response.json()) as Record<string, unknown> };
}
/** Every row of every table, as whoever stole the database would read it. */
async function dump(): Promise<string> {
  const owner = new pg.Client(platform.database.ownerUrl);
  await owner.connect();
  const { rows } = await owner.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  );
  const texts: string[] = [];
  for (const { name } of rows)
    texts.push(
      ...(await owner.query<{ text: string }>(`select t::text as text from "${name}" t`)).rows.map(({ text }) => text),
    );
  await owner.end();
  return texts.join('\n');
}

test('who reported is masked for the desk and who verifies, and hidden from everybody else', async () => {
  const { id } = await take(named);
  const masked = { name: '欧***', phone: '138****5544' };
  for (const who of ['hotline', 'investigator'] as const)
    expect([who, await reportersOf(id, who)]).toMatchObject([who, [{ kind: 'named', masked }]]);
  for (const who of ['officer', 'leader', 'reviewer', 'auditor', 'coordinator', 'agency'] as const)
    expect([who, (await reportersOf(id, who)).map((each) => [each.kind, each.masked])]).toEqual([
      who,
      [['named', undefined]],
    ]);
});

test('it is opened for a reason by the desk and who verifies it; each look is on record and in the auditor’s list', async () => {
  const { id } = await take(named);
  expect((await open('hotline', id, '回访举报人')).json).toEqual({ name: NAME, phone: PHONE, address: ADDRESS });
  expect((await open('investigator', id)).status).toBe(200);
  expect((await open('hotline', id, ' ')).status).toBe(422);
  for (const who of ['auditor', 'admin', 'leader', 'reviewer', 'coordinator', 'agency', 'hospital', 'police'] as const)
    expect([who, (await open(who, id)).json['type']]).toEqual([who, '/problems/permission.missing']);
  expect((await open('officer', id)).json['type']).toBe('/problems/reporter.kept-apart');
  expect((await open('countyB', id)).json['type']).toBe('/problems/case.not-found');
  const looks = (await caseEvents(platform, id)).filter(({ kind }) => kind === 'reporterOpened');
  expect(looks.map(({ data, actor }) => [actor.name, data['reason']])).toEqual([
    ['hotline', '回访举报人'],
    ['investigator', '核实举报内容'],
  ]);
  const listed = await platform.send('auditor', '/api/v1/reporters/looks');
  const { items } = (await listed.json()) as { items: Schemas['ReporterLook'][] };
  expect(items.filter((each) => each.case === id).map(({ name, reason }) => [name, reason])).toEqual([
    ['investigator', '核实举报内容'],
    ['hotline', '回访举报人'],
  ]);
  expect((await caseOf(platform, id)).version).toBe(2); // a look leaves the case as it is
});

test('who holds the desk and audits or administers too opens nothing', async () => {
  const { id } = await take(named);
  for (const role of ['auditor', 'administrator']) {
    const set = (roles: string[]) =>
      platform.db.within(EVERYWHERE, (tx) =>
        tx.query({ text: 'update account set roles = $2 where id = $1', values: [platform.accounts.hotline, roles] }),
      );
    const [reporter] = await reportersOf(id, 'hotline');
    await set(['leadHandler', role]);
    expect([role, (await open('hotline', id, '想看', reporter?.id)).json['type']]).toEqual([
      role,
      '/problems/reporter.kept-apart',
    ]);
    await set(['leadHandler']);
  }
});

test('an anonymous reporter asks by a code that is shown once, and hears how it stands and nothing else', async () => {
  const headers = { 'idempotency-key': randomUUID() };
  const { id, code = '' } = await take({ kind: 'anonymous' }, headers);
  expect(code).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
  expect((await take({ kind: 'anonymous' }, headers)).code).toBe(code); // the call was cut off and sent again
  expect(await dump()).not.toMatch(new RegExp(`${code}|${code.replaceAll('-', '')}`));
  expect(await ask(code)).toEqual({ status: 200, json: { standing: 'received' } });
  expect((await ask(code.toLowerCase().replaceAll('-', ' '))).json).toEqual({ standing: 'received' });
  await act(platform, 'investigator', id, 'filing-request', { grounds: '涉嫌骗保' });
  expect((await ask(code)).json).toEqual({ standing: 'verifying' });
  await act(platform, 'leader', id, 'filing-approval');
  expect((await ask(code)).json).toEqual({ standing: 'filed' });
  const slip = code.replace(/.$/, code.endsWith('A') ? 'B' : 'A');
  expect((await ask(slip)).json['type']).toBe('/problems/reporter.bad-code');
  expect(JSON.stringify((await ask(slip)).json)).not.toContain(slip);
});

test('a report that was merged stands as the case it joined, and one that was turned down says so', async () => {
  const [first, second, third] = [await take(), await take({ kind: 'anonymous' }), await take({ kind: 'anonymous' })];
  await act(platform, 'hotline', second.id, 'merger', { into: first.id, reason: '同一问题' });
  await act(platform, 'investigator', third.id, 'rejection', { reason: '不属实' });
  expect((await ask(second.code ?? '')).json).toEqual({ standing: 'received' });
  expect((await ask(third.code ?? '')).json).toEqual({ standing: 'notFiled' });
  expect((await reportersOf(first.id, 'hotline')).map((each) => [each.kind, each.case])).toEqual([
    ['anonymous', second.id],
  ]);
});

test('a code nobody has finds nothing, and guessing is slowed down', async () => {
  const tried = await Promise.all(Array.from({ length: 30 }, () => ask('0000-0000-0000-0000')));
  const statuses = new Set(tried.map(({ status }) => status));
  expect([...statuses].sort()).toEqual([404, 429]);
});

test('a named reporter is told within five working days, and the act keeps no name', async () => {
  const { id } = await take(named);
  await act(platform, 'investigator', id, 'rejection', { reason: '不属实' });
  const { clocks, reporters } = await caseOf(platform, id);
  expect(clocks).toMatchObject([{ clock: 'reporterAnswer', of: reporters?.[0]?.id }]);
  await act(platform, 'hotline', id, 'reporter-answers', {
    reporter: reporters?.[0]?.id,
    how: 'phone',
    answer: '不予立案，已说明理由',
  });
  expect(await caseOf(platform, id)).toMatchObject({ clocks: [], reporters: [{ answered: true }] });
});

test('a summary that says who reported is refused, without repeating it', async () => {
  const said = body(named, { summary: `来电人${NAME}反映空刷` });
  const { status, json } = await post(platform, 'hotline', '/api/v1/leads', said);
  expect([status, json['type'], json['field']]).toEqual([422, '/problems/reporter.named-in-text', 'summary']);
  expect(JSON.stringify(json)).not.toContain(NAME);
});

test('the application itself can neither alter nor delete what is sealed, nor a look', async () => {
  for (const text of [
    `update reporter set sealed = mask`,
    `update reporter set code_hash = null`,
    `delete from reporter`,
    `update reporter_look set reason = ''`,
    `delete from reporter_look`,
    `delete from vault_secret`,
  ])
    await expect(platform.db.within(EVERYWHERE, (tx) => tx.query({ text, values: [] }))).rejects.toThrow(
      'permission denied',
    );
});

test('another reporter is registered for a lead that is there, and no key takes none in', async () => {
  const { id } = await take();
  const { json, status } = await post(platform, 'hotline', `/api/v1/cases/${id}/reporters`, named);
  expect([status, json['code']]).toEqual([201, undefined]);
  expect((await reportersOf(id, 'hotline')).length).toBe(1);
  const { vault } = platform.platform;
  Object.assign(platform.platform, { vault: undefined });
  expect((await post(platform, 'hotline', '/api/v1/leads', body(named))).json['type']).toBe('/problems/vault.no-key');
  Object.assign(platform.platform, { vault });
});

class Failing extends Vault {
  override open(...sealed: Parameters<Vault['open']>): never {
    const opened = super.open(...sealed);
    throw new Error(`what the server writes is caught, ${Object.keys(opened).length} facts`);
  }
}

test('neither the database, nor a search, nor the log, nor what the file shows holds who reported', async () => {
  const { id } = await take(named);
  await open('hotline', id);
  await walkTo(platform, id, 'investigation');
  const kept = await dump();
  expect(kept).toContain(id);
  expect(SECRETS.filter((each) => kept.includes(each))).toEqual([]);
  // What the server writes when something fails while an identity lies open is caught here too.
  const { vault } = platform.platform;
  Object.assign(platform.platform, { vault: new Failing(platform.masterKey) });
  expect((await open('hotline', id)).status).toBe(500);
  Object.assign(platform.platform, { vault });
  expect(printed).toContain('what the server writes is caught');
  expect(SECRETS.filter((each) => printed.includes(each))).toEqual([]);
  for (const q of [NAME, PHONE]) {
    const found = await platform.send('hotline', `/api/v1/cases?q=${encodeURIComponent(q)}`);
    expect(((await found.json()) as { items: object[] }).items).toEqual([]);
  }
  const shown = await Promise.all(
    ['', '/events', '/documents'].map(async (path) =>
      (await platform.send('investigator', `/api/v1/cases/${id}${path}`)).text(),
    ),
  );
  expect(SECRETS.filter((each) => shown.join().includes(each))).toEqual([]);
});

/** The program, as an administrator runs it on the server. */
async function vault(what: string, key: Buffer, previous?: Buffer) {
  const env = {
    ...{ ...process.env, DATABASE_URL: platform.database.appUrl, VAULT_KEY: key.toString('base64') },
    VAULT_KEY_PREVIOUS: previous?.toString('base64') ?? '',
  };
  const program = spawn(process.execPath, [FUNDGUARD, 'vault', what], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((over) => program.once('close', over));
  const [out, err] = await Promise.all([text(program.stdout), text(program.stderr)]);
  return { code: await ended, printed: out + err };
}

test('the master key is changed while both work, from wherever it stands, and no identity is touched', async () => {
  const reports = [await take(named), await take({ kind: 'anonymous' })] as const;
  const sealed = () =>
    platform.db.within(EVERYWHERE, (tx) =>
      tx.query<{ id: string; sealed: string; mask: string }>({
        text: `select id, encode(sealed, 'hex') as sealed, encode(mask, 'hex') as mask from reporter where kind = 'named' order by id`,
        values: [],
      }),
    );
  const before = await sealed();
  const [old, next] = [platform.masterKey, randomBytes(32)];
  const rotating = new Vault(next, old);
  const use = (vault: Vault) => Object.assign(platform.platform, { vault });

  use(rotating); // both keys: what the old one sealed opens, what comes in is sealed with the new one
  expect((await open('hotline', reports[0].id)).json['name']).toBe(NAME);
  const during = await take(named);
  expect((await vaultKeys(platform.db)).length).toBe(2);

  expect((await vault('status', next)).code).toBe(1); // some are still under the old key
  const { code, printed: said } = await vault('rotate', next, old);
  expect([code, said]).toEqual([0, expect.stringContaining(`${before.length + 1} keys sealed anew`)]); // each identity's, and that of the codes
  expect(await rotateVault(platform.db, rotating)).toBe(0);
  expect(await vaultKeys(platform.db)).toEqual([{ keyId: rotating.current, count: before.length + 2 }]);
  expect((await sealed()).filter(({ id }) => before.some((each) => each.id === id))).toEqual(before);

  use(new Vault(next));
  for (const { id } of [reports[0], during]) expect((await open('hotline', id)).json['name']).toBe(NAME);
  use(new Vault(old));
  expect((await reportersOf(during.id, 'hotline'))[0]?.masked).toBeUndefined();
  expect((await open('hotline', during.id)).json['type']).toBe('/problems/vault.other-key');
  use(new Vault(next));
});
