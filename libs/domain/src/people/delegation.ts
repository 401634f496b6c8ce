import { z } from 'zod';
import { Refusal } from '../refusal.js';
import { reason } from '../text.js';
import { givenInstant } from '../time/instant.js';
import type { Actor, Acting, Person } from './actor.js';
import { type Permission, type Role, holds } from './roles.js';

/**
 * 可委托代办的: acts on files, which go on their record. What is not here is nobody's to pass on: identity numbers, draws before
 * they are published, accounts, and a delegation itself.
 */
export const DELEGABLE = [
  'campaign.coordinate',
  'campaign.approve',
  'obligation.submit',
  'obligation.review',
  'problem.enter',
  'problem.rectify',
  'case.intake',
  'lead.sort',
  'case.handle',
  'case.review',
  'case.approve',
  'case.answer',
  'case.collect',
  'transfer.answer',
] as const satisfies readonly Permission[];
export type Delegable = (typeof DELEGABLE)[number];

/**
 * What somebody of a role may hold for an absent colleague. Who handles cases does not review or approve them even as a deputy,
 * the agency does not stand in for the bureau, and who audits or administers stands in for nobody.
 */
const MAY_HOLD: Readonly<Record<Role, readonly Delegable[]>> = {
  coordinator: [
    'campaign.coordinate',
    'campaign.approve',
    'obligation.review',
    'problem.enter',
    'case.intake',
    'case.approve',
  ],
  leader: [
    'campaign.coordinate',
    'campaign.approve',
    'obligation.review',
    'problem.enter',
    'case.intake',
    'case.approve',
  ],
  investigator: [
    'campaign.coordinate',
    'obligation.review',
    'problem.enter',
    'case.intake',
    'lead.sort',
    'case.handle',
    'case.collect',
  ],
  legalReviewer: ['campaign.approve', 'case.intake', 'case.review', 'case.approve'],
  leadHandler: ['case.intake', 'lead.sort'],
  agencyAuditor: ['obligation.review', 'problem.enter', 'case.collect'],
  unitContact: ['obligation.submit', 'problem.enter', 'problem.rectify', 'case.answer'],
  partnerContact: ['transfer.answer'],
  auditor: [],
  administrator: [],
};

/** The reading without which nothing can be done; it comes along with any delegation, as far as the principal has it. */
const COMES_ALONG: readonly Permission[] = [
  'campaign.read',
  'case.read',
  'approval.read',
  'organisation.read',
  'rulebook.read',
  'inbox.read',
  'session.own',
];

type Colleague = Pick<Person, 'account' | 'roles' | 'region' | 'unit' | 'partner'>;

/** What this colleague could do for that one: the same unit or, of the bureau, the same region; never what a role of theirs forbids. */
export function couldHold(deputy: Colleague, principal: Colleague): Delegable[] {
  const sameDesk =
    deputy.account !== principal.account &&
    deputy.region === principal.region &&
    deputy.unit === principal.unit &&
    deputy.partner === principal.partner;
  const forbidden = deputy.roles.some((role) => MAY_HOLD[role].length === 0);
  if (!sameDesk || forbidden) return [];
  return DELEGABLE.filter(
    (each) => holds(principal.roles, each) && deputy.roles.some((role) => MAY_HOLD[role].includes(each)),
  );
}

export const delegationPayload = z
  .strictObject({
    deputy: z.uuid(),
    permissions: z
      .array(z.enum(DELEGABLE))
      .min(1)
      .refine((all) => new Set(all).size === all.length, '权限重复 · a permission is listed twice'),
    campaigns: z
      .array(z.uuid())
      .max(100)
      .default([])
      .meta({ description: 'Only in these; in all where both are empty' }),
    cases: z.array(z.uuid()).max(100).default([]),
    from: givenInstant,
    until: givenInstant,
    reason,
  })
  .meta({ id: 'NewDelegation' });

const LONGEST = 366 * 24 * 3_600_000;

/** 委托代办: for a time that has an end, what oneself may do and the deputy may hold. Whoever acts for another passes nothing on. */
export function delegate(
  principal: Person,
  deputy: Colleague,
  { permissions, from, until }: Pick<z.output<typeof delegationPayload>, 'permissions' | 'from' | 'until'>,
  now: string,
): void {
  requireOwn(principal);
  const allowed = couldHold(deputy, principal);
  const refused = permissions.find((each) => !allowed.includes(each));
  if (refused) throw mayNotHold(refused);
  const [start, end] = [Date.parse(from), Date.parse(until)];
  if (end <= start || end <= Date.parse(now)) throw noTime();
  if (end - start > LONGEST) throw tooLong();
}

/** Who acts under a delegation: in the deputy's own name, with the principal's part as far as it was passed on. */
export function actFor(
  deputy: Person,
  principal: Colleague & Pick<Person, 'name'>,
  given: Pick<Acting, 'delegation' | 'campaigns' | 'cases'> & { readonly permissions: readonly Permission[] },
): Person {
  const { account, name, roles, region, unit, partner } = principal;
  return {
    ...{ kind: 'person', account: deputy.account, name: deputy.name, roles, region },
    ...(unit ? { unit } : {}),
    ...(partner ? { partner } : {}),
    permitted: [...given.permissions, ...COMES_ALONG],
    actingFor: { account, name, delegation: given.delegation, campaigns: given.campaigns, cases: given.cases },
  };
}

/** Refuses an act on a file that a deputy was not given. */
export function requireInScope(
  actor: Actor,
  about: { readonly campaign?: string | undefined; readonly case?: string },
): void {
  const scope = actor.kind === 'person' ? actor.actingFor : undefined;
  if (!scope || scope.campaigns.length + scope.cases.length === 0) return;
  if (about.case && scope.cases.includes(about.case)) return;
  if (about.campaign && scope.campaigns.includes(about.campaign)) return;
  throw new Refusal('forbidden', 'delegation.out-of-scope', {
    zh: `该事项不在“${scope.name}”的委托范围内`,
    en: `${scope.name} did not delegate this matter`,
  });
}

/** What is done in one's own name only. */
export function requireOwn({ actingFor }: Person): void {
  if (!actingFor) return;
  throw new Refusal('forbidden', 'delegation.not-for-others', {
    zh: '代办期间不能办理此事，请先结束代办',
    en: 'this is not done for somebody else: stop acting for them first',
  });
}

const mayNotHold = (permission: Permission) =>
  new Refusal(
    'invalid',
    'delegation.may-not-hold',
    {
      zh: `不能将“${permission}”委托给此人：须为同单位、同辖区，且其岗位可以承担`,
      en: `${permission} cannot be delegated to them: they must be of the same unit and region, and of a role that may hold it`,
    },
    { field: 'permissions', permission },
  );

const noTime = () =>
  new Refusal(
    'invalid',
    'delegation.no-time',
    { zh: '结束时间须晚于开始时间和现在', en: 'the end must lie after the start and after now' },
    { field: 'until' },
  );

const tooLong = () =>
  new Refusal(
    'invalid',
    'delegation.too-long',
    { zh: '一次委托不超过一年', en: 'a delegation lasts a year at the most' },
    { field: 'until' },
  );
