import {
  type Day,
  type Instant,
  PRACTITIONER_ACTS,
  type Practitioner,
  type PractitionerActName,
  type PractitionerDetails,
  Refusal,
  type RegionPath,
  dayOf,
  listPractitioner,
  mayReadPractitioner,
  toUnit,
} from '@fundguard/domain';
import {
  GENESIS,
  type SealedIdentity,
  type Tx,
  addPractitioner,
  lockPractitioner,
  notify,
  savePractitioner,
  unitsWithin,
} from '@fundguard/persistence';
import type { ByPerson } from '../campaign/beside.js';
import { noKey } from '../case/lead-identity.js';
import { type Answer, notFound } from '../command.js';
import { actOnOwnFile, refuseOld } from '../own-file.js';
import type { Platform } from '../platform.js';
import { unknown } from '../unknown.js';

/** 登记相关人员, in one's own region: the command's id becomes theirs. */
export function addPractitionerTo(platform: Platform, given: PractitionerDetails, command: ByPerson): Promise<Answer> {
  const identity = sealedIdentity(platform, given, command.id);
  const payload = identity ? { ...given, idNumber: identity.blind.toString('hex') } : given;
  const about = { table: 'practitioner', act: 'listPractitioner', id: command.id, payload } as const;
  return actOnOwnFile(platform, command, about, async (tx, context) => {
    const region = await regionOfUnits(tx, given.units, command.actor.region);
    const outcome = listPractitioner(command.id, given, { region, maskedId: identity?.masked }, context);
    if (!(await addPractitioner(tx, outcome.after, identity, context.now))) throw alreadyListed();
    return { outcome, before: { seq: 0, head: GENESIS } };
  });
}

/** Sealed to the person it is of; without a key none is taken in. */
function sealedIdentity(
  { identities }: Platform,
  { idNumber }: PractitionerDetails,
  id: string,
): SealedIdentity | undefined {
  if (!idNumber) return undefined;
  if (!identities) throw noKey();
  return identities.seal(idNumber, id);
}

/** 记分、申诉、更正. */
export const actOnPractitioner = (
  platform: Platform,
  id: string,
  name: PractitionerActName,
  payload: unknown,
  command: ByPerson,
): Promise<Answer> =>
  actOnOwnFile(platform, command, { table: 'practitioner', act: name, id, payload }, async (tx, context) => {
    const before = await lockPractitioner(tx, id);
    if (!before || !mayReadPractitioner(before.state, command.actor)) throw notFound('practitioner');
    const { state, seq } = before;
    await refuseOld(tx, command, { id, version: state.version, status: state.status, seq });
    const given = payload as {
      readonly units?: readonly string[];
      readonly on?: string;
      readonly case?: string;
      readonly visit?: string;
    };
    if (given.units) await regionOfUnits(tx, given.units, command.actor.region);
    await requireSource(tx, given);
    const on = name === 'deductPoints' && given.on ? (given.on as Day) : dayOf(context.now);
    const rules = platform.rules.points(state.region, on);
    const outcome = PRACTITIONER_ACTS[name].decide({ ...state, rules }, payload as never, context);
    await savePractitioner(tx, outcome.after);
    if (name === 'deductPoints') await tell(tx, outcome.after, seq + 1, context.now);
    return { outcome, before };
  });

/** They belong where the first of their institutions lies, so that its contact sees them, whoever entered them. */
async function regionOfUnits(tx: Tx, units: readonly string[], within: RegionPath): Promise<RegionPath> {
  const found = await unitsWithin(tx, units, within);
  const first = found.find(({ id }) => id === units[0]);
  if (!first || found.length < new Set(units).size) throw unknown('units');
  return first.region;
}

/** A case or a visit that is named is one in the region. */
async function requireSource(
  tx: Tx,
  { case: file, visit }: { readonly case?: string; readonly visit?: string },
): Promise<void> {
  const [known] = await tx.query<{ case: boolean; visit: boolean }>({
    text: `select $1::uuid is null or exists (select from case_file where id = $1) as "case",
             $2::uuid is null or exists (select from visit where id = $2) as visit`,
    values: [file ?? null, visit ?? null],
  });
  if (!known?.case) throw unknown('case');
  if (!known.visit) throw unknown('visit');
}

/** 当场告知: the institution's contact, who may object. Nobody is named where it leaves the platform. */
async function tell(tx: Tx, { id, region, deductions }: Practitioner, seq: number, at: Instant): Promise<void> {
  const last = deductions.at(-1);
  if (!last) return;
  await notify(tx, [
    {
      ...{ fileId: id, cause: `event:${seq}`, to: toUnit(last.unit), region, at },
      subject: {
        zh: `贵单位一名相关人员被记 ${last.points} 分，可在线查看告知书并申诉`,
        en: `Somebody of your institution was given ${last.points} points: see the notice, and object if you must`,
      },
    },
  ]);
}

const alreadyListed = () =>
  new Refusal(
    'conflict',
    'practitioner.already-listed',
    { zh: '该身份证号的人员已登记', en: 'somebody with this identity number is listed already' },
    { field: 'idNumber' },
  );
