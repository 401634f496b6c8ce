import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { instant } from '@fundguard/domain';
import ExcelJS from 'exceljs';
import { launch } from '../support/campaign-walk.js';
import { openLead, post } from '../support/case-walk.js';
import { acknowledgeDiscipline } from '../support/discipline.js';
import { eventually } from '../support/eventually.js';
import type { Name } from '../support/people.js';
import { type TestPlatform, startPlatform } from '../support/platform.js';

let platform: TestPlatform;
let campaign: string;
beforeAll(async () => {
  platform = await startPlatform({ startAt: instant('2023-03-14T01:00:00Z') });
  campaign = await launch(platform);
}, 60_000);
afterAll(() => platform?.stop());

const begin = (who: Name, job: object) => post(platform, who, '/api/v1/jobs', job);

/** The rows of the sheet that the job makes, each by its headings. */
async function sheet(who: Name, job: object): Promise<Record<string, string>[]> {
  const { status, json } = await begin(who, job);
  expect([status, json]).toMatchObject([201, {}]);
  const at = `/api/v1/jobs/${String(json['id'])}`;
  await eventually(async () =>
    expect(await (await platform.send(who, at)).json()).toMatchObject({ status: 'done', failures: [] }),
  );
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await (await platform.send(who, `${at}/result`)).arrayBuffer());
  const [heads = [], ...rows] = (book.worksheets[0]?.getSheetValues() ?? []).slice(1) as string[][];
  return rows.map((row) => Object.fromEntries(heads.flatMap((head, place) => [[head, row[place] ?? '']])));
}

test('R-RPT-14: the base ledger holds the units of one’s region, in the words an import reads', async () => {
  const rows = await sheet('coordinator', { kind: 'exportUnits' });
  expect(rows.find((row) => row['机构名称'] === '甲县人民医院')).toMatchObject({
    ...{ 统筹区: '990001', 机构类别: '定点医疗机构', 机构类型: '县级人民医院', 进行中的专项数: '1' },
  });
  expect(new Set(rows.map((row) => row['统筹区']))).toEqual(new Set(['990001']));
  const pharmacies = await sheet('admin', { kind: 'exportUnits', unitKind: 'pharmacy' });
  expect(new Set(pharmacies.map((row) => row['机构类别']))).toEqual(new Set(['定点药店']));
  const others = await sheet('countyB', { kind: 'exportUnits' });
  expect(new Set(others.map((row) => row['统筹区']))).toEqual(new Set(['990002']));
}, 60_000);

test('R-RPT-14: the inspection ledger holds visits once they were made known, and none before', async () => {
  const team = [platform.accounts.investigator, platform.accounts.officer];
  const plan = (unit: string, more: object) =>
    post(platform, 'coordinator', '/api/v1/visits', {
      ...{ campaign, kind: 'nightCheck', methods: ['unannounced', 'recordReview'], ...more },
      visits: [{ unit: platform.organisation.unit(unit), day: '2023-03-20', hours: '09:00-12:00', team }],
    });
  for (const who of ['coordinator', 'investigator', 'officer'] as const)
    await acknowledgeDiscipline(platform, campaign, who);
  const [secret, known] = [
    await plan('a-clinic-1', { chosen: 'leads', why: '群众举报' }),
    await plan('a-peoples', { chosen: 'coverage', noticeDays: 6 }),
  ];
  expect([secret.status, known.status]).toEqual([201, 201]);
  expect(await sheet('coordinator', { kind: 'exportVisits', campaign })).toEqual([]);
  const id = String(known.json['id']);
  const noticed = await post(platform, 'coordinator', `/api/v1/visits/${id}/notice`, {});
  expect([noticed.status, noticed.json]).toMatchObject([201, {}]);

  for (const who of ['coordinator', 'auditor'] as const) {
    expect(await sheet(who, { kind: 'exportVisits', campaign })).toMatchObject([
      {
        ...{
          被检查单位: '甲县人民医院',
          检查日期: '2023-03-20',
          时段: '09:00-12:00',
          检查人员: 'investigator、officer',
        },
        ...{ 检查类型: '突击夜检', 检查方式: '突击、病历审查', 选取依据: '全覆盖', 状态: '已通知' },
        ...{ 已查要点: '0', 发现问题: '0', 转问题台账: '0', 笔录: '未形成' },
      },
    ]);
  }
}, 60_000);

test('R-RPT-13: the ledger of leads says where each came from and what came of it', async () => {
  const [kept, rejected] = [await openLead(platform, { campaign }), await openLead(platform)];
  const reason = '经核查不属实';
  expect((await post(platform, 'investigator', `/api/v1/cases/${rejected}/rejection`, { reason })).status).toBe(201);
  const rows = await sheet('coordinator', { kind: 'exportLeads' });
  expect(rows.map((row) => [row['来源'], row['核查结果'], row['处理意见']])).toEqual(
    expect.arrayContaining([
      [expect.any(String), '核查中', ''],
      [expect.any(String), '不予立案', reason],
    ]),
  );
  expect(rows.every((row) => row['来源'] && row['线索编号'] && row['登记日期'])).toBe(true);
  expect(rows.find((row) => row['核查结果'] === '核查中')?.['核查期限']).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);
  const ofCampaign = await sheet('coordinator', { kind: 'exportLeads', campaign });
  expect([ofCampaign.length, kept !== rejected]).toEqual([1, true]);
  expect(await sheet('countyB', { kind: 'exportLeads' })).toEqual([]);
}, 60_000);

test.each<[string, Name, object, number, string]>([
  ['the base ledger by a unit', 'hospital', { kind: 'exportUnits' }, 403, 'permission.missing'],
  ['the inspection ledger by a unit', 'hospital', { kind: 'exportVisits', campaign: 'C' }, 403, 'permission.missing'],
  ['the leads by a unit', 'hospital', { kind: 'exportLeads' }, 403, 'permission.missing'],
  ['units of no known kind', 'coordinator', { kind: 'exportUnits', unitKind: 'king' }, 422, 'request.invalid'],
  ['visits of no campaign', 'coordinator', { kind: 'exportVisits' }, 422, 'request.invalid'],
])('asking for %s is refused', async (_what, who, job, status, type) => {
  const refused = await begin(who, 'campaign' in job ? { ...job, campaign } : job);
  expect([refused.status, refused.json['type']]).toEqual([status, `/problems/${type}`]);
});

test('the inspection ledger of another county’s campaign is not found', async () => {
  const { json } = await begin('countyB', { kind: 'exportVisits', campaign });
  await eventually(async () =>
    expect(await (await platform.send('countyB', `/api/v1/jobs/${String(json['id'])}`)).json()).toMatchObject({
      status: 'cancelled',
    }),
  );
});
