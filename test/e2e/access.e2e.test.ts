import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Schemas } from '@fundguard/client';
import {
  APPOINTMENT_ACTS,
  CAMPAIGN_ACTS,
  CASE_ACTS,
  COPY_ACTS,
  DRAW_ACTS,
  DOCUMENT_ACTS,
  DUTY_ACTS,
  OBLIGATION_ACTS,
  PERMISSIONS,
  BLOCK_ACTS,
  MEMBER_ACTS,
  PRACTITIONER_ACTS,
  PROBLEM_ACTS,
  SELF_CHECK_ACTS,
  type Permission,
  RULE_ACTS,
  type Role,
  VISIT_ACTS,
  TYPICAL_ACTS,
  WORK_ACTS,
} from '@fundguard/domain';
import { planDeliveries } from '@fundguard/persistence';
import { ACCESS } from '../support/access.js';
import { launch, obligations, toldOf } from '../support/campaign-walk.js';
import { addEvidence, caseOf, openLead, post, walkTo } from '../support/case-walk.js';
import { acknowledgeDiscipline } from '../support/discipline.js';
import { eventually } from '../support/eventually.js';
import { CAST, type Name } from '../support/people.js';
import { sendSheet, xlsx } from '../support/sheets.js';
import { type TestPlatform, startPlatform } from '../support/platform.js';
import { type Route, routerOf, routesOf } from '../support/routes.js';

const ACTS: Readonly<Record<string, { readonly by: Permission | 'machine' }>> = {
  ...CASE_ACTS,
  ...CAMPAIGN_ACTS,
  ...OBLIGATION_ACTS,
  ...DRAW_ACTS,
  ...MEMBER_ACTS,
  ...PRACTITIONER_ACTS,
  ...BLOCK_ACTS,
  ...PROBLEM_ACTS,
  ...COPY_ACTS,
  ...APPOINTMENT_ACTS,
  ...DOCUMENT_ACTS,
  ...DUTY_ACTS,
  ...VISIT_ACTS,
  ...TYPICAL_ACTS,
  ...RULE_ACTS,
  ...SELF_CHECK_ACTS,
  ...WORK_ACTS,
};
const accessTo = ({ name, operation }: Route) => ACCESS[name] ?? ACTS[operation]?.by;

let platform: TestPlatform;
let routes: Route[];
beforeAll(async () => {
  platform = await startPlatform();
  routes = await routesOf(platform);
}, 60_000);
afterAll(() => platform?.stop());

test('every route of the router is described, and every route that is described has a permission', () => {
  const documentation = /^GET \/(api\/v1\/(docs|openapi).*)?$/;
  const router = routerOf(platform).filter((route) => !documentation.test(route));
  expect(router.sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort());
  expect(routes.filter((route) => accessTo(route) === undefined).map(({ name }) => name)).toEqual([]);
  expect(Object.keys(ACCESS).filter((name) => !routes.some((route) => route.name === name))).toEqual([]);
});

test('without an identity every route answers 401, but for health and signing in', async () => {
  for (const headers of [{}, { authorization: `Bearer ${'a'.repeat(43)}` }, { cookie: '__Host-fundguard=stolen' }]) {
    for (const route of routes.filter((each) => accessTo(each) !== 'public')) {
      const init = route.init();
      const response = await fetch(platform.url + route.url(), { ...init, headers: { ...init.headers, ...headers } });
      expect([route.name, response.status, (await response.json()) as object]).toMatchObject([
        route.name,
        401,
        { type: '/problems/session.missing', status: 401 },
      ]);
    }
  }
});

/** Somebody who has this role and no other. */
const only = (role: Role) =>
  (Object.keys(CAST) as Name[]).find((name) => CAST[name].roles.length === 1 && CAST[name].roles[0] === role) as Name;

test('a role that lacks the permission of a route is answered 403, on every route', async () => {
  const roles = PERMISSIONS['session.own'];
  const walked = { forbidden: 0, allowed: 0 };
  for (const route of routes) {
    const permission = accessTo(route);
    if (!permission || permission === 'public' || permission === 'machine' || permission === 'session.own') continue;
    for (const role of roles) {
      const may = (PERMISSIONS[permission] as readonly Role[]).includes(role);
      if (may && route.method !== 'GET') continue; // that it is done is what the other tests show
      const response = await platform.send(only(role), route.url(), route.init());
      // A file is no JSON, and no refusal either.
      const problem = (await response.json().catch(() => ({}))) as { type?: string };
      const refused = response.status === 403 && problem.type === '/problems/permission.missing';
      expect([route.name, role, refused]).toEqual([route.name, role, !may]);
      walked[may ? 'allowed' : 'forbidden'] += 1;
    }
  }
  expect(walked.forbidden).toBeGreaterThan(500);
  expect(walked.allowed).toBeGreaterThan(50);
}, 120_000);

describe('what belongs to County A', () => {
  const STRANGERS: Name[] = ['countyB', 'countyBContact', 'countyBPolice'];
  let ids: Readonly<Record<string, string>>;

  beforeAll(async () => {
    const lead = await openLead(platform);
    expect((await addEvidence(platform, lead)).status).toBe(201);
    const campaign = await launch(platform, { start: '2099-03-14' });
    const [obligation] = await obligations(platform, 'hospital', { campaign });
    await eventually(async () => expect(await toldOf(platform, 'investigator', lead)).not.toEqual([]));
    const [notification] = await toldOf(platform, 'investigator', lead);
    const hook = await (
      await platform.as('admin')
    ).POST('/api/v1/webhooks', { body: { url: 'https://example.test/a' } });
    await planDeliveries(platform.db, await platform.clock.now());
    const delivery = await platform.send('admin', `/api/v1/deliveries?notification=${notification?.id}`);
    const { items } = (await delivery.json()) as { items: { id: string }[] };
    const job = await post(platform, 'investigator', '/api/v1/jobs', { kind: 'exportCases' });
    const view = await post(platform, 'investigator', '/api/v1/me/views', { list: 'cases', name: '甲县', search: {} });
    await acknowledgeDiscipline(platform, campaign, 'coordinator');
    const draw = await post(platform, 'coordinator', '/api/v1/draws', {
      ...{ campaign, name: '双随机', strata: [{ id: 'all', name: '全部', percent: 100 }] },
    });
    const problem = await post(platform, 'coordinator', '/api/v1/problems', {
      ...{
        campaign,
        unit: obligation?.unit,
        source: 'inspection',
        category: '串换',
        what: '串换药品',
        due: '2099-04-14',
      },
    });
    const copy = await post(platform, 'coordinator', `/api/v1/campaigns/${campaign}/table-copies`, {
      table: 'amounts',
    });
    const sheet = await sendSheet(
      platform,
      'coordinator',
      { kind: 'problems', campaign },
      await xlsx(['单位', '问题']),
    );
    const appointment = await post(platform, 'coordinator', '/api/v1/appointments', {
      ...{ campaign, group: 'leading-group', seat: 'leader', account: platform.accounts.leader, from: '2099-03-14' },
    });
    const paper = await post(platform, 'coordinator', '/api/v1/campaign-documents', {
      campaign,
      issuer: '县医疗保障局',
    });
    const delegation = await post(platform, 'leader', '/api/v1/delegations', {
      ...{ deputy: platform.accounts.deputy, permissions: ['case.approve'], reason: '出差' },
      ...{ from: new Date().toISOString(), until: new Date(Date.now() + 3_600_000).toISOString() },
    });
    const note = await post(platform, 'coordinator', '/api/v1/notes', {
      ...{ campaign, kind: 'guidance', title: '指导', text: '请核对台账', units: [obligation?.unit] },
    });
    const duty = await post(platform, 'coordinator', '/api/v1/duties', {
      ...{ campaign, task: '汇总', lead: '基金监管科', account: platform.accounts.investigator, due: '2099-04-14' },
    });
    const work = await post(platform, 'coordinator', '/api/v1/work-records', {
      ...{ campaign, kind: 'training', title: '专题培训', heldOn: '2023-04-14', summary: '学习条例', people: 30 },
    });
    const visit = await post(platform, 'coordinator', '/api/v1/visits', {
      ...{ campaign, kind: 'first', chosen: 'coverage' },
      visits: [
        {
          unit: platform.organisation.unit('a-peoples'),
          day: '2099-04-14',
          team: [platform.accounts.investigator, platform.accounts.officer],
        },
      ],
    });
    const member = await post(platform, 'coordinator', '/api/v1/pool-members', {
      ...{ kind: 'expert', name: '王某', specialties: ['药学'], employer: '市第一医院', from: '2023-01-01' },
    });
    const practitioner = await post(platform, 'coordinator', '/api/v1/practitioners', {
      ...{ name: '赵某', role: 'physician', units: [platform.organisation.unit('a-peoples')] },
    });
    const block = await post(platform, 'coordinator', '/api/v1/blocks', {
      ...{ unit: platform.organisation.unit('a-clinic-2'), kind: 'suspension', from: '2099-04-14', months: 3 },
      ...{ grounds: '拒不整改', basis: '服务协议第三十条' },
    });
    const decided = await openLead(platform, { campaign });
    await walkTo(platform, decided, 'execution');
    const typical = await post(platform, 'coordinator', '/api/v1/typical-cases', { case: decided });
    const rule = await post(platform, 'coordinator', '/api/v1/standing-rules', {
      ...{ campaign, kind: 'rule', title: '抽查制度', text: '每季一次', department: '监管科', basis: '条例' },
    });
    const { list } = (await (
      await platform.send('hospital', `/api/v1/self-checks/form?campaign=${campaign}`)
    ).json()) as Schemas['SelfCheckForm'];
    const selfCheck = await post(platform, 'hospital', '/api/v1/self-checks', {
      campaign,
      answers: list?.categories.flatMap(({ points }) => points.map(({ id }) => ({ point: id, found: false }))),
      samples: list?.samples.map(({ id }) => ({ sample: id, total: 0, checked: 0 })),
      commitment: { signedBy: '李某', position: '院长', promised: true },
    });
    ids = {
      'table-copies': String(copy.json['id']),
      imports: String(sheet.json['id']),
      visits: String(visit.json['id']),
      'work-records': String(work.json['id']),
      'pool-members': String(member.json['id']),
      practitioners: String(practitioner.json['id']),
      blocks: String(block.json['id']),
      'standing-rules': String(rule.json['id']),
      'typical-cases': String(typical.json['id']),
      'self-checks': String(selfCheck.json['id']),
      duties: String(duty.json['id']),
      notes: String(note.json['id']),
      delegations: String(delegation.json['id']),
      'campaign-documents': String(paper.json['id']),
      appointments: String(appointment.json['id']),
      problems: String(problem.json['id']),
      draws: String(draw.json['id']),
      jobs: String(job.json['id']),
      cases: lead,
      me: String(view.json['id']),
      presence: lead,
      exhibit: (await caseOf(platform, lead)).evidence[0]?.id ?? '',
      ...{ campaigns: campaign, obligations: obligation?.id ?? '', notifications: notification?.id ?? '' },
      ...{ webhooks: hook.data?.id ?? '', accounts: platform.accounts.investigator, deliveries: items[0]?.id ?? '' },
    };
    expect(Object.values(ids)).not.toContain('');
  }, 60_000);

  const ask = async (who: Name, route: Route, id: string) => {
    const response = await platform.send(who, route.url({ id, exhibit: ids['exhibit'] ?? '' }), route.init());
    return { status: response.status, json: (await response.json().catch(() => ({}))) as object };
  };

  test('is not found by id on any route, as if it did not exist', async () => {
    const bearing = routes.filter(({ path }) => path.includes('{id}'));
    expect(bearing.length).toBeGreaterThan(60);
    for (const route of bearing) {
      const id = ids[route.path.split('/')[3] ?? ''] ?? '';
      const answers = await Promise.all(STRANGERS.map((who) => ask(who, route, id)));
      const nowhere = await Promise.all(STRANGERS.map((who) => ask(who, route, randomUUID())));
      expect([route.name, answers]).toEqual([route.name, nowhere]);
      const statuses = new Set(answers.map(({ status }) => status));
      expect([route.name, statuses.has(404), [...statuses].filter((each) => each !== 404 && each !== 403)]).toEqual([
        route.name,
        true,
        [],
      ]);
    }
    expect((await caseOf(platform, ids['cases'] ?? '')).version).toBe(2);
  }, 120_000);

  test('is in no list of theirs, whatever they filter by', async () => {
    const lists = routes.filter(({ method, path }) => method === 'GET' && !path.includes('{'));
    const filters = ['', `?campaign=${ids['campaigns']}`, `?notification=${ids['notifications']}`];
    for (const { path } of lists) {
      for (const who of STRANGERS) {
        for (const filter of filters) {
          const text = await (await platform.send(who, `${path}${filter}`)).text();
          expect([path, who, Object.values(ids).filter((id) => text.includes(id))]).toEqual([path, who, []]);
        }
      }
    }
  });

  test('is found by those in whose charge it is, in the county and in the city above it', async () => {
    const seen = async (who: Name, path: string) => (await platform.send(who, `/api/v1/${path}`)).status;
    for (const who of ['coordinator', 'cityCoordinator'] as const) {
      expect(await seen(who, `cases/${ids['cases']}/evidence/${ids['exhibit']}`)).toBe(200);
      expect(await seen(who, `campaigns/${ids['campaigns']}/events`)).toBe(200);
      expect(await seen(who, `obligations/${ids['obligations']}`)).toBe(200);
      expect(await (await platform.send(who, '/api/v1/deliveries')).text()).toContain(ids['notifications']);
    }
  });
});
