import { z } from 'zod';
import type { Context } from '../act.js';
import type { CampaignId } from '../campaign/file.js';
import { requirePerson } from '../people/actor.js';
import { Refusal } from '../refusal.js';
import { rowAct } from '../row-act.js';
import { reason, text } from '../text.js';
import { type Day, givenDay } from '../time/instant.js';
import { type Appointment, GROUP_KINDS, type Group } from './group.js';

const BY = 'campaign.coordinate';

/** Somebody of the platform by their account, or anybody by name. */
const appointee = {
  account: z.uuid().optional().meta({ description: 'Somebody who uses the platform; otherwise the name' }),
  name: text(100).optional(),
  employer: text(200).optional(),
  post: text(200).optional(),
  phone: text(50).optional(),
};

export const groupPayload = z
  .strictObject({
    campaign: z.uuid(),
    kind: z.enum(GROUP_KINDS),
    name: text(200),
    area: text(200).optional().meta({ description: 'The area it works in' }),
    duties: text(2_000).optional(),
  })
  .meta({ id: 'NewGroup' });

export const appointmentPayload = z
  .strictObject({
    campaign: z.uuid(),
    group: text(100).meta({ description: 'Id of a group of the campaign' }),
    seat: z.string().regex(/^(leader|deputy|member)(\.\d{1,2})?$/),
    ...appointee,
    from: givenDay.meta({ description: 'Their first day' }),
  })
  .meta({ id: 'NewAppointment' });

/** Who it is to be, once an account was looked up: its name is the account's. */
export type Appointee = Pick<Appointment, 'account' | 'employer' | 'post' | 'phone'> & { readonly name?: string };

export interface AppointmentOutcome {
  readonly kind: string;
  readonly changes: Partial<Pick<Appointment, 'status' | 'until' | 'endedBecause'>>;
  /** Who sits there next. */
  readonly successor?: Appointment;
  readonly data: Readonly<Record<string, unknown>>;
}

/** 任命. One leader a group, and one person a seat the plan names. */
export function appoint(
  id: string,
  { campaign, group: groupId, seat, from, ...who }: z.output<typeof appointmentPayload>,
  { group, sitting }: { readonly group: Group; readonly sitting: readonly Appointment[] },
  { actor }: Context,
): { readonly appointment: Appointment; readonly outcome: AppointmentOutcome } {
  const person = requirePerson(actor, BY);
  if (!group.seats.some((each) => each.id === seat)) throw noSeat();
  const alone = seat === 'leader' || seat.includes('.');
  const holder = alone && sitting.find((each) => each.seat === seat && (!each.until || each.until > from));
  if (holder) throw taken(holder.name);
  const appointment: Appointment = {
    ...{ id, campaign: campaign as CampaignId, version: 1, status: 'serving', group: groupId, seat },
    ...named(who as Appointee),
    ...{ from: from as Day, appointedBy: person.account },
  };
  const { name, account } = appointment;
  return {
    appointment,
    outcome: {
      ...{ kind: 'personAppointed', changes: {} },
      data: { group: group.name, seat, name, ...(account ? { account } : {}), from },
    },
  };
}

const act = rowAct<Appointment, AppointmentOutcome>(
  ({ status, version }) =>
    new Refusal(
      'conflict',
      'appointment.ended',
      { zh: '该任职已终止', en: 'this appointment has ended' },
      { standing: { status, version } },
    ),
);

/** 调整: somebody else sits there from a day on; who sat there before stays on the record with their days. */
export const replaceAppointee = act(
  BY,
  ['serving'],
  z.strictObject({ ...appointee, from: givenDay.meta({ description: 'The first day of who comes' }), reason }),
  (appointment, { from, reason: why, ...who }, { actor, command }) => {
    if (from < appointment.from) throw tooEarly('from');
    const { group, seat, campaign } = appointment;
    const successor: Appointment = {
      ...{ id: command, campaign, version: 1, status: 'serving', group, seat },
      ...named(who as Appointee),
      ...{ from: from as Day, appointedBy: actor.account },
    };
    return {
      kind: 'personReplaced',
      changes: { status: 'ended', until: from as Day, endedBecause: why },
      successor,
      data: { seat, name: appointment.name, by: successor.name, from, reason: why },
    };
  },
);

/** 免职. */
export const relieveAppointee = act(
  BY,
  ['serving'],
  z.strictObject({ until: givenDay.meta({ description: 'The first day without them' }), reason }),
  (appointment, { until, reason: why }) => {
    if (until < appointment.from) throw tooEarly('until');
    return {
      kind: 'personRelieved',
      changes: { status: 'ended', until: until as Day, endedBecause: why },
      data: { seat: appointment.seat, name: appointment.name, until, reason: why },
    };
  },
);

export const APPOINTMENT_ACTS = { replaceAppointee, relieveAppointee } as const;
export type AppointmentActName = keyof typeof APPOINTMENT_ACTS;

function named({ account, name, employer, post, phone }: Appointee) {
  if (!name)
    throw new Refusal(
      'invalid',
      'appointment.nobody',
      { zh: '请选择账号或填写姓名', en: 'pick an account or give a name' },
      { field: 'name' },
    );
  return {
    ...(account ? { account: account } : {}),
    name,
    ...(employer ? { employer } : {}),
    ...(post ? { post } : {}),
    ...(phone ? { phone } : {}),
  };
}

const noSeat = () =>
  new Refusal(
    'invalid',
    'appointment.no-seat',
    { zh: '该组没有此职位', en: 'the group has no such seat' },
    { field: 'seat' },
  );

const taken = (name: string) =>
  new Refusal(
    'conflict',
    'appointment.seat-taken',
    { zh: `该职位现由${name}担任，请使用“调整”`, en: `${name} sits there: replace them instead` },
    { field: 'seat' },
  );

const tooEarly = (field: string) =>
  new Refusal(
    'invalid',
    'date.too-early',
    { zh: '日期早于任职开始之日', en: 'the day lies before the appointment began' },
    { field },
  );
