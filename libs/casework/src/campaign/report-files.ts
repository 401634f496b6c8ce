import { type ReportFile, Refusal, requirePerson } from '@fundguard/domain';
import { EVERYWHERE, addReportFile, campaignOfObligation, lockCampaign, lockObligation } from '@fundguard/persistence';
import { type Answer, notFound } from '../command.js';
import type { Platform } from '../platform.js';
import { type ByPerson, actBeside } from './beside.js';

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
    async lock(tx) {
      const campaign = await campaignOfObligation(tx, obligation);
      const locked = campaign && (await lockCampaign(tx, campaign, command.id));
      const row = locked && (await lockObligation(tx, obligation));
      if (!row || row.unit !== command.actor.unit) throw notFound('obligation');
      return { file: locked, row };
    },
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
