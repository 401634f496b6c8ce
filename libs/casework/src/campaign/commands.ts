import {
  CAMPAIGN_ACTS,
  type CampaignActName,
  type CampaignEvent,
  type CampaignFile,
  type CampaignId,
  type Context,
  type Kin,
  campaignFacts,
  draftCampaign,
  draftPayload,
  evolveCampaign,
  instant,
  withForms,
  requireInScope,
  missingOf,
} from '@fundguard/domain';
import {
  type LockedFile,
  type Telling,
  type Tx,
  campaignChanges,
  commandThatRan,
  arrearsOf,
  enrol,
  inheritable,
  lockCampaign,
  neverRechecked,
  outstanding,
  relative,
  saveCampaign,
  tell,
} from '@fundguard/persistence';
import type { z } from 'zod';
import {
  type Answer,
  type Command,
  contextOf,
  contextOn,
  earlierAnswer,
  fingerprint,
  notFound,
  refuseStale,
  regionOf,
  signature,
  transact,
} from '../command.js';
import { carriedRules } from '../rule/carried.js';
import { closingChecklist } from '../closing/checklist.js';
import type { Platform } from '../platform.js';
import { unknown } from '../unknown.js';
import { planFor } from '../plans.js';
import { takeEffect } from './effects.js';
import { drawSecret } from './draw-secret.js';

/** 拟订专项: the plan is pinned and the units that take part are enrolled. */
export async function openCampaign(
  platform: Platform,
  draft: z.output<typeof draftPayload>,
  command: Command,
): Promise<Answer> {
  requireInScope(command.actor, {});
  const print = fingerprint(command.actor, 'draftCampaign', command.id, draft);
  const answer = await transact(platform, regionOf(command.actor), async (tx, calendar) => {
    const earlier = earlierAnswer(await commandThatRan(tx, command.id), print);
    if (earlier) return earlier;
    const context = await contextOf(platform, calendar, command, undefined);
    const template = withForms(await planFor(tx, platform, draft.plan), platform.rules.form);
    await requireRegion(tx, draft.region);
    const carried = await carriedRules(tx, draft, context.now);
    const kin = { ...(await kinOf(tx, draft, 'parent')), ...(await kinOf(tx, draft, 'predecessor')) };
    const { opened, event, plan } = draftCampaign(command.id as CampaignId, template, draft, context, kin, carried);
    const written = answerOf(opened, [event]);
    await saveCampaign(tx, { ...recorded(command, print, context, opened, [event], written), before: undefined }, plan);
    const enrolled = await enrol(tx, opened, plan.participants, context.now, draft.units);
    if (enrolled < new Set(draft.units).size) throw unknown('units');
    return written;
  });
  platform.wake([campaignWorkflowId(answer.id)]);
  return answer;
}

async function kinOf(tx: Tx, draft: z.output<typeof draftPayload>, field: keyof Kin): Promise<Kin> {
  const id = draft[field];
  if (!id) return {};
  const found = await relative(tx, id);
  if (!found) throw unknown(field);
  return { [field]: found };
}

async function requireRegion(tx: Tx, path: string): Promise<void> {
  const known = await tx.query({ text: 'select 1 from region where path = $1', values: [path] });
  if (known.length === 0) throw unknown('region');
}

/** What an act must know of the rows beside the file. */
const BESIDE: Readonly<
  Partial<Record<CampaignActName, (tx: Tx, file: CampaignFile, payload: never) => Promise<Partial<Context>>>>
> = {
  closeCampaign: async (tx, { id }) => ({
    outstanding: await outstanding(tx, id),
    missing: missingOf(await closingChecklist(tx, id)),
  }),
  chaseUnits: async (tx, { id }, { units }: { units: string[] }) => ({ arrears: await arrearsOf(tx, id, units) }),
  takeOverLedger: async (tx, { id, predecessor }, { struckOff }: { struckOff: boolean }) =>
    predecessor ? { inheritance: await inheritable(tx, { campaign: id, predecessor, struckOff }) } : {},
  sampleRechecks: async (tx, { id }) => ({
    lots: {
      candidates: (await neverRechecked(tx, id)).map((problem) => problem.id),
      secret: drawSecret(),
    },
  }),
};

/** One act on a campaign, with what it does to the rows beside it, in one transaction. */
export async function actOnCampaign(
  platform: Platform,
  id: string,
  name: CampaignActName,
  payload: unknown,
  command: Command,
): Promise<Answer> {
  const print = fingerprint(command.actor, name, id, payload);
  const woken: string[] = [campaignWorkflowId(id)];
  const answer = await transact(platform, regionOf(command.actor), async (tx, calendar) => {
    const file = await lockCampaign(tx, id, command.id);
    if (!file) throw notFound('campaign');
    const earlier = earlierAnswer(file.ran, print);
    if (earlier) return earlier;
    const { version, status, standing } = file.state;
    await refuseStale(command.expected, version, { status, ...standing }, (seen) => campaignChanges(tx, id, seen));
    const context = {
      ...(await contextOn(tx, platform, calendar, command, { ...file.state, campaign: file.state.id })),
      ...(await BESIDE[name]?.(tx, file.state, payload as never)),
    };
    const events = CAMPAIGN_ACTS[name].decide(file.state, payload as never, context);
    const after = events.reduce(evolveCampaign, file.state);
    const written = answerOf(after, events);
    await saveCampaign(tx, { ...recorded(command, print, context, after, events, written), before: file });
    const tellings = await takeEffect({ tx, platform, file: after, context }, events);
    await tell(tx, tellings);
    woken.push(...tellings.map(({ workflowId }) => workflowId));
    return written;
  });
  platform.wake(woken);
  return answer;
}

/** Lengthens a campaign's record by something that happened in it, leaving the campaign itself as it is. */
export async function recordInCampaign(
  tx: Tx,
  file: LockedFile<CampaignFile>,
  entry: { readonly command: Command; readonly print: string; readonly context: Context; readonly answer: Answer },
  events: readonly Pick<CampaignEvent, 'kind' | 'data'>[],
): Promise<void> {
  const { command, print, context, answer } = entry;
  const happened = events.map(({ kind, data }) => ({ kind, changes: {}, ...(data ? { data } : {}) }));
  await saveCampaign(tx, { ...recorded(command, print, context, file.state, happened, answer), before: file });
}

const answerOf = (file: CampaignFile, events: readonly CampaignEvent[]): Answer => ({
  id: file.id,
  version: file.version,
  status: file.status,
  events: events.map(({ kind }) => kind),
});

const recorded = (
  command: Command,
  print: string,
  context: Context,
  after: CampaignFile,
  events: readonly CampaignEvent[],
  answer: Answer,
) => ({
  after,
  events: events.map(({ kind, data = {} }) => ({ kind, data })),
  actor: signature(context.actor),
  at: context.now,
  due: command.timer ? instant(command.timer.due) : null,
  command: { id: command.id, fingerprint: print, answer },
  telling: tellCampaign(after, events.at(-1)?.kind ?? ''),
});

export const campaignWorkflowId = (id: string): string => `campaign/${id}`;

export const tellCampaign = (file: CampaignFile, signal: string): Telling => {
  const facts = campaignFacts(file);
  return {
    workflowId: campaignWorkflowId(file.id),
    kind: 'campaign',
    signal,
    facts,
    version: file.version,
    open: facts.open,
  };
};
