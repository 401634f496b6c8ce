import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { launch, obligations } from '../support/campaign-walk.js';
import { act, openLead, post, walkTo } from '../support/case-walk.js';
import type { Name } from '../support/people.js';
import { type TestPlatform, startPlatform } from '../support/platform.js';
import { stored } from '../support/stored.js';

let platform: TestPlatform;
let owner: pg.Client;
let lead: string;
let ready: string;
let campaign: string;
let owed: string;
beforeAll(async () => {
  platform = await startPlatform();
  owner = new pg.Client(platform.database.ownerUrl);
  await owner.connect();
  lead = await openLead(platform);
  campaign = await launch(platform, { start: '2099-03-14' });
  owed = (await obligations(platform, 'hospital', { campaign }))[0]?.id ?? '';
  ready = await openLead(platform);
  await walkTo(platform, ready, 'legalReview');
  await act(platform, 'reviewer', ready, 'review-return', { reason: '重新计算' });
}, 60_000);
afterAll(async () => {
  await owner?.end();
  await platform?.stop();
});

let before: Awaited<ReturnType<typeof stored>>;
beforeEach(async () => {
  before = await stored(platform, owner);
});
afterEach(async () => expect(await stored(platform, owner)).toEqual(before));

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
  const url = path
    .replace('{lead}', lead)
    .replace('{ready}', ready)
    .replace('{campaign}', campaign)
    .replace('{owed}', owed);
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
  [
    'money in disguise',
    'hospital',
    'obligations/{owed}/submission',
    { content: '报送', figures: { $fen: '一' } },
    422,
    'request.invalid',
    {},
  ],
  ['a list', 'investigator', grounds, { grounds: ['涉嫌骗保'] }, 422, 'request.invalid', { field: 'grounds' }],
])('a text of %s is refused', (...row) => refused(row));
