import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Schemas } from '@fundguard/client';
import { at, dayOf } from '@fundguard/domain';
import ExcelJS from 'exceljs';
import { campaignEvents, done, launch } from '../support/campaign-walk.js';
import { act, openLead, post, walkTo } from '../support/case-walk.js';
import { acknowledgeDiscipline } from '../support/discipline.js';
import { eventually } from '../support/eventually.js';
import type { Name } from '../support/people.js';
import { type TestPlatform, startPlatform } from '../support/platform.js';

let platform: TestPlatform;
let campaign: string;
let hospital: string;
beforeAll(async () => {
  platform = await startPlatform({ startAt: at('2023-03-14' as never, '08:00') });
  campaign = await launch(platform);
  await acknowledgeDiscipline(platform, campaign, 'coordinator', 'agency');
  hospital = platform.organisation.unit('a-peoples');
  const own = await problem('hospital', { source: 'selfCheck', amount: '100050' });
  await refund('hospital', own, '60050');
  await problem('coordinator', { source: 'inspection', amount: '7' });
  const lead = await openLead(platform, { campaign });
  await walkTo(platform, lead, 'execution');
  const paidOn = dayOf(await platform.clock.now());
  await act(platform, 'agency', lead, 'payments', { ledger: 'refund', amount: '3864050', paidOn, voucher: '001' });
  await act(platform, 'agency', lead, 'payments', { ledger: 'fine', amount: '500', paidOn, voucher: '002' });
}, 120_000);
afterAll(() => platform?.stop());

const problem = async (who: Name, more: object) =>
  (
    await done(platform, who, 'problems', {
      ...{ campaign, unit: hospital, category: '收费', what: '重复收取', due: '2023-08-01' },
      ...more,
    })
  ).id;
const refund = async (who: Name, id: string, amount: string) =>
  done(platform, who, `problems/${id}/refunds`, {
    ...{ amount, paidOn: dayOf(await platform.clock.now()), voucher: '收据 001' },
  });

async function tableOf(table: string, query: { asOf?: string } = {}, who: Name = 'coordinator') {
  const { data, error } = await (
    await platform.as(who)
  ).GET('/api/v1/campaigns/{id}/tables/{table}', { params: { path: { id: campaign, table }, query } });
  if (!data) throw new Error(JSON.stringify(error));
  return data;
}
const cell = (table: Schemas['ComputedTable'], row: string, column: string) =>
  table.rows.find(({ label }) => label.zh === row)?.cells[table.columns.findIndex(({ id }) => id === column)];

test('a campaign has the tables of its plan, then those that serve every one', async () => {
  const { data } = await (
    await platform.as('leader')
  ).GET('/api/v1/campaigns/{id}/tables', { params: { path: { id: campaign } } });
  expect(data?.items.map(({ id, ofPlan, certainty }) => [id, ofPlan, certainty])).toEqual([
    ['t004-1-institutions', true, 'own'],
    ['t004-2-practitioners', true, 'own'],
    ['t004-3-insured-persons', true, 'own'],
    ['amounts', false, 'own'],
    ['coverage', false, 'own'],
    ['measures', false, 'own'],
  ]);
  expect((await platform.send('leader', `/api/v1/campaigns/${campaign}/tables/t003-01-coverage`)).status).toBe(404);
});

test('each figure of the institutions’ table comes from its ledger, refunds and fines apart', async () => {
  const table = await tableOf('t004-1-institutions');
  expect(table.rows).toHaveLength(16);
  const row = (column: string) => cell(table, '甲县人民医院', column);
  expect(['self-found', 'self-refunded', 'checked-found', 'checked-amount', 'checked-refunded'].map(row)).toEqual([
    ...['1', '60050', '1', '7', '0'],
  ]);
  expect(['filed', 'ordered', 'recovered', 'fined', 'police'].map(row)).toEqual([
    '1',
    '3864050',
    '3864050',
    '11592150',
    '0',
  ]);
  expect(cell(table, '合计', 'self-refunded')).toBe('60050');
  expect(table.filler).toBe('甲县医保局');
  expect(cell(await tableOf('amounts'), '定点医疗机构', 'to-the-fund')).toBe('3924100');
});

test('every cell of every table opens to exactly the rows it counts', async () => {
  const reader = await platform.as('leader');
  let opened = 0;
  for (const id of ['t004-1-institutions', 'amounts', 'coverage', 'measures']) {
    const { columns, rows } = await tableOf(id);
    for (const row of rows.filter(({ cells }) => cells.some((text) => Number(text) > 0))) {
      for (const [index, { indicator, among = {}, unit }] of columns.entries()) {
        const value = row.cells[index];
        if (!indicator || value === null || value === undefined) continue;
        const narrowed = Object.entries({ ...row.among, ...among }).map(([key, each]) => [key, String(each)]);
        const query = { ...(Object.fromEntries(narrowed) as object), limit: 200 };
        const { data } = await reader.GET('/api/v1/campaigns/{id}/indicators/{indicator}/rows', {
          params: { path: { id: campaign, indicator: indicator as never }, query },
        });
        const items = data?.items ?? [];
        const sum = items.reduce((all, { amount }) => all + BigInt(amount ?? 0), 0n);
        const counted = unit === 'fen' ? sum.toString() : unit === 'count' ? String(items.length) : data?.value;
        expect([id, row.key, indicator, value]).toEqual([id, row.key, indicator, counted]);
        opened += 1;
      }
    }
  }
  expect(opened).toBeGreaterThan(40);
}, 60_000);

describe('as it is handed in', () => {
  test('a sheet has the title, the merged heads and the figures, printed across A4', async () => {
    const sheet = await exported({ table: 't004-1-institutions' });
    expect(sheet.getCell('A1').value).toContain('“百日专项整治行动”定点医疗机构违法违规问题统计表');
    expect(sheet.model.merges).toEqual(expect.arrayContaining(['A1:O1', 'A3:A4', 'C3:D3', 'E3:H3', 'I3:L3', 'M3:N3']));
    const row = Array.from({ length: 15 }, (_, index) => index + 5).find(
      (each) => sheet.getCell(each, 2).text === '甲县人民医院',
    );
    expect([4, 6, 10, 12].map((column) => sheet.getCell(row ?? 0, column).value)).toEqual([
      600.5, 0.07, 38640.5, 115921.5,
    ]);
    expect(sheet.getCell(20, 2).value).toBe('合计');
    expect(sheet.getCell('A2').value).toBe('填报单位：甲县医保局');
    expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', paperSize: 9 });
  });

  test('a unit exports nothing of others', async () => {
    const { status } = await post(platform, 'hospital', '/api/v1/jobs', {
      kind: 'exportTable',
      campaign,
      table: 'amounts',
    });
    expect(status).toBe(403);
  });
});

async function exported(more: object, who: Name = 'coordinator') {
  const { json } = await post(platform, who, '/api/v1/jobs', { kind: 'exportTable', campaign, ...more });
  const job = `/api/v1/jobs/${String(json['id'])}`;
  await eventually(async () =>
    expect(await (await platform.send(who, job)).json()).toMatchObject({ status: 'done', failures: [] }),
  );
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await (await platform.send(who, `${job}/result`)).arrayBuffer());
  const [sheet] = book.worksheets;
  if (!sheet) throw new Error('the file has no sheet');
  return sheet;
}

describe('signed off', () => {
  const fill = (who: Name, body: object = {}) =>
    post(platform, who, `/api/v1/campaigns/${campaign}/table-copies`, { table: 'amounts', ...body });
  async function copyOf(id: string, who: Name = 'leader') {
    const { data, error } = await (
      await platform.as(who)
    ).GET('/api/v1/table-copies/{id}', { params: { path: { id } } });
    if (!data) throw new Error(JSON.stringify(error));
    return data;
  }
  const decide = (who: Name, id: string, noun: string, body: object = {}) =>
    post(platform, who, `/api/v1/table-copies/${id}/${noun}`, body);

  test('a copy stays as it was filled in; what is counted later is shown as the difference', async () => {
    const { json, status } = await fill('coordinator');
    const id = String(json['id']);
    expect([status, json['status']]).toEqual([201, 'filled']);
    expect((await decide('coordinator', id, 'approval')).status).toBe(403);
    expect((await decide('leader', id, 'approval')).json).toMatchObject({ status: 'approved' });
    expect(await copyOf(id)).toMatchObject({ intact: true, differences: [], decidedBy: 'leader' });
    await problem('coordinator', { source: 'inspection', amount: '900' }).then((each) => refund('agency', each, '900'));
    const copy = await copyOf(id);
    expect(cell(copy.content, '定点医疗机构', 'on-checks')).toBe('0');
    expect(copy.differences).toContainEqual({ row: 'institutions', column: 'on-checks', was: '0', is: '900' });
    expect(copy.differences.map(({ row }) => row)).not.toContain('pharmacies');
    expect((await exported({ table: 'amounts', copy: id })).getCell('C5').value).toBe(0);
    expect((await exported({ table: 'amounts' })).getCell('C5').value).toBe(9);
    const kinds = (await campaignEvents(platform, campaign)).filter(({ kind }) => kind.startsWith('table'));
    expect(kinds.map(({ kind, data }) => [kind, data['sha256']])).toEqual([
      ['tableFilled', copy.sha256],
      ['tableApproved', copy.sha256],
    ]);
  });

  test('nobody changes what was filled in, and a changed content is told by its hash', async () => {
    const id = String((await fill('coordinator')).json['id']);
    const alter = `update table_copy set content = jsonb_set(content, '{rows,0,cells,1}', '"1"') where id = $1`;
    const byApplication = platform.db.within('/' as never, (tx) => tx.query({ text: alter, values: [id] }));
    await expect(byApplication).rejects.toThrow('permission denied');
  });

  test('what is returned says why, and is not approved any more', async () => {
    const id = String((await fill('coordinator', { asOf: '2023-03-14' })).json['id']);
    expect((await copyOf(id)).content.asOf).toBe('2023-03-14T15:59:59.000Z');
    expect((await decide('leader', id, 'return', { reason: '缺少三月下旬数据' })).status).toBe(201);
    expect(await copyOf(id)).toMatchObject({ status: 'returned', note: '缺少三月下旬数据' });
    expect((await decide('leader', id, 'approval')).json).toMatchObject({ type: '/problems/table.status' });
  });

  test.each<[string, Name, number]>([
    ['a leader', 'leader', 403],
    ['a unit', 'hospital', 403],
    ['another county', 'countyB', 404],
  ])('%s does not fill one in', async (_what, who, expected) => {
    expect((await fill(who)).status).toBe(expected);
  });

  test('another county and a unit see none', async () => {
    const id = String((await fill('coordinator')).json['id']);
    for (const who of ['countyB', 'hospital'] as const) {
      expect((await platform.send(who, `/api/v1/table-copies/${id}`)).status).toBe(404);
      expect((await platform.send(who, `/api/v1/table-copies?campaign=${campaign}`)).status).toBe(404);
      expect((await platform.send(who, `/api/v1/campaigns/${campaign}/tables/amounts`)).status).toBe(404);
    }
  });
});
