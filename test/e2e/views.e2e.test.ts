import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Schemas } from '@fundguard/client';
import { post } from '../support/case-walk.js';
import type { Name } from '../support/people.js';
import { type TestPlatform, newKey, startPlatform } from '../support/platform.js';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform({ worker: false });
}, 60_000);
afterAll(() => platform?.stop());

const VIEWS = '/api/v1/me/views';
const save = (who: Name, view: object) => post(platform, who, VIEWS, view);
const of = async (who: Name) =>
  ((await (await platform.send(who, VIEWS)).json()) as { items: Schemas['SavedView'][] }).items;
const change = async (who: Name, id: string, view: object) => {
  const headers = { 'content-type': 'application/json' };
  const response = await platform.send(who, `${VIEWS}/${id}`, { method: 'PUT', headers, body: JSON.stringify(view) });
  return { status: response.status, json: (await response.json()) as object };
};
const remove = async (who: Name, id: string) =>
  (await platform.send(who, `${VIEWS}/${id}`, { method: 'DELETE' })).status;
const idOf = ({ json }: { json: Record<string, unknown> }) => String(json['id']);
const filed = { list: 'cases', name: '我的立案', search: { mine: 'true', stage: 'filing' } };

test('filters are kept under a name, get another one, and are deleted', async () => {
  const saved = await save('leader', { ...filed, name: '  我的立案 ' });
  expect(saved).toMatchObject({ status: 201, json: filed });
  const { status } = await save('leader', { list: 'record', name: '我的立案', search: { kind: 'filingApproved' } });
  expect(status).toBe(201);
  expect(await of('leader')).toMatchObject([filed, { list: 'record' }]);

  const renamed = { ...filed, name: '待我办的立案' };
  expect(await change('leader', idOf(saved), renamed)).toMatchObject({ status: 200, json: renamed });
  expect((await of('leader')).map(({ name }) => name)).toEqual(['待我办的立案', '我的立案']);
  expect(await remove('leader', idOf(saved))).toBe(204);
  expect(await remove('leader', idOf(saved))).toBe(404);
  expect(await of('leader')).toHaveLength(1);
});

test('a view is its owner’s alone: others neither see, change nor delete it', async () => {
  const id = idOf(await save('deputy', filed));
  for (const other of ['investigator', 'cityLeader', 'admin', 'countyB'] as const) {
    expect(await of(other)).toEqual([]);
    expect([(await change(other, id, filed)).status, await remove(other, id)]).toEqual([404, 404]);
  }
  expect(await of('deputy')).toMatchObject([filed]);
  expect((await change('deputy', newKey(), filed)).status).toBe(404);
});

test('a name stands once in a list, for a new view and for another name of an old one', async () => {
  const taken = { status: 409, json: { type: '/problems/view.name-taken', field: 'name' } };
  await save('officer', filed);
  expect(await save('officer', filed)).toMatchObject(taken);
  const other = idOf(await save('officer', { ...filed, name: '另一个' }));
  expect(await change('officer', other, filed)).toMatchObject(taken);
  expect((await change('officer', other, { ...filed, name: '另一个', search: { due: 'soon' } })).status).toBe(200);
  expect((await save('officer', { list: 'campaigns', name: filed.name, search: {} })).status).toBe(201);
  expect((await save('investigator', filed)).status).toBe(201);
});

test('only filters of the list are kept, as texts, under a name of one to a hundred characters', async () => {
  const wrong = [
    { ...filed, search: { after: 'x' } },
    { ...filed, search: { status: 'running' } },
    { ...filed, search: { stage: 3 } },
    { ...filed, search: { q: '字'.repeat(201) } },
    { ...filed, search: { q: 'a\0b' } },
    { ...filed, list: 'desk' },
    { ...filed, name: ' ' },
    { ...filed, name: '名'.repeat(101) },
    { ...filed, colour: 'red' },
  ];
  for (const view of wrong) expect(await save('reviewer', view)).toMatchObject({ status: 422 });
  expect((await save('reviewer', { ...filed, name: '名'.repeat(100) })).status).toBe(201);
  expect(await of('reviewer')).toHaveLength(1);
});

test('an account keeps fifty, also when many are saved at once', async () => {
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, index) => save('coordinator', { ...filed, name: `视图 ${index}` })),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(50);
  expect(answers.filter(({ status }) => status !== 201)).toMatchObject(
    Array.from({ length: 10 }, () => ({ status: 409, json: { type: '/problems/view.too-many' } })),
  );
  expect(await of('coordinator')).toHaveLength(50);
});
