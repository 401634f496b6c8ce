import { z } from 'zod';
import type { Context } from '../act.js';
import { idNumber } from '../people/id-number.js';
import { type Person, type RegionPath, type UnitId, requireOther, requirePerson } from '../people/actor.js';
import { Refusal } from '../refusal.js';
import { rowAct } from '../row-act.js';
import { reason, text } from '../text.js';
import { type Day, dayOf, givenDay } from '../time/instant.js';
import { MOST_POINTS, PRACTITIONER_ROLES, type PointsPack, pointsReference } from './pack.js';
import type { Deduction, Practitioner } from './practitioner.js';

/** What an act makes of somebody, and what their record says of it. */
export interface PointsOutcome {
  readonly kind: string;
  readonly after: Practitioner;
  readonly data: Readonly<Record<string, unknown>>;
}

const details = {
  name: text(100),
  role: z.enum(PRACTITIONER_ROLES),
  units: z.array(z.uuid().toLowerCase()).min(1).max(20).meta({ description: '执业机构, all of them' }),
};
export const practitionerPayload = z
  .strictObject({ ...details, idNumber: idNumber.optional() })
  .meta({ id: 'NewPractitioner' });
export type PractitionerDetails = z.output<typeof practitionerPayload>;

/** 登记相关人员. */
export function listPractitioner(
  id: string,
  given: PractitionerDetails,
  { region, maskedId }: { readonly region: RegionPath; readonly maskedId: string | undefined },
  { actor }: Context,
): PointsOutcome {
  requirePerson(actor, 'points.enter');
  const { name, role, units } = given;
  const after: Practitioner = {
    ...{ id, region, version: 1, status: 'listed', name, role, units: [...new Set(units as UnitId[])], deductions: [] },
    ...(maskedId ? { maskedId } : {}),
  };
  return {
    kind: 'practitionerListed',
    after,
    data: { name, role, units: after.units, ...(maskedId ? { maskedId } : {}) },
  };
}

/** The row, and the rules that hold for it today. */
export interface HeldPractitioner extends Practitioner {
  readonly rules: PointsPack | undefined;
}

const act = rowAct<HeldPractitioner, PointsOutcome>(
  ({ version }) =>
    new Refusal(
      'conflict',
      'points.status',
      { zh: '当前状态不能进行此操作', en: 'this is not done now' },
      { standing: { version } },
    ),
);
const LISTED = ['listed'] as const;

const next = (
  { rules: _rules, ...held }: HeldPractitioner,
  kind: string,
  change: Partial<Practitioner>,
  data: PointsOutcome['data'],
): PointsOutcome => ({ kind, after: { ...held, ...change, version: held.version + 1 }, data });

/** 更正人员信息. */
export const revisePractitioner = act('points.enter', LISTED, z.strictObject(details), (held, { name, role, units }) =>
  next(held, 'practitionerRevised', { name, role, units: [...new Set(units as UnitId[])] }, { name, role, units }),
);

/** 记分: on the spot, with its notice (R-MEAS-14). */
export const deductPoints = act(
  'points.enter',
  LISTED,
  z.strictObject({
    unit: z.uuid().toLowerCase().meta({ description: 'The institution where it happened' }),
    points: z.int().min(1).max(MOST_POINTS),
    on: givenDay.meta({ description: 'When it was established; it counts into this natural year' }),
    reason: text(2_000),
    case: z.uuid().optional(),
    visit: z.uuid().optional(),
  }),
  (held, given, { actor, now, command }) => {
    if (!held.units.some((unit) => unit === given.unit)) throw elsewhere();
    if (given.on > dayOf(now)) throw inFuture();
    if (!held.rules) throw noRules();
    const { unit, points, on, reason: why, case: file, visit } = given;
    const deduction: Deduction = {
      ...{ id: command, on: on as Day, points, unit: unit as UnitId, reason: why, rules: pointsReference(held.rules) },
      ...{ by: actor.account, at: now, status: 'standing', corrections: [] },
      ...(file ? { case: file } : {}),
      ...(visit ? { visit } : {}),
    };
    const data = { deduction: command, ...given, rules: deduction.rules };
    return next(held, 'pointsDeducted', { deductions: [...held.deductions, deduction] }, data);
  },
);

const one = { deduction: z.uuid() };

/** 申诉: by the institution's contact, once. */
export const objectDeduction = act(
  'points.answer',
  LISTED,
  z.strictObject({ ...one, grounds: text(5_000) }),
  (held, { deduction: id, grounds }, { actor, now }) => {
    const found = deductionOf(held, id, ['standing']);
    if (found.unit !== actor.unit) throw noDeduction();
    const objection = { by: actor.account, grounds, at: now };
    return next(held, 'deductionObjected', replaced(held, { ...found, status: 'objected', objection }), {
      deduction: id,
      grounds,
    });
  },
);

/** 申诉处理: by somebody who did not enter it. */
export const decideObjection = act(
  'points.decide',
  LISTED,
  z.strictObject({ ...one, outcome: z.enum(['upheld', 'withdrawn']), reason }),
  (held, { deduction: id, outcome, reason: why }, { actor, now }) => {
    const found = deductionOf(held, id, ['objected']);
    requireOther(actor, found.by);
    const decision = { by: actor.account, reason: why, at: now };
    return next(held, 'objectionDecided', replaced(held, { ...found, status: outcome, decision }), {
      deduction: id,
      outcome,
      reason: why,
    });
  },
);

/** 更正记分: what was entered wrongly; what it was before stays beside it. Nought points withdraw it. */
export const correctDeduction = act(
  'points.decide',
  LISTED,
  z.strictObject({ ...one, points: z.int().min(0).max(MOST_POINTS), reason }),
  (held, { deduction: id, points, reason: why }, { actor, now }) => {
    const found = deductionOf(held, id, ['standing', 'upheld']);
    requireOther(actor, found.by);
    if (points === found.points) throw unchanged();
    const corrections = [...found.corrections, { from: found.points, reason: why, by: actor.account, at: now }];
    const after: Deduction =
      points === 0 ? { ...found, status: 'withdrawn', corrections } : { ...found, points, corrections };
    return next(held, 'deductionCorrected', replaced(held, after), {
      deduction: id,
      from: found.points,
      points,
      reason: why,
    });
  },
);

export const PRACTITIONER_ACTS = {
  revisePractitioner,
  deductPoints,
  objectDeduction,
  decideObjection,
  correctDeduction,
} as const;
export type PractitionerActName = keyof typeof PRACTITIONER_ACTS;

/** A contact reads those of their own institution, whatever others they work for. */
export const mayReadPractitioner = ({ units }: Pick<Practitioner, 'units'>, { roles, unit }: Person): boolean =>
  roles.some((role) => role !== 'unitContact') || units.some((each) => each === unit);

const replaced = ({ deductions }: Practitioner, after: Deduction): Pick<Practitioner, 'deductions'> => ({
  deductions: deductions.map((each) => (each.id === after.id ? after : each)),
});

function deductionOf({ deductions }: Practitioner, id: string, statuses: readonly Deduction['status'][]): Deduction {
  const found = deductions.find((each) => each.id === id);
  if (!found) throw noDeduction();
  if (statuses.includes(found.status)) return found;
  throw new Refusal(
    'conflict',
    'points.deduction-status',
    { zh: '该次记分的状态不允许此操作', en: `the deduction is ${found.status}; this is not done then` },
    { standing: { status: found.status } },
  );
}

const noDeduction = () =>
  new Refusal('not-found', 'deduction.not-found', { zh: '没有此次记分', en: 'no such deduction' });
const elsewhere = () =>
  new Refusal(
    'invalid',
    'points.not-their-unit',
    { zh: '该人员未在此机构登记执业', en: 'they are not registered with this institution' },
    { field: 'unit' },
  );
const inFuture = () =>
  new Refusal(
    'invalid',
    'date.in-future',
    { zh: '认定日期不得晚于今天', en: 'it cannot be established in the future' },
    { field: 'on' },
  );
const noRules = () =>
  new Refusal('conflict', 'points.no-rules', {
    zh: '本地区尚无施行中的记分规则',
    en: 'no rules on points are in force here',
  });
const unchanged = () =>
  new Refusal(
    'invalid',
    'points.unchanged',
    { zh: '更正前后分值相同', en: 'these are the points it has' },
    { field: 'points' },
  );
