import {
  type CaseActName,
  type CaseFile,
  PERMISSIONS,
  Refusal,
  type Stage,
  isOpen,
  type leadPayload,
} from '@fundguard/domain';
import { type Tx, reportersOf } from '@fundguard/persistence';
import type { z } from 'zod';
import type { Platform } from '../platform.js';
import { reporterWithCode, requireVault } from '../reporter/keep.js';
import { unknown } from '../unknown.js';

const HANDLERS = PERMISSIONS['case.handle'];

/** Refuses a lead that names a region, handler, unit or campaign that is not there, or has nothing to do with the case. */
export async function requireLead(tx: Tx, lead: z.output<typeof leadPayload>): Promise<void> {
  const [known] = await tx.query<Record<'region' | 'handler' | 'subject.unit' | 'campaign', boolean>>({
    name: 'lead-references',
    text: `select region_visible($1) and exists (select from region where path = $1) as region,
             exists (select from account where id = $2 and starts_with($1, region) and roles && $3::text[] and disabled_at is null) as handler,
             $4::uuid is null or exists (select from unit where id = $4 and starts_with(region, $1)) as "subject.unit",
             $5::uuid is null or exists (select from campaign where id = $5)
               or exists (select from participant where campaign_id = $5) as campaign`,
    values: [lead.region, lead.handler, HANDLERS, lead.subject.unit ?? null, lead.campaign ?? null],
  });
  for (const field of ['region', 'handler', 'subject.unit', 'campaign'] as const)
    if (!known?.[field]) throw unknown(field);
}

interface Scene {
  readonly tx: Tx;
  readonly platform: Platform;
}
type Check = (scene: Scene, file: CaseFile, payload: never) => Promise<void>;

/** Acts that name somebody or something outside the file, and how that is looked up. */
const REFERENCES: Partial<Record<CaseActName, Check>> = {
  async assignOfficers({ tx }, { region }, { officers }: { officers: readonly string[] }) {
    const rows = await tx.query({
      text: `select 1 from account where id = any($1) and starts_with($2, region) and roles && $3::text[] and disabled_at is null`,
      values: [officers, region, HANDLERS],
    });
    if (rows.length < new Set(officers).size) throw unknown('officers');
  },

  async mergeLead({ tx }, _file, { into }: { into: string }) {
    // Locked, so that two leads are not merged into each other at once.
    const [target] = await tx.query<{ stage: Stage }>({
      text: 'select stage from case_file where id = $1 for no key update',
      values: [into],
    });
    if (!target) throw unknown('into');
    if (!isOpen(target)) {
      throw new Refusal(
        'conflict',
        'case.merged-into-ended',
        { zh: '只能并入在办案件', en: 'a lead joins a case that is still open' },
        { field: 'into' },
      );
    }
  },

  async forwardLead({ tx }, file, { handler, region = file.region }: { handler: string; region?: string }) {
    const [known] = await tx.query<Record<'region' | 'handler', boolean>>({
      text: `select region_visible($1) and exists (select from region where path = $1) as region,
               exists (select from account where id = $2 and starts_with($1, region) and roles && $3::text[] and disabled_at is null) as handler`,
      values: [region, handler, HANDLERS],
    });
    for (const field of ['region', 'handler'] as const) if (!known?.[field]) throw unknown(field);
  },

  async proposeReward({ tx }, { id }, { reporter }: { reporter: string }) {
    if (!(await reportersOf(tx, id)).some((each) => each.id === reporter)) throw unknown('reporter');
  },

  /** Whoever stayed anonymous is known by the code alone. */
  async payReward({ tx, platform }, { id, rewards = [] }, { reward, code }: { reward: string; code?: string }) {
    const whose = rewards.find((each) => each.id === reward)?.reporter;
    const reporter = (await reportersOf(tx, id)).find((each) => each.id === whose);
    if (reporter?.kind !== 'anonymous') return;
    const brought = await reporterWithCode(tx, requireVault(platform), code ?? '');
    if (brought?.id !== whose) throw wrongCode();
  },
};

const wrongCode = () =>
  new Refusal(
    'invalid',
    'reward.wrong-code',
    { zh: '查询码与该奖励的举报人不符', en: 'the code is not of the reporter whose reward this is' },
    { field: 'code' },
  );

export const requireKnown = (scene: Scene, name: CaseActName, file: CaseFile, payload: unknown): Promise<void> =>
  REFERENCES[name]?.(scene, file, payload as never) ?? Promise.resolve();
