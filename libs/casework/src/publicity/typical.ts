import {
  type CaseFile,
  type Context,
  type Person,
  TYPICAL_ACTS,
  type TypicalActName,
  type TypicalCase,
  type TypicalOutcome,
  type TypicalSource,
  draftTypical,
  evolveCase,
  type typicalPayload,
  within,
} from '@fundguard/domain';
import {
  EVERYWHERE,
  type LockedFile,
  type Tx,
  addTypical,
  bureauOf,
  campaignOf,
  lockCampaign,
  lockCase,
  lockProblem,
  lockTypical,
  peekTypical,
  saveTypical,
  unitName,
} from '@fundguard/persistence';
import type { z } from 'zod';
import type { ByPerson, CampaignLock } from '../campaign/beside.js';
import { recordInCampaign } from '../campaign/commands.js';
import { caseWorkflowId, write } from '../case/commands.js';
import {
  type Answer,
  contextOf,
  earlierAnswer,
  fingerprint,
  machineCommandId,
  notFound,
  refuseStale,
  transact,
} from '../command.js';
import type { Platform } from '../platform.js';
import { tellOf } from './withdrawal.js';

/** 拟写典型案例: the command's id becomes its own. */
export const writeTypical = (
  platform: Platform,
  { case: of, problem, ...given }: z.output<typeof typicalPayload>,
  command: ByPerson,
): Promise<Answer> =>
  actOnWhatIsTold(platform, command, ['draftTypical', command.id, { of, problem, ...given }], async (tx) => ({
    told: await lockTold(tx, { case: of, problem }, command),
    async work(told, context) {
      const { typical, outcome } = draftTypical(command.id, given, told.source, told.region, context);
      await addTypical(tx, typical, context.now);
      return { typical, outcome };
    },
  }));

/** One act on a typical case, with its entry on the case's record and on the campaign's. */
export const actOnTypical = (
  platform: Platform,
  id: string,
  name: TypicalActName,
  payload: unknown,
  command: ByPerson,
): Promise<Answer> =>
  actOnWhatIsTold(platform, command, [name, id, payload], async (tx) => {
    const peeked = await peekTypical(tx, id);
    if (!peeked || !within(peeked.region, command.actor.region)) throw notFound('typical-case');
    const told = await lockTold(tx, peeked, command);
    const row = await lockTypical(tx, id);
    if (!row) throw notFound('typical-case');
    return {
      told,
      stands: row,
      async work({ source }, context) {
        const outcome = TYPICAL_ACTS[name].decide({ ...row, source }, payload as never, context);
        const typical: TypicalCase = { ...row, ...outcome.changes, version: row.version + 1 };
        for (const part of outcome.clears ?? [])
          delete (typical as { -readonly [Part in typeof part]?: unknown })[part];
        await saveTypical(tx, typical);
        return { typical, outcome };
      },
    };
  });

/** What a typical case tells of, locked: the case or the problem, and the campaign that it happened in. */
interface Told {
  readonly source: TypicalSource;
  readonly region: Person['region'];
  readonly file?: LockedFile<CaseFile> | undefined;
  readonly campaign?: CampaignLock | undefined;
}
interface Scene {
  readonly told: Told;
  readonly stands?: TypicalCase;
  readonly work: (
    told: Told,
    context: Context,
  ) => Promise<{ readonly typical: TypicalCase; readonly outcome: TypicalOutcome }>;
}

/** The campaign may be one of a region above, so the transaction is not bound to the person's region; that is checked here. */
async function actOnWhatIsTold(
  platform: Platform,
  command: ByPerson,
  [act, id, payload]: readonly [string, string, unknown],
  open: (tx: Tx) => Promise<Scene>,
): Promise<Answer> {
  const print = fingerprint(command.actor, act, id, payload);
  let woken: string | undefined;
  const answer = await transact(platform, EVERYWHERE, async (tx, calendar) => {
    const { told, stands, work } = await open(tx);
    const earlier = earlierAnswer((told.file ?? told.campaign)?.ran, print);
    if (earlier) return earlier;
    if (stands)
      await refuseStale(command.expected, stands.version, { status: stands.status }, () => Promise.resolve([]));
    const law = (told.file ?? told.campaign)?.state.law;
    const context = await contextOf(platform, calendar, command, law);
    const { typical, outcome } = await work(told, context);
    const { kind } = outcome;
    const written: Answer = { id: typical.id, version: typical.version, status: typical.status, events: [kind] };
    const event = { kind, changes: {}, data: { typicalCase: typical.id, ...outcome.data } };
    const { file, campaign, region } = told;
    if (file) {
      await write(tx, {
        ...{ command, print, context, before: file, events: [event], answer: written },
        after: evolveCase(file.state, event),
      });
      woken = caseWorkflowId(file.state.id);
    }
    if (campaign) {
      const own = file ? { ...command, id: machineCommandId('typical', command.id) } : command;
      await recordInCampaign(tx, campaign, { command: own, print, context, answer: written }, [event]);
    }
    const on = file?.state.id ?? campaign?.state.id ?? typical.id;
    await tellOf(tx, typical, kind, { file: on, cause: command.id, region, at: context.now });
    return written;
  });
  if (woken) platform.wake([woken]);
  return answer;
}

async function lockTold(
  tx: Tx,
  { case: id, problem }: { case?: string | undefined; problem?: string | undefined },
  { id: command, actor }: ByPerson,
): Promise<Told> {
  if (id) {
    const file = await lockCase(tx, id, command);
    if (!file || !within(file.state.region, actor.region)) throw notFound('case');
    const { region, campaign } = file.state;
    return {
      ...{ region, file, source: { kind: 'case', file: file.state, bureau: await bureauOf(tx, region) } },
      campaign: campaign && (await lockCampaign(tx, campaign, command)),
    };
  }
  const running = problem && (await campaignOf(tx, 'problem', problem));
  const campaign = running && (await lockCampaign(tx, running, command));
  const row = campaign && (await lockProblem(tx, problem));
  if (!row || !within(row.region, actor.region)) throw notFound('problem');
  return {
    ...{ region: row.region, campaign },
    source: {
      ...{ kind: 'problem', problem: row },
      ...{ unitName: await unitName(tx, row.unit), bureau: await bureauOf(tx, row.region) },
    },
  };
}
