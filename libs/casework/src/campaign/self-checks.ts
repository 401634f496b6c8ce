import {
  Refusal,
  SELF_CHECK_ACTS,
  type SelfCheck,
  type SelfCheckActName,
  type SelfCheckOutcome,
  reportPayload,
  type selfCheckPayload,
  submitSelfCheck,
  within,
} from '@fundguard/domain';
import {
  EVERYWHERE,
  type Tx,
  categoriesEntered,
  lockCampaign,
  lockObligation,
  lockSelfCheck,
  markKeyTarget,
  owesSelfCheck,
  saveSelfCheck,
  selfCheckOf,
} from '@fundguard/persistence';
import type { z } from 'zod';
import { type Answer, machineCommandId, notFound } from '../command.js';
import type { Platform } from '../platform.js';
import { type ByPerson, actBeside, lockBeside } from './beside.js';
import { actOnObligation } from './obligations.js';
import { groundwork } from './report-basis.js';

/**
 * 报送自查: the unit's answers, and with them the self-check reports its plan asks for, so that nobody writes the same twice. The
 * campaign may belong to a region above the unit's own.
 */
export async function handInSelfCheck(
  platform: Platform,
  payload: z.output<typeof selfCheckPayload>,
  command: ByPerson,
): Promise<Answer> {
  const { campaign } = payload;
  const unit = command.actor.unit ?? '';
  let reports: readonly string[] = [];
  const found = payload.answers.filter((each) => each.found).length;
  const answer = await actBeside(platform, command, {
    ...{ act: 'submitSelfCheck', id: command.id, payload, region: EVERYWHERE },
    async lock(tx) {
      const file = unit && (await lockCampaign(tx, campaign, command.id));
      const owed = file && (await owesSelfCheck(tx, campaign, unit));
      if (!file || !owed) throw notFound('campaign');
      reports = owed.reports;
      return { file, row: owed };
    },
    async work({ tx, row: { kind, region }, context }) {
      const list = platform.rules.selfCheckList(kind);
      if (!list) throw nothingToAnswer();
      const before = await selfCheckOf(tx, campaign, unit);
      const entered = await categoriesEntered(tx, campaign, unit);
      const { selfCheck, outcome } = submitSelfCheck(command.id, payload, { list, region, before, entered }, context);
      await saveSelfCheck(tx, selfCheck, context.now);
      return told(tx, selfCheck, outcome);
    },
  });
  for (const report of reports) await handInReport(platform, report, { found, command });
  return answer;
}

/** Sent again it is the same command; one that was handed in meanwhile stays as it is. */
async function handInReport(
  platform: Platform,
  id: string,
  { found, command }: { readonly found: number; readonly command: ByPerson },
): Promise<void> {
  const content =
    found === 0 ? '已对照清单逐项自查，未发现问题' : `已对照清单逐项自查，${found} 项要点发现问题，已登记问题台账`;
  const now = await platform.clock.now();
  const owed = await platform.db.within(EVERYWHERE, async (tx) => {
    const row = await lockObligation(tx, id);
    return row && { row, form: (await groundwork(tx, row, now)).form };
  });
  // What the unit wrote itself is not written over.
  if (!owed || owed.row.status === 'submitted') return;
  const reasons = Object.fromEntries((owed.form?.fields ?? []).map((field) => [field.id, content]));
  const payload = reportPayload.parse({ content, reasons, zero: found === 0 });
  const { actor } = command;
  try {
    const again = { id: machineCommandId('self-check-report', command.id, id), actor };
    await actOnObligation(platform, id, 'submitReport', payload, again);
  } catch (error) {
    // What its form wants beyond this the unit hands in at its desk.
    if (!(error instanceof Refusal) || !['conflict', 'invalid'].includes(error.kind)) throw error;
  }
}

/** One act on a self-check, and its entry on the campaign's record. */
export const actOnSelfCheck = (
  platform: Platform,
  id: string,
  name: SelfCheckActName,
  payload: unknown,
  command: ByPerson,
): Promise<Answer> =>
  actBeside(platform, command, {
    ...{ act: name, id, payload, region: command.actor.region },
    lock: (tx) =>
      lockBeside(tx, command, {
        table: 'self_check',
        id,
        noun: 'self-check',
        lockRow: lockSelfCheck,
        isReached: ({ region }) => within(region, command.actor.region),
      }),
    stands: (_tx, { version, status }) => ({ version, status }),
    async work({ tx, row, context }) {
      const outcome = SELF_CHECK_ACTS[name].decide(row, payload as never, context);
      const after = { ...row, ...outcome.changes, version: row.version + 1 };
      await saveSelfCheck(tx, after, context.now);
      return told(tx, after, outcome);
    },
  });

async function told(
  tx: Tx,
  { id, version, status, campaign, unit }: SelfCheck,
  { kind, data, keyTarget }: SelfCheckOutcome,
) {
  if (keyTarget) await markKeyTarget(tx, campaign, unit, keyTarget);
  return { id, version, status, kind, data: { selfCheck: id, unit, ...data } };
}

const nothingToAnswer = () =>
  new Refusal('conflict', 'self-check.no-list', {
    zh: '没有适用于本单位的自查清单',
    en: 'there is no list for units of this kind',
  });
