import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type PackageManifest, Refusal, pathOfExhibit } from '@fundguard/domain';
import { Readable } from 'node:stream';
import { CASE, EXHIBITS, FILES, altered, record, source, testFolder } from './test-package.js';
import { verifyPackage } from './verify.js';

let folder: Awaited<ReturnType<typeof testFolder>>;
let whole: string;
beforeAll(async () => {
  folder = await testFolder();
  whole = (await folder.written()).path;
});
afterAll(() => folder?.drop());

const [FIRST, SECOND] = EXHIBITS.map(pathOfExhibit) as [string, string];
const faultOf = async (changes: Parameters<typeof altered>[2]) =>
  (await verifyPackage(await altered(whole, folder.target(), changes))).fault;
const lines = (change: (lines: string[]) => string[]) => (bytes: Buffer) =>
  `${change(bytes.toString().trimEnd().split('\n')).join('\n')}\n`;
const manifest = (change: (manifest: PackageManifest) => object) => (bytes: Buffer) =>
  JSON.stringify(change(JSON.parse(bytes.toString()) as PackageManifest));
const without = (at: number) => lines((all) => all.toSpliced(at, 1));
const hashOf = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');
/** What somebody would do who knows that the manifest has a hash of each file. */
const rehashed = (path: string, bytes: Buffer | string) =>
  manifest((all) => ({
    ...all,
    entries: all.entries.map((each) =>
      each.path === path ? { ...each, sha256: hashOf(bytes), bytes: Buffer.byteLength(bytes) } : each,
    ),
  }));

test('a package is what it says: twelve events, two exhibits, and names that lead nowhere', async () => {
  const report = await verifyPackage(whole);
  expect(report).toMatchObject({ events: 12, exhibits: 2, files: 8, manifest: { case: { id: CASE } } });
  expect(report.fault).toBeUndefined();
  expect([FIRST, SECOND]).toEqual(EXHIBITS.map(({ id }) => `evidence/${id}.pdf`));
});

test.each<[string, object, Parameters<typeof altered>[2]]>([
  [
    'an event',
    { kind: 'hash', event: 7 },
    { 'events.jsonl': lines((all) => all.with(6, (all[6] ?? '').replace('3864050', '3864051'))) },
  ],
  [
    'an event that is no JSON any more',
    { kind: 'hash', event: 3 },
    { 'events.jsonl': lines((all) => all.with(2, 'x')) },
  ],
  [
    'a hash',
    { kind: 'hash', event: 4 },
    {
      'chain.jsonl': lines((all) =>
        all.with(
          3,
          (all[3] ?? '').replace(/"hash":"(.)/, (_, digit) => `"hash":"${digit === '0' ? '1' : '0'}`),
        ),
      ),
    },
  ],
  [
    'a link',
    { kind: 'chain', event: 5 },
    { 'chain.jsonl': lines((all) => all.with(4, (all[3] ?? '').replace('"seq":4', '"seq":5'))) },
  ],
  ['an event that was taken out', { kind: 'gap', event: 7 }, { 'events.jsonl': without(5) }],
  [
    'an event that was taken out with its link',
    { kind: 'gap', event: 7 },
    { 'events.jsonl': without(5), 'chain.jsonl': without(5) },
  ],
  ['an end that was cut off', { kind: 'head', event: 11 }, { 'events.jsonl': without(11), 'chain.jsonl': without(11) }],
  ['a link too many', { kind: 'gap', event: 12 }, { 'events.jsonl': without(11) }],
  [
    'another case',
    { kind: 'unexpected', event: 1 },
    { 'events.jsonl': lines((all) => all.map((each) => each.replace(CASE, CASE.replace('c1', 'c2')))) },
  ],
  ['an exhibit', { kind: 'hash', path: FIRST }, { [FIRST]: () => '处方笺第二页' }],
  [
    'an exhibit and its hash in the manifest',
    { kind: 'hash', event: 5, path: FIRST },
    { [FIRST]: () => '处方笺第二页', 'manifest.json': rehashed(FIRST, '处方笺第二页') },
  ],
  ['an exhibit that is gone', { kind: 'missing', path: SECOND }, { [SECOND]: undefined }],
  [
    'an exhibit that is gone from the manifest too',
    { kind: 'missing', event: 6, path: `evidence/${EXHIBITS[1]?.id}` },
    {
      [SECOND]: undefined,
      'manifest.json': manifest((all) => ({ ...all, entries: all.entries.filter(({ path }) => path !== SECOND) })),
    },
  ],
  ['a file nobody named', { kind: 'unexpected', path: 'evidence/x.pdf' }, { 'evidence/x.pdf': () => 'x' }],
  [
    'an exhibit that never came in',
    { kind: 'unexpected', path: 'evidence/x.pdf' },
    {
      'evidence/x.pdf': () => 'x',
      'manifest.json': manifest((all) => ({
        ...all,
        entries: [...all.entries, { path: 'evidence/x.pdf', bytes: 1, sha256: hashOf('x') }],
      })),
    },
  ],
  [
    'the file of the case',
    { kind: 'hash', path: 'case.json' },
    { 'case.json': (bytes) => bytes.toString().replace('第1号', '第2号') },
  ],
  [
    'a part that every package has',
    { kind: 'missing', path: 'people.json' },
    {
      'people.json': undefined,
      'manifest.json': manifest((all) => ({
        ...all,
        entries: all.entries.filter(({ path }) => path !== 'people.json'),
      })),
    },
  ],
  [
    'the head',
    { kind: 'head', event: 12 },
    { 'manifest.json': manifest((all) => ({ ...all, record: { events: 12, head: 'a'.repeat(64) } })) },
  ],
])('%s that was altered is the first thing named', async (_what, fault, changes) => {
  expect(await faultOf(changes)).toEqual(fault);
});

test.each<[string, Parameters<typeof altered>[2][string]]>([
  ['is not there', undefined],
  ['is no JSON', () => '{'],
  ['is of another version', manifest((all) => ({ ...all, version: 2 }))],
  ['names a file twice', manifest((all) => ({ ...all, entries: [...all.entries, all.entries[0]] }))],
  [
    'names itself',
    manifest((all) => ({ ...all, entries: [...all.entries, { ...all.entries[0], path: 'manifest.json' }] })),
  ],
])('a manifest that %s is told in a sentence', async (_what, change) => {
  await expect(faultOf({ 'manifest.json': change })).rejects.toMatchObject({ code: 'package.no-manifest' });
});

test.each<[string, (bytes: Buffer) => Buffer, string]>([
  ['cut off', (bytes) => bytes.subarray(0, bytes.length - 200), 'archive.damaged'],
  ['no archive', () => Buffer.from('not a zip'), 'archive.damaged'],
  ['empty', () => Buffer.alloc(0), 'archive.damaged'],
  [
    'of a name that leads out',
    (bytes) => renamed(bytes, 'documents/penalty-decision.docx', '../uments/penalty-decision.docx'),
    'archive.path',
  ],
])('a file that is %s is refused in a sentence', async (_what, change, code) => {
  const path = folder.target();
  await writeFile(path, change(await readFile(whole)));
  const refused = await verifyPackage(path).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Refusal);
  expect((refused as Refusal).code).toBe(code);
});

/** Names of one length, in the files' own heads and in the directory. */
function renamed(bytes: Buffer, ...names: string[]): Buffer {
  let text = bytes.toString('latin1');
  for (let at = 0; at < names.length; at += 2) text = text.replaceAll(names[at] ?? '', names[at + 1] ?? '');
  return Buffer.from(text, 'latin1');
}

test('two files of one name are refused, whichever is the true one', async () => {
  const path = await altered(whole, folder.target(), { 'case.jsoN': () => '{}' });
  await writeFile(path, renamed(await readFile(path), 'case.jsoN', 'case.json'));
  await expect(verifyPackage(path)).rejects.toMatchObject({ code: 'archive.duplicate' });
});

test('what is damaged goes in as it lies there and is told; the package does not verify', async () => {
  const [first, second] = EXHIBITS;
  const { path, damaged } = await folder.written({
    open: ({ id }) => Promise.resolve(id === first?.id ? Readable.from([Buffer.from('替换')]) : undefined),
  });
  expect(damaged).toEqual([
    { exhibit: first, state: 'altered' },
    { exhibit: second, state: 'missing' },
  ]);
  expect((await verifyPackage(path)).fault).toEqual({ kind: 'hash', event: 5, path: FIRST });
});

test('a source that fails ends the package with its reason', async () => {
  const open = () => Promise.resolve(Readable.from(failing()));
  await expect(folder.written({ open })).rejects.toThrow('the disk gave up');
  // eslint-disable-next-line @typescript-eslint/require-await -- a stream that breaks off
  async function* failing() {
    yield FILES[0];
    throw new Error('the disk gave up');
  }
});

const run = promisify(execFile);
const published = async () => {
  const text = await readFile(fileURLToPath(new URL('../../../../docs/case-package.md', import.meta.url)), 'utf8');
  return /```python verify\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
};

test('the published Python verifies it without a line of ours, and finds what was altered', async () => {
  const program = await published();
  expect((await run('python3', ['-c', program, whole])).stdout).toBe('OK: 12 events, 2 exhibits, 8 files\n');
  const changes = [
    { 'events.jsonl': lines((all) => all.with(6, (all[6] ?? '').replace('3864050', '3864051'))) },
    { 'events.jsonl': without(5), 'chain.jsonl': without(5) },
    { 'events.jsonl': without(11), 'chain.jsonl': without(11) },
    { [FIRST]: () => '处方笺第二页', 'manifest.json': rehashed(FIRST, '处方笺第二页') },
    { [SECOND]: undefined },
    { 'case.json': () => '{}' },
    { 'evidence/x.pdf': () => 'x' },
  ];
  for (const change of changes) {
    const path = await altered(whole, folder.target(), change);
    await expect(run('python3', ['-c', program, path])).rejects.toMatchObject({ code: 1 });
  }
});

test('the lines of the record are what the record hashes', () => {
  expect(record().at(-1)?.hash.toString('hex')).toBe(source().record.head);
});
