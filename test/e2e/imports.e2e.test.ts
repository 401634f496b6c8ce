import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Schemas } from '@fundguard/client';
import { instant } from '@fundguard/domain';
import { verifyRecord } from '@fundguard/persistence';
import { campaignEvents, done, launch, obligations } from '../support/campaign-walk.js';
import { acknowledgeDiscipline } from '../support/discipline.js';
import { gbk } from '../support/gbk.js';
import type { Name } from '../support/people.js';
import { type TestPlatform, startPlatform } from '../support/platform.js';
import { cellsOf, importOf, importSheet, sendSheet, turn, work, xlsx } from '../support/sheets.js';

let platform: TestPlatform;
let campaign: string;
beforeAll(async () => {
  platform = await startPlatform({ startAt: instant('2023-03-14T01:00:00Z') });
  campaign = await launch(platform);
}, 60_000);
afterAll(() => platform?.stop());

const send = async (who: Name, target: Record<string, string>, bytes: Buffer | string, name?: string) => {
  const { status, json } = await sendSheet(platform, who, target, bytes, name);
  expect({ status, json }).toMatchObject({ status: 201 });
  return String(json['id']);
};
const unitsNamed = async (q: string, who: Name = 'coordinator') => {
  const { data } = await (await platform.as(who)).GET('/api/v1/units', { params: { query: { q } } });
  return data?.items ?? [];
};
const ledger = async (who: Name = 'coordinator'): Promise<Schemas['LedgerProblem'][]> => {
  const { data } = await (
    await platform.as(who)
  ).GET('/api/v1/problems', { params: { query: { campaign, limit: 200 } } });
  return data?.items ?? [];
};
const refusedRows = async (who: Name, id: string) => cellsOf(await platform.send(who, `/api/v1/imports/${id}/refused`));

const UNITS = [
  '定点医药机构名称,医保编码,区县,类别,类型,医院等级,所有制',
  '甲县新城医院,H99000100001,990001,医疗机构,民营医院,二级,民营',
  '甲县人民医院,H99000100002,甲县,医疗机构,县人民医院,三级,公立',
  '甲县新城药店,P99000100001,甲县,药店,连锁药店,,',
  '乙县医院,H99000200001,乙县,医疗机构,公立医院,,',
  '甲县新城医院,H99000100001,990001,医疗机构,民营医院,二级,民营',
  ',H99000100009,甲县,医疗机构,飞船,,',
].join('\r\n');

test('units come from a GBK file: tried first without a trace, then taken; what is refused comes back with its reasons', async () => {
  const id = await send('coordinator', { kind: 'units' }, gbk(UNITS), '基本台账.csv');
  expect(await importOf(platform, 'coordinator', id)).toMatchObject({
    ...{ status: 'mapped', file: '基本台账.csv', headingRow: 1, mine: true },
    reading: { format: 'csv', encoding: 'gbk', sign: 'fallback', delimiter: ',' },
  });
  expect(await work(platform, 'coordinator', id, 'check')).toEqual({ add: 2, change: 1, same: 0, refuse: 3 });
  expect(await unitsNamed('新城')).toEqual([]);
  const [headings, ...rows] = await refusedRows('coordinator', id);
  expect(headings?.slice(-2)).toEqual(['不能导入的原因', 'Why it was refused']);
  expect(rows.map((row) => row.slice(-2))).toEqual([
    ['统筹区：辖区内没有“乙县”', '统筹区: no region "乙县" in your charge'],
    ['与第 2 行重复', 'the same as row 2'],
    [
      expect.stringMatching(/定点医药机构名称：必填[^]*类型：应为以下之一/),
      expect.stringContaining('required, and empty'),
    ],
  ]);
  expect(await work(platform, 'coordinator', id, 'commit')).toEqual({ add: 2, change: 1, same: 0, refuse: 3 });
  expect((await unitsNamed('新城')).map(({ name, kind, type }) => [name, kind, type])).toEqual(
    expect.arrayContaining([
      ['甲县新城医院', 'institution', 'private_hospital'],
      ['甲县新城药店', 'pharmacy', 'chain_pharmacy'],
    ]),
  );
  const again = await importSheet(platform, 'coordinator', { kind: 'units' }, gbk(UNITS));
  expect(again.tried).toEqual({ add: 0, change: 0, same: 3, refuse: 3 });
});

test('two people take the same file at once, and every unit is there once', async () => {
  const rows = Array.from({ length: 700 }, (_, at) => [`甲县双人诊所${at}`, '甲县', '医疗机构', '诊所']);
  const file = await xlsx(['机构名称', '统筹区', '类别', '类型'], ...rows);
  const [mine, theirs] = await Promise.all([
    send('coordinator', { kind: 'units' }, file),
    send('admin', { kind: 'units' }, file),
  ]);
  await Promise.all([work(platform, 'coordinator', mine, 'check'), work(platform, 'admin', theirs, 'check')]);
  const [one, other] = await Promise.all([
    work(platform, 'coordinator', mine, 'commit'),
    work(platform, 'admin', theirs, 'commit'),
  ]);
  expect([one.add + other.add, one.same + other.same]).toEqual([700, 700]);
  const [count] = await platform.db.within('/' as never, (tx) =>
    tx.query<{ all: number; names: number }>({
      text: `select count(*)::int as all, count(distinct name)::int as names from unit where name like '甲县双人诊所%'`,
      values: [],
    }),
  );
  expect(count).toEqual({ all: 700, names: 700 });
});

test('a hospital imports its own lines, with formulas and foreign units refused, sets them right and imports again', async () => {
  const headings = ['问题类别', '问题描述', '违规金额（元）', '整改时限', '单位'];
  const target = { kind: 'problems', campaign };
  const first = await importSheet(
    platform,
    'hospital',
    target,
    await xlsx(
      ['2023 年自查问题台账', null, null, null, null],
      headings,
      ['重复收费', '静脉输液重复收取', 1000.5, new Date('2023-04-10T00:00:00Z'), null],
      ['超标准收费', '护理费超标准', { formula: 'C3*2', result: 2001 }, '2023年4月10日', '甲县人民医院'],
      ['串换药品', '以自费药串换', '12.345', '20230410', '甲县人民医院'],
      ['分解住院', '十五日内再入院', 3, 45026, '甲县第一诊所'],
    ),
  );
  expect([first.tried, first.taken]).toEqual(Array(2).fill({ add: 1, change: 0, same: 0, refuse: 3 }));
  const reasons = (await refusedRows('hospital', first.id)).slice(1).map((row) => row.at(-2));
  expect(reasons).toEqual([
    expect.stringContaining('违规金额（元）：单元格是公式'),
    expect.stringContaining('违规金额（元）：不是金额'),
    '单位：“甲县第一诊所”不在本专项或您的管辖范围',
  ]);
  const [line] = (await ledger('hospital')).filter(({ what }) => what === '静脉输液重复收取');
  expect(line).toMatchObject({
    source: 'selfCheck',
    amount: '100050',
    due: '2023-04-10',
    enteredBy: 'hospital',
    version: 1,
  });

  const corrected = await xlsx(
    [...headings, '不能导入的原因', 'Why it was refused'],
    ['重复收费', '静脉输液重复收取', '1,000.50', '2023-04-10', null, null, null],
    ['超标准收费', '护理费超标准', '2,001.00', '2023年4月10日', '甲县人民医院', '单元格是公式', 'a formula'],
  );
  const second = await importSheet(platform, 'hospital', target, corrected);
  expect(second.taken).toEqual({ add: 1, change: 0, same: 1, refuse: 0 });
  const events = (await campaignEvents(platform, campaign)).filter(({ kind }) => kind === 'problemsImported');
  expect(events.map(({ data }) => data)).toMatchObject([
    { count: 1, import: first.id, amount: '100050', rows: [3, 3] },
    { count: 1, import: second.id, amount: '200100', rows: [3, 3] },
  ]);
});

test('a coordinator’s lines name their units and sources; a re-check’s finding makes the unit a key target', async () => {
  const sheet = await xlsx(
    ['单位', '来源', '类别', '问题', '金额', '整改期限'],
    ['甲县中医医院', '复查', '挂床住院', '少报挂床', '88', '2023-05-01'],
    ['甲县中医医院', '自查', '挂床住院', '替人自查', '88', '2023-05-01'],
    ['甲县中医医院', '', '挂床住院', '没有来源', '88', '2023-05-01'],
    ['甲县中医医院', '现场检查', '挂床住院', '期限已过', '88', '2023-03-01'],
  );
  // As by hand: nobody enters what a check found before they acknowledged what inspectors keep.
  const early = await send('coordinator', { kind: 'problems', campaign }, sheet);
  expect(await work(platform, 'coordinator', early, 'check')).toMatchObject({ add: 0, refuse: 4 });
  await acknowledgeDiscipline(platform, campaign, 'coordinator');
  const { taken } = await importSheet(platform, 'coordinator', { kind: 'problems', campaign }, sheet);
  expect(taken).toMatchObject({ add: 1, refuse: 3 });
  const { data } = await (
    await platform.as('coordinator')
  ).GET('/api/v1/campaigns/{id}/participants', { params: { path: { id: campaign } } });
  const unit = platform.organisation.unit('a-tcm');
  expect(data?.items.find((each) => JSON.stringify(each).includes(unit))).toMatchObject({
    keyTarget: 'under-reported',
  });
});

test('the reports of many units come in one sheet, each on behalf of its unit; whoever entered them does not accept them', async () => {
  const owed = await obligations(platform, 'coordinator', { campaign, status: 'open' });
  const [{ source, period } = { source: '', period: '' }] = owed.filter(({ unitName }) => unitName === '甲县中医医院');
  const target = { kind: 'reports', campaign, source, period };
  const sheet = await xlsx(
    ['单位', '内容', '零报告', '检查家数', '追回（元）'],
    ['甲县中医医院', '已自查', '否', 3, '1,000.50'],
    ['甲县妇幼保健院', '未发现问题', '是', 0, 0],
    ['不存在的医院', '已自查', '否', 3, 1],
  );
  const { taken } = await importSheet(platform, 'coordinator', target, sheet);
  expect(taken).toMatchObject({ add: 2, refuse: 1 });
  const after = await obligations(platform, 'coordinator', { campaign, status: 'submitted' });
  const tcm = after.find(({ unitName }) => unitName === '甲县中医医院');
  expect(tcm?.report).toMatchObject({
    content: '已自查',
    figures: { 检查家数: '3', '追回（元）': '1,000.50' },
    onBehalf: true,
  });
  expect(after.find(({ unitName }) => unitName === '甲县妇幼保健院')).toMatchObject({ zero: true });
  const own = await platform.send('coordinator', `/api/v1/obligations/${tcm?.id}/acceptance`, {
    ...{ method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } },
  });
  expect([own.status, await own.json()]).toMatchObject([403, { type: '/problems/permission.four-eyes' }]);
  await done(platform, 'agency', `obligations/${tcm?.id}/acceptance`);
  expect((await importSheet(platform, 'coordinator', target, sheet)).taken).toMatchObject({
    add: 0,
    same: 2,
    refuse: 1,
  });
});

test('encoding, sheet, heading row and columns are set right by hand, and remembered for the next file', async () => {
  const utf8 = '登记表,,\n甲列,乙列,丙列\n甲县记忆诊所,诊所,医疗机构\n';
  const id = await send('coordinator', { kind: 'units' }, utf8, 'x.csv');
  const put = (body: object, who: Name = 'coordinator') =>
    platform.send(who, `/api/v1/imports/${id}/setting`, {
      ...{ method: 'PUT', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } },
    });
  expect((await turn(platform, 'coordinator', id, 'check')).status).toBe(422);
  expect((await put({ encoding: 'gbk' })).status).toBe(204);
  expect((await importOf(platform, 'coordinator', id)).reading).toMatchObject({ encoding: 'gbk', sign: 'person' });
  expect((await put({ encoding: 'utf-8', headingRow: 2 })).status).toBe(204);
  const missing = await put({ columns: [{ heading: '甲列', field: 'name' }] });
  expect([missing.status, await missing.json()]).toMatchObject([
    422,
    { type: '/problems/import.column-missing', field: 'columns' },
  ]);
  expect((await put({ headingRow: 99 })).status).toBe(422);
  expect((await put({ sheet: 'nope' })).status).toBe(422);
  expect((await put({ encoding: 'utf-8' }, 'admin')).status).toBe(403);
  expect((await put({ encoding: 'utf-8' }, 'countyB')).status).toBe(404);

  const headed = '名甲,区甲,类甲,型甲\n甲县记忆诊所,甲县,医疗机构,诊所\n';
  const columns = ['name', 'region', 'kind', 'type'].map((field, at) => ({
    heading: ['名甲', '区甲', '类甲', '型甲'][at],
    field,
  }));
  const next = await send('coordinator', { kind: 'units' }, headed, 'y.csv');
  const set = await platform.send('coordinator', `/api/v1/imports/${next}/setting`, {
    ...{ method: 'PUT', body: JSON.stringify({ columns }), headers: { 'content-type': 'application/json' } },
  });
  expect(set.status).toBe(204);
  const third = await send('coordinator', { kind: 'units' }, headed.replace('记忆', '再记'), 'z.csv');
  expect((await importOf(platform, 'coordinator', third)).columns).toEqual(columns);
});

test('who may import what, and who sees it', async () => {
  const file = await xlsx(['机构名称']);
  for (const who of ['hospital', 'clinic'] as const)
    expect(await sendSheet(platform, who, { kind: 'units' }, file)).toMatchObject({ status: 403 });
  expect(await sendSheet(platform, 'hospital', { kind: 'reports', campaign, source: 'x' }, file)).toMatchObject({
    status: 403,
  });
  expect(await sendSheet(platform, 'admin', { kind: 'problems', campaign }, file)).toMatchObject({ status: 403 });
  expect(await sendSheet(platform, 'leader', { kind: 'problems', campaign }, file)).toMatchObject({ status: 403 });
  expect(await sendSheet(platform, 'countyBContact', { kind: 'problems', campaign }, file)).toMatchObject({
    status: 422,
  });
  expect(await sendSheet(platform, 'coordinator', { kind: 'problems' }, file)).toMatchObject({ status: 422 });

  const id = await send('hospital', { kind: 'problems', campaign }, await xlsx(['单位', '问题']));
  for (const [who, status] of [
    ['coordinator', 200],
    ['leader', 200],
    ['clinic', 404],
    ['countyB', 404],
    ['investigator', 403],
  ] as const)
    for (const part of ['', '/preview', '/rows', '/refused'])
      expect([who, part, (await platform.send(who, `/api/v1/imports/${id}${part}`)).status]).toEqual([
        who,
        part,
        status,
      ]);
  expect((await turn(platform, 'coordinator', id, 'check')).status).toBe(403);
  expect((await turn(platform, 'clinic', id, 'cancellation')).status).toBe(404);
  expect((await turn(platform, 'hospital', id, 'commit')).status).toBe(409);
  expect((await turn(platform, 'hospital', id, 'cancellation')).status).toBe(204);
  expect((await turn(platform, 'hospital', id, 'check')).status).toBe(409);
});

test('hostile files are refused by the problem they are, and not kept', async () => {
  const target = { kind: 'units' };
  expect(await sendSheet(platform, 'coordinator', target, '')).toMatchObject({
    status: 422,
    json: { type: '/problems/sheet.empty', field: 'file' },
  });
  expect(await sendSheet(platform, 'coordinator', target, Buffer.from('PK\u0003\u0004no zip'))).toMatchObject({
    json: { type: '/problems/sheet.damaged' },
  });
  expect(await sendSheet(platform, 'coordinator', target, Buffer.alloc(31_000_000, 'a,b\n'))).toMatchObject({
    ...{ status: 422, json: { type: '/problems/sheet.too-large' } },
  });
  expect((await sendSheet(platform, 'coordinator', target, 'a\0b')).json).toMatchObject({
    type: '/problems/sheet.no-text',
  });
});

test('a template comes from the fields themselves, and goes in as it is filled', async () => {
  const response = await platform.send('coordinator', '/api/v1/imports/templates/units');
  expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toContain('基本台账-导入模板.xlsx');
  const [headings = []] = await cellsOf(response);
  const id = await send(
    'coordinator',
    { kind: 'units' },
    await xlsx(headings, ['甲县模板诊所', '', '990001', '定点医疗机构', '诊所', '', '', '']),
  );
  expect(await work(platform, 'coordinator', id, 'check')).toEqual({ add: 1, change: 0, same: 0, refuse: 0 });
});

test('the record of all of it holds', async () => {
  expect((await verifyRecord(platform.db)).broken).toBeUndefined();
});
