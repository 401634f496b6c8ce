import {
  type CampaignEvent,
  type CampaignFile,
  type Context,
  type Day,
  type Instant,
  type Person,
  Refusal,
  type ScheduledDuty,
  chaseSubject,
  instant,
  schedulePlan,
  shifted,
} from '@fundguard/domain';
import {
  type Telling,
  type Tx,
  askRechecks,
  chase,
  demand,
  dueInstants,
  enrol,
  inherit,
  ledgerInstants,
  moveDue,
  recallRungs,
  shiftLedger,
  standingDues,
  unsettledBy,
  waiveOwed,
} from '@fundguard/persistence';
import type { Platform } from '../platform.js';
import { unknown } from '../unknown.js';
import { endDeadlines, openDeadlines, watchLedgerDay } from './deadlines.js';
import { pinnedPlan } from './plan.js';

interface Scene {
  readonly tx: Tx;
  readonly platform: Platform;
  readonly file: CampaignFile;
  readonly context: Context;
}

type Effect = (scene: Scene, data: Readonly<Record<string, unknown>>) => Promise<Telling[]>;

/** What an act on a campaign does to the rows beside it; returns what the deadlines' workflows are to hear. */
export async function takeEffect(scene: Scene, events: readonly CampaignEvent[]): Promise<Telling[]> {
  const tellings: Telling[] = [];
  for (const { kind, data = {} } of events) tellings.push(...((await EFFECTS[kind]?.(scene, data)) ?? []));
  return tellings;
}

const EFFECTS: Readonly<Record<string, Effect | undefined>> = {
  async campaignLaunched(scene) {
    const { tx, file, context } = scene;
    const plan = await pinnedPlan(tx, file.id);
    await demand(tx, file.id, schedulePlan(plan, file.start, context.calendar, file.end).duties, context.now);
    return openDeadlines(tx, file, plan, await instants(scene, context.now), context.calendar);
  },

  async deadlineMoved(scene, data) {
    const { tx, file, context } = scene;
    const move = data as { from: Instant; to: Instant; source?: string; unit?: string; phases: string[] };
    const moved = await moveDue(tx, file.id, move);
    if (moved === 0 && move.phases.length > 0) return []; // a phase by whose end nobody owes anything
    if (moved === 0) {
      throw new Refusal(
        'not-found',
        'deadline.not-found',
        { zh: '该时点没有应报事项', en: 'nothing is due and no phase ends at that instant' },
        { field: 'from' },
      );
    }
    await recallRungs(tx, file.id, move.from, context.now, move);
    return [
      ...(await endDeadlines(tx, file, [move.from])),
      ...(await openDeadlines(tx, file, await pinnedPlan(tx, file.id), [move.to], context.calendar)),
    ];
  },

  campaignPaused: ({ tx, file }) => endDeadlines(tx, file, 'all'),

  async campaignResumed(scene, data) {
    const { tx, file, context } = scene;
    const { pausedAt, days } = data as { pausedAt: Instant; days: number };
    await waiveOwed(tx, file.id, { recurringBetween: [pausedAt, context.now] }, '专项暂停期间免报');
    // From the last instant to the first, so that no move lands on rows yet to be moved.
    const ahead = (await dueInstants(tx, file.id, pausedAt, true)).map(({ due }) => instant(due)).reverse();
    for (const from of days > 0 ? ahead : []) await moveDue(tx, file.id, { from, to: shifted(from, days) });
    if (days > 0) await shiftLedger(tx, file.id, pausedAt, days);
    const plan = await pinnedPlan(tx, file.id);
    const late = distinct([
      ...(await unsettledBy(tx, file.id, pausedAt)),
      ...(await ledgerInstants(tx, file.id, { until: pausedAt })),
    ]);
    return [
      ...(await openDeadlines(tx, file, plan, await instants(scene, pausedAt), context.calendar)),
      ...(await openDeadlines(tx, file, plan, late, context.calendar, { from: pausedAt, days })),
    ];
  },

  async unitAdded(scene, data) {
    const { tx, file, context } = scene;
    const { unit } = data as { unit: string };
    if (await takesPart(tx, file.id, unit)) {
      throw new Refusal(
        'conflict',
        'unit.takes-part',
        { zh: '该单位已参加本专项', en: 'the unit takes part already' },
        { field: 'unit' },
      );
    }
    const plan = await pinnedPlan(tx, file.id);
    if ((await enrol(tx, file, plan.participants, context.now, [unit])) === 0) {
      throw unknown('unit');
    }
    const { duties } = schedulePlan(plan, file.start, context.calendar, file.end);
    await demand(tx, file.id, await asTheyStand(scene, duties), context.now, unit);
    return openDeadlines(tx, file, plan, await instants(scene, context.now), context.calendar);
  },

  async unitDropped({ tx, file, context }, data) {
    const { unit, reason } = data as { unit: string; reason: string };
    if (!(await takesPart(tx, file.id, unit))) throw unknown('unit');
    await tx.query({
      text: 'update participant set dropped_at = $3 where campaign_id = $1 and unit_id = $2 and dropped_at is null',
      values: [file.id, unit, context.now],
    });
    const gone = await waiveOwed(tx, file.id, { unit }, reason);
    return endDeadlines(
      tx,
      file,
      gone.map(({ due }) => instant(due)),
    );
  },

  async unitsChased({ tx, file, context }, data) {
    const { units, message } = data as { units: string[]; message?: string };
    const subject = chaseSubject(file.name, message);
    await chase(tx, { campaign: file.id, command: context.command, units, subject, at: context.now });
    return [];
  },

  async ledgerTakenOver({ tx, file, context }, data) {
    const { due, struckOff, predecessor } = data as { due: Day; struckOff: boolean; predecessor: string };
    const account = (context.actor as Person).account;
    await inherit(tx, { campaign: file.id, predecessor, struckOff }, { account, due, at: context.now });
    return watchLedgerDay(tx, file, due, context);
  },

  async rechecksSampled({ tx }, data) {
    await askRechecks(tx, (data as { problems: string[] }).problems);
    return [];
  },

  campaignClosed: ({ tx, file }) => endDeadlines(tx, file, 'all'),
  campaignStopped: ({ tx, file }) => endDeadlines(tx, file, 'all'),
};

async function takesPart(tx: Tx, campaignId: string, unit: string): Promise<boolean> {
  const rows = await tx.query({
    text: 'select 1 from participant where campaign_id = $1 and unit_id = $2 and dropped_at is null',
    values: [campaignId, unit],
  });
  return rows.length > 0;
}

/** The duties with the instants most units have by now: deadlines may have moved since the plan was laid. */
async function asTheyStand({ tx, file }: Scene, duties: readonly ScheduledDuty[]): Promise<ScheduledDuty[]> {
  const standing = new Map(
    (await standingDues(tx, file.id)).map(({ source, period, due }) => [`${source}/${period}`, instant(due)]),
  );
  return duties.map((duty) => ({ ...duty, due: standing.get(`${duty.source}/${duty.period}`) ?? duty.due }));
}

/** What units owe and what they have to put right after `from`. */
const instants = async ({ tx, file }: Scene, from: Instant): Promise<Instant[]> =>
  distinct([...(await dueInstants(tx, file.id, from)), ...(await ledgerInstants(tx, file.id, { after: from }))]);

const distinct = (rows: readonly { due: Date }[]): Instant[] => [...new Set(rows.map(({ due }) => instant(due)))];
