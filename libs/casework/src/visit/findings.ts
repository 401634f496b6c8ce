import {
  Refusal,
  type VisitFile,
  findingToLead,
  findingToLedger,
  leadOf,
  ledgerPayload,
  maySee,
  requireInScope,
} from '@fundguard/domain';
import {
  EVERYWHERE,
  type FiledFinding,
  type Tx,
  addFinding,
  commandThatRan,
  findingsOf,
  visitById,
} from '@fundguard/persistence';
import type { z } from 'zod';
import { type ByPerson, actBeside } from '../campaign/beside.js';
import { enterIn } from '../campaign/problems.js';
import { caseWorkflowId, openIn } from '../case/commands.js';
import {
  type Answer,
  contextOf,
  earlierAnswer,
  fingerprint,
  machineCommandId,
  notFound,
  transact,
} from '../command.js';
import type { Platform } from '../platform.js';
import { lockVisit } from './visits.js';

/** 检查发现问题登记台账: the problem and the link to where it was found, in one transaction. */
export const findingAsProblem = (
  platform: Platform,
  id: string,
  given: z.output<typeof findingToLedger>,
  command: ByPerson,
): Promise<Answer> =>
  actBeside(platform, command, {
    ...{ act: 'findingAsProblem', id, payload: given, region: EVERYWHERE },
    lock: (tx) => lockVisit(tx, id, command),
    async work({ tx, file, row: { visit }, context }) {
      const problem = machineCommandId('visit-problem', id, given.line);
      await requireUnfiled(tx, visit, { line: given.line, kind: 'problem' });
      const payload = ledgerPayload(visit, given);
      const done = await enterIn(tx, problem, payload, { file, region: visit.region, context });
      await addFinding(tx, visit, { line: given.line, kind: 'problem', file: problem });
      return { ...done, id: problem, data: { ...done.data, visit: id, line: given.line } };
    },
  });

/** 检查发现问题转线索: the case's own record begins with it. */
export async function findingAsLead(
  platform: Platform,
  id: string,
  given: z.output<typeof findingToLead>,
  command: ByPerson,
): Promise<Answer> {
  const print = fingerprint(command.actor, 'findingAsLead', id, given);
  const answer = await transact(platform, EVERYWHERE, async (tx, calendar) => {
    const stored = await visitById(tx, id, true);
    if (!stored || !maySee(stored.visit, stored.campaignRegion, command.actor)) throw notFound('visit');
    const earlier = earlierAnswer(await commandThatRan(tx, command.id), print);
    if (earlier) return earlier;
    await requireUnfiled(tx, stored.visit, { line: given.line, kind: 'case' });
    const lead = leadOf(stored.visit, stored.unitName, given);
    const { campaign } = stored.visit;
    requireInScope(command.actor, { campaign });
    const context = await contextOf(platform, calendar, command, undefined);
    const { opened, written } = await openIn(platform, tx, lead, { command, print, context });
    await addFinding(tx, stored.visit, { line: given.line, kind: 'case', file: opened.id });
    return written;
  });
  platform.wake([caseWorkflowId(answer.id)]);
  return answer;
}

async function requireUnfiled(tx: Tx, { id }: VisitFile, { line, kind }: Omit<FiledFinding, 'file'>): Promise<void> {
  const before = (await findingsOf(tx, id)).find((each) => each.line === line && each.kind === kind);
  if (!before) return;
  throw new Refusal(
    'conflict',
    'visit.finding-filed',
    { zh: '该项问题已登记', en: 'this finding was filed already' },
    { field: 'line', standing: before },
  );
}
