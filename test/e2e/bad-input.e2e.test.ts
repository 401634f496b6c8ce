import { readdir } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { launch } from '../support/campaign-walk.js';
import { act, addEvidence, openLead, post, walkTo } from '../support/case-walk.js';
import type { Name } from '../support/people.js';
import { type TestPlatform, startPlatform } from '../support/platform.js';

let platform: TestPlatform;
let owner: pg.Client;
let lead: string;
let ready: string;
let campaign: string;
beforeAll(async () => {
  platform = await startPlatform();
  owner = new pg.Client(platform.database.ownerUrl);
  await owner.connect();
  lead = await openLead(platform);
  campaign = await launch(platform, { start: '2099-03-14' });
  ready = await openLead(platform);
  await walkTo(platform, ready, 'legalReview');
  await act(platform, 'reviewer', ready, 'review-return', { reason: '重新计算' });
}, 60_000);
afterAll(async () => {
  await owner?.end();
  await platform?.stop();
});

/** Everything a refused request must leave as it was. */
async function stored() {
  const tables = [
    'event',
    'command',
    'case_file',
    'campaign',
    'participant',
    'account',
    'webhook',
    'money_entry',
    'calendar_year',
  ];
  const counts = tables.map((table) => `(select count(*) from ${table}) as ${table}`).join(', ');
  const { rows } = await owner.query(`select ${counts}, (select sum(version) from obligation) as versions`);
  return { rows: rows as unknown[], files: (await readdir(platform.files, { recursive: true })).sort() };
}
let before: Awaited<ReturnType<typeof stored>>;
beforeEach(async () => {
  before = await stored();
});
afterEach(async () => expect(await stored()).toEqual(before));

type Refused = readonly [
  what: string,
  who: Name,
  path: string,
  body: object,
  status: number,
  type: string,
  rest?: object,
];
const refused = async ([, who, path, body, status, type, rest = {}]: Refused) => {
  const url = path.replace('{lead}', lead).replace('{ready}', ready).replace('{campaign}', campaign);
  expect(await post(platform, who, `/api/v1/${url}`, body)).toMatchObject({
    status,
    json: { type: `/problems/${type}`, title: expect.any(String), status, detail: expect.any(String), ...rest },
  });
};

const proposal = { breach: 'fraud', fraudulentPurpose: true, amount: '3864050', multiple: 3, grounds: '虚构病情' };
const band = { field: 'multiple', article: '医疗保障基金使用监督管理条例 第四十条' };
const outside = 'penalty.multiple-outside-band';
const propose = 'cases/{ready}/penalty-proposals';
test.each<Refused>([
  ['1.99 times', 'investigator', propose, { ...proposal, multiple: 1.99 }, 422, outside, band],
  ['5.01 times', 'investigator', propose, { ...proposal, multiple: 5.01 }, 422, outside, band],
  [
    'a third of a hundredth',
    'investigator',
    propose,
    { ...proposal, multiple: 2.333 },
    422,
    'request.invalid',
    { field: 'multiple' },
  ],
  ['negative fen', 'investigator', propose, { ...proposal, amount: '-1' }, 422, 'request.invalid', { field: 'amount' }],
  [
    'fractional fen',
    'investigator',
    propose,
    { ...proposal, amount: '1.5' },
    422,
    'request.invalid',
    { field: 'amount' },
  ],
  [
    'fen as a number',
    'investigator',
    propose,
    { ...proposal, amount: 386.4 },
    422,
    'request.invalid',
    { field: 'amount' },
  ],
  ['no fen', 'investigator', propose, { ...proposal, amount: '0' }, 422, 'penalty.no-amount', { field: 'amount' }],
  ['a field nobody knows', 'investigator', propose, { ...proposal, discount: 1 }, 422, 'request.invalid', {}],
  [
    'the calculator, outside the band',
    'leader',
    'penalty-assessments',
    { ...withoutGrounds(), multiple: 5.01 },
    422,
    outside,
    band,
  ],
])('a penalty of %s is refused', (...row) => refused(row));

function withoutGrounds(): object {
  const { grounds: _, ...finding } = proposal;
  return finding;
}

const known = () => platform.organisation.region('990001');
const aLead = (more: object = {}) => ({
  ...{ title: '线索', region: known(), source: 'letter', summary: '来信反映', handler: platform.accounts.investigator },
  ...{ subject: { kind: 'individual', name: '某人' }, ...more },
});
const nobody = '00000000-0000-4000-8000-00000000abcd';

describe('what a request names has to be there', () => {
  test.each<readonly [string, () => object, string, string]>([
    ['an unknown region', () => ({ region: `${known()}990109/` }), 'region.unknown', 'region'],
    ['a region of others', () => ({ region: platform.organisation.region('990002') }), 'region.unknown', 'region'],
    ['no region at all', () => ({ region: '990001' }), 'request.invalid', 'region'],
    ['a handler who does not exist', () => ({ handler: nobody }), 'handler.unknown', 'handler'],
    ['a handler of another county', () => ({ handler: platform.accounts.countyB }), 'handler.unknown', 'handler'],
    ['a handler who may not handle', () => ({ handler: platform.accounts.leader }), 'handler.unknown', 'handler'],
    ['an unknown campaign', () => ({ campaign: nobody }), 'campaign.unknown', 'campaign'],
    [
      'a unit of another county',
      () => ({ subject: { kind: 'institution', name: '乙县医保局', unit: platform.organisation.unit('b-bureau') } }),
      'unit.unknown',
      'subject.unit',
    ],
  ])('a lead with %s is refused', (what, more, type, field) =>
    refused([what, 'hotline', 'cases', aLead(more()), 422, type, { field }]),
  );

  test('officers nobody knows do not count as two', async () => {
    const officers = [platform.accounts.investigator, nobody];
    await refused([
      '',
      'investigator',
      'cases/{ready}/officers',
      { officers },
      422,
      'officer.unknown',
      { field: 'officers' },
    ]);
    const elsewhere = { into: nobody, reason: '同一事实' };
    await refused(['', 'investigator', 'cases/{lead}/merger', elsewhere, 422, 'case.unknown', { field: 'into' }]);
  });

  const draft = (more: object) => ({
    plan: 't004-hundred-day-chronic-outpatient',
    region: known(),
    start: '2026-12-01',
    ...more,
  });
  test.each<readonly [string, () => object, number, string, string]>([
    ['an unknown plan', () => ({ plan: 'no-such-plan' }), 404, 'plan.unknown', 'plan'],
    ['an unknown region', () => ({ region: `${known()}990109/` }), 422, 'region.unknown', 'region'],
    ['an unknown unit', () => ({ units: [nobody] }), 422, 'unit.unknown', 'units'],
    ['30 February', () => ({ start: '2026-02-30' }), 422, 'request.invalid', 'start'],
    ['an end before its start', () => ({ end: '2026-11-30' }), 422, 'plan.ends-before-start', 'end'],
  ])('a campaign with %s is refused', (what, more, status, type, field) =>
    refused([what, 'coordinator', 'campaigns', draft(more()), status, type, { field }]),
  );

  test.each<readonly [string, object, number, string, string]>([
    ['into the past', { to: '2020-01-01T00:00:00+08:00' }, 422, 'deadline.in-past', 'to'],
    ['to 30 February', { to: '2099-02-30T00:00:00+08:00' }, 422, 'request.invalid', 'to'],
    ['backwards', { to: '2099-03-30T00:00:00+08:00' }, 422, 'deadline.not-later', 'to'],
    ['that nobody has', { from: '2099-03-30T23:59:59+08:00' }, 404, 'deadline.not-found', 'from'],
  ])('a deadline is not moved %s', (what, more, status, type, field) => {
    const move = { from: '2099-03-31T23:59:59+08:00', to: '2099-04-05T23:59:59+08:00', reason: '延期', ...more };
    return refused([what, 'coordinator', 'campaigns/{campaign}/deadline-moves', move, status, type, { field }]);
  });
});

const grounds = 'cases/{lead}/filing-request';
test.each<Refused>([
  ['NUL', 'investigator', grounds, { grounds: '涉嫌\0骗保' }, 422, 'request.invalid', { field: 'grounds' }],
  [
    'half a character',
    'investigator',
    grounds,
    { grounds: '涉嫌\ud83d骗保' },
    422,
    'request.invalid',
    { field: 'grounds' },
  ],
  [
    '20,001 characters',
    'investigator',
    grounds,
    { grounds: '保'.repeat(20_001) },
    422,
    'request.invalid',
    { field: 'grounds' },
  ],
  ['blanks only', 'investigator', grounds, { grounds: ' \n\t ' }, 422, 'request.invalid', { field: 'grounds' }],
  ['a list', 'investigator', grounds, { grounds: ['涉嫌骗保'] }, 422, 'request.invalid', { field: 'grounds' }],
])('a text of %s is refused', (...row) => refused(row));

describe('what is no request', () => {
  const send = async (path: string, init: RequestInit) => {
    const response = await platform.send('investigator', `/api/v1/${path}`, init);
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      json: (await response.json()) as object,
    };
  };
  const asJson = (body: string, type = 'application/json') => ({
    method: 'POST',
    headers: { 'content-type': type },
    body,
  });
  test.each<readonly [string, string, () => RequestInit, number, string]>([
    [
      '20 MB',
      'cases',
      () => asJson(JSON.stringify(aLead({ summary: 'a'.repeat(20_000_000) }))),
      413,
      'request.too-large',
    ],
    ['half a JSON text', 'cases', () => asJson('{"title": "线'), 400, 'request.malformed'],
    ['nothing, as JSON', 'cases', () => asJson(''), 400, 'request.malformed'],
    ['a poisoned prototype', 'cases', () => asJson('{"__proto__": {"roles": ["leader"]}}'), 400, 'request.malformed'],
    ['XML', 'cases', () => asJson('<lead/>', 'application/xml'), 415, 'request.media-type'],
    ['an unknown route', 'case', () => asJson('{}'), 404, 'route.unknown'],
    ['an unknown method', 'cases', () => ({ ...asJson('{}'), method: 'PUT' }), 404, 'route.unknown'],
    ['no id', 'cases/1', () => ({}), 422, 'request.invalid'],
    ['a page of none', 'cases?limit=0', () => ({}), 422, 'request.invalid'],
    ['a cursor of no page', 'cases?after=yesterday_1', () => ({}), 422, 'request.invalid'],
    ['a cursor of no obligation', 'obligations?after=1', () => ({}), 422, 'request.invalid'],
    ['a cursor of no notification', 'notifications?after=1', () => ({}), 422, 'request.invalid'],
    ['NUL in a search', 'cases?q=%00', () => ({}), 422, 'request.invalid'],
  ])('%s is answered with a problem', async (_what, path, init, status, type) => {
    expect(await send(path, init())).toMatchObject({
      status,
      type: expect.stringMatching(/^application\/problem\+json/),
      json: { type: `/problems/${type}`, status, title: expect.any(String), detail: expect.any(String) },
    });
  });
});

describe('evidence', () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const pdf = Buffer.from('%PDF-1.7\n%âãÏÓ\n');
  test.each<readonly [string, Parameters<typeof addEvidence>[2], string]>([
    ['a picture that says it is a PDF', { bytes: png, type: 'application/pdf' }, 'evidence.type-mismatch'],
    ['a PDF that says it is a picture', { bytes: pdf, type: 'image/png' }, 'evidence.type-mismatch'],
    [
      'bytes that say they are text',
      { bytes: Buffer.from([77, 90, 0, 3]), type: 'text/plain' },
      'evidence.type-mismatch',
    ],
    ['a page of HTML', { bytes: Buffer.from('<script>'), type: 'text/html' }, 'evidence.type-not-accepted'],
    ['nothing', { bytes: Buffer.alloc(0), type: 'text/plain' }, 'evidence.empty'],
    ['a name that is too long', { name: `${'处'.repeat(300)}.png` }, 'evidence.name'],
  ])('%s is refused, and not kept', async (_what, file, type) => {
    const response = await addEvidence(platform, lead, file);
    expect([response.status, await response.json()]).toMatchObject([422, { type: `/problems/${type}`, field: 'file' }]);
  });

  test('more than the limit is refused, and not kept', async () => {
    const bytes = Buffer.concat([png, Buffer.alloc(15_000_000)]);
    const response = await addEvidence(platform, lead, { bytes });
    expect([response.status, await response.json()]).toMatchObject([422, { type: '/problems/evidence.too-large' }]);
  });

  test('a form without a file, and no form at all, are refused', async () => {
    const form = new FormData();
    form.set('note', '没有文件');
    const path = `/api/v1/cases/${lead}/evidence?kind=documentary`;
    const empty = await platform.send('investigator', path, { method: 'POST', body: form });
    expect([empty.status, await empty.json()]).toMatchObject([422, { type: '/problems/evidence.no-file' }]);
    expect(await post(platform, 'investigator', path, {})).toMatchObject({
      json: { type: '/problems/request.media-type' },
    });
  });
});
