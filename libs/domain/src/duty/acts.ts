import { z } from 'zod';
import type { Context } from '../act.js';
import type { CampaignId } from '../campaign/file.js';
import { type AccountId, requirePerson } from '../people/actor.js';
import { Refusal } from '../refusal.js';
import { rowAct } from '../row-act.js';
import { type Bilingual, reason, text } from '../text.js';
import { type Day, dayOf, givenDay } from '../time/instant.js';

export const DUTY_STATUSES = ['open', 'done'] as const;

/** 责任分工: a task of the plan with its lead department, those who support it, a person and a day (R-ORG-13, R-ORG-17). */
export interface Duty {
  readonly id: string;
  readonly campaign: CampaignId;
  readonly version: number;
  readonly status: (typeof DUTY_STATUSES)[number];
  readonly task: string;
  readonly lead: string;
  readonly supporting: readonly string[];
  readonly account: AccountId;
  readonly due: Day;
  readonly outcome?: string;
}

export interface DutyOutcome {
  readonly kind: string;
  readonly changes: Partial<Pick<Duty, 'status' | 'account' | 'outcome'>>;
  readonly data: Readonly<Record<string, unknown>>;
  /** Who is told of it, and in what words. */
  readonly told: readonly { readonly account: AccountId; readonly words: Bilingual }[];
}

export const dutyPayload = z
  .strictObject({
    campaign: z.uuid(),
    task: text(500).meta({ description: 'A task of a phase, a deliverable, or in words of its own' }),
    lead: text(200).meta({ description: 'The department that leads' }),
    supporting: z.array(text(200)).max(30).default([]).meta({ description: 'Departments that support it' }),
    account: z.uuid(),
    due: givenDay,
  })
  .meta({ id: 'NewDuty' });

/** 分工到人. */
export function assignDuty(
  id: string,
  { campaign, task, lead, supporting, account, due }: z.output<typeof dutyPayload>,
  { actor, now }: Context,
): { readonly duty: Duty; readonly outcome: DutyOutcome } {
  requirePerson(actor, 'campaign.coordinate');
  if (due < dayOf(now)) throw tooEarly();
  const duty: Duty = {
    ...{ id, campaign: campaign as CampaignId, version: 1, status: 'open', task, lead, supporting },
    ...{ account: account as AccountId, due: due as Day },
  };
  return {
    duty,
    outcome: {
      ...{ kind: 'dutyAssigned', changes: {}, data: { task, lead, supporting, account, due } },
      told: [
        {
          account: duty.account,
          words: { zh: `分工给您：${task}（${due} 前）`, en: `assigned to you: ${task} (by ${due})` },
        },
      ],
    },
  };
}

const act = rowAct<Duty, DutyOutcome>(
  ({ status, version }) =>
    new Refusal('conflict', 'duty.done', { zh: '该项已办结', en: 'this is done' }, { standing: { status, version } }),
);

/** 交接: by who has it, or who coordinates; what is open of it goes along, and both are told. */
export const handOverDuty = act(
  'duty.own',
  ['open'],
  z.strictObject({ account: z.uuid(), reason }),
  (duty, { account, reason: why }, { actor }) => {
    requireHolder(duty, actor.account, actor.roles.includes('coordinator'));
    const to = account as AccountId;
    if (to === duty.account) throw alreadyTheirs();
    const { task, due } = duty;
    return {
      kind: 'dutyHandedOver',
      changes: { account: to },
      data: { task, from: duty.account, to, reason: why },
      told: [
        { account: to, words: { zh: `交接给您：${task}（${due} 前）`, en: `handed over to you: ${task} (by ${due})` } },
        { account: duty.account, words: { zh: `已交接他人：${task}`, en: `handed over to another: ${task}` } },
      ],
    };
  },
);

/** 办结, with what came of it. */
export const finishDuty = act(
  'duty.own',
  ['open'],
  z.strictObject({ outcome: text(2_000) }),
  (duty, { outcome }, { actor }) => {
    requireHolder(duty, actor.account, false);
    return { kind: 'dutyFinished', changes: { status: 'done', outcome }, data: { task: duty.task, outcome }, told: [] };
  },
);

export const DUTY_ACTS = { handOverDuty, finishDuty } as const;
export type DutyActName = keyof typeof DUTY_ACTS;

function requireHolder({ account }: Duty, actor: AccountId, mayOtherwise: boolean): void {
  if (account === actor || mayOtherwise) return;
  throw new Refusal('forbidden', 'duty.not-yours', { zh: '该项由他人负责', en: 'this is somebody else’s' });
}

const alreadyTheirs = () =>
  new Refusal(
    'invalid',
    'duty.already-theirs',
    { zh: '该项已由此人负责', en: 'it is theirs already' },
    { field: 'account' },
  );

const tooEarly = () =>
  new Refusal(
    'invalid',
    'date.too-early',
    { zh: '日期不能早于今天', en: 'the day has passed already' },
    { field: 'due' },
  );
