import { z } from 'zod';
import type { Context } from '../act.js';
import { type RegionPath, type UnitId, requirePerson } from '../people/actor.js';
import { Refusal } from '../refusal.js';
import { rowAct } from '../row-act.js';
import { reason, text } from '../text.js';
import { type Day, givenDay } from '../time/instant.js';
import { MEMBER_KINDS, MEMBER_STATUS_NAMES, type PoolMember } from './member.js';

/** What an act makes of somebody in the pool, and what their record says of it. */
export interface MemberOutcome {
  readonly kind: string;
  readonly after: PoolMember;
  readonly data: Readonly<Record<string, unknown>>;
}

const details = {
  kind: z.enum(MEMBER_KINDS),
  name: text(100),
  title: text(100).optional().meta({ description: '职称、职务' }),
  specialties: z.array(text(50)).min(1).max(20).meta({ description: '专业: what they are asked for' }),
  unit: z.uuid().toLowerCase().optional().meta({ description: 'The registered unit they work for' }),
  employer: text(200).optional().meta({ description: 'Whom they work for, where it is not registered' }),
  contract: text(100).optional().meta({ description: '合同编号 of a third party' }),
  scope: text(1_000).optional().meta({ description: '服务范围 of a third party' }),
  from: givenDay,
  until: givenDay.optional().meta({ description: 'The last day of the term or contract' }),
};

export const memberPayload = z.strictObject(details).meta({ id: 'NewPoolMember' });
export type MemberDetails = z.output<typeof memberPayload>;

/** 入库. `unitName`: what the unit that is named is called; undefined where there is none of that number. */
export function listMember(
  id: string,
  given: MemberDetails,
  { region, unitName }: { readonly region: RegionPath; readonly unitName: string | undefined },
  { actor }: Context,
): MemberOutcome {
  const person = requirePerson(actor, 'pool.keep');
  const after: PoolMember = {
    ...{ id, region, version: 1, status: 'listed', enteredBy: person.account },
    ...described(given, unitName),
  };
  return { kind: 'memberListed', after, data: said(after) };
}

function described(given: MemberDetails, unitName: string | undefined) {
  const { kind, name, title, specialties, unit, employer, contract, scope, from, until } = given;
  if ((unit === undefined) === (employer === undefined)) throw oneEmployer();
  if (unit !== undefined && unitName === undefined) throw unknownUnit();
  const isThird = kind === 'thirdParty';
  if (isThird && !(contract && scope && until))
    throw contractWanted(contract ? (scope ? 'until' : 'scope') : 'contract');
  if (until !== undefined && until < from) throw daysInOrder();
  return {
    ...{ kind, name, specialties: [...new Set(specialties)], employer: unitName ?? employer ?? '', from: from as Day },
    ...(title ? { title } : {}),
    ...(unit ? { unit: unit as UnitId } : {}),
    ...(until ? { until: until as Day } : {}),
    ...(isThird && contract && scope ? { contract, scope } : {}),
  };
}

const said = ({ kind, name, specialties, employer, contract, from, until }: PoolMember) => ({
  ...{ kind, name, specialties, employer, from },
  ...(contract ? { contract } : {}),
  ...(until ? { until } : {}),
});

/** The row, and the name of the unit that a revision names. */
export interface HeldMember extends PoolMember {
  readonly unitName?: string;
}

const act = rowAct<HeldMember, MemberOutcome>(
  ({ status, version }) =>
    new Refusal(
      'conflict',
      'pool.status',
      {
        zh: `该人员${MEMBER_STATUS_NAMES[status].zh}，不能进行此操作`,
        en: `they are ${MEMBER_STATUS_NAMES[status].en}; this is not done then`,
      },
      { standing: { status, version } },
    ),
);

/** 更正: all of it anew; draws that were locked before keep what they have. */
export const reviseMember = act('pool.keep', ['listed'], z.strictObject(details), (member, given) => {
  const { id, region, status, enteredBy, version } = member;
  const after = { ...{ id, region, status, enteredBy, version: version + 1 }, ...described(given, member.unitName) };
  return { kind: 'memberRevised', after, data: said(after) };
});

/** 出库. */
export const withdrawMember = act('pool.keep', ['listed'], z.strictObject({ reason }), (member, data) => {
  const { unitName: _unitName, ...kept } = member;
  const after = {
    ...{ ...kept, version: kept.version + 1, status: 'withdrawn' as const },
    withdrawnBecause: data.reason,
  };
  return { kind: 'memberWithdrawn', after, data: { name: member.name, ...data } };
});

export const MEMBER_ACTS = { reviseMember, withdrawMember } as const;
export type MemberActName = keyof typeof MEMBER_ACTS;

export const alreadyListed = (name: string, employer: string) =>
  new Refusal(
    'conflict',
    'pool.already-listed',
    { zh: `${employer} ${name} 已在库`, en: `${name} of ${employer} is in the pool already` },
    { field: 'name' },
  );
const oneEmployer = () =>
  new Refusal(
    'invalid',
    'pool.employer',
    {
      zh: '须选择登记单位，或填写所在单位，二者之一',
      en: 'name the registered unit they work for, or write down whom they work for: one of the two',
    },
    { field: 'employer' },
  );
const unknownUnit = () =>
  new Refusal('invalid', 'unit.unknown', { zh: '没有此单位', en: 'there is no such unit' }, { field: 'unit' });
const contractWanted = (field: string) =>
  new Refusal(
    'invalid',
    'pool.contract',
    {
      zh: '第三方人员须有合同编号、服务范围和期限',
      en: 'a third party has a contract: its number, its scope and its end',
    },
    { field },
  );
const daysInOrder = () =>
  new Refusal(
    'invalid',
    'pool.days',
    { zh: '截止日期早于起始日期', en: 'it ends before it begins' },
    { field: 'until' },
  );
