import { describe, expect, test } from '@jest/globals';
import { person, refusal } from '../test-people.js';
import { type AccountId, type Person, type RegionPath, type UnitId, requireOther, requirePerson } from './actor.js';
import { DELEGABLE, actFor, couldHold, delegate, requireInScope, requireOwn } from './delegation.js';
import { type Permission, type Role, permissionsOf, role } from './roles.js';

const NOW = '2023-09-11T02:00:00.000Z';
const leader = person('leader');
const coordinator = person('coordinator');
const given = (permissions: Permission[], more: object = {}) => ({
  ...{ delegation: 'd', permissions, campaigns: [], cases: [], ...more },
});

describe('who could hold what for whom', () => {
  test.each<[Role, Role, string[]]>([
    ['leader', 'coordinator', ['campaign.approve', 'case.approve']],
    ['leader', 'legalReviewer', ['campaign.approve', 'case.approve']],
    ['leader', 'investigator', []],
    ['leader', 'agencyAuditor', []],
    ['legalReviewer', 'investigator', []],
    ['legalReviewer', 'leader', []],
    ['investigator', 'legalReviewer', ['case.intake']],
    ['coordinator', 'leader', ['campaign.coordinate', 'obligation.review', 'problem.enter', 'case.intake']],
    ['administrator', 'leader', []],
  ])('of a %s, a %s: %j', (principal, deputy, expected) => {
    expect(couldHold(person(deputy), person(principal))).toEqual(expected);
  });

  test.each(role.options)(
    'nobody for themselves, nothing for who audits or administers, and never what a %s may not do',
    (each) => {
      expect(couldHold(person(each), person(each))).toEqual([]);
      for (const other of ['auditor', 'administrator'] as const)
        expect(couldHold(person(other), person(each))).toEqual([]);
      const passed = couldHold(person(each, 'another'), person(each));
      expect(
        DELEGABLE.filter((one) => !passed.includes(one) && permissionsOf({ roles: [each] }).includes(one)),
      ).toEqual([]);
    },
  );

  test('an auditor stands in for nobody, whatever else they are', () => {
    expect(couldHold({ ...coordinator, roles: ['coordinator', 'auditor'] }, leader)).toEqual([]);
  });

  test.each<[string, Partial<Person>]>([
    ['another region', { region: '/990000/' as RegionPath }],
    ['another unit', { unit: 'other' as UnitId }],
    ['another authority', { partner: 'police' }],
  ])('nothing in %s', (_where, more) => {
    expect(couldHold({ ...coordinator, ...more }, leader)).toEqual([]);
  });
});

test.each<[string, object, string | undefined]>([
  ['for a fortnight', {}, undefined],
  ['that ends before it begins', { until: '2023-09-10T00:00:00Z' }, 'delegation.no-time'],
  ['that is over already', { from: '2023-09-01T00:00:00Z', until: '2023-09-11T02:00:00Z' }, 'delegation.no-time'],
  ['for more than a year', { until: '2024-10-01T00:00:00Z' }, 'delegation.too-long'],
  ['of what the deputy may not hold', { permissions: ['case.review'] }, 'delegation.may-not-hold'],
  ['of what oneself may not do', { permissions: ['campaign.coordinate'] }, 'delegation.may-not-hold'],
])('a delegation %s', (_what, more, refused) => {
  const payload = {
    permissions: ['case.approve' as const],
    from: '2023-09-12T00:00:00Z',
    until: '2023-09-26T00:00:00Z',
  };
  expect(refusal(() => delegate(leader, coordinator, { ...payload, ...more }, NOW))).toBe(refused);
});

test('whoever acts for another may do what was passed on and read, keeps their own name, and passes nothing on', () => {
  const acting = actFor(coordinator, leader, given(['case.approve']));
  expect(acting).toMatchObject({ account: 'coordinator', actingFor: { account: 'leader' } });
  expect(refusal(() => requirePerson(acting, 'case.approve'))).toBeUndefined();
  for (const each of [
    'campaign.approve',
    'campaign.coordinate',
    'identity.read',
    'draw.read',
    'delegation.own',
  ] as const)
    expect(refusal(() => requirePerson(acting, each))).toBe('permission.missing');
  expect(refusal(() => requireOwn(acting))).toBe('delegation.not-for-others');
  expect(refusal(() => requireOwn(leader))).toBeUndefined();
});

test.each<[string, AccountId, string | undefined]>([
  ['the deputy made', coordinator.account, 'permission.four-eyes'],
  ['the principal made', leader.account, 'permission.four-eyes'],
  ['somebody made who acted for one of them here', 'third' as AccountId, 'permission.four-eyes'],
  ['another made', 'other' as AccountId, undefined],
])('a deputy who approves what %s', (_who, maker, refused) => {
  const acting = { ...actFor(coordinator, leader, given(['case.approve'])), asOne: ['third' as AccountId] };
  expect(refusal(() => requireOther(acting, maker))).toBe(refused);
});

test.each<[string, object, object, string | undefined]>([
  ['no bounds', {}, { campaign: 'a' }, undefined],
  ['this campaign', { campaigns: ['a'] }, { campaign: 'a', case: 'x' }, undefined],
  ['another campaign', { campaigns: ['b'] }, { campaign: 'a' }, 'delegation.out-of-scope'],
  ['this case', { cases: ['x'] }, { campaign: 'a', case: 'x' }, undefined],
  ['this case, and it is about the campaign', { cases: ['x'] }, { campaign: 'a' }, 'delegation.out-of-scope'],
  ['a campaign, and it is about none', { campaigns: ['a'] }, {}, 'delegation.out-of-scope'],
])('within %s', (_what, scope, about, refused) => {
  const acting = actFor(coordinator, leader, given(['case.approve'], scope));
  expect(refusal(() => requireInScope(acting, about))).toBe(refused);
  expect(refusal(() => requireInScope(coordinator, about))).toBeUndefined();
});
