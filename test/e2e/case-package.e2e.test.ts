import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { checkAllEvidence } from '@fundguard/casework';
import type { Schemas } from '@fundguard/client';
import { instant } from '@fundguard/domain';
import { EVERYWHERE } from '@fundguard/persistence';
import JSZip from 'jszip';
import { act, addEvidence, caseEvents, caseOf, openLead, post, walkTo } from '../support/case-walk.js';
import { toldOf } from '../support/campaign-walk.js';
import { eventually } from '../support/eventually.js';
import type { Name } from '../support/people.js';
import { type TestPlatform, newKey, startPlatform } from '../support/platform.js';

const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url));
const NUMBER = '11010519491231002X';
// Ten in the evening in Shanghai: the night's round lies ahead.
const EVENING = instant('2026-03-10T14:00:00Z');

let platform: TestPlatform;
let folder: string;
let id: string;
beforeAll(async () => {
  platform = await startPlatform({ startAt: EVENING });
  folder = await mkdtemp(join(tmpdir(), 'fundguard-packages-'));
  id = await openLead(platform);
  await walkTo(platform, id, 'decision');
  await act(platform, 'investigator', id, 'transfers', { to: 'police', grounds: '涉嫌诈骗' });
}, 120_000);
afterAll(async () => {
  await platform?.stop();
  await rm(folder, { recursive: true });
});

const begin = async (who: Name, payload: object) => {
  const { status, json } = await post(platform, who, '/api/v1/jobs', payload, { 'idempotency-key': newKey() });
  return { status, job: json['id'] as string };
};
const ended = async (who: Name, job: string) => {
  let read: Schemas['Job'] | undefined;
  await eventually(async () => {
    read = (await (await platform.send(who, `/api/v1/jobs/${job}`)).json()) as Schemas['Job'];
    expect(read.status).toMatch(/done|cancelled/);
  });
  return read as Schemas['Job'];
};
const done = async (who: Name, payload: object) => ended(who, (await begin(who, payload)).job);

interface Ended {
  readonly code: number;
  readonly output: string;
}
const run = (program: string, args: string[], env: object = {}): Promise<Ended> =>
  new Promise((over) => {
    execFile(program, args, { cwd: CHECKOUT, env: { PATH: process.env['PATH'], ...env } }, (error, stdout, stderr) =>
      over({ code: error ? Number(error.code) : 0, output: stdout + stderr }),
    );
  });
const fundguard = (args: string[], env?: object) =>
  run(process.execPath, [join(CHECKOUT, 'apps/cli/dist/run.js'), ...args], env);

async function downloaded(who: Name, of = id) {
  const job = await done(who, { kind: 'exportCasePackage', case: of });
  expect(job).toMatchObject({ status: 'done', failures: [] });
  const response = await platform.send(who, `/api/v1/jobs/${job.id}/result`);
  const bytes = Buffer.from(await response.arrayBuffer());
  const path = join(folder, `${newKey()}.zip`);
  await writeFile(path, bytes);
  return { job, response, bytes, path };
}

test('the package of a case is proven without a database, by us and by thirty lines of Python', async () => {
  const before = await caseEvents(platform, id);
  const { response, bytes, path } = await downloaded('auditor');
  expect(response.headers.get('content-type')).toBe('application/zip');
  expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toMatch(
    /医保案字第\d+号卷包-2026-03-\d\d\.zip$/,
  );
  const { code, output } = await fundguard(['verify', 'package', path]);
  expect([code, output]).toEqual([0, expect.stringContaining('卷包属实 ✓')]);
  expect(output).toContain(before.at(-1)?.hash);
  const text = await readFile(join(CHECKOUT, 'docs/case-package.md'), 'utf8');
  const [, program = ''] = /```python verify\n([\s\S]*?)```/.exec(text) ?? [];
  expect(await run('python3', ['-c', program, path])).toEqual({
    code: 0,
    output: `OK: ${before.length} events, 1 exhibits, 7 files\n`,
  });
  const zip = await JSZip.loadAsync(bytes);
  const [transfer] = JSON.parse((await zip.file('transfers.json')?.async('string')) ?? '') as Schemas['TransferLine'][];
  expect(transfer).toMatchObject({ to: 'police', grounds: '涉嫌诈骗' });
  expect(Object.keys(zip.files).filter((name) => name.startsWith('documents/'))).toEqual([
    'documents/penalty-notice.docx',
  ]);
});

test('the export is on the record with the hash of the file and how far it goes', async () => {
  const { bytes } = await downloaded('leader');
  const events = await caseEvents(platform, id);
  const at = events.findLastIndex(({ kind }) => kind === 'casePackageExported');
  expect(events[at]).toMatchObject({
    actor: { name: 'leader' },
    data: {
      ...{ sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length },
      ...{ events: at, head: events[at - 1]?.hash, exhibits: 1 },
    },
  });
});

test('one who watches the file change says which event it was, with code 1', async () => {
  const { path, bytes } = await downloaded('auditor');
  const text = bytes.toString('latin1');
  const spot = text.indexOf('"grounds"');
  await writeFile(path, Buffer.from(`${text.slice(0, spot)}"grounbs"${text.slice(spot + 9)}`, 'latin1'));
  const { code, output } = await fundguard(['verify', 'package', path, '--json']);
  expect([code, JSON.parse(output)]).toMatchObject([
    1,
    { ok: false, fault: { kind: 'hash', event: expect.any(Number) } },
  ]);
  expect((await fundguard(['verify', 'package', path])).output).toMatch(/✕ .*第 \d+ 条记录：内容与记录的哈希不符/);
  await writeFile(path, bytes.subarray(0, 10_000));
  const cut = await fundguard(['verify', 'package', path]);
  expect(cut.code).not.toBe(0);
  expect(cut.output).toMatch(/文件不完整，或不是 \.zip/);
  expect(cut.output).not.toMatch(/ {4}at /);
  const none = await fundguard(['verify', 'package', join(folder, 'none.zip')]);
  expect([none.code === 0, none.output]).toEqual([false, expect.stringContaining('没有此文件')]);
});

test('nobody’s identity number leaves with it', async () => {
  const hotline = await platform.as('hotline');
  const { data } = await hotline.POST('/api/v1/cases', {
    body: {
      ...{ title: '冒名就医', region: '/990000/990001/', source: 'hotline' as const, summary: '群众举报' },
      ...{ subject: { kind: 'individual', name: '张某', idNumber: NUMBER }, handler: platform.accounts.investigator },
    },
  });
  const file = data?.id ?? '';
  const read = await post(platform, 'leader', `/api/v1/cases/${file}/identity-reading`, { reason: '核对' });
  expect(read.json).toEqual({ idNumber: NUMBER });
  const [sealed] = await platform.db.within(EVERYWHERE, (tx) =>
    tx.query<{ sealed: Buffer; blind: Buffer }>({
      text: 'select sealed, blind from case_identity where case_id = $1',
      values: [file],
    }),
  );
  const { bytes } = await downloaded('investigator', file);
  const kept = [...(sealed ? [sealed.sealed, sealed.blind] : [])];
  expect(kept).toHaveLength(2);
  const forms = kept.flatMap((each) => [each, each.toString('hex'), each.toString('base64')]);
  for (const secret of [NUMBER, NUMBER.slice(0, 17), ...forms]) expect(bytes.includes(secret)).toBe(false);
  expect(bytes.includes('1101**********002X')).toBe(true);
});

test('it leaves with officers of the case, leaders and auditors, and with nobody else', async () => {
  for (const who of ['hospital', 'coordinator', 'reviewer', 'hotline', 'agency', 'police', 'admin'] as const)
    expect([who, await begin(who, { kind: 'exportCasePackage', case: id })]).toMatchObject([who, { status: 403 }]);
  const lead = await openLead(platform);
  const refusals = [
    [await done('officer', { kind: 'exportCasePackage', case: lead }), '仅限本案办案人员、负责人和审计人员'],
    [await done('countyB', { kind: 'exportCasePackage', case: id }), '没有此记录，或不在您的管辖范围'],
  ] as const;
  for (const [job, zh] of refusals)
    expect(job).toMatchObject({ status: 'cancelled', resultName: null, failures: [{ zh }] });
  expect((await caseEvents(platform, lead)).map(({ kind }) => kind)).not.toContain('casePackageExported');
  const offered = async (who: Name, of: string) => (await caseOf(platform, of, who)).exportable;
  expect([await offered('officer', id), await offered('officer', lead), await offered('hotline', id)]).toEqual([
    true,
    false,
    false,
  ]);
});

test('the operator exports by the number of the case; a file that is there stays as it is', async () => {
  const { number } = await caseOf(platform, id);
  const out = join(folder, 'operator.zip');
  const env = { DATABASE_URL: platform.database.appUrl, FILES_DIR: platform.files };
  const { code, output } = await fundguard(['export', 'case', number, '--out', out], env);
  expect([code, output]).toEqual([0, expect.stringContaining(`${number} → ${out}`)]);
  expect((await fundguard(['verify', 'package', out])).code).toBe(0);
  const [last] = (await caseEvents(platform, id)).slice(-1);
  expect(last).toMatchObject({ kind: 'casePackageExported', actor: { kind: 'machine', name: 'operator' } });
  const again = await fundguard(['export', 'case', id, '--out', out], env);
  expect([again.code === 0, again.output]).toEqual([false, expect.stringContaining('已存在')]);
  const unknown = await fundguard(['export', 'case', newKey()], env);
  expect([unknown.code === 0, unknown.output]).toEqual([false, expect.stringContaining('没有案件')]);
}, 60_000);

const exhibitOf = async (of: string) => {
  const [exhibit] = (await caseOf(platform, of)).evidence;
  if (!exhibit) throw new Error('no exhibit');
  return exhibit;
};
const placeOf = ({ sha256 }: { sha256: string }) => join(platform.files, sha256.slice(0, 2), sha256);

test('an exhibit that was replaced on disk is found, told once, stands in the file, and is found again when it is back', async () => {
  const lead = await openLead(platform);
  expect(
    (await addEvidence(platform, lead, { bytes: Buffer.from('处方笺'), type: 'text/plain', name: '处方.txt' })).status,
  ).toBe(201);
  const exhibit = await exhibitOf(lead);
  expect(exhibit.check).toBeUndefined();
  const whole = await done('auditor', { kind: 'verifyEvidence', case: lead });
  expect(whole).toMatchObject({ status: 'done', done: 1, total: 1, failures: [] });
  expect((await exhibitOf(lead)).check).toMatchObject({ outcome: 'whole', checkedAt: expect.any(String) });

  await writeFile(placeOf(exhibit), '处方签');
  for (let round = 0; round < 2; round += 1) {
    const job = await done('leader', { kind: 'verifyEvidence', case: lead });
    expect(job.failures).toMatchObject([
      { item: exhibit.id, name: expect.stringContaining('处方.txt'), zh: '文件内容与入卷时不一致' },
    ]);
  }
  expect((await exhibitOf(lead)).check?.outcome).toBe('altered');
  const found = (await caseEvents(platform, lead)).filter(({ kind }) => kind === 'evidenceAltered');
  expect(found).toMatchObject([{ actor: { name: 'leader' }, data: { exhibit: exhibit.id, outcome: 'altered' } }]);
  for (const who of ['investigator', 'leader', 'deputy'] as const) {
    const told = (await toldOf(platform, who, lead)).filter(({ subjectZh }) => subjectZh.includes('证据文件核验异常'));
    expect([who, told.length]).toEqual([who, 1]);
  }

  await rm(placeOf(exhibit));
  await done('auditor', { kind: 'verifyEvidence', case: lead });
  expect((await exhibitOf(lead)).check?.outcome).toBe('missing');
  const gone = await done('auditor', { kind: 'exportCasePackage', case: lead });
  expect(gone.failures).toMatchObject([{ item: exhibit.id, zh: '文件已不存在' }]);
  await writeFile(placeOf(exhibit), '处方笺');
  await done('auditor', { kind: 'verifyEvidence', case: lead });
  expect((await exhibitOf(lead)).check?.outcome).toBe('whole');
  const kinds = (await caseEvents(platform, lead))
    .map(({ kind }) => kind)
    .filter((kind) => /^evidence[AR][le]/.test(kind));
  expect(kinds).toEqual(['evidenceAltered', 'evidenceAltered', 'evidenceRestored']);
});

test('only leaders and auditors order it, in their own region', async () => {
  for (const who of ['hospital', 'coordinator', 'investigator', 'reviewer', 'admin', 'police'] as const)
    expect([who, (await begin(who, { kind: 'verifyEvidence' })).status]).toEqual([who, 403]);
  expect(await done('countyB', { kind: 'verifyEvidence' })).toMatchObject({ status: 'done', done: 0, total: 0 });
  expect(await done('countyB', { kind: 'verifyEvidence', case: id })).toMatchObject({ status: 'cancelled' });
  const own = await done('auditor', { kind: 'verifyEvidence' });
  expect(own).toMatchObject({ status: 'done', done: 2, failures: [] });
});

test('the nightly round looks at all evidence once a night, also of cases that ended', async () => {
  const lead = await openLead(platform);
  const bytes = Buffer.from('另一份处方笺');
  expect((await addEvidence(platform, lead, { bytes, type: 'text/plain', name: '处方.txt' })).status).toBe(201);
  await act(platform, 'investigator', lead, 'rejection', { reason: '查无实据' });
  expect(await checkAllEvidence(platform.platform)).toBe(3);
  expect(await checkAllEvidence(platform.platform)).toBeUndefined();
  const exhibit = await exhibitOf(lead);
  await rm(placeOf(exhibit));
  await platform.pass('25h');
  expect(await checkAllEvidence(platform.platform)).toBe(3);
  const events = await caseEvents(platform, lead);
  expect(events.at(-1)).toMatchObject({ kind: 'evidenceAltered', actor: { kind: 'machine', name: 'conductor' } });
  expect((await toldOf(platform, 'leader', lead)).some(({ subjectZh }) => subjectZh.includes('证据文件核验异常'))).toBe(
    true,
  );
  // The record of a case that ended is one chain all the same.
  const { json } = await post(platform, 'auditor', '/api/v1/record/verification', {});
  expect(json).not.toHaveProperty('broken');
});
