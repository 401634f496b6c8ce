import { z } from 'zod';
import type { Context } from '../act.js';
import type { CampaignId } from '../campaign/file.js';
import { fen, fenText, toFen, yuan } from '../money.js';
import { type RegionPath, type UnitId, requireOther, requirePerson } from '../people/actor.js';
import { Refusal } from '../refusal.js';
import { rowAct } from '../row-act.js';
import { reason, text } from '../text.js';
import { type Day, dayOf, givenDay } from '../time/instant.js';
import { ENTERED_SOURCES, PROBLEM_STATUS_NAMES, type Problem, refunded } from './problem.js';

/** What an act makes of a line of the ledger, and what the campaign's record says of it. */
export interface ProblemOutcome {
  readonly kind: string;
  readonly changes: Partial<
    Pick<Problem, 'status' | 'refunds' | 'due' | 'rectification' | 'note' | 'shams' | 'recheck' | 'struckOffAt'>
  >;
  readonly data: Readonly<Record<string, unknown>>;
  /** The unit becomes a key target of inspection, and why. */
  readonly keyTarget?: string;
}

export const problemPayload = z
  .strictObject({
    campaign: z.uuid(),
    unit: z.uuid(),
    source: z.enum(ENTERED_SOURCES),
    category: text(100),
    what: text(5_000),
    amount: fenText.default('0').meta({ description: 'Money of the fund that is in question, in fen', format: 'fen' }),
    due: givenDay.meta({ description: 'By when it is put right' }),
  })
  .meta({ id: 'NewProblem' });

/**
 * 登记问题. A unit enters what its self-check found; everything else is entered by whoever checked. What a re-check finds that
 * the self-check had not named, or a check finds where it said that there was nothing (`isDenied`), was concealed (少报、瞒报): the unit
 * becomes a key target, and the case is one of the top grade (R-SELF-13, 16).
 */
export function enterProblem(
  id: string,
  { campaign, unit, source, category, what, amount, due }: z.output<typeof problemPayload>,
  region: RegionPath,
  { actor, now }: Context,
  isDenied = false,
): { readonly problem: Problem; readonly outcome: ProblemOutcome } {
  const person = requirePerson(actor, 'problem.enter');
  if ((source === 'selfCheck') !== (person.unit === unit)) throw notYours();
  if (due < dayOf(now)) throw tooEarly('due');
  const problem: Problem = {
    ...{ id, campaign: campaign as CampaignId, unit: unit as UnitId, region, version: 1, status: 'open', source },
    ...{ category, what, amount: toFen(amount), refunds: [], due: due as Day, enteredBy: person.account, shams: 0 },
  };
  const isConcealed = source === 'recheck' || (isDenied && source !== 'selfCheck');
  const data = {
    unit,
    source,
    category,
    what,
    amount: problem.amount,
    due,
    ...(isConcealed ? { concealed: true } : {}),
  };
  return {
    problem,
    outcome: {
      ...{ kind: 'problemEntered', changes: {}, data },
      ...(isConcealed ? { keyTarget: 'under-reported' } : {}),
    },
  };
}

const act = rowAct<Problem, ProblemOutcome>(
  ({ status, version }) =>
    new Refusal(
      'conflict',
      'problem.status',
      {
        zh: `该问题${PROBLEM_STATUS_NAMES[status].zh}，不能进行此操作`,
        en: `the problem is ${PROBLEM_STATUS_NAMES[status].en}; this is not done then`,
      },
      { standing: { status, version } },
    ),
);

/** 主动退回, with the number of its receipt; never more than is in question. */
export const recordRefund = act(
  'problem.enter',
  ['open', 'returned', 'reported'],
  z.strictObject({ amount: fenText, paidOn: givenDay, voucher: text(200) }),
  (problem, { amount: given, paidOn, voucher }, { now }) => {
    const amount = toFen(given);
    const left = problem.amount - refunded(problem);
    if (amount === 0n || amount > left) throw tooMuch(left);
    if (paidOn > dayOf(now)) throw notYet();
    const refund = { amount, paidOn: paidOn as Day, voucher };
    return {
      ...{ kind: 'problemRefunded', data: refund },
      changes: { refunds: [...problem.refunds, { ...refund, recordedAt: now }] },
    };
  },
);

/** 报送整改. */
export const reportRectification = act(
  'problem.rectify',
  ['open', 'returned'],
  z.strictObject({
    department: text(100),
    responsible: text(100),
    measures: text(5_000),
    report: text(20_000).meta({ description: 'What was done, and why it will not happen again' }),
  }),
  (problem, data, { actor }) => {
    if (actor.unit !== problem.unit) throw notYours();
    const { measures: _measures, report: _report, ...said } = data;
    return {
      kind: 'problemRectified',
      changes: { status: 'reported', rectification: { ...data, by: actor.account } },
      data: said,
    };
  },
);

/** 对账销号: by somebody else than who reported it, and not before the money is back. */
export const strikeOff = act(
  'obligation.review',
  ['reported'],
  z.strictObject({ note: text(2_000).exactOptional() }),
  (problem, data, { actor, now }) => {
    requireOther(actor, problem.rectification?.by);
    const left = problem.amount - refunded(problem);
    if (left > 0n) throw notBack(left);
    return { kind: 'problemStruckOff', changes: { status: 'struckOff', struckOffAt: now, ...data }, data };
  },
);

/** 退回重改. */
export const returnProblem = act(
  'obligation.review',
  ['reported'],
  z.strictObject({ reason }),
  (problem, { reason: note }, { actor }) => {
    requireOther(actor, problem.rectification?.by);
    return { kind: 'problemReturned', changes: { status: 'returned', note }, data: { reason: note } };
  },
);

/** 延长整改期限. */
export const moveProblemDue = act(
  'campaign.coordinate',
  ['open', 'returned'],
  z.strictObject({ due: givenDay, reason }),
  (_problem, { due, reason: why }, { now }) => {
    if (due < dayOf(now)) throw tooEarly('due');
    return { kind: 'problemDueMoved', changes: { due: due as Day }, data: { due, reason: why } };
  },
);

/** 复查: a sham (虚假整改) puts it back on the ledger and makes the unit a key target (R-SELF-13). */
export const recheckProblem = act(
  'obligation.review',
  ['struckOff'],
  z.strictObject({
    sham: z.boolean().meta({ description: 'It was not put right' }),
    note: text(2_000),
    due: givenDay.optional(),
  }),
  (problem, { sham, note, due = problem.due }, { now }) => {
    if (!sham) return { kind: 'problemRechecked', changes: { note, recheck: 'done' }, data: { sham, note } };
    if (due < dayOf(now)) throw tooEarly('due');
    return {
      kind: 'problemRechecked',
      changes: { status: 'returned', note, due: due as Day, shams: problem.shams + 1, recheck: 'done' },
      data: { sham, note, due },
      keyTarget: 'sham-rectification',
    };
  },
);

export const PROBLEM_ACTS = {
  recordRefund,
  reportRectification,
  strikeOff,
  returnProblem,
  moveProblemDue,
  recheckProblem,
} as const;
export type ProblemActName = keyof typeof PROBLEM_ACTS;

const notYours = () =>
  new Refusal(
    'forbidden',
    'problem.not-yours',
    {
      zh: '自查问题由本单位登记和整改，其他问题由检查单位登记',
      en: 'a unit enters and puts right its own; what a check finds is entered by whoever checked',
    },
    { field: 'source' },
  );
const tooEarly = (field: string) =>
  new Refusal(
    'invalid',
    'date.too-early',
    { zh: '整改期限不得早于今天', en: 'the day to put it right by cannot have passed' },
    { field },
  );
const notYet = () =>
  new Refusal(
    'invalid',
    'date.too-late',
    { zh: '退回日期不得晚于今天', en: 'a refund cannot lie in the future' },
    { field: 'paidOn' },
  );
const tooMuch = (left: bigint) =>
  new Refusal(
    'invalid',
    'problem.refund-exceeds',
    {
      zh: `尚应退回 ${yuan(fen(left))} 元，退回金额须大于零且不超过此数`,
      en: `${yuan(fen(left))} yuan is still to be refunded; a refund is more than nothing and at most that`,
    },
    { field: 'amount' },
  );
const notBack = (left: bigint) =>
  new Refusal('conflict', 'problem.refund-missing', {
    zh: `尚有 ${yuan(fen(left))} 元未退回，不能销号`,
    en: `${yuan(fen(left))} yuan has not been refunded: it cannot be struck off`,
  });
