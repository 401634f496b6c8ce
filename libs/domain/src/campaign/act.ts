import type { z } from 'zod';
import type { Act, Context } from '../act.js';
import { type Machine, type Person, requireMachine, requirePerson } from '../people/actor.js';
import type { Permission } from '../people/roles.js';
import { Refusal } from '../refusal.js';
import { CAMPAIGN_STATUS_NAMES, type CampaignFile, type CampaignStatus } from './file.js';

/** What happened to a campaign; `changes` is the part of the file it replaces. */
export interface CampaignEvent {
  readonly kind: string;
  readonly changes: Partial<Omit<CampaignFile, 'version'>>;
  /** Parts of the file that no longer hold. */
  readonly clears?: readonly 'pausedAt'[];
  readonly data?: Readonly<Record<string, unknown>>;
}

export type CampaignAct<Payload extends z.ZodType = z.ZodType> = Act<CampaignFile, Payload, CampaignEvent> & {
  readonly statuses: readonly CampaignStatus[];
};

type Decide<Payload extends z.ZodType, Doer> = (
  file: CampaignFile,
  payload: z.output<Payload>,
  context: Context & { readonly actor: Doer },
) => CampaignEvent;

const declare =
  <Doer>(identify: (context: Context, by: Permission | 'machine') => Doer) =>
  <Payload extends z.ZodType>(
    by: Permission | 'machine',
    statuses: readonly CampaignStatus[],
    payload: Payload,
    decide: Decide<Payload, Doer>,
  ): CampaignAct<Payload> => ({
    by,
    statuses,
    payload,
    withheld: (file) => outsideStatus(file, statuses),
    decide(file, input, context) {
      const actor = identify(context, by);
      const refusal = outsideStatus(file, statuses);
      if (refusal) throw refusal;
      return [decide(file, input, { ...context, actor } as Context & { readonly actor: Doer })];
    },
  });

/** An act of a person who holds the permission, while the campaign has one of the statuses. */
export const campaignAct = declare<Person>(({ actor }, by) => requirePerson(actor, by as Permission));

/** An act of the clock. */
export const campaignMachineAct = declare<Machine>(({ actor }) => requireMachine(actor));

function outsideStatus(file: CampaignFile, statuses: readonly CampaignStatus[]): Refusal | undefined {
  if (statuses.includes(file.status)) return undefined;
  const now = CAMPAIGN_STATUS_NAMES[file.status];
  const when = statuses.map((status) => CAMPAIGN_STATUS_NAMES[status]);
  return new Refusal(
    'conflict',
    'campaign.status',
    {
      zh: `专项处于“${now.zh}”状态，不能进行此操作（须为：${when.map(({ zh }) => zh).join('、')}）`,
      en: `the campaign is ${now.en}; this is not done then (only when ${when.map(({ en }) => en).join(', ')})`,
    },
    { standing: { status: file.status, version: file.version, ...file.standing } },
  );
}
