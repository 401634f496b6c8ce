import type { CampaignId } from '../campaign/file.js';
import type { CaseFile, Stage } from '../case/file.js';
import { yuan } from '../money.js';
import { PARTNER_NAMES, type PartnerAuthority } from '../people/partner.js';
import type { Problem } from '../problem/problem.js';
import { Refusal } from '../refusal.js';
import { chineseDay, dayOf } from '../time/instant.js';
import { type Known, type NamingMode, anonymise } from './anonymise.js';
import { namesIn } from './names.js';

/** What a typical case tells of: a case that was decided, or a problem whose rectification a re-check found to be a sham (R-PUB-08). */
export type TypicalSource =
  | { readonly kind: 'case'; readonly file: CaseFile; readonly bureau: string }
  | { readonly kind: 'problem'; readonly problem: Problem; readonly unitName: string; readonly bureau: string };

/** After the decision was served. */
const SERVED: readonly Stage[] = ['execution', 'rectification', 'closure', 'struckOff'];

/** Names the file knows, and those whoever drafts has given besides: patients, doctors, relatives. */
export function knownOf(source: TypicalSource, hidden: readonly string[]): Known {
  if (source.kind === 'problem') {
    const responsible = namesIn(source.problem.rectification?.responsible ?? '');
    return { persons: [...responsible, ...hidden], institutions: [source.unitName] };
  }
  const { subject, inquiries } = source.file;
  const named = inquiries.flatMap(({ person }) => namesIn(person));
  const party = subject.kind === 'individual' ? [subject.name] : [];
  return {
    persons: [...party, ...named, ...hidden],
    institutions: subject.kind === 'institution' ? [subject.name] : [],
  };
}

/** Only what was decided, or a sham that a re-check found, is a case to tell of. */
export function requireTellable(source: TypicalSource): void {
  if (source.kind === 'case' ? source.file.decision : source.problem.shams > 0) return;
  throw new Refusal('conflict', 'publicity.not-decided', {
    zh: '尚未作出处罚决定（或复查未发现虚假整改），不能拟写典型案例',
    en: 'a typical case is written of a decided case, or of a sham that a re-check found',
  });
}

/**
 * An institution is named only once the decision was served; a person never. A penalty is made public by law where it matters
 * to society, and taken back within three days when it is changed (行政处罚法 48).
 */
export function requireNameable(source: TypicalSource, mode: NamingMode): void {
  if (mode === 'masked' || source.kind === 'problem') return;
  const { subject, stage } = source.file;
  if (subject.kind === 'institution' && SERVED.includes(stage)) return;
  throw new Refusal(
    'invalid',
    'publicity.naming',
    subject.kind === 'individual'
      ? { zh: '个人不得点名', en: 'a person is never named' }
      : { zh: '处罚决定送达以后方可点名', en: 'an institution is named only after the decision was served' },
    { field: 'mode', article: '行政处罚法 第四十八条' },
  );
}

export interface TypicalText {
  readonly title: string;
  readonly text: string;
}

/** What the file says, in the order such notices have: who, what, by which article, what was ordered. Not yet anonymous. */
export function toldBy(source: TypicalSource): TypicalText {
  return source.kind === 'case' ? toldByCase(source) : toldByProblem(source);
}

/** The text proposed to whoever drafts. */
export function proposeTypical(source: TypicalSource, mode: NamingMode, hidden: readonly string[]): TypicalText {
  const { title, text } = toldBy(source);
  const known = knownOf(source, hidden);
  return { title: anonymise(title, known, mode) || '典型案例', text: anonymise(text, known, mode) };
}

function toldByCase({ file, bureau }: Extract<TypicalSource, { kind: 'case' }>): TypicalText {
  const { subject, decision, proposal, rectification, transfers } = file;
  const penalty = decision?.penalty;
  const lines = [
    `${bureau}依法查处${subject.name}违法使用医疗保障基金一案（案由：${file.title}）。`,
    `经查明：${(proposal?.grounds ?? '').replace(/[。.]$/u, '')}。`,
    ...(penalty
      ? [
          `上述行为违反${penalty.article}的规定，涉及医疗保障基金 ${yuan(penalty.refund)} 元。${decision ? chineseDay(dayOf(decision.decidedAt)) : ''}，${bureau}依法作出决定：责令退回医疗保障基金 ${yuan(penalty.refund)} 元${penalty.fine > 0n ? `，处 ${penalty.multiple / 100} 倍罚款 ${yuan(penalty.fine)} 元` : ''}，并责令限期改正。`,
        ]
      : []),
    ...new Set(transfers.filter(({ status }) => MOVED.includes(status)).map(({ to }) => movedTo(to))),
    ...(rectification?.accepted ? ['该单位已按要求完成整改并通过验收。'] : []),
    '医疗保障基金是人民群众的“看病钱”。各定点医药机构和参保人员应当引以为戒，依法依规使用基金。',
  ];
  return { title: `${subject.name}${file.title.replace(subject.name, '')}案`, text: lines.join('\n') };
}

const MOVED: readonly string[] = ['delivered', 'acknowledged', 'accepted'];
const MOVED_TO: Readonly<Partial<Record<PartnerAuthority, string>>> = {
  police: '涉嫌犯罪的线索已依法移送公安机关。',
  discipline: '涉及公职人员的问题线索已移送纪检监察机关。',
};
const movedTo = (to: PartnerAuthority): string => MOVED_TO[to] ?? `有关线索已移送${PARTNER_NAMES[to]}。`;

function toldByProblem({ problem, unitName, bureau }: Extract<TypicalSource, { kind: 'problem' }>): TypicalText {
  return {
    title: `${unitName}虚假整改问题`,
    text: [
      `${bureau}在整改复查中发现，${unitName}对已报送整改并销号的“${problem.category}”问题未实际改正：${problem.what}`,
      ...(problem.amount > 0n ? [`涉及医疗保障基金 ${yuan(problem.amount)} 元。`] : []),
      '该单位已被列为重点检查对象，责令重新整改。各单位应当如实整改，弄虚作假的一律公开曝光。',
    ].join('\n'),
  };
}

export const campaignOfSource = (source: TypicalSource): CampaignId | undefined =>
  source.kind === 'case' ? source.file.campaign : source.problem.campaign;
