import type { OfficialDocument } from '../document/document.js';
import { toFen, yuan } from '../money.js';
import { type Instant, beijing } from '../time/instant.js';
import { type EntryContent, answers } from './entry.js';
import { VISIT_STATUS_NAMES, type VisitFile } from './visit.js';

/** 现场检查笔录, as it is read aloud and signed. `signed` are its signatures, by the hash of their pictures. */
export interface OnSiteRecord extends OfficialDocument {
  readonly signed: readonly { readonly who: string; readonly sha256?: string }[];
}

const RESULT = { conforms: '符合', problem: '存在问题', notApplicable: '不适用' } as const;
const HANDLING = { pointedOut: '已当场指出', demanded: '已要求整改', correctedOnSpot: '已当场改正' } as const;
const AS = { inspector: '检查人员', unit: '被检查单位', witness: '见证人' } as const;
const AGAINST = {
  ...{ chart: '病历', fees: '费用清单', certification: '门诊大病认定', his: '医院信息系统' },
  ...{ voucher: '票据凭证', homeVisit: '患者走访' },
} as const;

interface Names {
  readonly unit: string;
  readonly bureau: string;
  readonly inspector: (account: string) => string;
}

/** The record of a visit: what stands for each line, what was asked, counted and compared, and who signed it. */
export function onSiteRecord(visit: VisitFile, { unit, bureau, inspector }: Names): OnSiteRecord {
  const { checklist, entries, team, arrivedAt, finishedAt, departments, hours } = visit;
  const standing = answers(entries);
  const numbered = checklist.groups.flatMap(({ id: group, name }) => {
    const lines = checklist.lines.filter((line) => line.group === group);
    return lines.length === 0
      ? []
      : [`【${name.zh}】`, ...lines.map((line) => lineText(line.ask.zh, standing.get(line.id)?.content))];
  });
  const of = <Kind extends EntryContent['kind']>(kind: Kind) =>
    entries.flatMap(({ content }) => (content.kind === kind ? [content as Extract<EntryContent, { kind: Kind }>] : []));
  return {
    title: checklist.record.title,
    number: `${checklist.name.zh}（第 ${checklist.version} 版） · ${VISIT_STATUS_NAMES[visit.status].zh}`,
    addressee: `被检查单位：${unit}`,
    paragraphs: [
      `检查时间：${visit.day}${hours ? ` ${hours}` : ''}；到达：${moment(arrivedAt)}；结束：${moment(finishedAt)}`,
      `检查人员：${team.map(inspector).join('、')}${departments.length > 0 ? `；联合检查部门：${departments.join('、')}` : ''}`,
      ...checklist.record.rights,
      ...numbered,
      ...of('count').map(({ what, listed, present }) => `清点${what}：登记 ${listed}，实有 ${present}。`),
      ...of('sample').map(sampleText),
      ...of('unitFact').map(({ what, value }) => `核对基本数据：${what}：${value}。`),
      ...of('inquiry').flatMap(({ person, position, heldAt, questions }) => [
        `询问${person}（${position}），${moment(heldAt as Instant)}，已告知权利义务。`,
        ...questions.flatMap(({ q, a }) => [`问：${q}`, `答：${a}`]),
      ]),
      `现场照片及签名文件 ${of('photo').length + of('signature').length} 份，均以 SHA-256 固定。`,
      ...(visit.report ? [`检查情况：${visit.report}`] : []),
      checklist.record.closing,
      ...(visit.recordHash ? [`本笔录校验值：${visit.recordHash}`] : []),
      ...visit.addenda.map(
        ({ text, reason, by, at }) => `补充说明（${inspector(by)}，${moment(at)}，${reason}）：${text}`,
      ),
    ],
    signature: bureau,
    date: visit.day,
    signed: of('signature').map(({ as, name, refusal, sha256 }) => ({
      who: `${AS[as]}：${name}${refusal ? `（拒绝签名：${refusal}）` : ''}`,
      ...(sha256 ? { sha256 } : {}),
    })),
  };
}

function lineText(ask: string, content: EntryContent | undefined): string {
  if (content?.kind !== 'answer') return `${ask}：未检查。`;
  const { result, note, amount, handling } = content;
  const said = [
    RESULT[result],
    ...(note ? [note] : []),
    ...(amount && amount !== '0' ? [`涉及金额 ${yuan(toFen(amount))} 元`] : []),
    ...(handling ? [HANDLING[handling]] : []),
  ];
  return `${ask}：${said.join('；')}。`;
}

function sampleText({ record, against, matches, note, amount }: Extract<EntryContent, { kind: 'sample' }>): string {
  const found = [
    matches ? '相符' : '不符',
    ...(note ? [note] : []),
    ...(amount && amount !== '0' ? [`涉及金额 ${yuan(toFen(amount))} 元`] : []),
  ];
  return `抽查 ${record}，核对${against.map((each) => AGAINST[each]).join('、')}：${found.join('；')}。`;
}

const moment = (at: Instant | undefined): string => (at ? beijing(at).slice(0, 16).replace('T', ' ') : '—');
