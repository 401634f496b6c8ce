import { Refusal, mayWriteWork, requirePerson } from '@fundguard/domain';
import { type WorkFileRow, addWorkFile, workById, workFilesOf } from '@fundguard/persistence';
import type { Answer } from '../command.js';
import type { Platform } from '../platform.js';
import { type ByPerson, actBeside, lockBeside } from './beside.js';

/** So many files of one meeting are a mistake. */
const MOST = 20;

/**
 * 上传附件: minutes, lists of who signed in, photos, the notice that units were given; kept under their hash and named on the campaign's
 * record. The command's id becomes the file's. The record keeps its version: a form that is open stays good.
 */
export const attachToWork = (
  platform: Platform,
  id: string,
  file: Omit<WorkFileRow, 'id'>,
  command: ByPerson,
): Promise<Answer> =>
  actBeside(platform, command, {
    ...{ act: 'attachToWork', id: command.id, payload: [id, file], region: command.actor.region, whileOpen: true },
    lock: (tx) => lockBeside(tx, command, { table: 'work_record', id, noun: 'work', lockRow: workById }),
    async work({ tx, row: { record, region }, context }) {
      const person = requirePerson(context.actor, 'work.write');
      if (!mayWriteWork(record, person) || record.status === 'cancelled') throw notNow();
      if ((await workFilesOf(tx, id)).length >= MOST) throw tooMany();
      await addWorkFile(tx, id, region, { ...file, id: command.id }, { by: person.account, at: context.now });
      const { version, status, title } = record;
      return { version, status, kind: 'workFileAdded', data: { work: id, title, file: command.id, ...file } };
    },
  });

const notNow = () =>
  new Refusal(
    'forbidden',
    'work.not-yours',
    {
      zh: '仅限协调人员或参加人上传，作废的工作不再上传',
      en: 'only who took part attaches, and not to what was called off',
    },
    { field: 'file' },
  );
const tooMany = () =>
  new Refusal(
    'conflict',
    'work.too-many-files',
    { zh: `每项工作最多上传 ${MOST} 个文件`, en: `a record takes ${MOST} files at most` },
    { field: 'file' },
  );
