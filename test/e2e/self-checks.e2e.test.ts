import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Schemas } from '@fundguard/client';
import { instant } from '@fundguard/domain';
import JSZip from 'jszip';
import { campaignEvents, done, launch, obligations } from '../support/campaign-walk.js';
import { post } from '../support/case-walk.js';
import { acknowledgeDiscipline } from '../support/discipline.js';
import type { Name } from '../support/people.js';
import { type TestPlatform, newKey, startPlatform } from '../support/platform.js';

let platform: TestPlatform;
let campaign: string;
beforeAll(async () => {
  platform = await startPlatform({ startAt: instant('2023-03-14T01:00:00Z') });
  campaign = await launch(platform);
  await acknowledgeDiscipline(platform, campaign, 'agency');
}, 60_000);
afterAll(() => platform?.stop());

async function form(who: Name): Promise<Schemas['SelfCheckForm']> {
  const { data, error } = await (
    await platform.as(who)
  ).GET('/api/v1/self-checks/form', { params: { query: { campaign } } });
  if (!data) throw new Error(JSON.stringify(error));
  return data;
}
async function lines(who: Name, status?: 'missing' | 'submitted' | 'accepted' | 'returned') {
  const query = { campaign, limit: 200, ...(status ? { status } : {}) };
  const { data } = await (await platform.as(who)).GET('/api/v1/self-checks', { params: { query } });
  return data?.items ?? [];
}
const SIGNED = { signedBy: '李某', position: '院长', promised: true };
/** Everything answered; `found` are the points at which something was found. */
async function answered(who: Name, found: readonly string[] = []) {
  const { list } = await form(who);
  const points = list?.categories.flatMap((category) => category.points.map(({ id }) => id)) ?? [];
  return {
    campaign,
    answers: points.map((point) => ({ point, found: found.includes(point) })),
    samples: (list?.samples ?? []).map(({ id, percent }) => ({ sample: id, total: 1000, checked: percent * 10 })),
    commitment: SIGNED,
  };
}
const submit = (who: Name, body: object, key?: string) =>
  post(platform, who, '/api/v1/self-checks', body, key ? { 'idempotency-key': key } : {});

test('a hospital is asked ten kinds of problems and twenty points, with the shares it has to look through', async () => {
  const { list, owed, before } = await form('hospital');
  expect([owed, before, list?.categories.length]).toEqual([true, null, 10]);
  expect(list?.categories.flatMap(({ points }) => points)).toHaveLength(20);
  expect(list?.samples.map(({ id, percent }) => [id, percent])).toEqual([
    ['inpatient-records', 30],
    ['prescriptions', 20],
  ]);
  expect(await form('bureau')).toMatchObject({ owed: false, list: null });
});

test('what is unanswered, looked through too little, unsigned or not on the ledger is refused, and says where', async () => {
  const whole = await answered('hospital', ['4-1']);
  const [first, ...rest] = whole.answers;
  for (const [body, status, type, field] of [
    [{ ...whole, answers: rest }, 422, 'self-check.incomplete', 'answers'],
    [
      { ...whole, answers: [...whole.answers, { point: '99-1', found: false }] },
      422,
      'self-check.incomplete',
      'answers',
    ],
    [{ ...whole, answers: [...whole.answers, first] }, 422, 'self-check.incomplete', 'answers'],
    [
      { ...whole, samples: [{ sample: 'inpatient-records', total: 1001, checked: 300 }, whole.samples[1]] },
      422,
      'self-check.sample',
      'samples.0.checked',
    ],
    [
      { ...whole, samples: [whole.samples[0], { sample: 'prescriptions', total: 10, checked: 11 }] },
      422,
      'self-check.sample',
      'samples.1.checked',
    ],
    [{ ...whole, samples: [] }, 422, 'self-check.sample', 'samples'],
    [{ ...whole, samples: [...whole.samples, whole.samples[0]] }, 422, 'self-check.sample', 'samples'],
    [{ ...whole, commitment: { ...SIGNED, promised: false } }, 422, 'request.invalid', undefined],
    [whole, 422, 'self-check.not-on-ledger', 'answers'],
  ] as const) {
    const { status: got, json } = await submit('hospital', body);
    expect([got, json['type'], field && json['field']]).toEqual([status, `/problems/${type}`, field]);
  }
  expect((await submit('bureau', { ...whole, samples: [] })).status).toBe(404);
  expect((await submit('coordinator', whole)).status).toBe(403);
});

test('what was found is on the ledger: the self-check is handed in, and with it the report; sent twice, once', async () => {
  await done(platform, 'hospital', 'problems', {
    ...{ campaign, unit: platform.organisation.unit('a-peoples'), source: 'selfCheck', category: '收费' },
    ...{ what: '静脉输液重复收取', amount: '100000', due: '2023-04-30' },
  });
  const whole = await answered('hospital', ['4-1']);
  const key = newKey();
  const [one, two] = await Promise.all([submit('hospital', whole, key), submit('hospital', whole, key)]);
  expect([one.status, two.status, one.json['id']]).toEqual([201, 201, two.json['id']]);
  const [line] = await lines('coordinator', 'submitted');
  expect(line).toMatchObject({ unitName: '甲县人民医院', points: 20, found: 1, overdue: false });
  const report = (await obligations(platform, 'hospital', { campaign })).filter(
    ({ source }) => source === 'self-check-report',
  );
  expect(report).toMatchObject([{ status: 'submitted', zero: false }]);
  expect((await campaignEvents(platform, campaign)).filter(({ kind }) => kind === 'selfCheckSubmitted')).toHaveLength(
    1,
  );
  // Sent again with its key after the report was returned, it hands in what was found, not a zero report.
  const { id: owed } = report[0] ?? { id: '' };
  await done(platform, 'coordinator', `obligations/${owed}/return`, { reason: '请补充说明' });
  expect((await submit('hospital', whole, key)).status).toBe(201);
  const [after] = (await obligations(platform, 'hospital', { campaign })).filter((each) => each.id === owed);
  expect(after?.zero).toBe(false);
  const again = await submit('hospital', whole);
  expect([again.status, again.json['type']]).toEqual([409, '/problems/self-check.status']);
});

test('it is judged by somebody else, one by one; what is returned is handed in again', async () => {
  const [line] = await lines('coordinator', 'submitted');
  const id = line?.selfCheck ?? '';
  expect((await post(platform, 'hospital', `/api/v1/self-checks/${id}/acceptance`, {})).status).toBe(403);
  expect((await post(platform, 'countyB', `/api/v1/self-checks/${id}/acceptance`, {})).status).toBe(404);
  await done(platform, 'agency', `self-checks/${id}/return`, { reason: '抽查病历清单未附' });
  expect((await form('hospital')).before).toMatchObject({ status: 'returned', note: '抽查病历清单未附' });
  expect((await submit('hospital', await answered('hospital', ['4-1']))).json['id']).toBe(id);
  await done(platform, 'coordinator', `self-checks/${id}/acceptance`, { note: '已核对' });
  expect((await lines('coordinator', 'accepted')).map(({ selfCheck }) => selfCheck)).toEqual([id]);
});

test('who finds nothing at all becomes a key target; what a check finds there was concealed', async () => {
  expect((await submit('clinic', await answered('clinic'))).status).toBe(201);
  const target = async (key: string) => {
    const { data } = await (
      await platform.as('coordinator')
    ).GET('/api/v1/campaigns/{id}/participants', { params: { path: { id: campaign } } });
    return data?.items.find(({ unit }) => unit === platform.organisation.unit(key))?.keyTarget;
  };
  expect(await target('a-clinic-1')).toBe('zero-report');
  const find = (category: string) =>
    done(platform, 'agency', 'problems', {
      ...{ campaign, unit: platform.organisation.unit('a-peoples'), source: 'inspection', category },
      ...{ what: '现场发现', amount: '0', due: '2023-04-30' },
    });
  await find('收费');
  expect(await target('a-peoples')).toBeNull();
  await find('串换项目');
  expect(await target('a-peoples')).toBe('under-reported');
  expect((await campaignEvents(platform, campaign)).at(-1)).toMatchObject({
    data: { category: '串换项目', concealed: true },
  });
});

test('everybody who owes one is listed, also who handed nothing in; a unit sees itself, another county nobody', async () => {
  const all = await lines('coordinator');
  expect(all.length).toBeGreaterThan(10);
  expect((await lines('coordinator', 'missing')).length).toBe(all.length - 2);
  expect((await lines('hospital')).map(({ unitName }) => unitName)).toEqual(['甲县人民医院']);
  const { data } = await (
    await platform.as('coordinator')
  ).GET('/api/v1/self-checks/tally', { params: { query: { campaign } } });
  expect(data).toEqual({ owed: all.length, submitted: 2, accepted: 1, nothingFound: 1 });
  expect((await platform.send('countyB', `/api/v1/self-checks?campaign=${campaign}`)).status).toBe(404);
  expect(
    (
      await platform.send(
        'clinic',
        `/api/v1/self-checks/${all.find(({ unitName }) => unitName === '甲县人民医院')?.selfCheck}`,
      )
    ).status,
  ).toBe(404);
});

test('R-SELF-06: the commitment is a letter for the unit and for who judges it; returned, it is none', async () => {
  const of = async (name: string) => (await lines('coordinator')).find(({ unitName }) => unitName === name)?.selfCheck;
  const id = (await of('甲县人民医院')) ?? '';
  const letter = (who: Name) => platform.send(who, `/api/v1/self-checks/${id}/commitment/docx`);
  for (const who of ['hospital', 'coordinator'] as const) {
    const file = await letter(who);
    expect([file.status, decodeURIComponent(file.headers.get('content-disposition') ?? '')]).toEqual([
      200,
      "attachment; filename*=UTF-8''承诺书-甲县人民医院.docx",
    ]);
    const xml = await (await JSZip.loadAsync(await file.arrayBuffer())).file('word/document.xml')?.async('string');
    const { list } = await form('hospital');
    for (const words of ['承诺书', list?.commitment.zh ?? '?', '李某（院长）', '甲县人民医院（盖章）', '2023年3月14日'])
      expect(xml).toContain(words);
  }
  expect([(await letter('clinic')).status, (await letter('countyB')).status]).toEqual([404, 404]);
  expect((await letter('hotline')).status).toBe(403);
  await done(platform, 'agency', `self-checks/${id}/return`, { reason: '请重新报送' });
  const none = await letter('hospital');
  expect([none.status, await none.json()]).toMatchObject([404, { type: '/problems/commitment-letter.not-found' }]);
});
