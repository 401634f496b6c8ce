import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Schemas } from '@fundguard/client';
import { type Instant, instant } from '@fundguard/domain';
import { campaignEvents, done, launch, obligations, theObligation } from '../support/campaign-walk.js';
import { post } from '../support/case-walk.js';
import type { Name } from '../support/people.js';
import { type TestPlatform, startPlatform } from '../support/platform.js';

const STATISTICS = instant('2023-03-31T23:59:59+08:00');
const AUDIT = instant('2023-04-30T23:59:59+08:00');
const FINAL = instant('2023-06-30T23:59:59+08:00');
const SELF_CHECK = instant('2023-04-10T23:59:59+08:00');

let platform: TestPlatform;
let campaign: string;
beforeAll(async () => {
  platform = await startPlatform({ startAt: instant('2023-03-14T01:00:00Z') });
  campaign = await launch(platform);
}, 60_000);
afterAll(() => platform?.stop());

const owed = (key: string, due: Instant) =>
  theObligation(platform, 'coordinator', { campaign, unit: platform.organisation.unit(key), due });
const read = async <T>(who: Name, path: string) => (await (await platform.send(who, `/api/v1/${path}`)).json()) as T;
const draft = (who: Name, id: string) => read<Schemas['ReportDraft']>(who, `obligations/${id}/report-draft`);
const submit = (who: Name, id: string, body: object) =>
  post(platform, who, `/api/v1/obligations/${id}/submission`, body);
const fieldOf = ({ fields }: Schemas['ReportDraft'], id: string) => fields.find((field) => field.id === id);
function attach(who: Name, id: string, file: { name: string; type: string; content: string }) {
  const form = new FormData();
  form.set('file', new Blob([file.content], { type: file.type }), file.name);
  return platform.send(who, `/api/v1/obligations/${id}/files`, { method: 'POST', body: form });
}

test('the People’s Hospital reports registration and settlement, the others settlement only (R-RPT-06)', async () => {
  const [hospital, clinic] = [await owed('a-peoples', STATISTICS), await owed('a-clinic-1', STATISTICS)];
  const [whole, part] = [await draft('hospital', hospital.id), await draft('clinic', clinic.id)];
  expect(whole.form?.fields.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['registered', 'approved', 'visits', 'fund']),
  );
  expect(part.form?.fields.map(({ id }) => id)).toEqual(['patients', 'visits', 'total', 'fund']);
  expect([whole.last, whole.notRepeated?.en]).toEqual([null, 'there is no last time: fill in the report']);
  expect((await platform.send('clinic', `/api/v1/obligations/${hospital.id}/report-draft`)).status).toBe(404);
});

test.each<[string, object, string, string]>([
  ['a count that is none', { visits: '12.5' }, 'report.field-invalid', 'values.visits'],
  ['money that is none', { fund: '-3' }, 'report.field-invalid', 'values.fund'],
  ['a field of another form', { registered: '3' }, 'report.field-unknown', 'values.registered'],
  ['nothing at all', {}, 'report.content-missing', 'content'],
])('%s is refused at the field', async (_what, values, type, field) => {
  const { id } = await owed('a-clinic-1', STATISTICS);
  const { status, json } = await submit('clinic', id, { values });
  expect([status, json]).toMatchObject([422, { type: `/problems/${type}`, field }]);
});

test('a form is filled in and counts; the report keeps which version it was', async () => {
  const { id } = await owed('a-peoples', STATISTICS);
  await done(platform, 'hospital', `obligations/${id}/submission`, {
    values: { registered: '1204', visits: '5310', fund: '98765432', approved: '' },
  });
  expect(await owed('a-peoples', STATISTICS)).toMatchObject({
    status: 'submitted',
    report: {
      form: 'chronic-outpatient-registration-settlement@1',
      values: { registered: '1204', visits: '5310', fund: '98765432' },
    },
  });
});

test('the self-check is filled in from the problem ledger; another value wants a reason, which is kept beside it', async () => {
  const { id } = await owed('a-peoples', SELF_CHECK);
  const problem = { campaign, unit: platform.organisation.unit('a-peoples'), source: 'selfCheck', category: '收费' };
  const { id: line } = await done(platform, 'hospital', 'problems', {
    ...{ ...problem, what: '重复收取', amount: '100050', due: '2023-04-10' },
  });
  await done(platform, 'hospital', `problems/${line}/refunds`, {
    ...{ amount: '60050', paidOn: '2023-03-14', voucher: '一' },
  });
  const filled = await draft('hospital', id);
  expect(fieldOf(filled, 'problems')).toMatchObject({
    ...{ value: '1', known: '1', source: { zh: '发现问题（累计）' } },
  });
  expect(fieldOf(filled, 'amount')).toMatchObject({ known: '100050' });
  expect(fieldOf(filled, 'refunded')).toMatchObject({ known: '60050' });
  const other = { values: { problems: '3' } };
  expect((await submit('hospital', id, other)).json).toMatchObject({
    ...{ type: '/problems/report.reason-missing', field: 'values.problems', standing: { known: '1' } },
  });
  const zero = await submit('hospital', id, { content: '未发现问题', zero: true });
  expect(zero.json).toMatchObject({ type: '/problems/report.reason-missing', field: 'values.problems' });
  await done(platform, 'hospital', `obligations/${id}/submission`, {
    ...{ ...other, reasons: { problems: '另有两项尚未登记', amount: '无需说明' } },
  });
  const { report } = await owed('a-peoples', SELF_CHECK);
  expect(report).toMatchObject({
    values: { problems: '3', amount: '100050' },
    known: { problems: '1', amount: '100050' },
    reasons: { problems: '另有两项尚未登记' },
  });
  expect(Object.keys((report as { reasons: object }).reasons)).toEqual(['problems']);
});

test('a zero report says nought in every figure', async () => {
  const { id } = await owed('a-clinic-1', SELF_CHECK);
  const refused = await submit('clinic', id, { content: '未发现问题', zero: true, values: { amount: '5' } });
  expect(refused.json).toMatchObject({ type: '/problems/report.zero-with-figures', field: 'values.amount' });
  await done(platform, 'clinic', `obligations/${id}/submission`, { content: '未发现问题', zero: true });
  expect((await owed('a-clinic-1', SELF_CHECK)).report).toMatchObject({
    ...{ zero: true, values: { problems: '0', amount: '0', refunded: '0', 'struck-off': '0' } },
  });
});

test('a written report is uploaded, signed off by a named person, kept under its hash, and read by its reviewer', async () => {
  const { id, version } = await owed('a-peoples', SELF_CHECK);
  const text = '自查自纠整改情况的书面报告';
  const file = { name: '书面报告.txt', type: 'text/plain', content: text };
  expect((await attach('hospital', id, { ...file, type: 'application/pdf' })).status).toBe(422);
  expect((await attach('clinic', id, file)).status).toBe(404);
  const answer = (await (await attach('hospital', id, file)).json()) as Schemas['Answer'];
  expect(answer).toMatchObject({ version, events: ['reportFileAdded'] });
  const body = { content: '附书面报告', reasons: { problems: '同前' }, values: { problems: '3' }, file: answer.id };
  expect((await submit('hospital', id, body)).json).toMatchObject({ type: '/problems/report.signature-missing' });
  const signedBy = { name: '李某', position: '院长' };
  const { id: clinics } = await owed('a-clinic-1', SELF_CHECK);
  const foreign = await submit('clinic', clinics, { content: '附', file: answer.id, signedBy });
  expect(foreign.json).toMatchObject({ type: '/problems/report.file-unknown' });
  await done(platform, 'hospital', `obligations/${id}/submission`, { ...body, signedBy });
  const sha256 = createHash('sha256').update(text).digest('hex');
  expect((await owed('a-peoples', SELF_CHECK)).report).toMatchObject({ signedBy, file: { sha256, name: file.name } });
  const download = await platform.send('coordinator', `/api/v1/obligations/${id}/files/${answer.id}`);
  expect([download.headers.get('x-sha256'), await download.text()]).toEqual([sha256, text]);
  expect((await platform.send('clinic', `/api/v1/obligations/${id}/files/${answer.id}`)).status).toBe(404);
  const record = (await campaignEvents(platform, campaign)).filter(({ kind }) => kind === 'reportFileAdded');
  expect(record.map(({ data }) => data['sha256'])).toEqual([sha256]);
});

test('the audit section’s table is filled in from the month’s results, and wants the plan of the next month (R-RPT-03)', async () => {
  const coverage = await launch(platform, { plan: 't003-01-yixing-full-coverage' });
  const ofBureau = async (source: string, period: string) => {
    const unit = platform.organisation.unit('a-bureau');
    const all = await obligations(platform, 'coordinator', { campaign: coverage, unit });
    return all.find((each) => each.source === source && each.period === period) as Schemas['Obligation'];
  };
  const results = await ofBureau('monthly-results', '2023-03-31');
  const table = await ofBureau('monthly-statistics', '2023-03-31');
  expect([results.receiver, table.receiver]).toEqual(['医保稽核科', '无锡市局']);
  const values = { 'institutions-checked': '3', 'pharmacies-checked': '2', 'next-month': '城区药店' };
  await done(platform, 'bureau', `obligations/${results.id}/submission`, { values });
  const filled = await draft('bureau', table.id);
  expect(fieldOf(filled, 'institutions-checked')).toMatchObject({
    ...{ known: '3', source: { zh: '下级报表汇总（已报 1/2）', en: 'Sum of reports (1 of 2 in)' } },
  });
  expect(fieldOf(filled, 'designated')).toMatchObject({ known: '18' });
  const short = await submit('bureau', table.id, { values: { coverage: '27.78' } });
  expect(short.json).toMatchObject({ type: '/problems/report.field-missing', field: 'values.next-month' });
  await done(platform, 'bureau', `obligations/${table.id}/submission`, {
    values: { coverage: '27.78', 'next-month': '城区药店' },
  });
});

test('R-RPT-07: the agency reports audit and handling by the end of April; the bureau’s final results are summed from it', async () => {
  const hundredDays = await launch(platform);
  const found = { campaign: hundredDays, unit: platform.organisation.unit('a-peoples'), source: 'selfCheck' };
  const { id: line } = await done(platform, 'hospital', 'problems', {
    ...{ ...found, category: '收费', what: '重复收取', amount: '70050', due: '2023-04-30' },
  });
  await done(platform, 'hospital', `problems/${line}/refunds`, {
    ...{ amount: '30025', paidOn: '2023-03-14', voucher: '一' },
  });
  const of = async (key: string, source: string) => {
    const all = await obligations(platform, 'coordinator', {
      ...{ campaign: hundredDays, unit: platform.organisation.unit(key) },
    });
    return all.find((each) => each.source === source) as Schemas['Obligation'];
  };
  const audit = await of('a-agency', 'audit-results');
  expect([instant(audit.due), audit.form, audit.receiver]).toEqual([AUDIT, 'audit-handling-results@1', '医保局']);
  const filled = await draft('agencyContact', audit.id);
  expect(['institutions', 'problems', 'amount', 'refunded'].map((id) => fieldOf(filled, id)?.known)).toEqual([
    ...[expect.stringMatching(/^[1-9]\d*$/), '1', '70050', '30025'],
  ]);
  const short = await submit('agencyContact', audit.id, { values: { 'agreements-ended': '1' } });
  expect(short.json).toMatchObject({ type: '/problems/report.field-missing', field: 'values.audited' });
  expect((await submit('hospital', audit.id, { values: { audited: '5' } })).status).toBe(404);
  await done(platform, 'agencyContact', `obligations/${audit.id}/submission`, {
    values: { audited: '12', 'agreements-suspended': '2', 'agreements-ended': '1', 'handed-over': '3' },
  });

  const results = await of('a-bureau', 'handling-results');
  expect([instant(results.due), results.form]).toEqual([FINAL, 'handling-results@1']);
  const final = await draft('bureau', results.id);
  expect(
    ['audited', 'agreements-suspended', 'agreements-ended', 'handed-over'].map((id) => fieldOf(final, id)?.known),
  ).toEqual(['12', '2', '1', '3']);
  expect(fieldOf(final, 'audited')?.source).toMatchObject({ zh: '下级报表汇总（已报 1/1）' });
  await done(platform, 'bureau', `obligations/${results.id}/submission`, { values: { handling: '依协议处理三家' } });
  expect((await of('a-bureau', 'handling-results')).report).toMatchObject({
    values: { audited: '12', 'handed-over': '3', handling: '依协议处理三家' },
  });
});
