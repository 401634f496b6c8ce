import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { instant } from '@fundguard/domain';
import JSZip from 'jszip';
import { campaignEvents, done, launch } from '../support/campaign-walk.js';
import { caseOf, post } from '../support/case-walk.js';
import type { Name } from '../support/people.js';
import { type TestPlatform, newKey, startPlatform } from '../support/platform.js';
import {
  answerAll,
  arrived,
  enter,
  finished,
  hashOf,
  inDays,
  picture,
  planned,
  sendFile,
  sign,
  visitOf,
  visitsOf,
} from '../support/visit-walk.js';

let platform: TestPlatform;
let campaign: string;
beforeAll(async () => {
  platform = await startPlatform({ startAt: instant('2023-03-14T01:00:00Z') });
  campaign = await launch(platform);
}, 60_000);
afterAll(() => platform?.stop());

const act = (who: Name, id: string, noun: string, body: object = {}, headers = {}) =>
  post(platform, who, `/api/v1/visits/${id}/${noun}`, body, headers);
const begun = async (unit: string) => {
  const id = await planned(platform, campaign, unit);
  await arrived(platform, id);
  return id;
};
const CHARGES = { note: '静脉输液重复收取', amount: '100050', handling: 'demanded' };

test('line by line, with photos, samples, counts and an inquiry; signed, finished, and from then on only added to', async () => {
  const id = await begun('a-peoples');
  const finish = () => act('investigator', id, 'finish', { report: '检查 31 项，发现 1 项问题。' });
  expect((await finish()).json).toMatchObject({ type: '/problems/visit.unanswered' });
  await answerAll(platform, id, { charges: CHARGES });
  const photo = picture('票据');
  expect(await sendFile(platform, 'investigator', id, photo)).toMatchObject({ status: 200 });
  const takenAt = '2023-03-14T10:00:00+08:00';
  for (const content of [
    { kind: 'photo', line: 'charges', sha256: hashOf(photo), name: '票据.png', takenAt },
    { kind: 'count', what: '内科住院病人', listed: 42, present: 37 },
    { kind: 'sample', record: '住院号 0001', against: ['chart', 'fees'], matches: false, amount: '5000' },
    { kind: 'unitFact', what: '核定床位', value: '300' },
    {
      ...{ kind: 'inquiry', person: '李某', position: '医保办主任', heldAt: takenAt, rightsTold: true },
      questions: [{ q: '收费由谁维护？', a: '信息科' }],
    },
  ])
    expect([content.kind, (await enter(platform, 'officer', id, content)).status]).toEqual([content.kind, 201]);
  expect((await finish()).json).toMatchObject({ type: '/problems/visit.unsigned' });
  await sign(platform, id);
  expect((await finish()).json).toMatchObject({ status: 'finished' });

  const visit = await visitOf(platform, id);
  expect(visit).toMatchObject({ status: 'finished', answered: 31, problems: 1, recordHash: expect.any(String) });
  const told = (await campaignEvents(platform, campaign)).find(
    ({ kind, data }) => kind === 'visitFinished' && data['visit'] === id,
  );
  expect(told?.data).toMatchObject({ recordHash: visit.recordHash, problems: 1, entries: 39 });
  const late = await enter(platform, 'officer', id, { kind: 'count', what: '门诊', listed: 1, present: 1 });
  expect(late.json).toMatchObject({ type: '/problems/visit.status' });

  await done(platform, 'officer', `visits/${id}/addenda`, { text: '病区应为外科', reason: '笔误' });
  const after = await visitOf(platform, id);
  expect([after.recordHash, after.addenda]).toMatchObject([
    visit.recordHash,
    [{ text: '病区应为外科', byName: 'officer' }],
  ]);
  for (const who of ['investigator', 'hospital'] as const) {
    const { data } = await (await platform.as(who)).GET('/api/v1/visits/{id}/record', { params: { path: { id } } });
    const text = data?.paragraphs.join('\n') ?? '';
    expect(data?.title).toBe('现场检查笔录');
    for (const said of [
      '静脉输液重复收取；涉及金额 1,000.50 元；已要求整改',
      '登记 42，实有 37',
      '问：收费由谁维护？',
      '病区应为外科',
    ])
      expect(text).toContain(said);
    const docx = await platform.send(who, `/api/v1/visits/${id}/record/docx`);
    const zip = await JSZip.loadAsync(await docx.arrayBuffer());
    expect(await zip.file('word/document.xml')?.async('string')).toContain('被检查单位：院长');
    expect(
      Object.keys(zip.files).filter((name) => name.startsWith('word/media/') && name.endsWith('.png')),
    ).toHaveLength(3);
  }
  const taken = await platform.send('hospital', `/api/v1/visits/${id}/files/${hashOf(photo)}`);
  expect(Buffer.from(await taken.arrayBuffer())).toEqual(photo);
}, 60_000);

test('the application cannot change or remove what was recorded', async () => {
  const id = await begun('a-station');
  await enter(platform, 'officer', id, { kind: 'count', what: '药品', listed: 1, present: 1 });
  for (const text of [
    'update visit_entry set content = content where visit_id = $1',
    'delete from visit_entry where visit_id = $1',
    'delete from visit_look where visit_id = $1',
    'delete from visit where id = $1',
  ])
    await expect(platform.db.within('/' as never, (tx) => tx.query({ text, values: [id] }))).rejects.toThrow(
      'permission denied',
    );
});

test('an entry that is sent again is there once; a phone that missed another’s answer is told of it and overwrites nothing', async () => {
  const id = await begun('a-clinic-1');
  const key = randomUUID();
  const mine = { kind: 'answer', line: 'identity-check', result: 'conforms' };
  const first = await enter(platform, 'investigator', id, mine, key);
  expect([first.status, await enter(platform, 'investigator', id, mine, key)]).toEqual([201, first]);
  const other = await enter(platform, 'investigator', id, { ...mine, result: 'problem' }, key);
  expect(other.json).toMatchObject({ type: '/problems/idempotency.key-reused' });

  const theirs = await enter(platform, 'officer', id, { ...mine, result: 'problem', note: '未核验' });
  expect([theirs.status, theirs.json]).toMatchObject([
    409,
    { type: '/problems/visit.answered-meanwhile', standing: { id: key, content: { result: 'conforms' } } },
  ]);
  const decided = { ...mine, result: 'problem', note: '未核验', base: key };
  expect((await enter(platform, 'officer', id, decided)).status).toBe(201);
  const { entries, problems } = await visitOf(platform, id);
  expect([entries.length, problems]).toEqual([2, 1]);
});

test('a file is what its hash says, is kept once, and comes before the entry that names it', async () => {
  const id = await begun('a-clinic-2');
  const photo = picture('处方');
  const named = { kind: 'photo', sha256: hashOf(photo), name: 'a.png', takenAt: '2023-03-14T10:00:00+08:00' };
  expect((await enter(platform, 'officer', id, named)).json).toMatchObject({ type: '/problems/visit.file-missing' });
  const lie = await sendFile(platform, 'officer', id, photo, hashOf(picture('其他')));
  expect([lie.status, lie.json]).toMatchObject([422, { type: '/problems/visit.hash-differs' }]);
  expect((await sendFile(platform, 'officer', id, Buffer.from('%PDF-1.7'))).json).toMatchObject({
    type: '/problems/evidence.type-mismatch',
  });
  for (const who of ['officer', 'investigator'] as const)
    expect((await sendFile(platform, who, id, photo)).status).toBe(200);
  expect((await visitOf(platform, id)).files).toEqual([hashOf(photo)]);
  expect((await enter(platform, 'officer', id, named)).status).toBe(201);
  expect((await sendFile(platform, 'agency', id, photo)).status).toBe(403);
  const [elsewhere] = [await begun('a-tcm')];
  expect((await platform.send('officer', `/api/v1/visits/${elsewhere}/files/${hashOf(photo)}`)).status).toBe(404);
});

test.each([
  ['a line that is not asked', { kind: 'answer', line: 'nothing', result: 'conforms' }, 422, 'visit.no-such-line'],
  ['an inquiry without its rights', { kind: 'inquiry', rightsTold: false }, 422, 'request.invalid'],
  ['a signature without a picture', { kind: 'signature', as: 'witness', name: '王某' }, 422, 'visit.signature'],
  [
    'an inspector of no team',
    { kind: 'signature', as: 'inspector', name: '王某', refusal: '不签' },
    422,
    'visit.signature',
  ],
])('%s is refused', async (_what, content, status, type) => {
  const [visit] = await visitsOf(platform, 'officer', { status: 'arrived' });
  const refused = await enter(platform, 'officer', visit?.id ?? '', content);
  expect([refused.status, refused.json]).toMatchObject([status, { type: `/problems/${type}` }]);
});

test('a finding becomes a line of the ledger and a lead, each once, linked both ways', async () => {
  const id = await finished(platform, campaign, 'a-private-1', {
    problems: { charges: CHARGES, stock: { note: '账实不符' } },
  });
  const due = await inDays(platform, 30);
  const key = { 'idempotency-key': newKey() };
  const send = () => act('investigator', id, 'problems', { line: 'charges', category: '重复收费', due }, key);
  const problem = await send();
  expect([problem.status, await send()]).toEqual([201, problem]);
  const again = await act('officer', id, 'problems', { line: 'charges', category: '重复收费', due });
  expect(again.json).toMatchObject({ type: '/problems/visit.finding-filed', standing: { file: problem.json['id'] } });
  const { data: line } = await (
    await platform.as('hospital')
  ).GET('/api/v1/problems/{id}', { params: { path: { id: String(problem.json['id']) } } });
  expect(line).toBeUndefined();
  const { data: entered } = await (
    await platform.as('coordinator')
  ).GET('/api/v1/problems/{id}', { params: { path: { id: String(problem.json['id']) } } });
  expect(entered).toMatchObject({
    source: 'inspection',
    amount: '100050',
    visit: id,
    what: expect.stringContaining('静脉输液'),
  });

  const lead = await act('investigator', id, 'leads', { line: 'stock', handler: platform.accounts.officer });
  expect(lead.status).toBe(201);
  const opened = await caseOf(platform, String(lead.json['id']));
  expect(opened).toMatchObject({ source: 'inspection', campaign, visit: id, subject: { name: '甲县第一民营医院' } });
  expect((await visitOf(platform, id)).findings).toEqual([
    { line: 'charges', kind: 'problem', file: problem.json['id'] },
    { line: 'stock', kind: 'case', file: lead.json['id'] },
  ]);
  const none = await act('investigator', id, 'problems', { line: 'complaints', category: '其他', due });
  expect(none.json).toMatchObject({ type: '/problems/visit.no-finding' });
}, 60_000);

test('coverage counts finished visits: how many of whom, how often, and who is left', async () => {
  const own = await launch(platform);
  const coverage = async (who: Name, of = own) =>
    (await (await platform.as(who)).GET('/api/v1/campaigns/{id}/coverage', { params: { path: { id: of } } })).data;
  expect(await coverage('leader')).toMatchObject({
    institutions: 15,
    inspected: 0,
    visits: 0,
    average: 0,
    elsewhere: 2,
  });
  await finished(platform, own, 'a-outpatient');
  await finished(platform, own, 'a-outpatient', { kind: 'recheck', chosen: 'earlierFindings', why: '重点回头看' });
  await finished(platform, own, 'a-maternity', { kind: 'thirdPartyReview' });
  await planned(platform, own, 'a-township-1', { day: await inDays(platform, 3) });
  const after = await coverage('coordinator');
  expect(after).toMatchObject({ inspected: 2, visits: 3, average: 0.2, planned: 1 });
  expect(after?.byKind).toEqual({ first: 1, recheck: 1, thirdPartyReview: 1 });
  expect(after?.notYet.map(({ name }) => name)).not.toContain('甲县妇幼保健院');
  expect(after?.notYet.find(({ name }) => name === '甲县一乡卫生院')).toMatchObject({ isPlanned: true });
  expect(await coverage('countyB')).toBeUndefined();
  expect(await coverage('hospital')).toBeUndefined();

  const from = await inDays(platform, -1);
  const { data } = await (
    await platform.as('coordinator')
  ).GET('/api/v1/visits/overlaps', { params: { query: { campaign: own, from, to: await inDays(platform, 1) } } });
  expect(data?.items.map(({ unitName }) => unitName)).toContain('甲县人民医院');
}, 60_000);
