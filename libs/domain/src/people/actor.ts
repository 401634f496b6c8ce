import { z } from 'zod';
import { Refusal } from '../refusal.js';
import type { PartnerAuthority } from './partner.js';
import { type Permission, type Role, may } from './roles.js';

export type AccountId = string & { readonly __id: 'account' };
export type UnitId = string & { readonly __id: 'unit' };

/** A region as its path from the root, `/640400/640402/`: a subtree is a prefix. */
export type RegionPath = string & { readonly __id: 'region' };
export const regionPath = z.string().regex(/^\/(\d{6}\/)*$/);

export interface Person {
  readonly kind: 'person';
  readonly account: AccountId;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly region: RegionPath;
  /** The unit a unit contact speaks for. */
  readonly unit?: UnitId;
  /** The authority a partner contact speaks for. */
  readonly partner?: PartnerAuthority;
  /** What they may do at most, while they act for somebody else. */
  readonly permitted?: readonly Permission[];
  /** 代: whose part they take. Roles, unit and authority are then that person's, account and name stay their own. */
  readonly actingFor?: Acting;
  /** Who counts as one with them on a file, because the one acted there for the other. */
  readonly asOne?: readonly AccountId[];
}

/** 委托代办: for whom, by which delegation, and in which files; in all where none is named. */
export interface Acting {
  readonly account: AccountId;
  readonly name: string;
  readonly delegation: string;
  readonly campaigns: readonly string[];
  readonly cases: readonly string[];
}

/** The clock passes deadlines; the conductor does the machine's work (calculate, deliver); the operator sits at the server. */
export interface Machine {
  readonly kind: 'machine';
  readonly name: 'clock' | 'conductor' | 'calendar' | 'operator';
}

export type Actor = Person | Machine;

export const CLOCK: Machine = { kind: 'machine', name: 'clock' };
export const CONDUCTOR: Machine = { kind: 'machine', name: 'conductor' };
export const OPERATOR: Machine = { kind: 'machine', name: 'operator' };

export const within = (region: RegionPath, subtree: RegionPath): boolean => region.startsWith(subtree);

/** A unit's contact, who sees and touches that unit's alone; not who works for an agency, which is a unit too. */
export const speaksForUnit = ({ roles }: Person): boolean => roles.every((role) => role === 'unitContact');

/** Narrows to a person who holds the permission, or refuses. */
export function requirePerson(actor: Actor, permission: Permission): Person {
  if (actor.kind === 'person' && may(actor, permission)) return actor;
  throw new Refusal(
    'forbidden',
    'permission.missing',
    { zh: `需要“${permission}”权限`, en: `this needs the permission ${permission}` },
    { permission },
  );
}

/** Narrows to the machine, or refuses: what timers and the conductor do, no person may pretend to do. */
export function requireMachine(actor: Actor): Machine {
  if (actor.kind === 'machine') return actor;
  throw new Refusal('forbidden', 'permission.machine-only', {
    zh: '此操作只能由系统执行',
    en: 'only the system itself may do this',
  });
}

/** Everybody who counts as this person: who they act for, and whoever acted for them, or they for whom, on the file. */
export const selvesOf = ({ account, actingFor, asOne = [] }: Person): AccountId[] => [
  account,
  ...(actingFor ? [actingFor.account] : []),
  ...asOne,
];

/** Two pairs of eyes: who asked may not be the one who decides, not through a deputy either. */
export function requireOther(actor: Person, maker: AccountId | undefined): void {
  if (!maker || !selvesOf(actor).includes(maker)) return;
  throw new Refusal('forbidden', 'permission.four-eyes', {
    zh: '不得审批本人提交的事项',
    en: 'nobody may approve what they submitted themselves',
  });
}
