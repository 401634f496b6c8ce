import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Schemas } from '@fundguard/client';
import { instant } from '@fundguard/domain';
import { EVERYWHERE, verifyRecord } from '@fundguard/persistence';
import JSZip from 'jszip';
import { toldOf } from '../support/campaign-walk.js';
import { openLead, post } from '../support/case-walk.js';
import type { Name } from '../support/people.js';
import { type TestPlatform, newKey, startPlatform } from '../support/platform.js';

const NUMBER = '11010519491231002X';
const TODAY = '2026-11-25';

let platform: TestPlatform;
let hospital: string;
let clinic: string;
beforeAll(async () => {
  platform = await startPlatform({ startAt: instant(`${TODAY}T01:00:00Z`) });
  hospital = platform.organisation.unit('a-peoples');
  clinic = platform.organisation.unit('a-clinic-1');
}, 60_000);
afterAll(() => platform?.stop());

const add = (given: object = {}, who: Name = 'coordinator', headers?: Record<string, string>) =>
  post(
    platform,
    who,
    '/api/v1/practitioners',
    { name: '赵某', role: 'physician', units: [hospital], ...given },
    headers,
  );
async function listed(given: object = {}): Promise<string> {
  const { status, json } = await add(given);
  expect([status, json]).toMatchObject([201, { status: 'listed' }]);
  return String(json['id']);
}
const read = async (id: string, who: Name = 'coordinator') =>
  (await (await platform.as(who)).GET('/api/v1/practitioners/{id}', { params: { path: { id } } }))
    .data as Schemas['Practitioner'];
const act = (id: string, noun: string, body: object, who: Name = 'coordinator', headers?: Record<string, string>) =>
  post(platform, who, `/api/v1/practitioners/${id}/${noun}`, body, headers);
async function deduct(id: string, points: number, more: object = {}): Promise<string> {
  const body = { unit: hospital, points, on: TODAY, reason: '超量、叠加开药', ...more };
  const { status, json } = await act(id, 'deductions', body);
  expect([status, json]).toMatchObject([201, { events: ['pointsDeducted'] }]);
  return (await read(id)).deductions[0]?.id ?? '';
}
const propose = (body: object, who: Name = 'investigator') => post(platform, who, '/api/v1/blocks', body);
const onBlock = (id: string, noun: string, body: object, who: Name = 'leader') =>
  post(platform, who, `/api/v1/blocks/${id}/${noun}`, body);
const block = async (id: string, who: Name = 'leader') =>
  (await (await platform.as(who)).GET('/api/v1/blocks/{id}', { params: { path: { id } } })).data;
const suspension = (more: object) => ({ kind: 'suspension', from: TODAY, months: 3, grounds: '累计满 9 分', ...more });

test('points add up over the institutions of one person, with the rules of the place, and say what they lead to', async () => {
  const id = await listed({ units: [hospital, clinic] });
  const lead = await openLead(platform);
  await deduct(id, 4, { case: lead });
  expect(await read(id)).toMatchObject({ points: 4, due: null, year: '2026' });
  await deduct(id, 5, { unit: clinic });
  const person = await read(id);
  expect(person).toMatchObject({
    ...{ points: 9, block: null, units: [{ name: '甲县人民医院' }, { name: '甲县第一诊所' }] },
    due: { kind: 'suspension', certainty: 'own', months: { min: 1, max: 6 } },
    rules: { reference: 'demo-city@1', certainty: 'own' },
  });
  expect(
    person.deductions.map(({ points, band, unitName, by, counts }) => [points, band?.zh, unitName, by, counts]),
  ).toEqual([
    [5, '较重', '甲县第一诊所', 'coordinator', true],
    [4, '较重', '甲县人民医院', 'coordinator', true],
  ]);
  await deduct(id, 12, { on: '2025-12-31' });
  expect(await read(id)).toMatchObject({ points: 9, due: { kind: 'suspension' } }); // last year's are history
});

test('the identity number is sealed: shown by its mask, listed once, and in nothing that is kept', async () => {
  const id = await listed({ idNumber: NUMBER });
  expect((await read(id)).maskedId).toBe('1101**********002X');
  expect(await add({ name: '别名', idNumber: NUMBER })).toMatchObject({
    ...{ status: 409, json: { type: '/problems/practitioner.already-listed', field: 'idNumber' } },
  });
  const kept = await platform.db.within(EVERYWHERE, (tx) =>
    tx.query<{ text: string }>({
      text: `select p::text as text from practitioner p where id = $1 union all select e::text from event e where file_id = $1
             union all select c::text from command c where file_id = $1`,
      values: [id],
    }),
  );
  expect(kept).toHaveLength(3);
  expect(kept.filter(({ text }) => text.includes(NUMBER.slice(0, 17)))).toEqual([]);
  const found = async (q: string) =>
    (await (await platform.as('leader')).GET('/api/v1/practitioners', { params: { query: { q } } })).data?.items.map(
      (each) => each.id,
    );
  expect([await found('1101**********002X'), await found('没有此人')]).toEqual([[id], []]);
});

test('the notice is handed over on the spot as a .docx, and the institution is told without a name', async () => {
  const id = await listed();
  const deduction = await deduct(id, 3);
  for (const who of ['coordinator', 'hospital'] as const) {
    const response = await platform.send(who, `/api/v1/practitioners/${id}/deductions/${deduction}/docx`);
    expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toContain(
      '赵某医保医师扣分告知书.docx',
    );
    const zip = await JSZip.loadAsync(await response.arrayBuffer());
    const text = ((await zip.file('word/document.xml')?.async('string')) ?? '').replaceAll(/<[^>]+>/g, '');
    expect(text).toContain('决定对你记 3 分（相对较轻）');
    expect(text).toContain('甲县医疗保障局');
  }
  const [told] = await toldOf(platform, 'hospital', id);
  expect(told).toMatchObject({ link: `/credit?person=${id}`, subjectZh: expect.stringContaining('记 3 分') });
  expect(told?.subjectZh).not.toContain('赵某');
  expect(await toldOf(platform, 'clinic', id)).toEqual([]);
});

test('an institution reads its own people and points alone, objects once, and a leader who did not enter it decides', async () => {
  const id = await listed({ units: [hospital, clinic] });
  const elsewhere = await deduct(id, 2, { unit: clinic });
  const deduction = await deduct(id, 5);
  const seen = await read(id, 'hospital');
  expect([seen.points, seen.deductions.map((each) => each.id)]).toEqual([7, [deduction]]);
  expect((await platform.send('hospital', `/api/v1/practitioners/${id}/deductions/${elsewhere}/docx`)).status).toBe(
    404,
  );
  expect((await platform.send('bureau', `/api/v1/practitioners/${id}`)).status).toBe(404);
  expect((await act(id, 'objections', { deduction: elsewhere, grounds: 'x' }, 'hospital')).status).toBe(404);
  const grounds = { deduction, grounds: '病历可证明必要' };
  expect((await act(id, 'objections', grounds, 'hospital')).status).toBe(201);
  expect((await act(id, 'objections', grounds, 'hospital')).json).toMatchObject({
    type: '/problems/points.deduction-status',
  });
  const { data } = await (
    await platform.as('leader')
  ).GET('/api/v1/practitioners', { params: { query: { state: 'objected' } } });
  expect(data?.items.map((each) => [each.id, each.objections])).toEqual([[id, 1]]);
  const decision = { deduction, outcome: 'withdrawn', reason: '病历完整，开药适当' };
  expect((await act(id, 'objection-decisions', decision, 'leader')).status).toBe(201);
  expect(await read(id)).toMatchObject({
    points: 2,
    deductions: [{ status: 'withdrawn', counts: false, objection: { by: 'hospital' }, decision: { by: 'leader' } }, {}],
  });
  expect((await platform.send('leader', `/api/v1/practitioners/${id}/deductions/${deduction}/docx`)).status).toBe(404);
});

test('a correction keeps what it was before, and the record proves itself', async () => {
  const id = await listed();
  const deduction = await deduct(id, 6);
  expect((await act(id, 'corrections', { deduction, points: 4, reason: '笔误' }, 'leader')).status).toBe(201);
  expect((await read(id)).deductions).toMatchObject([
    { points: 4, corrections: [{ from: 6, reason: '笔误', by: 'leader' }] },
  ]);
  const { data } = await (await platform.as('auditor')).GET('/api/v1/events', { params: { query: { file: id } } });
  expect(data?.items.map(({ kind, about, title }) => [kind, about, title])).toEqual(
    ['deductionCorrected', 'pointsDeducted', 'practitionerListed'].map((kind) => [kind, 'practitioner', '赵某']),
  );
  expect((await verifyRecord(platform.db)).broken).toBeUndefined();
});

test('what points lead to is proposed, approved by a leader, blocks from its day, and ends by a decision alone', async () => {
  const id = await listed();
  expect((await propose(suspension({ practitioner: id }))).json).toMatchObject({
    type: '/problems/block.not-due',
    field: 'kind',
  });
  await deduct(id, 9);
  expect((await propose(suspension({ practitioner: id, months: 9 }))).json).toMatchObject({
    type: '/problems/block.months',
    field: 'months',
  });
  const { status, json } = await propose(suspension({ practitioner: id }));
  expect([status, json]).toMatchObject([201, { status: 'proposed' }]);
  const which = String(json['id']);
  expect((await propose(suspension({ practitioner: id }))).json).toMatchObject({ type: '/problems/block.already' });
  expect(await toldOf(platform, 'leader', which)).toMatchObject([{ link: `/credit?block=${which}` }]);
  expect(await read(id)).toMatchObject({ due: null, block: { status: 'proposed' } });
  expect(await read(id, 'hospital')).toMatchObject({ block: null }); // not before it is decided
  expect(await block(which)).toMatchObject({
    holds: false,
    basis: 'demo-city@1/suspension',
    until: '2027-02-25',
    proposedBy: 'investigator',
  });
  expect((await onBlock(which, 'approval', { decision: '甲医保决〔2026〕1号' })).json).toMatchObject({
    status: 'approved',
  });
  expect(await block(which)).toMatchObject({ holds: true, isOver: false, decidedBy: 'leader' });
  expect(await read(id, 'hospital')).toMatchObject({ block: { status: 'approved', decision: '甲医保决〔2026〕1号' } });
  const blocked = async () => {
    const { data } = await (
      await platform.as('auditor')
    ).GET('/api/v1/practitioners', { params: { query: { state: 'blocked' } } });
    return data?.items.map((each) => each.id);
  };
  expect(await blocked()).toEqual([id]);
  const restored = { decision: '甲医保决〔2026〕9号', on: TODAY, reason: '整改到位' };
  expect((await onBlock(which, 'restoration', restored)).json).toMatchObject({ status: 'lifted' });
  expect([await blocked(), await block(which)]).toMatchObject([
    [],
    { holds: false, restoration: '甲医保决〔2026〕9号' },
  ]);
  expect((await onBlock(which, 'restoration', restored)).status).toBe(409);
  expect(await read(id)).toMatchObject({ points: 9, due: null, block: null }); // nobody is suspended twice for the same points
  expect((await propose(suspension({ practitioner: id }))).json).toMatchObject({ type: '/problems/block.not-due' });
  await deduct(id, 3);
  expect(await read(id)).toMatchObject({ points: 12, due: { kind: 'termination' } });
});

test('an institution’s agreement is suspended by its clause; whoever plans or handles sees that it is blocked', async () => {
  const unit = platform.organisation.unit('a-pharmacy-1');
  expect((await propose(suspension({ unit }))).json).toMatchObject({ type: '/problems/block.basis', field: 'basis' });
  expect((await propose(suspension({ unit, practitioner: newKey(), basis: 'x' }))).json).toMatchObject({
    type: '/problems/block.subject',
  });
  const foreign = suspension({ unit: platform.organisation.unit('b-bureau'), basis: '协议' });
  expect((await propose(foreign)).json).toMatchObject({ type: '/problems/unit.unknown', field: 'unit' });
  const { json } = await propose(suspension({ unit, basis: '服务协议第三十条', from: '2026-12-01' }));
  const which = String(json['id']);
  expect((await onBlock(which, 'approval', { decision: '2号' })).status).toBe(201);
  const units = async (who: Name) => {
    const { data } = await (await platform.as(who)).GET('/api/v1/blocks/units');
    return data?.items.map((each) => [each.unit, each.kind]);
  };
  expect(await units('coordinator')).toEqual([]); // not before its day
  await platform.pass('7d');
  expect([await units('coordinator'), await units('cityCoordinator')]).toEqual([
    [[unit, 'suspension']],
    [[unit, 'suspension']],
  ]);
  await platform.pass('100d');
  expect(await units('investigator')).toEqual([[unit, 'suspension']]); // its term is over, and nobody has restored it
  expect(await block(which)).toMatchObject({ holds: true, isOver: true });
});

test('wrong roles and another county: nothing of it is theirs', async () => {
  const id = await listed();
  const body = { unit: hospital, points: 3, on: TODAY, reason: 'x' };
  for (const who of ['leader', 'auditor', 'hospital', 'agency', 'admin', 'police', 'reviewer', 'hotline'] as const) {
    expect([who, (await add({}, who)).status]).toEqual([who, 403]);
    expect([who, (await act(id, 'deductions', body, who)).status]).toEqual([who, 403]);
    expect([who, (await propose(suspension({ practitioner: id }), who)).status]).toEqual([who, 403]);
  }
  for (const who of ['coordinator', 'investigator', 'auditor', 'hospital'] as const) {
    expect([who, (await onBlock(newKey(), 'approval', { decision: 'x' }, who)).status]).toEqual([who, 403]);
    expect([
      who,
      (await act(id, 'objection-decisions', { deduction: newKey(), outcome: 'upheld', reason: 'x' }, who)).status,
    ]).toEqual([who, 403]);
  }
  for (const who of ['admin', 'police', 'reviewer', 'hotline'] as const)
    expect([who, (await platform.send(who, '/api/v1/practitioners')).status]).toEqual([who, 403]);
  expect((await platform.send('countyB', `/api/v1/practitioners/${id}`)).status).toBe(404);
  expect((await act(id, 'deductions', body, 'countyB')).status).toBe(404);
  expect((await add({ units: [platform.organisation.unit('b-bureau')] })).json).toMatchObject({
    type: '/problems/unit.unknown',
  });
});

test('what is entered twice with one key is entered once; what was decided on an older version is refused with what changed', async () => {
  const key = { 'idempotency-key': newKey() };
  const [one, same] = await Promise.all([add({}, 'coordinator', key), add({}, 'coordinator', key)]);
  expect([one?.status, same]).toEqual([201, one]);
  const id = String(one?.json['id']);
  await deduct(id, 2);
  const stale = await act(id, 'deductions', { unit: hospital, points: 3, on: TODAY, reason: 'x' }, 'coordinator', {
    'if-match': '"1"',
  });
  expect([stale.status, stale.json]).toMatchObject([409, { type: '/problems/version.stale' }]);
  expect(await act(id, 'deductions', { unit: clinic, points: 3, on: TODAY, reason: 'x' })).toMatchObject({
    json: { type: '/problems/points.not-their-unit', field: 'unit' },
  });
  expect((await act(id, 'deductions', { unit: hospital, points: 13, on: TODAY, reason: 'x' })).status).toBe(422);
  expect(
    (await act(id, 'deductions', { unit: hospital, points: 3, on: TODAY, reason: 'x', case: newKey() })).json,
  ).toMatchObject({
    type: '/problems/case.unknown',
  });
});
