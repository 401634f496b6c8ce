import { type ReportFile, Refusal, requirePerson } from '@fundguard/domain';
import { EVERYWHERE, addReportFile, lockObligation } from '@fundguard/persistence';
import { type Answer } from '../command.js';
import type { Platform } from '../platform.js';
import { type ByPerson, actBeside, lockBeside } from './beside.js';

/** So many versions of one written report are a mistake. */
const MOST = 20;

/**
 * 上传书面报告: kept under its hash and named on the campaign's record, to be handed in with the report. The command's id becomes the
 * file's. The obligation keeps its version: a form that is open stays good.
 */
export const attachToReport = (
  platform: Platform,
  obligation: string,
  file: Omit<ReportFile, 'id'>,
  command: ByPerson,
): Promise<Answer> =>
  actBeside(platform, command, {
    ...{ act: 'attachToReport', id: command.id, payload: [obligation, file], region: EVERYWHERE },
    lock: (tx) =>
      lockBeside(tx, command, {
        ...{ table: 'obligation', id: obligation, noun: 'obligation', lockRow: lockObligation },
        isReached: ({ unit }) => unit === command.actor.unit,
      }),
    async work({ tx, row, context }) {
      const { account } = requirePerson(context.actor, 'obligation.submit');
      const [{ count = 0 } = {}] = await tx.query<{ count: number }>({
        text: 'select count(*)::int as count from report_file where obligation_id = $1',
        values: [obligation],
      });
      if (count >= MOST) throw tooMany();
      const { unit, source, period, version, status } = row;
      await addReportFile(tx, row, { ...file, id: command.id, by: account, at: context.now });
      const data = { obligation, unit, source, period, file: command.id, ...file };
      return { version, status, kind: 'reportFileAdded', data };
    },
  });

const tooMany = () =>
  new Refusal(
    'conflict',
    'report.too-many-files',
    { zh: `每份报表最多上传 ${MOST} 个文件`, en: `a report takes ${MOST} files at most` },
    { field: 'file' },
  );
