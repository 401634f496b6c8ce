import {
  CASE_ACTS,
  type CaseActName,
  type CaseEvent,
  type CaseFile,
  type CaseId,
  type Context,
  type RegionPath,
  caseFacts,
  dayOf,
  evolveCase,
  instant,
  leadPayload,
  openLead,
  requireInScope,
} from '@fundguard/domain';
import {
  type LockedFile,
  type Telling,
  type Tx,
  commandThatRan,
  eventsOf,
  keepIdentity,
  lockCase,
  saveCase,
} from '@fundguard/persistence';
import type { z } from 'zod';
import {
  type Answer,
  CHANGES_SHOWN,
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
import type { Platform } from '../platform.js';
import { withdrawWithDecision } from '../publicity/withdrawal.js';
import { type CaseNumbering, nextCaseNumber } from './number.js';
import { recordMoney } from './money.js';
import { sealed, withoutNumber } from './lead-identity.js';
import { requireKnown, requireLead } from './references.js';

/** 登记线索: the command's id becomes the case's. */
export async function openCase(
  platform: Platform,
  lead: z.output<typeof leadPayload>,
  command: Command,
): Promise<Answer> {
  requireInScope(command.actor, { campaign: lead.campaign });
  const identity = sealed(platform, lead, command.id);
  const print = fingerprint(command.actor, 'openLead', command.id, withoutNumber(lead, identity));
  const answer = await transact(platform, regionOf(command.actor), async (tx, calendar) => {
    const earlier = earlierAnswer(await commandThatRan(tx, command.id), print);
    if (earlier) return earlier;
    const context = await contextOf(platform, calendar, command, undefined);
    const { opened, written } = await openIn(platform, tx, lead, { command, print, context });
    if (identity) await keepIdentity(tx, opened, identity);
    return written;
  });
  platform.wake([caseWorkflowId(answer.id)]);
  return answer;
}

export const aboutCase = ({ id, law, campaign }: CaseFile) => ({ id, case: id, law, campaign });

/** The case of a lead, in a transaction that does more than that. Its law is that of the day and the region, whatever campaign it is in. */
export async function openIn(
  { rules }: Platform,
  tx: Tx,
  lead: z.output<typeof leadPayload>,
  { command, print, context: around }: Pick<Outcome, 'command' | 'print' | 'context'>,
): Promise<{ readonly opened: CaseFile; readonly written: Answer }> {
  await requireLead(tx, lead);
  const context = { ...around, law: rules.currentLaw(dayOf(around.now), lead.region as RegionPath) };
  const numbering: CaseNumbering = { region: lead.region, year: context.now.slice(0, 4) };
  const { opened, event } = openLead(command.id as CaseId, await nextCaseNumber(tx, numbering), lead, context);
  return {
    opened,
    written: await write(tx, { command, print, context, before: undefined, after: opened, events: [event] }),
  };
}

/** One act on a case, in one transaction: lock, look at what people saw, decide, record, leave word for the workflow. */
export async function actOnCase(
  platform: Platform,
  id: string,
  name: CaseActName,
  payload: unknown,
  command: Command,
): Promise<Answer> {
  const act = CASE_ACTS[name];
  const print = fingerprint(command.actor, name, id, payload);
  const answer = await transact(platform, regionOf(command.actor), async (tx, calendar) => {
    const file = await lockCase(tx, id, command.id);
    if (!file) throw notFound('case');
    const earlier = earlierAnswer(file.ran, print);
    if (earlier) return earlier;
    const { version, stage, standing } = file.state;
    await refuseStale(command.expected, version, { stage, ...standing }, (seen) =>
      eventsOf(tx, id, seen, CHANGES_SHOWN),
    );
    await requireKnown(tx, name, file.state, payload);
    const context = await contextOn(tx, platform, calendar, command, aboutCase(file.state));
    const events = act.decide(file.state, payload as never, context);
    const after = events.reduce(evolveCase, file.state);
    return write(tx, { command, print, context, before: file, after, events });
  });
  if (answer.events.length > 0) platform.wake([caseWorkflowId(id)]);
  return answer;
}

export interface Outcome {
  readonly command: Command;
  readonly print: string;
  readonly context: Context;
  readonly before: LockedFile<CaseFile> | undefined;
  readonly after: CaseFile;
  readonly events: readonly CaseEvent[];
  /** Where the act was on something beside the case: how that stands then. */
  readonly answer?: Answer;
}

export async function write(tx: Tx, outcome: Outcome): Promise<Answer> {
  const { command, print, context, before } = outcome;
  const withdrawn = await withdrawWithDecision(tx, outcome);
  const events = [...outcome.events, ...withdrawn];
  const after = withdrawn.reduce(evolveCase, outcome.after);
  const answer: Answer = outcome.answer ?? {
    id: after.id,
    version: after.version,
    status: after.stage,
    events: events.map(({ kind }) => kind),
  };
  if (events.length === 0) return answer;
  await saveCase(tx, {
    before,
    after,
    events: events.map(({ kind, changes, data = {}, starts = [], stops = [] }) => ({
      kind,
      data: { ...data, ...('stage' in changes ? { stage: changes.stage } : {}), starts, stops },
    })),
    actor: signature(context.actor),
    at: context.now,
    due: command.timer ? instant(command.timer.due) : null,
    command: { id: command.id, fingerprint: print, answer },
    telling: tellCase(after, events.at(-1)?.kind ?? ''),
  });
  await recordMoney(tx, after, (before?.seq ?? 0) + 1, events);
  return answer;
}

export const caseWorkflowId = (id: string): string => `case/${id}`;

export const tellCase = (file: CaseFile, signal: string): Telling => {
  const facts = caseFacts(file);
  return { workflowId: caseWorkflowId(file.id), kind: 'case', signal, facts, version: file.version, open: facts.open };
};
