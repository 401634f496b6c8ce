import {
  PERMISSIONS,
  type CampaignFile,
  DUTY_ACTS,
  type Duty,
  type DutyActName,
  type DutyOutcome,
  type Instant,
  assignDuty,
  type dutyPayload,
  toAccount,
} from '@fundguard/domain';
import { type Tx, accountNamed, addDuty, lockDuty, notify, saveDuty } from '@fundguard/persistence';
import type { z } from 'zod';
import { type Answer } from '../command.js';
import type { Platform } from '../platform.js';
import { unknown } from '../unknown.js';
import { type ByPerson, actBeside, lockBeside, lockForNew } from './beside.js';

/** 分工到人: the command's id becomes the duty's. */
export const giveDuty = (
  platform: Platform,
  payload: z.output<typeof dutyPayload>,
  command: ByPerson,
): Promise<Answer> =>
  actBeside(platform, command, {
    ...{ act: 'assignDuty', id: command.id, payload, region: command.actor.region, whileOpen: true },
    lock: (tx) => lockForNew(tx, command, payload.campaign),
    async work({ tx, file: { state }, context }) {
      if (!(await accountNamed(tx, payload.account, state.region, PERMISSIONS['duty.own']))) throw unknown('account');
      const { duty, outcome } = assignDuty(command.id, payload, context);
      await addDuty(tx, duty, { region: state.region, by: command.actor.account, at: context.now });
      return told(tx, state, duty, outcome, context.now);
    },
  });

/** One act on a duty, and its line on the campaign's record. */
export const actOnDuty = (
  platform: Platform,
  id: string,
  name: DutyActName,
  payload: unknown,
  command: ByPerson,
): Promise<Answer> =>
  actBeside(platform, command, {
    ...{ act: name, id, payload, region: command.actor.region, whileOpen: true },
    lock: (tx) => lockBeside(tx, command, { table: 'duty', id, noun: 'duty', lockRow: lockDuty }),
    stands: (_tx, { version, status }) => ({ version, status }),
    async work({ tx, file: { state }, row, context }) {
      const outcome = DUTY_ACTS[name].decide(row, payload as never, context);
      const after = { ...row, ...outcome.changes, version: row.version + 1 };
      if (
        after.account !== row.account &&
        !(await accountNamed(tx, after.account, state.region, PERMISSIONS['duty.own']))
      )
        throw unknown('account');
      await saveDuty(tx, after);
      return told(tx, state, after, outcome, context.now);
    },
  });

async function told(tx: Tx, { id: fileId, name, region }: CampaignFile, duty: Duty, outcome: DutyOutcome, at: Instant) {
  const cause = `duty:${duty.id}:${duty.version}`;
  await notify(
    tx,
    outcome.told.map(({ account, words }) => ({
      ...{ fileId, cause, to: toAccount(account), region, at },
      subject: { zh: `${name}：${words.zh}`, en: `${name}: ${words.en}` },
    })),
  );
  const { version, status, id } = duty;
  return { version, status, kind: outcome.kind, data: { duty: id, ...outcome.data } };
}
