import { createHash } from 'node:crypto';
import {
  COPY_ACTS,
  type ComputedTable,
  type CopyActName,
  type TableCopy,
  asOfInstant,
  canonicalJson,
  type fillPayload,
  requirePerson,
} from '@fundguard/domain';
import { addCopy, decideCopy, figuresOf, lockCopy } from '@fundguard/persistence';
import type { z } from 'zod';
import { type Answer } from '../command.js';
import type { Platform } from '../platform.js';
import { openTable, tableOf } from '../table/open.js';
import { type ByPerson, actBeside, lockBeside, lockForNew } from './beside.js';

/** What proves that a copy is the one that was signed. */
export const copyHash = (content: ComputedTable): string =>
  createHash('sha256').update(canonicalJson(content)).digest('hex');

/** 填报: the table as it stands, kept as it is. The command's id becomes the copy's. */
export const fillTable = (
  platform: Platform,
  campaign: string,
  payload: z.output<typeof fillPayload>,
  command: ByPerson,
): Promise<Answer> =>
  actBeside<undefined>(platform, command, {
    ...{ act: 'fillTable', id: command.id, payload: { campaign, ...payload }, region: command.actor.region },
    lock(tx) {
      requirePerson(command.actor, 'campaign.coordinate');
      return lockForNew(tx, command, campaign);
    },
    async work({ tx, file, context }) {
      const { region, plan, id } = file.state;
      const table = tableOf(platform.rules, payload.table, plan);
      const asOf = asOfInstant(context.now, payload.asOf);
      const of = { campaign, campaignRegion: region, region };
      const content = await openTable(
        tx,
        table,
        of,
        { asOf, isNow: asOf === context.now },
        await figuresOf(tx, campaign),
      );
      const copy: TableCopy = {
        ...{ id: command.id, campaign: id, region, status: 'filled', version: 1, content, sha256: copyHash(content) },
        ...{ filledBy: command.actor.account, filledAt: context.now },
      };
      await addCopy(tx, copy);
      return { version: 1, status: copy.status, kind: 'tableFilled', data: said(copy) };
    },
  });

/** 审核定稿、退回. */
export const actOnCopy = (
  platform: Platform,
  id: string,
  name: CopyActName,
  payload: unknown,
  command: ByPerson,
): Promise<Answer> =>
  actBeside<TableCopy>(platform, command, {
    ...{ act: name, id, payload, region: command.actor.region },
    lock: (tx) => lockBeside(tx, command, { table: 'table_copy', id, noun: 'table', lockRow: lockCopy }),
    stands: (_tx, { version, status }) => ({ version, status }),
    async work({ tx, row, context }) {
      const { kind, status, note } = COPY_ACTS[name].decide(row, payload as never, context);
      const after = { ...row, status, version: row.version + 1 };
      await decideCopy(tx, after, { account: command.actor.account, at: context.now, note });
      return { version: after.version, status, kind, data: { ...said(row), ...(note ? { note } : {}) } };
    },
  });

const said = ({ id, content: { table, version, asOf }, sha256 }: TableCopy) => ({
  ...{ copy: id, table: `${table}@${version}`, asOf, sha256 },
});
