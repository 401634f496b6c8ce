import { Readable } from 'node:stream';
import { writeReport } from '@fundguard/documents';
import { type Narrative, closingReport, dayOf, within } from '@fundguard/domain';
import { type BlobStore, EVERYWHERE, addSummary, lockCampaign } from '@fundguard/persistence';
import { type ByPerson, actBeside } from '../campaign/beside.js';
import { type Answer, notFound } from '../command.js';
import type { Platform } from '../platform.js';
import { closingFigures } from './figures.js';

/**
 * 生成工作总结: the figures are read and the file is written in one transaction, and the file's hash goes on the campaign's record. The
 * command's id becomes the document's.
 */
export const makeSummary = (
  platform: Platform,
  blobs: BlobStore,
  campaign: string,
  narrative: Narrative,
  command: ByPerson,
): Promise<Answer> =>
  actBeside(platform, command, {
    ...{ act: 'makeSummary', id: campaign, payload: narrative, region: EVERYWHERE },
    async lock(tx) {
      const file = await lockCampaign(tx, campaign, command.id);
      if (!file || !within(file.state.region, command.actor.region)) throw notFound('campaign');
      return { file, row: undefined };
    },
    async work({ tx, file: { state }, context: { now, calendar } }) {
      const figures = await closingFigures(tx, state, calendar);
      const told = { ...(state.summary ? { overview: state.summary } : {}), ...narrative };
      const report = closingReport(figures, told, dayOf(now));
      const stored = await blobs.put(Readable.from([await writeReport(report)]), () => Promise.resolve());
      await addSummary(tx, {
        ...{ id: command.id, campaign, region: state.region, name: report.title, ...stored },
        ...{ madeBy: command.actor.account, madeAt: now },
      });
      const { reports, cases, money, typical } = figures;
      return {
        ...{ version: state.version, status: state.status, kind: 'campaignSummaryMade' },
        data: { summary: command.id, ...stored, reports, cases, money, typical, relapses: figures.relapses },
      };
    },
  });
