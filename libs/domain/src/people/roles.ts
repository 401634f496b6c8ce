import { z } from 'zod';

/** The parts people play. One account may hold several. */
export const role = z
  .enum([
    'coordinator',
    'leader',
    'investigator',
    'legalReviewer',
    'leadHandler',
    'agencyAuditor',
    'unitContact',
    'partnerContact',
    'auditor',
    'administrator',
  ])
  .meta({ id: 'Role' });
export type Role = z.infer<typeof role>;

/** What a route or a command asks for, and which roles have it. Region and relation are checked beside it. */
export const PERMISSIONS = {
  'campaign.read': ['coordinator', 'leader', 'investigator', 'agencyAuditor', 'auditor', 'unitContact'],
  'campaign.coordinate': ['coordinator'],
  'campaign.approve': ['leader'],
  'obligation.submit': ['unitContact'],
  'obligation.review': ['coordinator', 'agencyAuditor'],
  'obligation.correct': ['unitContact', 'coordinator'],
  'report.roll-up': ['coordinator', 'leader', 'investigator', 'agencyAuditor', 'auditor'],
  'selfCheck.submit': ['unitContact'],
  'problem.enter': ['unitContact', 'coordinator', 'agencyAuditor', 'investigator'],
  'problem.rectify': ['unitContact'],
  'unit.register': ['coordinator', 'administrator'],
  'import.make': ['coordinator', 'administrator', 'unitContact'],
  'import.read': ['coordinator', 'leader', 'auditor', 'administrator', 'unitContact'],
  'duty.own': ['coordinator', 'leader', 'investigator', 'legalReviewer', 'leadHandler', 'agencyAuditor', 'auditor'],
  'note.acknowledge': ['coordinator', 'leader', 'investigator', 'agencyAuditor', 'auditor', 'unitContact'],
  'work.write': ['coordinator', 'investigator'],
  'work.confirm': ['unitContact'],
  'pool.keep': ['coordinator'],
  'pool.read': ['coordinator', 'leader', 'auditor', 'investigator', 'agencyAuditor'],
  'points.enter': ['coordinator', 'investigator'],
  'points.decide': ['leader'],
  'points.answer': ['unitContact'],
  'points.read': ['coordinator', 'leader', 'investigator', 'agencyAuditor', 'auditor', 'unitContact'],
  'block.propose': ['coordinator', 'investigator'],
  'block.approve': ['leader'],
  'block.read': ['coordinator', 'leader', 'investigator', 'legalReviewer', 'agencyAuditor', 'auditor'],
  'draw.make': ['coordinator'],
  'draw.read': ['coordinator', 'leader', 'auditor'],
  'visit.plan': ['coordinator'],
  'visit.oversee': ['coordinator', 'leader', 'auditor'],
  'visit.inspect': ['investigator', 'agencyAuditor'],
  'publicity.read': ['coordinator', 'leader', 'investigator', 'legalReviewer', 'agencyAuditor', 'auditor'],
  'publicity.write': ['coordinator', 'investigator'],
  'publicity.approve': ['leader'],
  'publicity.publish': ['coordinator', 'leader'],
  'rule.read': ['coordinator', 'leader', 'investigator', 'legalReviewer', 'agencyAuditor', 'auditor', 'unitContact'],
  'rule.write': ['coordinator'],
  'rule.approve': ['leader'],
  'case.read': ['leader', 'investigator', 'legalReviewer', 'leadHandler', 'agencyAuditor', 'auditor', 'coordinator'],
  'case.intake': ['leadHandler', 'investigator', 'coordinator'],
  'lead.sort': ['leadHandler', 'investigator'],
  'reporter.read': ['leadHandler', 'investigator'],
  'case.handle': ['investigator'],
  'case.review': ['legalReviewer'],
  'case.approve': ['leader'],
  'case.export': ['investigator', 'leader', 'auditor'],
  'evidence.verify': ['leader', 'auditor'],
  'identity.read': ['investigator', 'legalReviewer', 'leader'],
  'approval.read': ['leader', 'legalReviewer'],
  'case.answer': ['unitContact'],
  'case.collect': ['agencyAuditor', 'investigator'],
  'transfer.answer': ['partnerContact'],
  'delegation.own': [
    'coordinator',
    'leader',
    'investigator',
    'legalReviewer',
    'leadHandler',
    'agencyAuditor',
    'unitContact',
    'partnerContact',
  ],
  'inbox.read': role.options,
  'session.own': role.options,
  'rulebook.read': role.options,
  'organisation.read': ['coordinator', 'leader', 'investigator', 'leadHandler', 'auditor', 'administrator'],
  'delivery.read': ['coordinator', 'auditor', 'administrator'],
  'account.manage': ['administrator'],
  'calendar.load': ['administrator'],
  'record.verify': ['auditor', 'administrator'],
} as const satisfies Record<string, readonly Role[]>;
export type Permission = keyof typeof PERMISSIONS;
export const permission = z.enum(Object.keys(PERMISSIONS) as [Permission, ...Permission[]]).meta({ id: 'Permission' });

/** Somebody's part: their roles and, while they act for another, what of it was passed on to them. */
export interface Part {
  readonly roles: readonly Role[];
  readonly permitted?: readonly Permission[];
}

export const may = ({ roles, permitted }: Part, permission: Permission): boolean =>
  holds(roles, permission) && (permitted === undefined || permitted.includes(permission));

export const permissionsOf = (part: Part): Permission[] => permission.options.filter((each) => may(part, each));

export const holds = (roles: readonly Role[], permission: Permission): boolean =>
  roles.some((each) => (PERMISSIONS[permission] as readonly Role[]).includes(each));
