import { expect, test } from '@jest/globals';
import { CLOCK, CONDUCTOR, type RegionPath } from '../people/actor.js';
import { PERMISSIONS, type Role, role } from '../people/roles.js';
import { context, person, refusal } from '../test-people.js';
import { calendar, plan } from '../test-rules.js';
import type { Day } from '../time/instant.js';
import type { CampaignAct } from './act.js';
import { CAMPAIGN_ACTS, type CampaignActName } from './acts.js';
import { draftCampaign } from './draft.js';
import { CAMPAIGN_STATUSES, type CampaignFile, type CampaignId, type CampaignStatus } from './file.js';
import { schedulePlan } from './schedule.js';

const UNIT = '00000000-0000-4000-8000-000000000002';
const [{ end: firstEnd } = {}] = schedulePlan(plan(), '2023-09-11' as Day, calendar).phases;

const PAYLOADS: Record<CampaignActName, object> = {
  approveCampaign: {},
  returnCampaign: { reason: '补充' },
  launchCampaign: {},
  moveDeadline: { from: firstEnd, to: '2023-09-30T00:00:00+08:00', reason: '节日' },
  pauseCampaign: { reason: '洪水' },
  resumeCampaign: { reason: '水退' },
  closePhase: { phase: 'first', note: '完成' },
  sumUpCampaign: { summary: '总结' },
  closeCampaign: {},
  stopCampaign: { reason: '重复' },
  addUnit: { unit: UNIT, reason: '新定点' },
  dropUnit: { unit: UNIT, reason: '停业' },
  chaseUnits: { units: [UNIT] },
  takeOverLedger: { due: '2023-10-01' },
  sampleRechecks: { percent: 10 },
  passMoment: { moment: 'phaseEnd', phase: 'first', due: firstEnd },
};
const acts = Object.entries(CAMPAIGN_ACTS as Record<CampaignActName, CampaignAct>) as [CampaignActName, CampaignAct][];

const drafted = draftCampaign(
  'campaign' as CampaignId,
  plan(),
  { plan: 'plan', region: '/990000/990001/', start: '2023-09-11' },
  context(person('coordinator', 'drafter')),
  { predecessor: { id: 'earlier' as CampaignId, region: '/990000/990001/' as RegionPath, status: 'closed' } },
).opened;
const inStatus = (status: CampaignStatus): CampaignFile => ({
  ...drafted,
  status,
  pausedAt: drafted.phases[0]?.start ?? firstEnd!,
});

const decide = (name: CampaignActName, status: CampaignStatus, actor: Parameters<typeof context>[0]) => {
  const act: CampaignAct = CAMPAIGN_ACTS[name];
  const lots = { candidates: [UNIT], secret: '00' };
  return act.decide(inStatus(status), act.payload.parse(PAYLOADS[name]), {
    ...context(actor, '2023-09-20 10:00'),
    lots,
  });
};
const holders = ({ by }: CampaignAct): readonly Role[] => (by === 'machine' ? [] : PERMISSIONS[by]);
const doer = (act: CampaignAct) => (act.by === 'machine' ? CLOCK : person(holders(act)[0] as Role));

const table = acts.flatMap(([name, act]) =>
  CAMPAIGN_STATUSES.map((status) => [name, status, act.statuses.includes(status)] as const),
);
test.each(table.filter(([, , allowed]) => allowed))('%s is done while a campaign is %s', (name, status) => {
  expect(refusal(() => decide(name, status, doer(CAMPAIGN_ACTS[name])))).toBeUndefined();
});
test.each(table.filter(([, , allowed]) => !allowed))('%s is not done while a campaign is %s', (name, status) => {
  expect(refusal(() => decide(name, status, doer(CAMPAIGN_ACTS[name])))).toBe('campaign.status');
});

test.each(acts.filter(([, { by }]) => by !== 'machine'))(
  '%s is for those who hold its permission only',
  (name, act) => {
    const status = act.statuses[0] as CampaignStatus;
    const allowed = role.options.filter(
      (each) => refusal(() => decide(name, status, person(each))) !== 'permission.missing',
    );
    expect(allowed).toEqual(role.options.filter((each) => holders(act).includes(each)));
    expect(refusal(() => decide(name, status, CONDUCTOR))).toBe('permission.missing');
  },
);

test.each(acts.filter(([, { by }]) => by === 'machine'))('%s is for the machine only', (name) => {
  for (const each of role.options) {
    expect(refusal(() => decide(name, 'running', person(each)))).toBe('permission.machine-only');
  }
});

test('every status but the first is reached by some act', () => {
  const reached = acts.flatMap(([name, act]) =>
    act.statuses.flatMap((status) => decide(name, status, doer(act)).map(({ changes }) => changes.status)),
  );
  for (const status of CAMPAIGN_STATUSES) expect(reached).toContain(status);
});
