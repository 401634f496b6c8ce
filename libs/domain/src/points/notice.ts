import type { OfficialDocument } from '../document/document.js';
import { chineseDay, dayOf } from '../time/instant.js';
import { type PointsPack, type PractitionerRole, bandOf } from './pack.js';
import { type Deduction, type Practitioner, pointsIn } from './practitioner.js';

export const PRACTITIONER_ROLE_NAMES: Readonly<Record<PractitionerRole, string>> = {
  physician: '医师',
  nurse: '护士',
  technician: '技术人员',
  pharmacist: '药师',
  responsible: '负责人',
};

/** Whom and what the notice names. */
export interface NoticeNames {
  readonly unit: string;
  readonly bureau: string;
  /** The rules it was given by; absent where their version is not kept any more. */
  readonly rules?: PointsPack;
}

/** 《医保医师扣分告知书》, handed over on the spot (R-MEAS-14). Nobody is told by one that was withdrawn. */
export function deductionNotice(
  person: Pick<Practitioner, 'name' | 'role' | 'deductions'>,
  deduction: Deduction,
  { unit, bureau, rules }: NoticeNames,
): Omit<OfficialDocument, 'number'> | undefined {
  if (deduction.status === 'withdrawn') return undefined;
  const { on, points, reason, at } = deduction;
  const band = rules && bandOf(rules, points);
  const total = pointsIn(person, on.slice(0, 4));
  const role = PRACTITIONER_ROLE_NAMES[person.role];
  const because = /[。！？]$/.test(reason) ? reason : `${reason}。`;
  return {
    title: person.role === 'physician' ? '医保医师扣分告知书' : '相关人员记分告知书',
    addressee: `${unit}${role} ${person.name}：`,
    paragraphs: [
      `经查，${because}`,
      `依据《${rules?.name.zh ?? deduction.rules}》，决定对你记 ${points} 分${band ? `（${band.name.zh}）` : ''}，记分日期为${chineseDay(on)}。截至目前，你在${on.slice(0, 4)}自然年度内累计记 ${total} 分。`,
      '如对本次记分有异议，可通过所在单位向本机关提出申诉，由未参与记分的人员处理。',
      ...(rules && rules.certainty !== 'R' ? ['（记分规则由当地医疗保障行政部门确认后适用。）'] : []),
    ],
    signature: bureau,
    date: chineseDay(dayOf(at)),
  };
}
