import { z } from 'zod';
import type { Context } from '../act.js';
import type { CampaignId } from '../campaign/file.js';
import { type RegionPath, requireOther, requirePerson } from '../people/actor.js';
import { Refusal } from '../refusal.js';
import { rowAct } from '../row-act.js';
import { reason, text } from '../text.js';
import type { SelfCheckList } from './list.js';
import { SELF_CHECK_STATUS_NAMES, type SelfCheck } from './self-check.js';

export interface SelfCheckOutcome {
  readonly kind: string;
  readonly changes: Partial<Pick<SelfCheck, 'status' | 'note'>>;
  readonly data: Readonly<Record<string, unknown>>;
  /** The unit becomes a key target of inspection, and why. */
  readonly keyTarget?: string;
}

export const selfCheckPayload = z
  .strictObject({
    campaign: z.uuid(),
    answers: z
      .array(z.strictObject({ point: z.string().max(20), found: z.boolean(), note: text(2_000).optional() }))
      .max(500),
    samples: z
      .array(
        z.strictObject({
          sample: z.string().max(100),
          total: z.int().min(0).max(100_000_000),
          checked: z.int().min(0).max(100_000_000),
        }),
      )
      .max(20)
      .default([]),
    commitment: z
      .strictObject({
        signedBy: text(100),
        position: text(100),
        promised: z.boolean().refine((said) => said, '须作出承诺 · the commitment has to be made'),
      })
      .meta({ description: 'Who signs the written commitment for the unit' }),
  })
  .meta({ id: 'NewSelfCheck' });

export interface SelfCheckScene {
  readonly list: SelfCheckList;
  readonly region: RegionPath;
  /** What it handed in before. */
  readonly before: SelfCheck | undefined;
  /** Categories of the problem ledger in which the unit entered something itself. */
  readonly entered: readonly string[];
}

/**
 * 报送自查. Every point is answered, samples reach their share, and what was found stands on the problem ledger; a unit that found
 * nothing at all becomes a key target, as with every zero report (R-SCOPE-18).
 */
export function submitSelfCheck(
  id: string,
  { campaign, answers, samples, commitment }: z.output<typeof selfCheckPayload>,
  { list, region, before, entered }: SelfCheckScene,
  { actor }: Context,
): { readonly selfCheck: SelfCheck; readonly outcome: SelfCheckOutcome } {
  const person = requirePerson(actor, 'selfCheck.submit');
  if (!person.unit) throw new Refusal('forbidden', 'self-check.not-yours', NOT_YOURS);
  if (before && before.status !== 'returned') throw outside(before);
  const points = list.categories.flatMap((category) => category.points.map(({ id: point }) => ({ point, category })));
  const answered = new Map(answers.map((answer) => [answer.point, answer]));
  const missing = points.filter(({ point }) => !answered.has(point)).map(({ point }) => point);
  const strange = [...answered.keys()].filter((each) => !points.some(({ point }) => point === each));
  if (missing.length > 0 || strange.length > 0 || answered.size < answers.length) throw incomplete(missing, strange);
  const named = new Set(samples.map(({ sample }) => sample));
  if (
    named.size < samples.length ||
    samples.some(({ sample }) => !list.samples.some(({ id: known }) => known === sample))
  )
    throw strangeSamples();
  for (const sample of list.samples) requireShare(sample, samples);
  const found = points.filter(({ point }) => answered.get(point)?.found);
  const absent = [...new Set(found.map(({ category }) => category.name.zh))].filter((name) => !entered.includes(name));
  if (absent.length > 0) throw notOnLedger(absent);
  const { signedBy, position } = commitment;
  const selfCheck: SelfCheck = {
    ...{ id: before?.id ?? id, campaign: campaign as CampaignId, unit: person.unit, region, list, answers, samples },
    ...{ version: (before?.version ?? 0) + 1, status: 'submitted', commitment: { signedBy, position } },
    submittedBy: person.account,
  };
  const data = {
    list: `${list.id}@${list.version}`,
    points: points.length,
    found: found.length,
    samples,
    signedBy,
    position,
  };
  return {
    selfCheck,
    outcome: {
      kind: 'selfCheckSubmitted',
      changes: {},
      data,
      ...(found.length === 0 ? { keyTarget: 'zero-report' } : {}),
    },
  };
}

const act = rowAct<SelfCheck, SelfCheckOutcome>((row) => outside(row));

/** 审核通过: one by one, none left out (R-SELF-17). */
export const acceptSelfCheck = act(
  'obligation.review',
  ['submitted'],
  z.strictObject({ note: text(2_000).exactOptional() }),
  (row, data, { actor }) => {
    requireOther(actor, row.submittedBy);
    return { kind: 'selfCheckAccepted', changes: { status: 'accepted', ...data }, data };
  },
);

/** 退回. */
export const returnSelfCheck = act(
  'obligation.review',
  ['submitted', 'accepted'],
  z.strictObject({ reason }),
  (row, { reason: note }, { actor }) => {
    requireOther(actor, row.submittedBy);
    return { kind: 'selfCheckReturned', changes: { status: 'returned', note }, data: { reason: note } };
  },
);

export const SELF_CHECK_ACTS = { acceptSelfCheck, returnSelfCheck } as const;
export type SelfCheckActName = keyof typeof SELF_CHECK_ACTS;

const PER_CENT = 100;

function requireShare(
  { id, name, percent }: SelfCheckList['samples'][number],
  samples: z.output<typeof selfCheckPayload>['samples'],
): void {
  const place = samples.findIndex(({ sample }) => sample === id);
  const given = samples[place];
  const least = Math.ceil(((given?.total ?? 0) * percent) / PER_CENT);
  if (given && given.checked <= given.total && given.checked >= least) return;
  throw new Refusal(
    'invalid',
    'self-check.sample',
    {
      zh: given
        ? `${name.zh}共 ${given.total} 份，抽查比例不低于 ${percent}%，应抽查 ${least} 至 ${given.total} 份`
        : `请填写${name.zh}的总数和抽查数`,
      en: given
        ? `of ${given.total} (${name.en}) at least ${percent} % are looked through: ${least} to ${given.total}`
        : `say how many there are (${name.en}) and how many were looked through`,
    },
    { field: place < 0 ? 'samples' : `samples.${place}.checked` },
  );
}

const NOT_YOURS = { zh: '自查由本单位报送', en: 'a unit hands in its own self-check' };
const outside = ({ status, version }: Pick<SelfCheck, 'status' | 'version'>) =>
  new Refusal(
    'conflict',
    'self-check.status',
    {
      zh: `自查${SELF_CHECK_STATUS_NAMES[status].zh}，不能进行此操作`,
      en: `the self-check is ${SELF_CHECK_STATUS_NAMES[status].en}; this is not done then`,
    },
    { standing: { status, version } },
  );
const incomplete = (missing: readonly string[], strange: readonly string[]) =>
  new Refusal(
    'invalid',
    'self-check.incomplete',
    {
      zh:
        missing.length > 0
          ? `尚有 ${missing.length} 项未答：${missing.join('、')}`
          : `要点重复，或不在清单中${strange.length > 0 ? `：${strange.join('、')}` : ''}`,
      en:
        missing.length > 0 ? `not answered: ${missing.join(', ')}` : `not on the list, or twice: ${strange.join(', ')}`,
    },
    { field: 'answers' },
  );
const strangeSamples = () =>
  new Refusal(
    'invalid',
    'self-check.sample',
    { zh: '抽查项目重复，或不在清单中', en: 'a sample is there twice, or not on the list' },
    { field: 'samples' },
  );
const notOnLedger = (categories: readonly string[]) =>
  new Refusal(
    'invalid',
    'self-check.not-on-ledger',
    {
      zh: `自查发现的问题须先登记问题台账：${categories.join('、')}`,
      en: `what was found is entered on the problem ledger first: ${categories.join(', ')}`,
    },
    { field: 'answers' },
  );
