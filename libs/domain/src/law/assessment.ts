import { z } from 'zod';
import { type Fen, fen, fenText, toFen, yuan } from '../money.js';
import { type RegionPath, regionPath } from '../people/actor.js';
import type { Rules } from '../ports.js';
import { type Bilingual, text } from '../text.js';
import { type Day, endOf, dayOf, givenDay } from '../time/instant.js';
import type { WorkingCalendar } from '../time/calendar.js';
import { span, startClock } from './clock.js';
import { type LawPack, clockRuleOf, lawReference } from './pack.js';
import { type PenaltyBand, bandFor, breach, measure } from './band.js';
import { type Penalty, assessPenalty, findingInFen, withBand } from './penalty.js';
import { surchargeOn } from './surcharge.js';

const asked = z.strictObject({
  breach,
  fraudulentPurpose: z.boolean(),
  amount: fenText,
  multiple: z.number().nonnegative().multipleOf(0.01),
  fixedFine: fenText.optional().meta({ description: 'Where the law gives a band of yuan' }),
  gains: fenText.optional().meta({ description: '违法所得' }),
  circumstances: z.array(z.string().max(60)).max(20).optional(),
  departure: text(2_000).optional().meta({ description: 'Why the multiple leaves its tier' }),
  measures: z
    .array(z.strictObject({ id: measure, months: z.int().positive().max(1200).optional() }))
    .max(10)
    .optional(),
  sameAct: text(60).optional().meta({ description: 'Findings of one act share it: only the highest fine stands' }),
  endedOn: givenDay
    .optional()
    .meta({ description: 'When the conduct ended: for the law of that day, and the limitation' }),
  discoveredOn: givenDay.optional(),
  harmedFinancialSafety: z.boolean().optional().meta({ description: 'Five years instead of two' }),
});

/** 处罚测算: what a penalty would be, for one or several breaches, without any case. */
export const penaltyQuestion = asked
  .extend({
    further: z.array(asked).max(50).optional().meta({ description: 'More breaches of the same subject' }),
    law: z.string().max(200).optional().meta({ description: 'A pinned pack, `national@2`; else the one in force' }),
    region: regionPath.optional().meta({ description: 'Whose own rules apply' }),
    decidedOn: givenDay.optional().meta({ description: 'Today where it is left out' }),
    criminalFine: fenText.optional().meta({ description: '罚金 that a court imposed for the same conduct' }),
    finedFirst: z.boolean().optional().meta({ description: 'We fined before the court did' }),
    late: z
      .strictObject({
        due: givenDay,
        on: givenDay,
        payments: z
          .array(z.strictObject({ on: givenDay, amount: fenText }))
          .max(200)
          .optional(),
        pauses: z.array(span).max(20).optional(),
        instalments: z
          .array(z.strictObject({ due: givenDay, amount: fenText }))
          .max(60)
          .optional(),
      })
      .optional()
      .meta({ description: 'What late payment would cost' }),
  })
  .meta({ id: 'PenaltyFinding' });
export type PenaltyQuestion = z.output<typeof penaltyQuestion>;
type Asked = z.output<typeof asked>;

/** Every figure of it, line by line. */
export function answerPenalty(
  { further = [], law: reference, region, decidedOn, criminalFine, finedFirst, late, ...first }: PenaltyQuestion,
  rules: Pick<Rules, 'law' | 'currentLaw'>,
  calendar: WorkingCalendar,
  today: Day,
) {
  const on = (decidedOn as Day | undefined) ?? today;
  const inForce = reference ? rules.law(reference) : rules.currentLaw(on, region as RegionPath | undefined);
  const parts = [first, ...further].map((finding): Assessed => {
    const { law, lines } = milder(finding, inForce, rules, region);
    const penalty = assessPenalty(findingInFen(finding), law);
    return {
      ...limited(
        finding,
        withBand({ ...penalty, explanation: [...lines, ...penalty.explanation] }, law.penalties),
        law,
        calendar,
        on,
      ),
      sameAct: finding.sameAct,
    };
  });
  const standing = highestOfEachAct(parts);
  const sum = (of: (part: Assessed) => Fen) => fen(standing.reduce((total, part) => total + of(part), 0n));
  const before = sum(({ fine }) => fine);
  const offset = offsetBy(before, criminalFine === undefined ? undefined : toFen(criminalFine), finedFirst ?? false);
  const [principal] = standing;
  if (!principal) throw new Error('a question without a finding');
  const fine = offset.fine;
  return {
    ...principal,
    law: lawReference(inForce),
    parts: standing,
    totals: {
      refund: sum(({ refund }) => refund),
      fine,
      confiscated: sum(({ confiscated = fen(0n) }) => confiscated),
    },
    notes: offset.lines,
    ...(late ? { surcharge: surchargeOf(fine, late) } : {}),
  };
}
export type PenaltyAnswer = ReturnType<typeof answerPenalty>;

type Assessed = ReturnType<typeof withBand<Penalty>> & { readonly sameAct?: string | undefined };

/** 从旧兼从轻 (行政处罚法 37): the law of the day of the conduct, unless the new one is milder. */
function milder(
  { breach: which, endedOn }: Asked,
  inForce: LawPack,
  rules: Pick<Rules, 'currentLaw'>,
  region: string | undefined,
): { readonly law: LawPack; readonly lines: readonly Bilingual[] } {
  if (!endedOn) return { law: inForce, lines: [] };
  const then = rules.currentLaw(endedOn as Day, region as RegionPath | undefined);
  if (then.effectiveFrom === inForce.effectiveFrom || then.id !== inForce.id) return { law: inForce, lines: [] };
  const law = severity(bandFor(which, inForce.penalties)) < severity(bandFor(which, then.penalties)) ? inForce : then;
  const old = law === then;
  return {
    law,
    lines: [
      {
        zh: `行为终了于 ${endedOn}，${old ? '适用行为时的规定' : '新规定处罚较轻，适用新规定'}（行政处罚法 第三十七条）：${lawReference(law)}`,
        en: `the conduct ended on ${endedOn}: ${old ? 'the law of that day applies' : 'the new law is milder and applies'} (行政处罚法 第三十七条): ${lawReference(law)}`,
      },
    ],
  };
}

/** By its upper end, then by its lower one. */
const severity = ({ fine, fixedFine }: PenaltyBand): number =>
  fine ? fine.max * 1_000_000 + fine.min : fixedFine ? Number(fixedFine.max) : 0;

/** 追诉时效 (行政处罚法 36): what was found out too late is not punished; what belongs to the fund is still to be returned. */
function limited<Of extends Penalty>(
  { endedOn, discoveredOn, harmedFinancialSafety }: Asked,
  penalty: Of,
  law: LawPack,
  calendar: WorkingCalendar,
  today: Day,
): Of {
  if (!endedOn) return penalty;
  const rule = clockRuleOf(law, harmedFinancialSafety ? 'limitationLong' : 'limitation');
  const last = dayOf(startClock(rule, endOf(endedOn as Day), calendar).due);
  const found = discoveredOn ?? today;
  if (found <= last) return penalty;
  const line = {
    zh: `行为终了于 ${endedOn}，至 ${last} 未被发现，不再给予行政处罚（${rule.article}）；应退回的基金仍应退回`,
    en: `ended on ${endedOn} and not found out by ${last}: no penalty any more (${rule.article}); the refund stays`,
  };
  return { ...penalty, fine: fen(0n), confiscated: fen(0n), explanation: [...penalty.explanation, line] };
}

/** 一事不再罚 (行政处罚法 29): of one act that breaks several rules, the highest fine alone. */
function highestOfEachAct(parts: readonly Assessed[]): readonly Assessed[] {
  return parts.map((part, at) => {
    const rivals = parts.filter((each) => part.sameAct !== undefined && each.sameAct === part.sameAct);
    const highest = rivals.toSorted((one, other) => Number(other.fine - one.fine))[0] ?? part;
    if (highest === part || parts.indexOf(highest) === at) return part;
    const line = {
      zh: `与另一项认定为同一违法行为，按罚款数额高的 ${yuan(highest.fine)} 元处罚，本项不再罚款（行政处罚法 第二十九条）`,
      en: `one act with another finding: the higher fine of ${yuan(highest.fine)} yuan stands alone (行政处罚法 第二十九条)`,
    };
    return { ...part, fine: fen(0n), explanation: [...part.explanation, line] };
  });
}

/** 行政处罚法 35 II: a court that fined first leaves nothing to fine; where we fined first, the court sets it off. */
function offsetBy(fine: Fen, criminal: Fen | undefined, finedFirst: boolean): { fine: Fen; lines: Bilingual[] } {
  if (criminal === undefined || criminal === 0n) return { fine, lines: [] };
  const article = '行政处罚法 第三十五条第二款';
  if (finedFirst) {
    const credited = fine < criminal ? fine : criminal;
    return {
      fine,
      lines: [
        {
          zh: `人民法院判处罚金 ${yuan(criminal)} 元，已处罚款折抵 ${yuan(credited)} 元（${article}）`,
          en: `of the court's fine of ${yuan(criminal)} yuan, ${yuan(credited)} are set off against ours (${article})`,
        },
      ],
    };
  }
  return {
    fine: fen(0n),
    lines: [
      {
        zh: `人民法院已判处罚金 ${yuan(criminal)} 元，尚未罚款的不再给予罚款（${article}）`,
        en: `a court imposed ${yuan(criminal)} yuan already: no fine on top of it (${article})`,
      },
    ],
  };
}

function surchargeOf(
  fine: Fen,
  { due, on, payments = [], pauses = [], instalments }: NonNullable<PenaltyQuestion['late']>,
) {
  const plan = instalments
    ? instalments.map((each) => ({ due: each.due as Day, amount: toFen(each.amount) }))
    : [{ due: due as Day, amount: fine }];
  return surchargeOn(
    plan,
    payments.map((each) => ({ on: each.on as Day, amount: toFen(each.amount) })),
    pauses,
    on as Day,
  );
}
