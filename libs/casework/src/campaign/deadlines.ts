import {
  type CampaignFile,
  type Context,
  type Day,
  type DeadlineFacts,
  type Instant,
  type PlanTemplate,
  at,
  climb,
  dayOf,
  endOf,
  instant,
  shifted,
  timeOf,
} from '@fundguard/domain';
import {
  type DeadlineRecord,
  type PlannedDeadline,
  type Telling,
  type Tx,
  closeDeadlines,
  isDeadlineOpen,
  planDeadlines,
} from '@fundguard/persistence';
import type { WorkingCalendar } from '@fundguard/domain';
import { pinnedPlan } from './plan.js';

/** One workflow for each distinct instant of a campaign, however many units share it. */
export const deadlineWorkflowId = (campaign: string, due: Instant): string => `deadline/${campaign}/${due}`;

/**
 * Lays the plan's ladder at each instant and leaves word for the workflows that climb it. `rested`: the campaign came
 * to rest while they were being climbed, so that the steps that were ahead then come so many days later.
 */
export async function openDeadlines(
  tx: Tx,
  file: CampaignFile,
  plan: PlanTemplate,
  dues: readonly Instant[],
  calendar: WorkingCalendar,
  rested?: { readonly from: Instant; readonly days: number },
): Promise<Telling[]> {
  const planned = dues.map((due): PlannedDeadline => {
    const steps = climb(plan.escalation, due, calendar).map((step) =>
      rested && step.at > rested.from ? { ...step, at: workedOn(shifted(step.at, rested.days), calendar) } : step,
    );
    return { due, steps, provisional: calendar.spanIsProvisional(dayOf(due), dayOf(steps.at(-1)?.at ?? due)) };
  });
  return (await planDeadlines(tx, file, planned)).map((record) => tellDeadline(file, record, 'deadlineSet'));
}

const workedOn = (moment: Instant, calendar: WorkingCalendar): Instant =>
  at(calendar.rollForward(dayOf(moment)), timeOf(moment));

/** A line of the ledger is urged as everything else is that is due by the end of its day; that ladder may be standing already. */
export async function watchLedgerDay(
  tx: Tx,
  file: CampaignFile,
  day: Day,
  { now, calendar }: Pick<Context, 'now' | 'calendar'>,
): Promise<Telling[]> {
  const due = endOf(day);
  if (due <= now || (await isDeadlineOpen(tx, file.id, due))) return [];
  return openDeadlines(tx, file, await pinnedPlan(tx, file.id), [due], calendar);
}

/** Ends the workflows of deadlines at which nobody owes anything any more. */
export async function endDeadlines(tx: Tx, file: CampaignFile, dues: readonly Instant[] | 'all'): Promise<Telling[]> {
  const closed: DeadlineRecord[] = [];
  if (dues === 'all') closed.push(...(await closeDeadlines(tx, file.id)));
  else for (const due of dues) closed.push(...(await closeDeadlines(tx, file.id, due)));
  return closed.map((record) => tellDeadline(file, record, 'deadlineRecalled'));
}

function tellDeadline(file: CampaignFile, { due, version, open, steps }: DeadlineRecord, signal: string): Telling {
  const facts: DeadlineFacts = { campaignId: file.id, due: instant(due), version, open, steps };
  return { workflowId: deadlineWorkflowId(file.id, facts.due), kind: 'deadline', signal, facts, version, open };
}
