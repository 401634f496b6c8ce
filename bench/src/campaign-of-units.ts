import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type Platform, actOnCampaign, openCampaign } from '@fundguard/casework';
import {
  type CampaignId,
  type Day,
  type Instant,
  type PlanTemplate,
  type Step,
  endOf,
  instant,
  planTemplate,
} from '@fundguard/domain';
import { Relay } from '@fundguard/relay';
import { createWorker } from '@fundguard/worker';
import { type Engine, whileRunning } from './engine.js';
import type { Stage } from './stage.js';

export const ALL = { kinds: ['institution' as const], asGiven: '各定点医疗机构' };

/** One report, due at one instant, and a ladder of one rung. */
const PLAN: PlanTemplate = planTemplate.parse({
  ...{ id: 'one-report', version: 1, level: 'city', source: '测速' },
  name: { zh: '自查自纠', en: 'Self-check' },
  kind: { zh: '专项', en: 'Campaign' },
  end: { day: 1 },
  participants: ALL,
  phases: [],
  deliverables: [{ id: 'report', name: { zh: '自查报告', en: 'Report' }, by: ALL, to: '医保局', due: { day: 1 } }],
  reports: [],
  escalation: [{ id: 'overdue', name: { zh: '逾期通知', en: 'Overdue' }, when: { atDue: true }, to: ['contact'] }],
});

/** Every unit of it owes one report at the same instant. */
export interface CampaignOfUnits {
  readonly id: CampaignId;
  readonly due: Instant;
  readonly version: number;
  readonly step: Step;
}

/** Launches, the day before it is due, a campaign in which all institutions of the database owe one report, or what `plan` says. */
export async function launchCampaign(stage: Stage, plan = PLAN): Promise<CampaignOfUnits> {
  const { coordinator, leader } = stage.cast;
  const due = endOf('2026-06-30' as Day);
  const past = shifted(stage, Date.parse(due) - 86_400_000 - Date.now(), plan);
  const draft = { plan: plan.id, region: stage.installed.region('990000'), start: '2026-06-29' };
  const command = (actor: typeof leader) => ({ id: randomUUID(), actor: { ...actor, region: draft.region } });
  const { id } = await openCampaign(past, draft, command(coordinator));
  await actOnCampaign(past, id, 'approveCampaign', {}, command(leader));
  await actOnCampaign(past, id, 'launchCampaign', {}, command(coordinator));
  await settle(stage);
  return { id: id as CampaignId, due, version: 1, step: { rung: 'overdue', kind: 'overdue', at: due } };
}

/** The tables as clean and as well known to the planner for the one as for the other. */
async function settle({ bare }: Stage): Promise<void> {
  await bare.query('vacuum analyze obligation, notification, participant');
  await bare.query('checkpoint');
}

/** The platform with another clock, as the relay's `clockOffset` gives one to the workflows. */
export function shifted({ platform, rulebook }: Stage, clockOffset: number, plan = PLAN): Platform {
  const clock = { now: () => Promise.resolve(instant(Date.now() + clockOffset)) };
  return { ...platform, clock, rules: { ...rulebook, plan: () => plan } };
}

/** So many institutions in the city, and nothing else in it that could owe a report. */
export async function addUnits({ bare, installed }: Stage, count: number): Promise<void> {
  await bare.query(
    `delete from unit u where kind = 'institution' and not exists (select from account where unit_id = u.id)`,
  );
  await bare.query(
    `insert into unit (id, region, name, kind, type)
     select gen_random_uuid(), $1, '第' || n || '医院', 'institution', 'public_hospital' from generate_series(1, $2) n`,
    [installed.region('990001'), count],
  );
}

/** The tables of campaigns as they were after migration. */
export const clear = ({ bare }: Stage): Promise<unknown> =>
  bare.query('truncate campaign, participant, obligation, deadline, escalation, notification, workflow_outbox cascade');

/** The workflow's own timer, with nobody calling: from the instant to the commit of the step, in milliseconds. */
export async function fromInstant(stage: Stage, engine: Engine, { id, due }: CampaignOfUnits): Promise<number> {
  const clockOffset = Date.parse(due) - Date.now() - AHEAD;
  const relay = new Relay(stage.db, engine.client, { clockOffset });
  const worker = await createWorker(shifted(stage, clockOffset), engine.connection);
  return whileRunning([worker], async () => {
    await relay.sweepOnce();
    const committed = await eventually(
      stage,
      `select max(${COMMITTED}) as at from escalation where campaign_id = $1`,
      id,
    );
    await relay.stop();
    return committed - (Date.parse(due) - clockOffset);
  });
}

/** Enough to bring the workflow to its timer. */
const AHEAD = 3_000;

/** When a row was committed, in milliseconds, by the database's own clock, which is the machine's. */
export const COMMITTED = '1000 * extract(epoch from pg_xact_commit_timestamp(xmin))::float';

/** The instant the query finds, as soon as it finds one. */
export async function eventually({ bare }: Stage, query: string, ...values: unknown[]): Promise<number> {
  for (;;) {
    const { rows } = await bare.query<{ at: number | null }>(query, values);
    if (rows[0]?.at) return rows[0].at;
    await wait(200);
  }
}
