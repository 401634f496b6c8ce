import { z } from 'zod';
import type { Context } from '../act.js';
import { type AccountId, type RegionPath, type UnitId, requireOther, requirePerson } from '../people/actor.js';
import { pointsReference, type Consequence, type PointsPack } from '../points/pack.js';
import { Refusal } from '../refusal.js';
import { rowAct } from '../row-act.js';
import { type Bilingual, reason, text } from '../text.js';
import { type Day, dayOf, givenDay, plusMonths } from '../time/instant.js';

export const BLOCK_KINDS = ['suspension', 'termination'] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];
export const BLOCK_KIND_NAMES: Readonly<Record<BlockKind, Bilingual>> = {
  suspension: { zh: '暂停', en: 'suspension' },
  termination: { zh: '终止', en: 'termination' },
};

export const BLOCK_STATUSES = ['proposed', 'approved', 'refused', 'lifted'] as const;
export type BlockStatus = (typeof BLOCK_STATUSES)[number];
export const BLOCK_STATUS_NAMES: Readonly<Record<BlockStatus, Bilingual>> = {
  proposed: { zh: '待审批', en: 'proposed' },
  approved: { zh: '已决定', en: 'decided' },
  refused: { zh: '不予批准', en: 'refused' },
  lifted: { zh: '已恢复', en: 'restored' },
};

/** 暂停、终止: of an institution's agreement (R-MEAS-03), or of somebody's qualification for payment (R-CRED-03). */
export interface Block {
  readonly id: string;
  readonly region: RegionPath;
  readonly version: number;
  readonly status: BlockStatus;
  readonly kind: BlockKind;
  /** One of the two. */
  readonly unit?: UnitId;
  readonly practitioner?: string;
  /** What they are called. */
  readonly name: string;
  readonly from: Day;
  /** The last day it was decided for; it holds until a decision restores them (R-MEAS-19). */
  readonly until: Day;
  readonly grounds: string;
  /** 依据: the article or clause, or the rule on points, `id@version/rule`. */
  readonly basis: string;
  readonly proposedBy: AccountId;
  /** 决定文号. */
  readonly decision?: string;
  readonly decidedBy?: AccountId;
  readonly refusedBecause?: string;
  readonly restoredOn?: Day;
  readonly restoration?: string;
  readonly restoredBy?: AccountId;
}

/** From its first day until the day a decision restores them, whatever its term. */
export const blocksOn = (
  { status, from, restoredOn }: Pick<Block, 'status' | 'from' | 'restoredOn'>,
  on: Day,
): boolean =>
  (status === 'approved' || status === 'lifted') && from <= on && (restoredOn === undefined || on < restoredOn);

/** What an act makes of a block, and what its record says of it. */
export interface BlockOutcome {
  readonly kind: string;
  readonly after: Block;
  readonly data: Readonly<Record<string, unknown>>;
}

const MOST_MONTHS = 120;
export const blockPayload = z
  .strictObject({
    unit: z.uuid().toLowerCase().optional(),
    practitioner: z.uuid().optional(),
    kind: z.enum(BLOCK_KINDS),
    from: givenDay,
    months: z.int().min(1).max(MOST_MONTHS),
    grounds: text(5_000),
    basis: text(300).optional().meta({ description: '依据; of somebody’s points it is the rule they reached' }),
  })
  .meta({ id: 'NewBlock' });
export type BlockDetails = z.output<typeof blockPayload>;

/** Whom it is about, and of somebody the consequence that their points have reached. */
export interface BlockSubject {
  readonly region: RegionPath;
  readonly name: string;
  readonly due?: { readonly rules: PointsPack; readonly consequence: Consequence };
}

/** 拟暂停、拟终止: proposed to the leader. Of points only what the rules say, and as long as they say. */
export function proposeBlock(
  id: string,
  given: BlockDetails,
  subject: BlockSubject,
  { actor, now }: Context,
): BlockOutcome {
  const person = requirePerson(actor, 'block.propose');
  const { unit, practitioner, kind, from, months, grounds } = given;
  if (from < dayOf(now)) throw inPast();
  const after: Block = {
    ...{ id, region: subject.region, version: 1, status: 'proposed', kind, name: subject.name, grounds },
    ...{ from: from as Day, until: plusMonths(from as Day, months), proposedBy: person.account },
    ...(unit ? { unit: unit as UnitId } : {}),
    ...(practitioner ? { practitioner } : {}),
    basis: practitioner ? ruleReached(given, subject.due) : basisOf(given),
  };
  const { until, basis, name } = after;
  return { kind: 'blockProposed', after, data: { name, kind, from, until, grounds, basis } };
}

/** As the two are kept apart at the door: a block is of a unit or of a person. */
export function requireOneSubject({ unit, practitioner }: BlockDetails): void {
  if ((unit === undefined) !== (practitioner === undefined)) return;
  throw new Refusal(
    'invalid',
    'block.subject',
    { zh: '须选择单位或人员，二者之一', en: 'name the unit or the person: one of the two' },
    { field: 'unit' },
  );
}

function basisOf({ basis }: BlockDetails): string {
  if (basis) return basis;
  throw new Refusal(
    'invalid',
    'block.basis',
    { zh: '须写明依据的法律条文或协议条款', en: 'say by which article or clause of the agreement' },
    { field: 'basis' },
  );
}

function ruleReached({ kind, months }: BlockDetails, due: BlockSubject['due']): string {
  if (!due || due.consequence.kind !== kind) {
    throw new Refusal(
      'conflict',
      'block.not-due',
      {
        zh: due ? `累计记分对应的是“${due.consequence.name.zh}”` : '本年度累计记分尚未达到规则所定分值',
        en: due
          ? `their points have led to another consequence: ${due.consequence.name.en}`
          : 'their points of this year have not reached what the rules ask for',
      },
      { field: 'kind' },
    );
  }
  const { rules, consequence } = due;
  const { min, max } = consequence.months;
  if (months < min || months > max) {
    throw new Refusal(
      'invalid',
      'block.months',
      {
        zh: `规则所定期限为 ${min === max ? min : `${min} 至 ${max}`} 个月`,
        en: `the rules set ${min === max ? min : `${min} to ${max}`} months`,
      },
      { field: 'months' },
    );
  }
  return `${pointsReference(rules)}/${consequence.id}`;
}

const act = rowAct<Block, BlockOutcome>(
  ({ status, version }) =>
    new Refusal(
      'conflict',
      'block.status',
      {
        zh: `${BLOCK_STATUS_NAMES[status].zh}，不能进行此操作`,
        en: `it is ${BLOCK_STATUS_NAMES[status].en}; this is not done then`,
      },
      { standing: { status, version } },
    ),
);

const next = (block: Block, kind: string, change: Partial<Block>, data: object): BlockOutcome => ({
  kind,
  after: { ...block, ...change, version: block.version + 1 },
  data: { name: block.name, ...data },
});

/** 批准: by a leader who did not propose it. */
export const approveBlock = act(
  'block.approve',
  ['proposed'],
  z.strictObject({ decision: text(200) }),
  (block, { decision }, { actor }) => {
    requireOther(actor, block.proposedBy);
    const { kind: what, from, until } = block;
    return next(
      block,
      'blockApproved',
      { status: 'approved', decision, decidedBy: actor.account },
      { kind: what, from, until, decision },
    );
  },
);

export const refuseBlock = act(
  'block.approve',
  ['proposed'],
  z.strictObject({ reason }),
  (block, { reason: why }, { actor }) => {
    requireOther(actor, block.proposedBy);
    return next(
      block,
      'blockRefused',
      { status: 'refused', decidedBy: actor.account, refusedBecause: why },
      { reason: why },
    );
  },
);

/** 恢复: by a decision, on the day it names, whether the term is over or not. */
export const liftBlock = act(
  'block.approve',
  ['approved'],
  z.strictObject({ decision: text(200), on: givenDay, reason }),
  (block, { decision, on, reason: why }, { actor }) => {
    if (on < block.from) throw beforeIt();
    const change = {
      status: 'lifted' as const,
      restoredOn: on as Day,
      restoration: decision,
      restoredBy: actor.account,
    };
    return next(block, 'blockLifted', change, { on, decision, reason: why });
  },
);

export const BLOCK_ACTS = { approveBlock, refuseBlock, liftBlock } as const;
export type BlockActName = keyof typeof BLOCK_ACTS;

const inPast = () =>
  new Refusal(
    'invalid',
    'date.in-past',
    { zh: '生效日期不得早于今天', en: 'it cannot take effect in the past' },
    { field: 'from' },
  );
const beforeIt = () =>
  new Refusal(
    'invalid',
    'date.too-early',
    { zh: '恢复日期不得早于生效日期', en: 'it cannot be lifted before it takes effect' },
    { field: 'on' },
  );
