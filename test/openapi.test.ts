import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createApi, describeApi } from '@fundguard/api';

/** What is committed is what the code says: `npm run api:generate` writes both files. */
const inside = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const committed = (path: string) => readFile(inside(path), 'utf8');
type Parts = Parameters<typeof createApi>[0];

let api: Awaited<ReturnType<typeof createApi>>;
beforeAll(async () => {
  // The document comes from the routes and their schemas alone, so the parts are never used.
  const parts = { platform: {}, rulebook: {}, calendars: {}, blobs: {}, temporalAnswers: () => Promise.resolve(false) };
  api = await createApi(parts as unknown as Parts, false);
  await api.init();
});
afterAll(() => api.close());

test('the committed OpenAPI document is the one the routes and schemas make', async () => {
  const document = `${JSON.stringify(describeApi(api), null, 2)}\n`;
  expect(JSON.parse(document)).toEqual(JSON.parse(await committed('apps/api/openapi.json')));
});

test('the committed client types are the ones the document makes', async () => {
  const [generator, document] = ['node_modules/openapi-typescript/bin/cli.js', 'apps/api/openapi.json'].map(inside);
  const { stdout } = await promisify(execFile)(process.execPath, [generator ?? '', document ?? '']);
  expect(stdout.trimEnd()).toBe((await committed('libs/client/src/generated/api.ts')).trimEnd());
});

test('every operation has a name of its own, and every answer a schema', () => {
  const operations = Object.values(describeApi(api).paths).flatMap((path) =>
    Object.values(path as Record<string, Operation>),
  );
  const names = operations.map(({ operationId }) => operationId);
  expect(new Set(names).size).toBe(names.length);
  const bare = operations.filter(({ operationId, responses }) => {
    const [status, answer] = Object.entries(responses).find(([code]) => code.startsWith('2')) ?? [];
    return operationId !== 'downloadEvidence' && status !== '204' && answer?.content === undefined;
  });
  expect(bare.map(({ operationId }) => operationId)).toEqual([]);
});

interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, { readonly content?: object }>>;
}
