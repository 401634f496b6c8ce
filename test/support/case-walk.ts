import { dayOf } from '@fundguard/domain';
import type { Schemas } from '@fundguard/client';
import { expect } from '@jest/globals';
import { eventually } from './eventually.js';
import type { Name } from './people.js';
import type { TestPlatform } from './platform.js';

type Stage = Schemas['Case']['stage'];

/** A lead in the style of the plans: a hospital that wrote up conditions nobody had. */
export async function openLead(
  platform: TestPlatform,
  more: { title?: string; campaign?: string } = {},
): Promise<string> {
  const hotline = await platform.as('hotline');
  const { data, error } = await hotline.POST('/api/v1/cases', {
    body: {
      title: more.title ?? '甲县人民医院虚构门诊大病病情套取医保基金',
      region: platform.organisation.region('990001'),
      source: 'screening',
      subject: { kind: 'institution', name: '甲县人民医院', unit: platform.organisation.unit('a-peoples') },
      summary: '2020 年 1 月至 2022 年 12 月，门诊大病月费用明显增高，就诊频次较多。',
      handler: platform.accounts.investigator,
      ...(more.campaign ? { campaign: more.campaign } : {}),
    },
  });
  if (!data) throw new Error(JSON.stringify(error));
  return data.id;
}

/** Posts an act to a case and expects it to be done. */
export async function act(
  platform: TestPlatform,
  who: Name,
  id: string,
  noun: string,
  body: object = {},
): Promise<Schemas['Answer']> {
  const { status, json } = await post(platform, who, `/api/v1/cases/${id}/${noun}`, body);
  expect({ noun, status, json }).toMatchObject({ status: 201 });
  return json as Schemas['Answer'];
}

/** Any POST, with whatever headers, as somebody: for what the typed client would not let one send. */
export async function post(
  platform: TestPlatform,
  who: Name,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
) {
  const response = await platform.send(who, path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return {
    status: response.status,
    json: (response.status === 204 ? {} : await response.json()) as Record<string, unknown>,
  };
}

export async function caseOf(platform: TestPlatform, id: string, who: Name = 'investigator'): Promise<Schemas['Case']> {
  const client = await platform.as(who);
  const { data, error } = await client.GET('/api/v1/cases/{id}', { params: { path: { id } } });
  if (!data) throw new Error(JSON.stringify(error));
  return data;
}

export async function caseEvents(
  platform: TestPlatform,
  id: string,
  who: Name = 'auditor',
): Promise<Schemas['Event'][]> {
  const client = await platform.as(who);
  const { data, error } = await client.GET('/api/v1/cases/{id}/events', { params: { path: { id } } });
  if (!data) throw new Error(JSON.stringify(error));
  return data.items;
}

export const untilStage = (platform: TestPlatform, id: string, stage: Stage): Promise<void> =>
  eventually(async () => expect(await caseOf(platform, id)).toMatchObject({ stage }));

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export async function addEvidence(
  platform: TestPlatform,
  id: string,
  file: { bytes?: Buffer; type?: string; name?: string } = {},
) {
  const form = new FormData();
  form.set(
    'file',
    new Blob([new Uint8Array(file.bytes ?? PNG)], { type: file.type ?? 'image/png' }),
    file.name ?? '处方.png',
  );
  return platform.send('investigator', `/api/v1/cases/${id}/evidence?kind=documentary`, { method: 'POST', body: form });
}

/** Amounts in the style of the plans: 38,640.50 yuan defrauded, three times. */
export const PROPOSAL = {
  breach: 'fraud',
  fraudulentPurpose: true,
  amount: '3864050',
  multiple: 3,
  grounds: '虚构病情，伪造病历',
};

const today = async (platform: TestPlatform) => dayOf(await platform.clock.now());

/** Each stage of the procedure, done as it should be. */
const STEPS: readonly [Stage, (platform: TestPlatform, id: string) => Promise<unknown>][] = [
  ['filing', (p, id) => act(p, 'investigator', id, 'filing-request', { grounds: '筛查结果与病历不符' })],
  ['investigation', (p, id) => act(p, 'leader', id, 'filing-approval')],
  ['legalReview', investigate],
  ['approval', (p, id) => act(p, 'reviewer', id, 'review-approval', { opinion: '事实清楚，证据充分' })],
  ['notice', (p, id) => act(p, 'leader', id, 'penalty-approval')],
  ['decision', hear],
  ['service', async (p, id) => act(p, 'leader', id, 'decision', { rectifyBy: '2026-12-31' })],
  [
    'execution',
    async (p, id) => act(p, 'investigator', id, 'decision-service', { servedOn: await today(p), method: 'direct' }),
  ],
  ['rectification', pay],
  ['closure', rectify],
  ['struckOff', strikeOff],
];

/** Walks a case to a stage, through all that come before it. */
export async function walkTo(platform: TestPlatform, id: string, goal: Stage): Promise<void> {
  const from = (await caseOf(platform, id)).stage;
  const start = STEPS.findIndex(([stage]) => stage === from) + 1;
  for (const [stage, step] of STEPS.slice(start)) {
    await step(platform, id);
    await untilStage(platform, id, stage);
    if (stage === goal) return;
  }
}

async function investigate(platform: TestPlatform, id: string): Promise<void> {
  const officers = [platform.accounts.investigator, platform.accounts.officer];
  await act(platform, 'investigator', id, 'officers', { officers });
  expect((await addEvidence(platform, id)).status).toBe(201);
  const heldAt = await platform.clock.now();
  await act(platform, 'investigator', id, 'inquiries', {
    person: '该院医保办负责人',
    place: '甲县人民医院',
    heldAt,
    officers,
    record: '问：…… 答：……',
  });
  await act(platform, 'investigator', id, 'penalty-proposals', PROPOSAL);
}

async function hear(platform: TestPlatform, id: string): Promise<void> {
  await act(platform, 'investigator', id, 'notice-service', { servedOn: await today(platform), method: 'direct' });
  await act(platform, 'hospital', id, 'statements', { text: '我院对认定金额有异议' });
  const { clocks } = await caseOf(platform, id);
  await platform.passUntil(clocks.find(({ clock }) => clock === 'defence')?.due as never);
}

async function pay(platform: TestPlatform, id: string): Promise<void> {
  const paidOn = await today(platform);
  await act(platform, 'agency', id, 'payments', { ledger: 'refund', amount: '3864050', paidOn, voucher: '缴款书 001' });
  await act(platform, 'agency', id, 'payments', { ledger: 'fine', amount: '11592150', paidOn, voucher: '缴款书 002' });
}

async function rectify(platform: TestPlatform, id: string): Promise<void> {
  await act(platform, 'hospital', id, 'rectification-reports', { report: '已建立门诊大病认定复核制度' });
  await act(platform, 'investigator', id, 'rectification-acceptance', { note: '现场验收合格' });
}

async function strikeOff(platform: TestPlatform, id: string): Promise<void> {
  await act(platform, 'investigator', id, 'root-cause', { rootCause: '认定环节无复核' });
  await act(platform, 'investigator', id, 'strike-off-request');
  await act(platform, 'leader', id, 'strike-off');
}
