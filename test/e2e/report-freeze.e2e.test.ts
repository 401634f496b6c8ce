import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Schemas } from '@fundguard/client';
import { type Instant, type RegionPath, instant } from '@fundguard/domain';
import ExcelJS from 'exceljs';
import { LOOK_BACK, campaignEvents, done, theObligation } from '../support/campaign-walk.js';
import { openLead, post } from '../support/case-walk.js';
import { eventually } from '../support/eventually.js';
import type { Name } from '../support/people.js';
import { type TestPlatform, startPlatform } from '../support/platform.js';

const thursday = (day: string) => instant(`${day}T17:00:00+08:00`);
const [FIRST, SECOND, THIRD] = ['2020-12-24', '2020-12-31', '2021-01-07'].map(thursday) as [Instant, Instant, Instant];
const SUMMARY = instant('2021-01-29T23:59:59+08:00');

let platform: TestPlatform;
let campaign: string;
beforeAll(async () => {
  platform = await startPlatform({ startAt: instant('2020-12-20T01:00:00Z') });
  campaign = await launchCity();
}, 60_000);
afterAll(() => platform?.stop());

async function launchCity(): Promise<string> {
  const draft = { plan: LOOK_BACK, region: platform.organisation.region('990000'), start: '2020-12-20' };
  const { id } = await done(platform, 'cityCoordinator', 'campaigns', draft);
  await done(platform, 'cityLeader', `campaigns/${id}/approval`);
  await done(platform, 'cityCoordinator', `campaigns/${id}/launch`);
  return id;
}
const weekly = (due: Instant, key = 'a-bureau', id = campaign) =>
  theObligation(platform, 'cityCoordinator', { campaign: id, unit: platform.organisation.unit(key), due });
const act = (who: Name, id: string, noun: string, body: object = {}, headers = {}) =>
  post(platform, who, `/api/v1/obligations/${id}/${noun}`, body, headers);
const read = async <T>(who: Name, path: string) => (await (await platform.send(who, `/api/v1/${path}`)).json()) as T;
const entries = (id: string, who: Name = 'bureau') => read<Schemas['ReportEntries']>(who, `obligations/${id}/report`);
const rollUp = async (who: Name, query = '') => {
  const response = await platform.send(who, `/api/v1/campaigns/${campaign}/roll-up${query}`);
  return { status: response.status, json: (await response.json()) as Schemas['RollUp'] };
};

test('until its instant a report is handed in again, each time as a row of its own; from then on it is frozen', async () => {
  const { id } = await weekly(FIRST);
  expect((await act('bureau', id, 'submission', { content: '检查' })).json).toMatchObject({
    ...{ type: '/problems/report.field-missing', field: 'values.checked' },
  });
  expect((await act('bureau', id, 'repetition')).json).toMatchObject({ type: '/problems/report.no-last' });
  for (const checked of ['10', '12'])
    await done(platform, 'bureau', `obligations/${id}/submission`, { values: { checked, suspended: '2' } });
  expect((await act('bureau', id, 'corrections', { values: { checked: '11' }, reason: '误' })).json).toMatchObject({
    type: '/problems/report.not-frozen',
  });
  await platform.passUntil(FIRST);
  const refused = await act('bureau', id, 'submission', { values: { checked: '13' } });
  expect([refused.status, refused.json]).toMatchObject([
    409,
    { type: '/problems/report.frozen', standing: { act: 'correctReport', status: 'submitted' } },
  ]);
  const kept = await entries(id);
  expect(kept.entries.map(({ kind, report }) => [kind, (report as { values: object }).values])).toMatchObject([
    ['submission', { checked: '10' }],
    ['submission', { checked: '12', suspended: '2', 'cases-opened': '0' }],
  ]);
  expect(await weekly(FIRST)).toMatchObject({ frozen: true, late: false });
});

test.each(['update report_entry set data = data', 'delete from report_entry', 'update report_file set name = name'])(
  '%s is refused to the application',
  async (text) => {
    const statement = platform.db.within('/' as RegionPath, (tx) => tx.query({ text, values: [] }));
    await expect(statement).rejects.toThrow('permission denied');
  },
);

test('a correction stands beside what was handed in, with its reason, and counts from then on', async () => {
  const { id, version } = await weekly(FIRST);
  const seen = { 'if-match': `"${version}"` };
  const same = await act('bureau', id, 'corrections', { values: { checked: '12' }, reason: '无' });
  expect(same.json).toMatchObject({ type: '/problems/report.nothing-corrected' });
  // Two at once, on the same version: one is done, the other sees what stands.
  const both = await Promise.all([
    act('bureau', id, 'corrections', { values: { checked: '15' }, reason: '漏报三家' }, seen),
    act('cityCoordinator', id, 'corrections', { values: { checked: '14' }, reason: '经核实' }, seen),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  await done(platform, 'cityCoordinator', `obligations/${id}/corrections`, {
    ...{ values: { checked: '16', exposed: '1' }, reason: '与县局核对一致' },
  });
  const kept = await entries(id);
  expect(kept.effective).toMatchObject({ values: { checked: '16', suspended: '2', exposed: '1' } });
  expect(kept.entries).toHaveLength(4);
  expect((kept.entries[1]?.report as { values: object }).values).toMatchObject({ checked: '12' });
  expect(kept.entries[3]).toMatchObject({
    ...{ kind: 'correction', by: 'cityCoordinator', reason: '与县局核对一致' },
    corrections: [
      { field: 'values.checked', name: { zh: '检查定点医疗机构数（家）' }, after: '16' },
      { field: 'values.exposed', before: null, after: '1' },
    ],
  });
  const record = (await campaignEvents(platform, campaign, 'cityCoordinator')).filter(
    ({ kind }) => kind === 'reportCorrected',
  );
  expect(record).toHaveLength(2);
  expect((await act('countyBContact', id, 'corrections', { values: { checked: '1' }, reason: '无' })).status).toBe(404);
  expect((await act('cityCoordinator', id, 'acceptance')).json).toMatchObject({
    type: '/problems/permission.four-eyes',
  });
});

test('what is missing may still come, is late, and stands as it came; sent back it may come once more', async () => {
  const { id } = await weekly(FIRST, 'b-bureau');
  await eventually(async () => expect((await weekly(FIRST, 'b-bureau')).status).toBe('overdue'));
  await done(platform, 'countyBContact', `obligations/${id}/submission`, { values: { checked: '7' } });
  const again = await act('countyBContact', id, 'submission', { values: { checked: '8' } });
  expect(again.json).toMatchObject({ type: '/problems/report.frozen' });
  await done(platform, 'cityCoordinator', `obligations/${id}/return`, { reason: '数字不符' });
  expect((await rollUp('cityCoordinator', '?period=2020-12-24')).json.total).toMatchObject({ reported: 1 });
  await done(platform, 'countyBContact', `obligations/${id}/submission`, { values: { checked: '8' } });
  await done(platform, 'cityCoordinator', `obligations/${id}/acceptance`);
  expect(await weekly(FIRST, 'b-bureau')).toMatchObject({ status: 'accepted', late: true, frozen: true });
  expect((await act('countyBContact', id, 'submission', { values: { checked: '9' } })).json).toMatchObject({
    type: '/problems/report.frozen',
  });
});

test('what a unit corrects after it was accepted is looked at again', async () => {
  const { id } = await weekly(FIRST, 'b-bureau');
  for (const checked of ['9', '8'])
    await done(platform, 'countyBContact', `obligations/${id}/corrections`, { values: { checked }, reason: '核对' });
  expect((await weekly(FIRST, 'b-bureau')).status).toBe('submitted');
  const stray = await act('countyBContact', id, 'corrections', { figures: { 另计: '1' }, reason: '核对' });
  expect(stray.json).toMatchObject({ type: '/problems/report.form-only', field: 'figures' });
  await done(platform, 'cityCoordinator', `obligations/${id}/acceptance`);
});

test('sums by county in the order of their codes, who reported and who is missing; each sees their own', async () => {
  const { json } = await rollUp('cityCoordinator', '?source=weekly-progress&period=2020-12-24');
  expect(json.rows.map(({ name, owed, reported, sums }) => [name.zh, owed, reported, sums['checked']])).toEqual([
    ['甲县', 1, 1, '16'],
    ['乙县', 1, 1, '8'],
    ['丙县', 1, 0, undefined],
  ]);
  expect(json.total).toMatchObject({ owed: 3, reported: 2, sums: { checked: '24', suspended: '2' } });
  expect(json.missing.map(({ name }) => name)).toEqual(['丙县医疗保障局']);
  expect(json.reports.map(({ source, periods }) => [source, periods.length])).toEqual([
    ['weekly-progress', 6],
    ['summary-report', 1],
  ]);
  const inside = await rollUp('cityCoordinator', '?period=2020-12-24&region=/990000/990001/');
  expect(inside.json.units).toMatchObject([{ name: '甲县医疗保障局', reported: 1, sums: { checked: '16' } }]);
  expect(inside.json.above.map(({ name }) => name.zh)).toEqual(['示范市']);
  const own = (await rollUp('countyB', '?period=2020-12-24')).json;
  expect([own.region.name.zh, own.total.sums['checked'], own.above]).toEqual(['乙县', '8', []]);
  expect((await rollUp('countyB', '?region=/990000/990001/')).status).toBe(404);
  expect((await rollUp('bureau')).status).toBe(403);
  for (const [query, field] of [
    ['?source=happiness', 'source'],
    ['?source=weekly-progress&period=1999-12-30', 'period'],
  ] as const)
    expect(await rollUp('cityCoordinator', query)).toMatchObject({
      ...{ status: 422, json: { type: `/problems/${field}.unknown`, field } },
    });
});

test('no change is one step with the figures of last time, corrections included; where something did change it is refused', async () => {
  const { id } = await weekly(SECOND);
  const draft = await read<Schemas['ReportDraft']>('bureau', `obligations/${id}/report-draft`);
  expect([draft.notRepeated, draft.fields.find((field) => field.id === 'checked')?.last]).toEqual([null, '16']);
  await done(platform, 'bureau', `obligations/${id}/repetition`);
  expect(await weekly(SECOND)).toMatchObject({
    ...{ status: 'submitted', report: { unchanged: true, values: { checked: '16', exposed: '1' }, zero: false } },
  });
  // After the report came, before it was due: it belongs to the next one, or no report would tell of it.
  await openLead(platform, { campaign });
  await platform.passUntil(SECOND);
  const { id: next } = await weekly(THIRD);
  const changed = await read<Schemas['ReportDraft']>('bureau', `obligations/${next}/report-draft`);
  expect(changed.fields.find((field) => field.id === 'cases-opened')).toMatchObject({
    ...{ value: '1', last: '0', difference: '1', source: { en: 'Leads registered (this period)' } },
  });
  expect((await act('bureau', next, 'repetition')).json).toMatchObject({ type: '/problems/report.has-changed' });
  await done(platform, 'bureau', `obligations/${next}/submission`, { values: { checked: '3' } });
  expect((await weekly(THIRD)).report).toMatchObject({ questioned: ['checked'], values: { 'cases-opened': '1' } });
});

test('the county’s summary is filled in from its weekly reports, and wants its written report', async () => {
  const { id } = await weekly(SUMMARY);
  const draft = await read<Schemas['ReportDraft']>('bureau', `obligations/${id}/report-draft`);
  expect(draft.fields.find((field) => field.id === 'checked')).toMatchObject({
    ...{ known: '35', source: { zh: '下级报表汇总（已报 3/6）' } },
  });
  expect((await act('bureau', id, 'submission', { content: '总结' })).json).toMatchObject({
    ...{ type: '/problems/report.file-missing', field: 'file' },
  });
});

test('a roll-up is exported as a sheet, by region and unit', async () => {
  const { json } = await post(platform, 'cityCoordinator', '/api/v1/jobs', {
    ...{ kind: 'exportRollUp', campaign, source: 'weekly-progress', period: '2020-12-24' },
  });
  const at = `/api/v1/jobs/${String(json['id'])}`;
  await eventually(async () =>
    expect(await (await platform.send('cityCoordinator', at)).json()).toMatchObject({ status: 'done' }),
  );
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await (await platform.send('cityCoordinator', `${at}/result`)).arrayBuffer());
  const rows: string[] = [];
  book.worksheets[0]?.eachRow((row) => rows.push((row.values as unknown[]).slice(1, 6).map(String).join('|')));
  expect(rows).toEqual([
    '区划|单位|应报|已报|检查定点医疗机构数（家）',
    ...['甲县|合计|1|1|16', '甲县|甲县医疗保障局|1|1|16', '乙县|合计|1|1|8', '乙县|乙县医疗保障局|1|1|8'],
    ...['丙县|合计|1|0|0', '丙县|丙县医疗保障局|1|0|0'],
  ]);
  expect((await post(platform, 'bureau', '/api/v1/jobs', { kind: 'exportRollUp', campaign, source: 'x' })).status).toBe(
    403,
  );
}, 60_000);

test('a stopped campaign takes no correction', async () => {
  await done(platform, 'cityLeader', `campaigns/${campaign}/termination`, { reason: '另行部署' });
  const { id } = await weekly(FIRST);
  const refused = await act('bureau', id, 'corrections', { values: { checked: '17' }, reason: '漏报' });
  expect([refused.status, refused.json]).toMatchObject([409, { type: '/problems/campaign.status' }]);
});
