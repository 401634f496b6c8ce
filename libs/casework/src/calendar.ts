import {
  type CampaignFile,
  type Instant,
  type Machine,
  type PlanTemplate,
  type Stage,
  holidayMoveSubject,
  holidayRule,
  instant,
  isOpen,
  schedulePlan,
} from '@fundguard/domain';
import {
  EVERYWHERE,
  type Tx,
  lockCampaign,
  moveDue,
  provisionalDeadlines,
  recallRungs,
  tell,
  tellOwing,
} from '@fundguard/persistence';
import { contextOf, machineCommandId, transact } from './command.js';
import { actOnCase } from './case/commands.js';
import { recordInCampaign } from './campaign/commands.js';
import { endDeadlines, openDeadlines } from './campaign/deadlines.js';
import { pinnedPlan } from './campaign/plan.js';
import type { Platform } from './platform.js';

const CALENDAR: Machine = { kind: 'machine', name: 'calendar' };

/** After a holiday calendar was loaded: whatever was provisional is computed again. Returns how many files moved. */
export async function reproject(platform: Platform): Promise<number> {
  const { version } = await platform.calendars.current();
  const [cases, campaigns] = await platform.db.within(EVERYWHERE, async (tx) => [
    await staleCases(tx, version),
    await staleCampaigns(tx),
  ]);
  let moved = 0;
  for (const { id, stage } of cases) {
    const command = { id: machineCommandId('reproject', id, version), actor: CALENDAR };
    const act = isOpen({ stage }) ? 'reprojectLimits' : 'reprojectAfterEnd';
    const answer = await actOnCase(platform, id, act, {}, command);
    if (answer.events.length > 0) moved += 1;
  }
  for (const id of campaigns) if (await reprojectCampaign(platform, id, version)) moved += 1;
  return moved;
}

const staleCases = (tx: Tx, version: string): Promise<{ id: string; stage: Stage }[]> =>
  tx.query({
    text: `select id, stage from case_file where next_due is not null and jsonb_path_exists(state,
             '$.clocks[*] ? (@.provisional == true && @.calendar != $version)', jsonb_build_object('version', $1::text))`,
    values: [version],
  });

const staleCampaigns = async (tx: Tx): Promise<string[]> =>
  (
    await tx.query<{ id: string }>({
      text: `select distinct campaign_id as id from deadline where open and provisional`,
      values: [],
    })
  ).map(({ id }) => id);

/** Reports the plan moves for holidays get their day; ladders count the new working days. */
async function reprojectCampaign(platform: Platform, id: string, version: string): Promise<boolean> {
  const command = { id: machineCommandId('reproject', id, version), actor: CALENDAR };
  const woken: string[] = [];
  const done = await transact(platform, EVERYWHERE, async (tx, calendar) => {
    const file = await lockCampaign(tx, id, command.id);
    if (!file || file.ran || file.state.status !== 'running') return false;
    const context = await contextOf(platform, calendar, command, file.state.law);
    const plan = await pinnedPlan(tx, id);
    const moves = await movedReports(tx, file.state, plan, context);
    for (const move of moves) {
      await moveDue(tx, id, move);
      await recallRungs(tx, id, move.from, context.now, { source: move.source });
      const report = plan.reports.find((each) => each.id === move.source);
      if (!report) continue;
      const subject = holidayMoveSubject(file.state.name, report, move);
      await tellOwing(
        tx,
        { campaign: id, source: move.source, due: move.to },
        { cause: version, subject, at: context.now },
      );
    }
    const ladders = (await provisionalDeadlines(tx, id)).map(({ due }) => instant(due));
    const gone = moves.map(({ from }) => from);
    const dues = [...new Set([...ladders.filter((due) => !gone.includes(due)), ...moves.map(({ to }) => to)])];
    const tellings = [
      ...(await endDeadlines(tx, file.state, gone)),
      ...(await openDeadlines(tx, file.state, plan, dues, context.calendar)),
    ];
    await tell(tx, tellings);
    const answer = { id, version: file.state.version, status: file.state.status, events: ['deadlinesReprojected'] };
    const event = { kind: 'deadlinesReprojected', data: { calendar: version, ladders: dues, moved: moves } };
    await recordInCampaign(tx, file, { command, print: command.id.replaceAll('-', ''), context, answer }, [event]);
    woken.push(...tellings.map(({ workflowId }) => workflowId));
    return true;
  });
  platform.wake(woken);
  return done;
}

/** Recurring reports whose instant differs under the new calendar, where they still stand as first computed. */
async function movedReports(
  tx: Tx,
  file: CampaignFile,
  plan: PlanTemplate,
  { calendar, now }: Awaited<ReturnType<typeof contextOf>>,
): Promise<{ from: Instant; to: Instant; source: string }[]> {
  const rows = await tx.query<{ source: string; period: string; due: Date }>({
    text: `select distinct source, period, due_at as due from obligation where campaign_id = $1 and period <> '' and due_at > $2`,
    values: [file.id, now],
  });
  const { duties } = schedulePlan(plan, file.start, calendar, file.end);
  const movable = new Set(plan.reports.filter((report) => holidayRule(report)).map(({ id }) => id));
  return rows.flatMap(({ source, period, due }) => {
    const duty = duties.find((each) => each.source === source && each.period === period);
    const from = instant(due);
    return duty && movable.has(source) && duty.due !== from && duty.due > now ? [{ from, to: duty.due, source }] : [];
  });
}
