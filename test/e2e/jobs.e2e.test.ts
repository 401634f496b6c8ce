import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Schemas } from '@fundguard/client';
import { instant } from '@fundguard/domain';
import ExcelJS from 'exceljs';
import { done, launch, obligations } from '../support/campaign-walk.js';
import { openLead, post } from '../support/case-walk.js';
import { eventually } from '../support/eventually.js';
import type { Name } from '../support/people.js';
import { type TestPlatform, newKey, startPlatform } from '../support/platform.js';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform({ startAt: instant('2023-03-13T01:00:00Z') });
}, 60_000);
afterAll(() => platform?.stop());

const begin = async (who: Name, payload: object, key = newKey()) => {
  const { status, json } = await post(platform, who, '/api/v1/jobs', payload, { 'idempotency-key': key });
  expect({ status, json }).toMatchObject({ status: 201 });
  return (json as { id: string }).id;
};
const read = async (who: Name, id: string) => {
  const response = await platform.send(who, `/api/v1/jobs/${id}`);
  return { status: response.status, job: (await response.json()) as Schemas['Job'] };
};
const ended = async (who: Name, id: string) => {
  await eventually(async () => expect((await read(who, id)).job.status).toMatch(/done|cancelled/));
  return (await read(who, id)).job;
};
const control = (who: Name, id: string, which: string) => post(platform, who, `/api/v1/jobs/${id}/${which}`, {});

test('a ledger of cases is exported as a sheet that opens, with the rows of one’s own region and no others', async () => {
  const mine = await Promise.all(Array.from({ length: 30 }, () => openLead(platform)));
  const id = await begin('leader', { kind: 'exportCases' });
  expect(await ended('leader', id)).toMatchObject({
    status: 'done',
    failures: [],
    done: mine.length,
    total: mine.length,
  });
  const response = await platform.send('leader', `/api/v1/jobs/${id}/result`);
  expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toMatch(
    /案件台账-\d{4}-\d\d-\d\d\.xlsx$/,
  );
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(await response.arrayBuffer());
  const sheet = workbook.worksheets[0];
  expect(sheet?.rowCount).toBe(mine.length + 1);
  expect(sheet?.getRow(2).getCell(4).value).toBe('线索核查');

  const elsewhere = await begin('countyB', { kind: 'exportCases' });
  expect(await ended('countyB', elsewhere)).toMatchObject({ status: 'done', done: 0 });
});

test('asked twice with one key there is one job; nobody else sees it, steers it, or gets its file', async () => {
  const key = newKey();
  const [id, again] = [
    await begin('leader', { kind: 'exportCases' }, key),
    await begin('leader', { kind: 'exportCases' }, key),
  ];
  expect(again).toBe(id);
  await ended('leader', id);
  for (const other of ['deputy', 'countyB'] as const) {
    expect((await read(other, id)).status).toBe(404);
    expect(await control(other, id, 'retry')).toMatchObject({ status: 404 });
    expect((await platform.send(other, `/api/v1/jobs/${id}/result`)).status).toBe(404);
  }
});

test('reports are accepted in bulk: what was refused is named with the reason, and tried again when asked', async () => {
  const campaign = await launch(platform, { start: '2023-03-14' });
  const owed = (await obligations(platform, 'hospital', { campaign })).slice(0, 2);
  for (const { id } of owed.slice(0, 1))
    await done(platform, 'hospital', `obligations/${id}/submission`, { content: '已自查' });
  const ids = owed.map(({ id }) => id);
  const id = await begin('coordinator', { kind: 'acceptReports', obligations: ids });
  const job = await ended('coordinator', id);
  expect(job).toMatchObject({ status: 'done', done: 2, total: 2 });
  expect(job.failures).toMatchObject([
    { item: ids[1], name: expect.stringContaining('甲县人民医院'), zh: expect.stringContaining('待报') },
  ]);

  await done(platform, 'hospital', `obligations/${ids[1]}/submission`, { content: '已自查' });
  expect(await control('coordinator', id, 'retry')).toMatchObject({ status: 204 });
  await eventually(async () =>
    expect((await read('coordinator', id)).job).toMatchObject({ status: 'done', failures: [] }),
  );
  const statuses = (await obligations(platform, 'hospital', { campaign })).filter((each) => ids.includes(each.id));
  expect(statuses.map(({ status }) => status)).toEqual(['accepted', 'accepted']);
});

test('what one may not do, one may not have done; controls that make no sense are refused', async () => {
  expect(await post(platform, 'hospital', '/api/v1/jobs', { kind: 'exportCases' })).toMatchObject({ status: 403 });
  expect(await post(platform, 'leader', '/api/v1/jobs', { kind: 'dropTables' })).toMatchObject({ status: 422 });
  const id = await begin('leader', { kind: 'exportCases' });
  await ended('leader', id);
  expect(await control('leader', id, 'pause')).toMatchObject({ status: 409, json: { type: '/problems/job.status' } });
  expect(await control('leader', id, 'explosion')).toMatchObject({ status: 422 });
});
