import {
  type CaseFile,
  type NewReporter,
  evolveCase,
  refuseNamedIn,
  requireInScope,
  requirePerson,
  type leadPayload,
} from '@fundguard/domain';
import { commandThatRan, eventsOf, keepIdentity, lockCase } from '@fundguard/persistence';
import type { z } from 'zod';
import { aboutCase, caseWorkflowId, openIn, write } from '../case/commands.js';
import { sealed, withoutNumber } from '../case/lead-identity.js';
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
  transact,
} from '../command.js';
import type { Platform } from '../platform.js';
import { codeAgain, keepReporter, reporterEvent, requireVault } from './keep.js';

/** The code is in the answer of the API alone: not in the command that is kept, nor anywhere else. */
export type Reported = Answer & { readonly code?: string };

interface Report {
  readonly lead: z.output<typeof leadPayload>;
  readonly reporter?: NewReporter | undefined;
}

/** 接报: a lead, and whoever reported it into the vault, in one transaction. */
export async function takeReport(platform: Platform, { lead, reporter }: Report, command: Command): Promise<Reported> {
  requireInScope(command.actor, { campaign: lead.campaign });
  const vault = reporter && requireVault(platform);
  if (reporter) refuseNamedIn({ title: lead.title, summary: lead.summary }, reporter, lead.subject.name);
  const identity = sealed(platform, lead, command.id);
  const secrets = reporter && vault?.blind(JSON.stringify(reporter));
  const print = fingerprint(command.actor, 'takeReport', command.id, [withoutNumber(lead, identity), secrets]);
  const { answer, code } = await transact(platform, regionOf(command.actor), async (tx, calendar) => {
    const earlier = earlierAnswer(await commandThatRan(tx, command.id), print);
    if (earlier)
      return { answer: earlier, code: reporter && vault && (await codeAgain(tx, vault, reporter, command.id)) };
    const context = await contextOf(platform, calendar, command, undefined);
    const more = (file: CaseFile) => (reporter ? [reporterEvent(file, reporter, context)] : []);
    const { opened, written } = await openIn(platform, tx, lead, { command, print, context }, more);
    if (identity) await keepIdentity(tx, opened, identity);
    const code = reporter && vault && (await keepReporter(tx, vault, { file: opened, reporter, context }));
    return { answer: written, code };
  });
  platform.wake([caseWorkflowId(answer.id)]);
  return { ...answer, ...(code ? { code } : {}) };
}

/** 登记举报人 of a lead that is there already: somebody else reports the same, or the one who called says their name. */
export async function addReporterTo(
  platform: Platform,
  id: string,
  reporter: NewReporter,
  command: Command,
): Promise<Reported> {
  requirePerson(command.actor, 'case.intake');
  const vault = requireVault(platform);
  const print = fingerprint(command.actor, 'registerReporter', id, vault.blind(JSON.stringify(reporter)));
  const { answer, code } = await transact(platform, regionOf(command.actor), async (tx, calendar) => {
    const file = await lockCase(tx, id, command.id);
    if (!file) throw notFound('case');
    const earlier = earlierAnswer(file.ran, print);
    if (earlier) return { answer: earlier, code: await codeAgain(tx, vault, reporter, command.id) };
    const { version, stage } = file.state;
    await refuseStale(command.expected, version, { stage }, (seen) => eventsOf(tx, id, seen, CHANGES_SHOWN));
    const context = await contextOn(tx, platform, calendar, command, aboutCase(file.state));
    const event = reporterEvent(file.state, reporter, context);
    const after = evolveCase(file.state, event);
    const written = await write(tx, { command, print, context, before: file, after, events: [event] });
    return { answer: written, code: await keepReporter(tx, vault, { file: after, reporter, context }) };
  });
  platform.wake([caseWorkflowId(id)]);
  return { ...answer, ...(code ? { code } : {}) };
}
