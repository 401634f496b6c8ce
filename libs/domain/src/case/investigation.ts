import { z } from 'zod';
import { type AccountId, requireOther } from '../people/actor.js';
import type { LawPack } from '../law/pack.js';
import { type Breach, bandFor, breach, measure } from '../law/band.js';
import { assessPenalty, findingInFen } from '../law/penalty.js';
import { fenText } from '../money.js';
import { Refusal } from '../refusal.js';
import { reason, text } from '../text.js';
import { dayOf, givenInstant, instant, startOf } from '../time/instant.js';
import { act, clockKey, limit, machineAct } from './act.js';
import type { CaseFile } from './file.js';
import { extended, lengthening } from './lengthen.js';
import { requireTransfersSettled } from './closure.js';

const TWO_OFFICERS = '行政处罚法 第四十二条；医疗保障基金使用监督管理条例 第二十九条';

/** 确定办案人员: the handler and at least one more officer with a certificate. */
export const assignOfficers = act(
  'case.handle',
  ['investigation'],
  z.strictObject({ officers: z.array(z.uuid()).min(1).max(20) }),
  (file, { officers }) => ({
    kind: 'officersAssigned',
    changes: { officers: [...new Set([file.handler, ...(officers as AccountId[])])] },
    data: { officers },
  }),
);

export const exhibit = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: text(300),
  mediaType: z.string(),
  bytes: z.int().positive(),
  kind: z.enum([
    'documentary',
    'physical',
    'audiovisual',
    'electronic',
    'testimony',
    'statement',
    'expert',
    'inspection',
  ]),
});

/** 证据入卷. The file itself lies in the blob store under its hash. */
export const addEvidence = act(
  'case.handle',
  ['verification', 'investigation'],
  exhibit,
  (file, data, { actor, now, command }) => ({
    kind: 'evidenceAdded',
    changes: { evidence: [...file.evidence, { id: command, ...data, addedBy: actor.account, addedAt: now }] },
    data,
  }),
);

/** 询问笔录: held by two officers of the case. */
export const recordInquiry = act(
  'case.handle',
  ['investigation'],
  z.strictObject({
    person: text(200),
    place: text(300),
    heldAt: givenInstant,
    officers: z.array(z.uuid()),
    record: text(100_000),
  }),
  (file, data, { now, command }) => {
    const officers = [...new Set(data.officers as AccountId[])];
    const strangers = officers.filter((officer) => !file.officers.includes(officer));
    if (officers.length < 2 || strangers.length > 0) {
      throw new Refusal(
        'invalid',
        'case.two-officers',
        { zh: '询问应当由不少于两名本案执法人员进行', en: 'an inquiry is held by at least two officers of the case' },
        { field: 'officers', article: TWO_OFFICERS },
      );
    }
    const heldAt = instant(data.heldAt);
    if (heldAt < startOf(dayOf(file.openedAt))) {
      throw new Refusal(
        'invalid',
        'date.too-early',
        { zh: '询问时间不得早于线索登记', en: 'an inquiry cannot lie before the lead was recorded' },
        { field: 'heldAt' },
      );
    }
    if (heldAt > now) {
      throw new Refusal(
        'invalid',
        'date.in-future',
        { zh: '询问时间不得晚于现在', en: 'an inquiry cannot lie in the future' },
        { field: 'heldAt' },
      );
    }
    return {
      kind: 'inquiryRecorded',
      changes: { inquiries: [...file.inquiries, { ...data, id: command, officers, heldAt }] },
      data: { person: data.person, officers },
    };
  },
);

/** 延长办案期限: by the head, and once more in collective discussion (令4号 45). */
export const extendDecision = act(
  'case.approve',
  ['investigation', 'legalReview', 'approval', 'notice', 'decision'],
  lengthening,
  (file, data, context) => {
    requireOther(context.actor, file.handler);
    return { kind: 'decisionExtended', changes: {}, data, starts: [extended(file, 'decision', context, data)] };
  },
);

/** 违法事实不成立. */
export const dismissCase = act(
  'case.approve',
  ['investigation'],
  z.strictObject({ reason }),
  (file, data, { actor }) => {
    requireOther(actor, file.handler);
    requireTransfersSettled(file);
    return { kind: 'caseDismissed', changes: { stage: 'dismissed' }, data, stops: file.clocks.map(clockKey) };
  },
);

/**
 * 拟处罚意见. Refused outside the law's band, and while the file lacks two officers, an exhibit or an inquiry.
 * The amounts are then worked out by the calculator, which moves the case on.
 */
export const proposePenalty = act(
  'case.handle',
  ['investigation'],
  z.strictObject({
    breach,
    fraudulentPurpose: z.boolean(),
    amount: fenText,
    multiple: z.number().multipleOf(0.01).meta({ description: 'Times the base, e.g. 2.5; at most two decimals' }),
    fixedFine: fenText.optional().meta({ description: 'In place of a multiple, where the law gives a band of yuan' }),
    gains: fenText.optional().meta({ description: '违法所得 that is confiscated' }),
    circumstances: z.array(z.string().max(60)).max(20).optional().meta({ description: 'Of the law, proven on file' }),
    departure: text(2_000).optional().meta({ description: 'Why the multiple leaves its tier of discretion' }),
    measures: z
      .array(z.strictObject({ id: measure, months: z.int().positive().max(1_200).optional() }))
      .max(10)
      .optional(),
    grounds: text(20_000),
  }),
  (file, data, { actor, law }) => {
    requireComplete(file);
    requireFitting(file, data.breach, law);
    if (data.amount === '0' && bandFor(data.breach, law.penalties).base !== 'none') {
      throw new Refusal(
        'invalid',
        'penalty.no-amount',
        { zh: '金额须大于零', en: 'the amount is more than nothing' },
        { field: 'amount' },
      );
    }
    const { grounds, ...found } = data;
    const finding = findingInFen(found);
    assessPenalty(finding, law);
    return {
      kind: 'penaltyProposed',
      changes: { proposal: { by: actor.account, finding, grounds } },
      data,
    };
  },
);

/** 处罚计算: recorded by the machine; legal review begins (ten working days, 令4号 37). */
export const recordPenalty = machineAct(['investigation'], z.strictObject({}), (file, _data, context) => {
  if (!file.proposal || file.proposal.penalty) {
    throw new Refusal('conflict', 'penalty.nothing-proposed', {
      zh: '没有待计算的处罚意见',
      en: 'no proposal waits for its amounts',
    });
  }
  const penalty = assessPenalty(file.proposal.finding, context.law);
  return {
    kind: 'penaltyCalculated',
    changes: { stage: 'legalReview', proposal: { ...file.proposal, penalty } },
    data: { ...penalty },
    starts: [limit(context, 'legalReview', context.now)],
  };
});

/** Institutions answer by 条例 38 to 40, agencies by 37, individuals by 41. */
function requireFitting({ subject }: CaseFile, chosen: Breach, law: LawPack): void {
  if (bandFor(chosen, law.penalties).subjects.includes(subject.kind)) return;
  throw new Refusal(
    'invalid',
    'penalty.wrong-subject',
    {
      zh: `当事人为${subject.kind === 'individual' ? '个人' : '机构'}，不适用所选违法情形`,
      en: `the subject is an ${subject.kind}; this breach is not one it can commit`,
    },
    { field: 'breach', article: '医疗保障基金使用监督管理条例 第三十八条、第四十条、第四十一条' },
  );
}

function requireComplete(file: CaseFile): void {
  const missing = [
    file.officers.length < 2 && { zh: '两名以上执法人员', en: 'two officers' },
    file.evidence.length === 0 && { zh: '证据', en: 'evidence' },
    file.inquiries.length === 0 && { zh: '询问笔录', en: 'an inquiry record' },
  ].filter((each) => each !== false);
  if (missing.length === 0) return;
  throw new Refusal(
    'conflict',
    'case.incomplete',
    {
      zh: `卷宗尚缺：${missing.map(({ zh }) => zh).join('、')}`,
      en: `the file lacks ${missing.map(({ en }) => en).join(', ')}`,
    },
    { article: TWO_OFFICERS },
  );
}
