import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Schemas } from '@fundguard/client';
import { type Instant, dayOf, plusDays } from '@fundguard/domain';
import { act, caseEvents, caseOf, post } from '../support/case-walk.js';
import { toldOf } from '../support/campaign-walk.js';
import { eventually } from '../support/eventually.js';
import type { Name } from '../support/people.js';
import { type TestPlatform, startPlatform } from '../support/platform.js';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform();
}, 60_000);
afterAll(() => platform?.stop());

const [COUNTY, CITY] = ['/990000/990001/', '/990000/'];
const lead = (more: object = {}) => ({
  ...{
    title: '甲县第一诊所空刷医保卡',
    region: COUNTY,
    source: 'hotline',
    summary: '群众来电',
    tags: ['card-swiping'],
  },
  subject: { kind: 'institution', name: '甲县第一诊所', unit: platform.organisation.unit('a-clinic-1') },
  handler: platform.accounts.investigator,
  ...more,
});
async function take(more: object = {}, who: Name = 'hotline'): Promise<string> {
  const { status, json } = await post(platform, who, '/api/v1/leads', { lead: lead(more) });
  expect({ status, json }).toMatchObject({ status: 201 });
  return String(json['id']);
}
const get = async <T>(who: Name, path: string) => {
  const response = await platform.send(who, `/api/v1/${path}`);
  return { status: response.status, json: (await response.json()) as T };
};
const queue = async (who: Name, query = '') => (await get<Schemas['LeadPage']>(who, `leads${query}`)).json;
const similar = async (who: Name, query: Record<string, string>) =>
  (await get<{ items: Schemas['SimilarLead'][] }>(who, `leads/similar?${new URLSearchParams(query).toString()}`)).json
    .items;

test('the desk sees what waits by source, the soonest first, and what was disposed of is gone', async () => {
  const [call, letter] = [
    await take(),
    await take({ source: 'letter-box', title: '举报信反映分解住院', tags: undefined }),
  ];
  const page = await queue('hotline');
  expect(page.items.map(({ id }) => id)).toEqual(expect.arrayContaining([call, letter]));
  expect(page.items.find(({ id }) => id === call)).toMatchObject({
    source: 'hotline',
    tags: ['card-swiping'],
    assignment: null,
  });
  expect(page.items.every(({ due }) => due !== null)).toBe(true);
  expect(page.bySource).toEqual(expect.arrayContaining([{ source: 'letter-box', count: 1 }]));
  expect((await queue('hotline', '?source=letter-box')).items.map(({ id }) => id)).toEqual([letter]);
  expect((await queue('officer', '?mine=true')).items).toEqual([]);
  await act(platform, 'investigator', letter, 'rejection', { reason: '不属实' });
  expect((await queue('hotline')).items.map(({ id }) => id)).not.toContain(letter);
});

test('what is like it is shown with its reasons, and never across what one may not see', async () => {
  const there = await take({
    title: '甲县第二诊所虚构诊疗套取基金',
    subject: { kind: 'institution', name: '甲县第二诊所', unit: platform.organisation.unit('a-clinic-2') },
  });
  const asked = { unit: platform.organisation.unit('a-clinic-2'), name: '甲县第二诊所', words: '第二诊所虚构诊疗' };
  expect(await similar('hotline', asked)).toMatchObject([
    { id: there, reasons: ['unit', 'name', 'words'], likeness: 100, isOpen: true, summary: '群众来电' },
  ]);
  expect(await similar('hotline', { words: '第二诊所虚构诊疗', except: there })).toEqual([]);
  expect(await similar('hotline', { words: '完全无关的文字内容' })).toEqual([]);
  expect(await similar('countyB', asked)).toEqual([]);
  expect((await similar('investigator', { unit: asked.unit }))[0]?.reasons).toEqual(['unit']);
});

test('a person is found again by their number, masked for the desk and whole for who may read numbers', async () => {
  const [NUMBER, MASKED, SAME_MASK] = ['11010519491231002X', '1101**********002X', '11011519010615002X'];
  const there = await take({ subject: { kind: 'individual', name: '王某', idNumber: NUMBER }, title: '冒名就医一事' });
  const by = async (who: Name, idNumber: string) =>
    (await similar(who, { idNumber })).map(({ id, reasons }) => [id, reasons]);
  expect(await by('hotline', MASKED)).toEqual([[there, ['identity']]]);
  expect(await by('investigator', NUMBER)).toEqual([[there, ['identity']]]);
  expect(await by('investigator', SAME_MASK)).toEqual([]);
  expect(await by('countyB', NUMBER)).toEqual([]);
});

test('the desk joins a second report to the first; the other case says where it went', async () => {
  const [first, second] = [await take({ title: '空刷一' }), await take({ title: '空刷二' })];
  await act(platform, 'hotline', second, 'merger', { into: first, reason: '同一问题' });
  expect(await caseOf(platform, second)).toMatchObject({ stage: 'merged', mergedInto: first });
  const refused = await post(platform, 'officer', `/api/v1/cases/${first}/merger`, {
    into: await take({ title: '空刷三' }),
    reason: '不是本人承办',
  });
  expect([refused.status, refused.json['type']]).toEqual([403, '/problems/case.not-handler']);
});

test('a lead is handed to another, who is told of it', async () => {
  const id = await take();
  await act(platform, 'hotline', id, 'forwarding', { handler: platform.accounts.officer, reason: '承办人须回避' });
  expect(await caseOf(platform, id, 'officer')).toMatchObject({ handler: platform.accounts.officer });
  await eventually(async () =>
    expect((await toldOf(platform, 'officer', id)).map(({ subjectZh }) => subjectZh).join()).toContain('转来线索'),
  );
  const away = { handler: platform.accounts.coordinator, reason: '不是办案人员' };
  expect((await post(platform, 'hotline', `/api/v1/cases/${id}/forwarding`, away)).json['type']).toBe(
    '/problems/handler.unknown',
  );
});

test('a lead of the city goes to the county, with its number, its reporter and its whole record', async () => {
  const cityLead = {
    ...{ region: CITY, handler: platform.accounts.cityInvestigator, title: '市级线索转县' },
    subject: { kind: 'individual', name: '李某', idNumber: '440524188001010014' },
  };
  const { json } = await post(platform, 'cityHotline', '/api/v1/leads', {
    lead: lead(cityLead),
    reporter: { kind: 'named', name: '周某某', phone: '13900001111' },
  });
  const id = String(json['id']);
  expect((await get('hotline', `cases/${id}`)).status).toBe(404);
  const to = { handler: platform.accounts.investigator, region: COUNTY, reason: '属甲县管辖' };
  await act(platform, 'cityHotline', id, 'forwarding', to);
  expect(await caseOf(platform, id)).toMatchObject({ region: COUNTY, handler: platform.accounts.investigator });
  expect((await caseEvents(platform, id, 'investigator')).map(({ kind }) => kind)).toEqual([
    'leadOpened',
    'reporterRegistered',
    'leadForwarded',
  ]);
  const { items } = (await get<{ items: Schemas['Reporter'][] }>('hotline', `cases/${id}/reporters`)).json;
  expect(items).toMatchObject([{ kind: 'named', masked: { name: '周**', phone: '139****1111' } }]);
  const number = await post(platform, 'investigator', `/api/v1/cases/${id}/identity-reading`, { reason: '核对身份' });
  expect(number.json['idNumber']).toBe('440524188001010014');
  const up = await post(platform, 'hotline', `/api/v1/cases/${id}/forwarding`, { ...to, region: CITY });
  expect(up.json['type']).toBe('/problems/region.unknown'); // who works in the county knows of none above it
  const nowhere = await post(platform, 'hotline', `/api/v1/cases/${id}/forwarding`, {
    ...to,
    region: `${COUNTY}123456/`,
  });
  expect(nowhere.json['type']).toBe('/problems/region.unknown');
});

test('what a superior assigned is looked after until it is answered, also when the case has ended (R-LEAD-09)', async () => {
  const today = dayOf(await platform.clock.now());
  const assignment = { by: '省医疗保障局', number: '交办1号', due: plusDays(today, 3) };
  const id = await take({ source: 'assigned', assignment, title: '省局交办线索' });
  const page = async (state: string) =>
    (await get<Schemas['AssignedLeadPage']>('leader', `leads/assigned?state=${state}`)).json;
  expect((await page('unanswered')).items).toMatchObject([{ id, assignment, isOverdue: false }]);
  await act(platform, 'investigator', id, 'rejection', { reason: '不属实' });
  const { clocks } = await caseOf(platform, id);
  expect(clocks.map(({ clock }) => clock)).toEqual(['assignment']);
  await platform.passUntil(clocks[0]?.due as Instant);
  await eventually(async () =>
    expect((await caseEvents(platform, id)).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['limitReminded', 'limitMissed']),
    ),
  );
  await platform.pass('1 day');
  expect(await page('overdue')).toMatchObject({ items: [{ id, isOverdue: true }], overdue: 1, ended: 1 });
  await act(platform, 'hotline', id, 'assignment-answer', { answer: '经核查不属实', number: '复函1号' });
  expect(await page('unanswered')).toMatchObject({ items: [], unanswered: 0, ended: 0 });
  expect((await page('answered')).items).toMatchObject([{ id, isOverdue: true }]);
  const { json } = await post(platform, 'hotline', '/api/v1/leads', { lead: lead({ source: 'assigned' }) });
  expect([json['type'], json['field']]).toEqual(['/problems/lead.assignment-amiss', 'assignment']);
}, 60_000);

test('a report that is sent twice under one key is one lead', async () => {
  const headers = { 'idempotency-key': randomUUID() };
  const body = { lead: lead({ title: '重复发送' }) };
  const [one, two] = [
    await post(platform, 'hotline', '/api/v1/leads', body, headers),
    await post(platform, 'hotline', '/api/v1/leads', body, headers),
  ];
  expect(one.json).toEqual(two.json);
  const other = await post(platform, 'hotline', '/api/v1/leads', { lead: lead({ title: '另一件' }) }, headers);
  expect(other.json['type']).toBe('/problems/idempotency.key-reused');
});
