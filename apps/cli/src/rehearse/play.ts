import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import {
  type Answer,
  actOnCampaign,
  actOnObligation,
  attachToReport,
  groundwork,
  openCampaign,
} from '@fundguard/casework';
import {
  type AccountId,
  type FieldKind,
  type Instant,
  type Person,
  type PlanTemplate,
  type RegionPath,
  type Role,
  type UnitId,
  instant,
} from '@fundguard/domain';
import { EVERYWHERE, lockObligation } from '@fundguard/persistence';
import { Unmet } from '../../../../scripts/say.mjs';
import { type Submission, planSubmissions } from './lateness.js';
import type { RehearsalOptions } from './options.js';
import type { Stage } from './stage.js';

/** Plays a plan from draft to close; units submit as told by the share that is late. Returns the campaign. */
export async function play(
  stage: Stage,
  { plan, start, end, dates, organisation, late, seed }: RehearsalOptions,
): Promise<string> {
  const region = stage.installed.region(regionFor(plan, organisation.regions));
  const [coordinator, leader] = [person('coordinator', region), person('leader', region)];
  const { platform } = stage;
  const draft = { plan: plan.id, region, start, dates, ...(end ? { end } : {}) };
  const { id } = await openCampaign(platform, draft, { id: randomUUID(), actor: coordinator });
  const act = (actor: Person, name: Parameters<typeof actOnCampaign>[2], payload: object = {}): Promise<Answer> =>
    actOnCampaign(platform, id, name, payload, { id: randomUUID(), actor });
  await act(leader, 'approveCampaign');
  await act(coordinator, 'launchCampaign');
  await stage.settle();

  for (const [at, submissions] of byInstant(await planSubmissions(stage, id, { late, seed }))) {
    await reach(stage, id, at);
    for (const { obligation, unit } of submissions) {
      const actor = person('unitContact', region, unit);
      await report(stage, obligation, actor);
    }
  }
  await reach(stage, id, await lastMoment(stage, id));
  await act(coordinator, 'sumUpCampaign', { summary: '预演总结' });
  await act(leader, 'closeCampaign', { reason: '预演结束' });
  await stage.settle();
  return id;
}

const REHEARSED: Readonly<Record<FieldKind, string>> = {
  ...{ money: '0', count: '0', percent: '0', day: '2026-01-01', text: '预演报送' },
};
const FILE = { name: '预演.txt', sha256: '0'.repeat(64), mediaType: 'text/plain', bytes: 0 };

/** Fills the form in with what the system knows and nothing else, with a file where one is asked for. */
async function report({ platform, db }: Stage, obligation: string, actor: Person): Promise<void> {
  const { form, known } = await db.within(EVERYWHERE, async (tx) => {
    const row = await lockObligation(tx, obligation);
    if (!row) throw new Error(`no obligation ${obligation}`);
    return groundwork(tx, row, await platform.clock.now());
  });
  const asked = (form?.fields ?? []).filter(({ id, required }) => required && known[id] === undefined);
  const values = Object.fromEntries(asked.map(({ id, kind }) => [id, REHEARSED[kind]]));
  const command = () => ({ id: randomUUID(), actor });
  const signed =
    form?.attachment === 'required'
      ? {
          file: (await attachToReport(platform, obligation, FILE, command())).id,
          signedBy: { name: '预演', position: '负责人' },
        }
      : {};
  const payload = { content: '预演报送', figures: {}, values, reasons: {}, ...signed, zero: false };
  await actOnObligation(platform, obligation, 'submitReport', payload, command());
}

/** Lets time pass until the instant, then waits until everything due by then was done. */
async function reach(stage: Stage, campaign: string, moment: Instant): Promise<void> {
  await stage.passUntil(moment);
  for (let tries = 3_000; tries > 0; tries -= 1) {
    if ((await undone(stage, campaign, moment)) === 0) return;
    await wait(10);
  }
  throw new Unmet(`The rehearsal got stuck before ${moment}.`);
}

/** Steps of deadlines and moments of phases that should have been taken by an instant and were not. */
async function undone(stage: Stage, campaign: string, by: Instant): Promise<number> {
  const [row] = await stage.db.within(EVERYWHERE, (tx) =>
    tx.query<{ count: number }>({
      text: `select (
               select count(*) from deadline d, jsonb_to_recordset(d.steps) as s (rung text, at timestamptz)
               where d.campaign_id = $1 and d.open and s.at < $2
                 and not exists (select from escalation e where e.campaign_id = $1 and e.due_at = d.due_at and e.rung = s.rung)
             ) + (
               select count(*) from campaign c, jsonb_to_recordset(c.state -> 'phases') as p (status text, "end" timestamptz, start timestamptz)
               where c.id = $1 and (p."end" < $2 and p.status in ('pending', 'running') or p.start < $2 and p.status = 'pending')
             ) as count`,
      values: [campaign, by],
    }),
  );
  return row?.count ?? 0;
}

/** The end of the plan, or the top of the last ladder that is still climbed. */
async function lastMoment(stage: Stage, campaign: string): Promise<Instant> {
  const [row] = await stage.db.within(EVERYWHERE, (tx) =>
    tx.query<{ last: Date | null }>({
      text: `select greatest(
               (select max(due_at) from obligation where campaign_id = $1),
               (select max((p ->> 'end')::timestamptz) from campaign c, jsonb_array_elements(c.state -> 'phases') p where c.id = $1),
               (select max(s.at) from deadline d, jsonb_to_recordset(d.steps) as s (at timestamptz) where d.campaign_id = $1
                  and exists (select from obligation o where o.campaign_id = $1 and o.due_at = d.due_at and o.status in ('open', 'overdue')))
             ) + interval '1 second' as last`,
      values: [campaign],
    }),
  );
  if (!row?.last) throw new Unmet('The plan demands nothing of these units.');
  return instant(row.last);
}

function byInstant(submissions: readonly Submission[]): [Instant, Submission[]][] {
  const grouped = new Map<Instant, Submission[]>();
  for (const each of submissions) {
    const sameTime = grouped.get(each.at);
    if (sameTime) sameTime.push(each);
    else grouped.set(each.at, [each]);
  }
  return [...grouped].sort(([a], [b]) => a.localeCompare(b));
}

/** The first region of the level whose plan it is; the first of all when there is none. */
const regionFor = ({ level }: PlanTemplate, regions: RehearsalOptions['organisation']['regions']): string =>
  (regions.find((region) => region.level === level) ?? regions[0])?.code ?? '';

const person = (role: Role, region: RegionPath, unit?: UnitId): Person => ({
  kind: 'person',
  account: randomUUID() as AccountId,
  name: role,
  roles: [role],
  region,
  ...(unit ? { unit } : {}),
});
