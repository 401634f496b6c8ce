import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { at, dayOf } from '@fundguard/domain';
import { campaignEvents, done, launch } from '../support/campaign-walk.js';
import { act, openLead, post, walkTo } from '../support/case-walk.js';
import { acknowledgeDiscipline } from '../support/discipline.js';
import type { Name } from '../support/people.js';
import { type TestPlatform, startPlatform } from '../support/platform.js';

let platform: TestPlatform;
let campaign: string;
const START = '2023-03-14';
beforeAll(async () => {
  platform = await startPlatform({ startAt: at(START as never, '08:00') });
  campaign = await launch(platform, { plan: 't000-special-governance-6m' });
  await acknowledgeDiscipline(platform, campaign, 'coordinator', 'agency');
}, 60_000);
afterAll(() => platform?.stop());

const read = async (who: Name, path: string) => {
  const response = await platform.send(who, `/api/v1/campaigns/${campaign}/${path}`);
  return { status: response.status, json: (await response.json()) as Record<string, never> };
};
async function targets(who: Name = 'coordinator', query = '') {
  const { data, error } = await (
    await platform.as(who)
  ).GET('/api/v1/campaigns/{id}/targets', {
    params: { path: { id: campaign }, query: query ? { asOf: query } : {} },
  });
  if (!data) throw new Error(JSON.stringify(error));
  return { ...data, of: Object.fromEntries(data.targets.map((each) => [each.id, each])) };
}
async function behind(indicator: string, query = {}, who: Name = 'coordinator') {
  const { data, error } = await (
    await platform.as(who)
  ).GET('/api/v1/campaigns/{id}/indicators/{indicator}/rows', {
    params: { path: { id: campaign, indicator: indicator as never }, query },
  });
  if (!data) throw new Error(JSON.stringify(error));
  return data;
}
const problem = (who: Name, more: object) =>
  done(platform, who, 'problems', {
    ...{ campaign, category: '收费', what: '重复收取', amount: '0', due: '2023-08-01' },
    ...more,
  });
const figure = (more: object, who: Name = 'coordinator') =>
  post(platform, who, `/api/v1/campaigns/${campaign}/figures`, {
    ...{ kind: 'baseline', of: 'violation-rate-drop', value: '50', on: '2022-12-31', source: '2022 年专项总结' },
    ...more,
  });

describe('the targets of a plan', () => {
  test('nothing is made up where there is no baseline and nothing on record; goals without a number are text', async () => {
    const { of, goals, plan, mayEnter } = await targets();
    expect([plan, mayEnter]).toEqual(['t000-special-governance-6m@2', true]);
    expect(goals).toContain('欺诈骗保高发态势得到明显遏制');
    expect(of['violation-rate-drop']).toMatchObject({
      ...{ state: 'unknown', why: { code: 'baseline' }, needsBaseline: true, baseline: null, compared: null },
      ...{ value: '0.00', part: '0', whole: '18', last: '2023-09-13' },
    });
    expect(of['self-check-coverage']).toMatchObject({ state: 'onTheWay', why: null, value: '0.00', aim: 100 });
    expect(of['rectification-rate']).toMatchObject({ state: 'unknown', why: { code: 'nothing' }, value: null });
  });

  test('a self-check counts for its unit, and its rows say who is in and who is missing', async () => {
    await problem('hospital', { unit: platform.organisation.unit('a-peoples'), source: 'selfCheck' });
    expect((await targets()).of['self-check-coverage']).toMatchObject({ part: '1', whole: '18', value: '5.55' });
    const [all, part, missing] = [
      await behind('self-check-coverage'),
      await behind('self-check-coverage', { counts: 'true' }),
      await behind('self-check-coverage', { counts: 'false' }),
    ];
    expect([all.items.length, part.items.length, missing.items.length]).toEqual([18, 1, 17]);
    expect([all.part, all.whole]).toEqual(['1', '18']);
    expect(part.items[0]).toMatchObject({ unitName: '甲县人民医院', of: 'unit', counts: true });
    const pages = await behind('self-check-coverage', { limit: 17 });
    const rest = await behind('self-check-coverage', { limit: 17, after: pages.next ?? '' });
    expect([...pages.items, ...rest.items]).toEqual(all.items);
    expect((await behind('self-check-coverage', { kinds: 'pharmacy' })).whole).toBe('3');
  });

  test('a baseline makes the decrease; a later one replaces it, and both stay', async () => {
    await problem('coordinator', { unit: platform.organisation.unit('a-clinic-1'), source: 'inspection' });
    expect((await figure({ value: '40' })).status).toBe(201);
    expect((await figure({ value: '50', source: '核对后的总结' })).status).toBe(201);
    // 1 of 18 now, 50 % then.
    expect((await targets()).of['violation-rate-drop']).toMatchObject({
      ...{
        state: 'onTheWay',
        why: { code: 'notYet' },
        compared: '88.88',
        baseline: { value: '50', source: '核对后的总结' },
      },
    });
    const { json } = await read('coordinator', 'figures');
    expect((json['items'] as unknown as { value: string }[]).map(({ value }) => value)).toEqual(['50', '40']);
    expect((await campaignEvents(platform, campaign)).filter(({ kind }) => kind === 'figureEntered')).toHaveLength(2);
  });

  test('a past day gives the figure of that day, and the trend its way', async () => {
    await platform.pass('20 days');
    const id = (await problem('hospital', { unit: platform.organisation.unit('a-peoples'), source: 'selfCheck' })).id;
    await done(platform, 'hospital', `problems/${id}/rectification`, {
      ...{ department: '医保办', responsible: '王某', measures: '每月抽查', report: '已停止' },
    });
    await done(platform, 'coordinator', `problems/${id}/strike-off`);
    expect((await targets()).of['rectification-rate']).toMatchObject({ value: '33.33', part: '1', whole: '3' });
    const then = await targets('coordinator', '2023-03-20');
    expect(then.of['rectification-rate']).toMatchObject({ value: '0.00', whole: '2' });
    expect(then.asOf).toBe('2023-03-20T15:59:59.000Z');
    const trend = (await targets()).of['rectification-rate']?.trend ?? [];
    expect(trend.at(-1)?.value).toBe('33.33');
    expect(trend[0]?.value).toBe('0.00');
    expect((await read('coordinator', 'targets?asOf=2023-06-01')).json).toMatchObject({
      type: '/problems/date.in-future',
    });
  });

  test('what was not reached by its last day is missed, also when it is reached later', async () => {
    await platform.passUntil(at('2023-09-15' as never, '08:00'));
    expect((await targets()).of['rectification-rate']).toMatchObject({ state: 'missed', judgedOn: '2023-09-13' });
    expect((await targets()).of['violation-rate-drop']).toMatchObject({ state: 'met', compared: '88.88' });
  });
});

describe('what is entered', () => {
  test.each<[string, object, string]>([
    ['what the ledgers count', { kind: 'value', of: 'problems-found' }, 'figure.counted'],
    ['an indicator nobody knows', { kind: 'value', of: 'happiness' }, 'figure.no-indicator'],
    ['a target the plan does not have', { of: 'happiness' }, 'figure.no-target'],
    ['a share of more than everything', { value: '101' }, 'figure.misfit'],
    ['half a case', { kind: 'value', of: 'units-warned', value: '1.5' }, 'figure.misfit'],
    ['a day to come', { on: '2023-12-01' }, 'date.in-future'],
    ['a number that is none', { value: '-1' }, 'request.invalid'],
    ['no source', { source: ' ' }, 'request.invalid'],
  ])('%s is refused', async (_what, more, type) => {
    const { status, json } = await figure(more);
    expect([status, json['type']]).toEqual([422, `/problems/${type}`]);
  });

  test('by the coordinator alone, of the campaign’s own region', async () => {
    expect((await figure({}, 'leader')).status).toBe(403);
    expect((await figure({}, 'hospital')).status).toBe(403);
    expect((await figure({}, 'countyB')).status).toBe(404);
    expect((await figure({ kind: 'value', of: 'satisfaction', value: '86.5' }, 'cityCoordinator')).status).toBe(201);
  });
});

describe('who sees it', () => {
  test.each(['targets', 'figures', 'indicators/problems-found/rows', 'indicators/problems-found/regions'])(
    '%s is not for a unit, nor for another county',
    async (path) => {
      expect((await read('hospital', path)).status).toBe(404);
      expect((await read('countyB', path)).status).toBe(404);
      expect((await read('leader', path)).status).toBe(200);
    },
  );

  test('regions come by their code, and fines are not set side by side', async () => {
    const id = await openLead(platform, { campaign });
    await walkTo(platform, id, 'execution');
    const paidOn = dayOf(await platform.clock.now());
    await act(platform, 'agency', id, 'payments', { ledger: 'fine', amount: '500', paidOn, voucher: '001' });
    expect(await behind('fines-paid')).toMatchObject({
      value: '500',
      items: [{ amount: '500', of: 'case', link: id }],
    });
    expect((await behind('refunds-recovered')).value).toBe('0');
    for (const fines of ['fines-paid', 'fines-decided', 'cases-fined']) {
      const { status, json } = await read('cityLeader', `indicators/${fines}/regions`);
      expect([status, json]).toMatchObject([422, { type: '/problems/indicator.not-compared' }]);
    }
    expect((await read('leader', 'indicators/problems-found/regions')).json).toMatchObject({
      items: [{ code: '990001', value: '3' }],
    });
    expect((await read('leader', 'indicators/satisfaction/rows')).json).toMatchObject({
      type: '/problems/indicator.entered',
    });
  });

  test('the catalogue says what each is, and which are entered', async () => {
    const { data } = await (await platform.as('leader')).GET('/api/v1/indicators');
    expect(data?.items.find(({ id }) => id === 'satisfaction')).toMatchObject({ entered: true, unit: 'percent' });
    expect(data?.items.find(({ id }) => id === 'fines-paid')).toMatchObject({ compared: false, unit: 'fen' });
  });
});
