import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Schemas } from '@fundguard/client';
import { EVERYWHERE } from '@fundguard/persistence';
import { caseEvents, post } from '../support/case-walk.js';
import type { Name } from '../support/people.js';
import { type TestPlatform, startPlatform } from '../support/platform.js';

const NUMBER = '11010519491231002X';
const MASKED = '1101**********002X';
const COUNTY = '/990000/990001/';

let platform: TestPlatform;
let id: string;
beforeAll(async () => {
  platform = await startPlatform({ worker: false });
  id = (await lead({ kind: 'individual', name: '张某', idNumber: NUMBER })).data?.id ?? '';
}, 60_000);
afterAll(() => platform?.stop());

async function lead(subject: Schemas['Lead']['subject'], key: string = randomUUID()) {
  const client = await platform.as('hotline');
  const body = {
    ...{ title: '冒名就医', region: COUNTY, source: 'hotline' as const, summary: '群众举报', subject },
    handler: platform.accounts.investigator,
  };
  const { data, error, response } = await client.POST('/api/v1/cases', {
    params: { header: { 'Idempotency-Key': key } },
    body,
  });
  return { data, status: response.status, problem: error as unknown as Schemas['Problem'] | undefined };
}
async function found(who: Name, q: string) {
  const { data } = await (await platform.as(who)).GET('/api/v1/cases', { params: { query: { q } } });
  return data?.items.map((each) => each.id) ?? [];
}
async function read(who: Name, reason = '核对当事人身份', file = id) {
  const { data, error, response } = await (
    await platform.as(who)
  ).POST('/api/v1/cases/{id}/identity-reading', { params: { path: { id: file } }, body: { reason } });
  const problem = error as unknown as Schemas['Problem'] | undefined;
  return { number: data?.idNumber, status: response.status, code: problem?.type.split('/').at(-1) };
}

test('the file shows the number masked, and nothing that is kept holds it', async () => {
  const { data } = await (await platform.as('investigator')).GET('/api/v1/cases/{id}', { params: { path: { id } } });
  expect(data?.subject).toMatchObject({ name: '张某', maskedId: MASKED });
  const rows = await platform.db.within(EVERYWHERE, (tx) =>
    tx.query<{ text: string }>({
      text: `select c::text as text from case_file c where id = $1 union all select e::text from event e where file_id = $1
             union all select o::text from workflow_outbox o union all select m::text from command m union all select i::text from case_identity i`,
      values: [id],
    }),
  );
  expect(rows.length).toBeGreaterThan(3);
  expect(rows.filter(({ text }) => text.includes(NUMBER.slice(0, 17)))).toEqual([]);
});

test.each([
  ['the number', NUMBER],
  ['the number in small letters', NUMBER.toLowerCase()],
  ['its mask', MASKED],
  ['a shorter mask', '1101***002x'],
  ['the number with spaces and in full width', ' １１０１０５ 19491231 002X'],
  ['a mask in full width', '1101＊＊＊002X'],
])('it is found by %s', async (_how, q) => {
  expect(await found('investigator', q)).toEqual([id]);
});

test.each(['440524188001010014', '1101**********0021', '110105', '%', '_', "'", '\\\\'])(
  '%s finds nothing',
  async (q) => {
    expect(await found('investigator', q)).toEqual([]);
  },
);

test('who may not read numbers finds by the mask alone: trying all that fit it tells nothing', async () => {
  const sameMask = '11011519010615002X';
  for (const who of ['hotline', 'agency', 'auditor', 'coordinator'] as const)
    expect([who, await found(who, sameMask), await found(who, NUMBER)]).toEqual([who, [id], [id]]);
  expect(await found('investigator', sameMask)).toEqual([]);
});

test('a saved search and an export keep the number masked', async () => {
  const client = await platform.as('investigator');
  await client.POST('/api/v1/me/views', { body: { list: 'cases', name: '按证号', search: { q: `张某 ${NUMBER}` } } });
  await client.POST('/api/v1/jobs', { body: { kind: 'exportCases', q: NUMBER } });
  const kept = await platform.db.within(EVERYWHERE, (tx) =>
    tx.query<{ text: string }>({
      text: 'select v::text as text from saved_view v union all select j::text from job j',
      values: [],
    }),
  );
  expect(kept.map(({ text }) => text.includes(NUMBER.slice(0, 17)))).toEqual([false, false]);
  expect(kept.map(({ text }) => text.includes(MASKED))).toEqual([true, true]);
});

test('another county finds and reads nothing', async () => {
  expect(await found('countyB', NUMBER)).toEqual([]);
  expect(await read('countyB')).toMatchObject({ status: 404 });
});

test('who may read it says why, and each look is on the record with its reason', async () => {
  expect(await read('leader', '审批前核对')).toMatchObject({ status: 200, number: NUMBER });
  expect(await read('investigator')).toMatchObject({ number: NUMBER });
  const { data } = await (
    await platform.as('auditor')
  ).GET('/api/v1/cases/{id}/events', { params: { path: { id }, query: {} } });
  const looks = data?.items.filter(({ kind }) => kind === 'identityRead') ?? [];
  expect(looks.map(({ actor, data: { reason } }) => [actor.name, reason])).toEqual([
    ['leader', '审批前核对'],
    ['investigator', '核对当事人身份'],
  ]);
  expect(JSON.stringify(looks)).not.toContain(NUMBER);
});

test('a look that is sent twice with one key is two looks on the record', async () => {
  const send = () =>
    post(
      platform,
      'leader',
      `/api/v1/cases/${id}/identity-reading`,
      { reason: '再次核对' },
      { 'idempotency-key': 'one-key' },
    );
  expect([(await send()).json, (await send()).json]).toEqual([{ idNumber: NUMBER }, { idNumber: NUMBER }]);
  const looks = (await caseEvents(platform, id)).filter(({ data }) => data['reason'] === '再次核对');
  expect(looks).toHaveLength(2);
});

test('a look leaves the case at its version', async () => {
  const version = async () =>
    (await (await platform.as('leader')).GET('/api/v1/cases/{id}', { params: { path: { id } } })).data?.version;
  const before = await version();
  await read('leader');
  expect(await version()).toBe(before);
});

test.each<[string, Name, string, number]>([
  ['who takes leads in', 'hotline', '想看', 403],
  ['an auditor', 'auditor', '想看', 403],
  ['who gives no reason', 'leader', ' ', 422],
])('%s does not read it', async (_who, name, why, status) => {
  expect((await read(name, why)).status).toBe(status);
});

test('a case without a number has none to read', async () => {
  const { data } = await lead({ kind: 'individual', name: '李某' });
  expect(await read('leader', '核对', data?.id ?? '')).toMatchObject({ status: 404, code: 'identity.not-found' });
});

test.each([
  [
    'a wrong check digit',
    { kind: 'individual' as const, name: '张某', idNumber: '110105194912310021' },
    'subject.idNumber',
  ],
  [
    'the number of an institution',
    { kind: 'institution' as const, name: '某医院', idNumber: NUMBER },
    'subject.idNumber',
  ],
])('%s is refused at its field', async (_what, subject, field) => {
  const { status, problem } = await lead(subject);
  expect([status, problem?.field ?? problem?.errors?.[0]?.field]).toEqual([422, field]);
});

test('the same lead twice is one', async () => {
  const key = randomUUID();
  const subject = { kind: 'individual' as const, name: '王某', idNumber: '440524188001010014' };
  const [first, second] = [await lead(subject, key), await lead(subject, key)];
  expect(second.data).toEqual(first.data);
  expect(await found('investigator', '440524188001010014')).toEqual([first.data?.id]);
});
