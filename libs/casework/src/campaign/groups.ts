import {
  APPOINTMENT_ACTS,
  type AppointmentActName,
  type Group,
  Refusal,
  appoint,
  type appointmentPayload,
  type groupPayload,
} from '@fundguard/domain';
import {
  type Tx,
  accountNamed,
  addAppointment,
  addGroup,
  appointmentsOf,
  endAppointment,
  groupsOf,
  lockAppointment,
} from '@fundguard/persistence';
import type { z } from 'zod';
import { type Answer } from '../command.js';
import type { Platform } from '../platform.js';
import { unknown } from '../unknown.js';
import { type ByPerson, actBeside, lockBeside, lockForNew } from './beside.js';

/** 增设工作组 the plan does not have: the command's id becomes the group's. */
export const addCampaignGroup = (
  platform: Platform,
  payload: z.output<typeof groupPayload>,
  command: ByPerson,
): Promise<Answer> =>
  actBeside(platform, command, {
    ...{ act: 'addGroup', id: command.id, payload, region: command.actor.region, whileOpen: true },
    lock: (tx) => lockForNew(tx, command, payload.campaign),
    async work({ tx, file, context }) {
      const { kind, name, area, duties } = payload;
      await addGroup(tx, { ...payload, id: command.id, region: file.state.region }, context.now);
      return { version: 1, status: 'added', kind: 'groupAdded', data: { group: command.id, kind, name, area, duties } };
    },
  });

/** 任命: the command's id becomes the appointment's. */
export const appointPerson = (
  platform: Platform,
  payload: z.output<typeof appointmentPayload>,
  command: ByPerson,
): Promise<Answer> =>
  actBeside(platform, command, {
    ...{ act: 'appointPerson', id: command.id, payload, region: command.actor.region, whileOpen: true },
    lock: (tx) => lockForNew(tx, command, payload.campaign),
    async work({ tx, file, context }) {
      const group = await groupOf(tx, payload.campaign, payload.group);
      const sitting = await appointmentsOf(tx, payload.campaign, group.id);
      const who = await withAccountsName(tx, payload, file.state.region);
      const { appointment, outcome } = appoint(command.id, who, { group, sitting }, context);
      await addAppointment(tx, appointment, file.state.region);
      const { version, status, id } = appointment;
      return { version, status, kind: outcome.kind, data: { appointment: id, ...outcome.data } };
    },
  });

/** One act on an appointment, and its line on the campaign's record. */
export const actOnAppointment = (
  platform: Platform,
  id: string,
  name: AppointmentActName,
  payload: unknown,
  command: ByPerson,
): Promise<Answer> =>
  actBeside(platform, command, {
    ...{ act: name, id, payload, region: command.actor.region, whileOpen: true },
    lock: (tx) => lockBeside(tx, command, { table: 'appointment', id, noun: 'appointment', lockRow: lockAppointment }),
    stands: (_tx, { version, status }) => ({ version, status }),
    async work({ tx, file, row, context }) {
      const { region } = file.state;
      const who = await withAccountsName(tx, payload as object, region);
      const { kind, changes, successor, data } = APPOINTMENT_ACTS[name].decide(row, who as never, context);
      const after = { ...row, ...changes, version: row.version + 1 };
      await endAppointment(tx, after);
      if (successor) await addAppointment(tx, successor, region);
      const group = await groupOf(tx, row.campaign, row.group);
      return {
        ...{ version: after.version, status: after.status, kind },
        data: { appointment: id, group: group.name, ...data },
      };
    },
  });

async function groupOf(tx: Tx, campaign: string, id: string): Promise<Group> {
  const group = (await groupsOf(tx, campaign)).find((each) => each.id === id);
  if (group) return group;
  throw new Refusal(
    'invalid',
    'group.unknown',
    { zh: '该专项没有此工作组', en: 'the campaign has no such group' },
    { field: 'group' },
  );
}

/** Somebody who uses the platform goes by the name of their account. */
async function withAccountsName<Payload extends object>(tx: Tx, payload: Payload, region: string): Promise<Payload> {
  if (!('account' in payload) || typeof payload.account !== 'string') return payload;
  const name = await accountNamed(tx, payload.account, region);
  if (!name) throw unknown('account');
  return { ...payload, name };
}
