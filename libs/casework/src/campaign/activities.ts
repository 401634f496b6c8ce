import {
  CLOCK,
  type CampaignActivities,
  type CampaignFacts,
  type CampaignFile,
  type CampaignId,
  type Context,
  type DeadlineActivities,
  type Instant,
  Refusal,
  type Step,
  campaignFacts,
} from '@fundguard/domain';
import { EVERYWHERE, type Tx, climbRung, lockCampaign, takeRung } from '@fundguard/persistence';
import { announce } from '../announce.js';
import { type Command, contextOf, machineCommandId, notFound, transact } from '../command.js';
import type { Platform } from '../platform.js';
import { cascadeNotices, handInOwnPlan } from './cascade.js';
import { actOnCampaign, recordInCampaign } from './commands.js';
import { pinnedPlan } from './plan.js';

export function createCampaignActivities(platform: Platform): CampaignActivities {
  return {
    async announceCampaign(id) {
      await announce(platform, 'campaign', id, cascadeNotices);
      await handInOwnPlan(platform, id);
    },

    async passCampaignMoment(id, { moment, phase, at: due }, at) {
      const command = { id: machineCommandId(moment, id, phase ?? '', due), actor: CLOCK, timer: { at, due } };
      try {
        await actOnCampaign(platform, id, 'passMoment', { moment, due, ...(phase ? { phase } : {}) }, command);
      } catch (error) {
        // Too late or moved: the domain refused it, and the facts below say what stands.
        if (!(error instanceof Refusal) || error.kind !== 'conflict') throw error;
      }
      return factsOf(platform, id);
    },
  };
}

const KINDS = { reminder: 'deadlineReminded', overdue: 'deadlinePassed', escalation: 'deadlineEscalated' } as const;

export function createDeadlineActivities(platform: Platform): DeadlineActivities {
  return {
    async takeStep({ campaignId, due, version }, step, at) {
      const id = machineCommandId('takeStep', campaignId, due, step.rung, version);
      const command: Command = { id, actor: CLOCK, timer: { at, due: step.at } };
      await transact(platform, EVERYWHERE, async (tx, calendar) => {
        const file = await lockCampaign(tx, campaignId, id);
        if (!file || file.ran || !(await stillSet(tx, campaignId, due, version))) return;
        const context = await contextOf(platform, calendar, command, file.state.law);
        const count = await climbStep(tx, file.state, due, step, context);
        if (count === undefined) return;
        const answer = {
          id: campaignId,
          version: file.state.version,
          status: file.state.status,
          events: [KINDS[step.kind]],
        };
        const event = { kind: KINDS[step.kind], data: { due, rung: step.rung, obligations: count } };
        await recordInCampaign(tx, file, { command, print: id.replaceAll('-', ''), context, answer }, [event]);
      });
    },
  };
}

/** Climbs the rung; undefined when it was climbed before. */
async function climbStep(
  tx: Tx,
  file: CampaignFile,
  due: Instant,
  step: Step,
  { now }: Context,
): Promise<number | undefined> {
  const { escalation } = await pinnedPlan(tx, file.id);
  const rung = escalation.find(({ id }) => id === step.rung);
  // After an outage: nobody needs reminding of an instant that passed.
  if (!rung || (step.kind === 'reminder' && now >= due)) return undefined;
  const { name, to, keyTarget } = rung;
  const climb = { campaign: file, due, rung: rung.id, kind: step.kind, name, to, keyTarget, at: now };
  return (await takeRung(tx, climb)) ? climbRung(tx, climb) : undefined;
}

/** The deadline was not moved away, nor does its campaign rest, since the workflow learned of it. */
async function stillSet(tx: Tx, campaignId: string, due: Instant, version: number): Promise<boolean> {
  const rows = await tx.query({
    name: 'deadline-still-set',
    text: 'select 1 from deadline where campaign_id = $1 and due_at = $2 and open and version = $3',
    values: [campaignId, due, version],
  });
  return rows.length > 0;
}

async function factsOf(platform: Platform, id: CampaignId): Promise<CampaignFacts> {
  return platform.db.within(EVERYWHERE, async (tx) => {
    const [row] = await tx.query<{ state: CampaignFile }>({
      name: 'campaign-state',
      text: 'select state from campaign where id = $1',
      values: [id],
    });
    if (!row) throw notFound('campaign');
    return campaignFacts(row.state);
  });
}
