import type { AccountId, Person, RegionPath, UnitId } from './people/actor.js';
import type { Role } from './people/roles.js';

/**
 * Who a notification is for: an account, a position in a unit, a role in a region, or a partner authority.
 * A text, so that one indexed column answers "what is in my inbox".
 */
export type Addressee = string & { readonly __unit: 'addressee' };

export const toAccount = (id: AccountId): Addressee => `account:${id}` as Addressee;
export const toUnit = (id: UnitId): Addressee => `unit:${id}` as Addressee;
export const toUnitHead = (id: UnitId): Addressee => `head:${id}` as Addressee;
export const toRole = (role: Role, region: RegionPath): Addressee => `role:${role}@${region}` as Addressee;
export const toPartner = (authority: string, region: RegionPath): Addressee =>
  `partner:${authority}@${region}` as Addressee;

/** Every addressee a person answers to. A role is told of its own region: a city's leader reads the counties' files, and is not told of each. */
export function addresseesOf({ account, roles, region, unit, partner }: Person): Addressee[] {
  return [
    toAccount(account),
    ...roles.map((role) => toRole(role, region)),
    ...(unit ? [toUnit(unit), toUnitHead(unit)] : []),
    ...(partner ? [toPartner(partner, region)] : []),
  ];
}
