import { z } from 'zod';
import { type AccountId, requireOther } from '../people/actor.js';
import { type Breach, assessPenalty, breach } from '../law/penalty.js';
import { fenText, toFen } from '../money.js';
import { Refusal } from '../refusal.js';
import { reason, text } from '../text.js';
import { dayOf, givenInstant, instant, startOf } from '../time/instant.js';
import { act, clockKey, extendedOnce, limit, machineAct } from './act.js';
import type { CaseFile } from './file.js';
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

/** 延长办案期限: once, by the head (令4号 45). */
export const extendDecision = act(
  'case.approve',
  ['investigation', 'legalReview', 'approval', 'notice', 'decision'],
  z.strictObject({ reason }),
  (file, data, context) => {
    requireOther(context.actor, file.handler);
    return { kind: 'decisionExtended', changes: {}, data, starts: [extendedOnce(file, 'decision', context)] };
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
    grounds: text(20_000),
  }),
  (file, data, { actor, law }) => {
    requireComplete(file);
    requireFitting(file, data.breach);
    if (data.amount === '0') {
      throw new Refusal(
        'invalid',
        'penalty.no-amount',
        { zh: '金额须大于零', en: 'the amount is more than nothing' },
        { field: 'amount' },
      );
    }
    const { grounds, ...rest } = data;
    const finding = { ...rest, amount: toFen(data.amount), multiple: Math.round(data.multiple * 100) };
    assessPenalty(finding, law.penalties);
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
  const penalty = assessPenalty(file.proposal.finding, context.law.penalties);
  return {
    kind: 'penaltyCalculated',
    changes: { stage: 'legalReview', proposal: { ...file.proposal, penalty } },
    data: { ...penalty },
    starts: [limit(context, 'legalReview', context.now)],
  };
});

/** Institutions answer by 条例 38 and 40, individuals by 41. */
function requireFitting({ subject }: CaseFile, chosen: Breach): void {
  if (chosen.startsWith('individual-') === (subject.kind === 'individual')) return;
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
