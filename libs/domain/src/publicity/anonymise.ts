import { Refusal } from '../refusal.js';
import type { Bilingual } from '../text.js';
import { LIKELY_PERSON, initialled } from './names.js';

/** How an institution appears: by its name, or as 某医院. */
export const NAMING_MODES = ['masked', 'named'] as const;
export type NamingMode = (typeof NAMING_MODES)[number];

/** Whom and what a file knows by name; none of it may be read by the public (R-PUB-07). */
export interface Known {
  readonly persons: readonly string[];
  readonly institutions: readonly string[];
}

export const MARK_NAMES = {
  whistleblower: { zh: '涉及举报人的内容', en: 'something about a whistleblower' },
  idNumber: { zh: '身份证号', en: 'an identity number' },
  card: { zh: '卡号、账号或病历号', en: 'a card, account or record number' },
  phone: { zh: '电话号码', en: 'a telephone number' },
  email: { zh: '电子邮箱', en: 'a mail address' },
  address: { zh: '住址', en: 'an address' },
  person: { zh: '姓名', en: 'a name' },
  institution: { zh: '机构名称', en: 'the name of an institution' },
  likelyPerson: { zh: '疑似姓名', en: 'what may be a name' },
} as const satisfies Record<string, Bilingual>;
export type MarkKind = keyof typeof MARK_NAMES;

/** What may not be published, where it stands in a text, and what is put in its place. */
export interface Mark {
  readonly kind: MarkKind;
  readonly start: number;
  readonly end: number;
  readonly put: string;
}

const LABELS = '医保卡|社保卡|社会保障卡|银行卡|就诊卡|卡|账|帐|病历|病案|住院|门诊|就诊|处方';
/** What people put between digits so that they are not read as one number. */
const GAP = '[\\s.·•–—-]{0,2}';
const PATTERNS: readonly (readonly [MarkKind, RegExp, string])[] = [
  ['idNumber', new RegExp(`(?<!\\d)[1-9](?:${GAP}\\d){16}${GAP}[\\dXx](?!\\d)`, 'gu'), '（身份证号略）'],
  ['idNumber', /(?<!\d)[1-9]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?!\d)/gu, '（身份证号略）'],
  ['idNumber', /(?<!\d)\d{3,6}\*{4,}\d{0,4}[\dXx]?/gu, '（身份证号略）'],
  ['phone', /(?<!\d)[（(]?0\d{2,3}[)）]?[\s-]?\d{7,8}(?!\d)/gu, '（电话略）'],
  ['card', /(?<![\d.])\d{4}(?:[\s-]?\d{4}){2,3}(?:[\s-]?\d{1,3})?(?!\d)/gu, '（卡号略）'],
  [
    'card',
    new RegExp(`(?<=(?:${LABELS})号(?:码)?[为是：:\\s]{0,3})[A-Za-z]{0,4}\\d[\\dA-Za-z-]{4,}`, 'gu'),
    '（号码略）',
  ],
  ['phone', new RegExp(`(?<!\\d)1${GAP}[3-9](?:${GAP}\\d){9}(?!\\d)`, 'gu'), '（电话略）'],
  ['phone', /(?:微信|QQ)(?:号码?)?[为是：:\s]{0,3}[\w-]{5,}/giu, '（联系方式略）'],
  ['card', /(?<![A-Za-z\d])[\dA-HJ-NPQRTUWXY]{2}\d{6}[\dA-HJ-NPQRTUWXY]{10}(?![A-Za-z\d])/gu, '（代码略）'],
  [
    'card',
    /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·\s]?[A-Z\d]{5,6}(?![A-Za-z\d])/gu,
    '（车牌略）',
  ],
  ['email', /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu, '（邮箱略）'],
  [
    'address',
    /(?:\p{Script=Han}{1,8}(?:省|市|县|区|旗|镇|乡|街道))*\p{Script=Han}{1,8}(?:路|街|巷|弄|大道|胡同|村|小区|花园|家园)[\p{Script=Han}\d]{0,4}[\d一二三四五六七八九十]+(?:号|组|栋|幢|单元|室|楼|户)(?:[\d一二三四五六七八九十]+(?:号|组|栋|幢|单元|室|楼|层|户))*/gu,
    '（住址略）',
  ],
];

/** A sentence that speaks of who told, or that somebody did. The hotline itself (举报电话) may be published. */
const WHISTLE =
  /举报人|举报者|举报群众|举报信|实名举报|匿名举报|投诉人|检举人|控告人|信访人|线索提供[人者]|知情人|反映人|吹哨人|告发|爆料|(?:据|经|接(?!受)|收到)[^。；！？\n，]{0,14}(?:举报|投诉|检举|信访)|(?:群众|职工|员工|内部人员|患者|家属)(?:来信|来电|实名|匿名)?(?:举报|投诉|检举|信访)/u;
const SENTENCE = /[^。；！？\n]+[。；！？]?/gu;

/** Full-width digits, letters and signs as plain ones, characters nobody sees as spaces; every character keeps its place. */
const plain = (text: string): string =>
  text
    .replaceAll(/[\uFF01-\uFF5E]/gu, (found) =>
      '（），。；：！？'.includes(found) ? found : String.fromCharCode(found.charCodeAt(0) - 0xfee0),
    )
    .replaceAll(/\p{Cf}/gu, (unseen) => ' '.repeat(unseen.length));

/** Everything in a text that may not be published, in its order; where two overlap, the first rule has it. */
export function marksIn(text: string, known: Known, mode: NamingMode): Mark[] {
  const read = plain(text);
  const marks: Mark[] = [];
  const add = (kind: MarkKind, start: number, length: number, put: string) => {
    const end = start + length;
    if (length > 0 && marks.every((mark) => end <= mark.start || start >= mark.end))
      marks.push({ kind, start, end, put });
  };
  for (const found of read.matchAll(SENTENCE))
    if (WHISTLE.test(found[0].replaceAll(/\s/gu, ''))) add('whistleblower', found.index, found[0].length, '');
  for (const [kind, pattern, put] of PATTERNS)
    for (const found of read.matchAll(pattern)) add(kind, found.index, found[0].length, put);
  const institutions = known.institutions.flatMap((name) => [name, shortened(name)]);
  if (mode === 'masked')
    for (const name of longestFirst(institutions))
      for (const found of read.matchAll(spelled(name))) add('institution', found.index, found[0].length, kindOf(name));
  // An institution that may be named keeps its name, also where a person's is part of it.
  const kept = mode === 'named' ? known.institutions.flatMap((name) => [...read.matchAll(spelled(name))]) : [];
  const initials = initialled(known.persons.filter((name) => !name.includes('某')));
  for (const name of longestFirst([...initials.keys()]))
    for (const found of read.matchAll(spelled(name)))
      if (!kept.some(({ index, 0: { length } }) => found.index >= index && found.index < index + length))
        add('person', found.index, found[0].length, initials.get(name) ?? '某某');
  for (const found of read.matchAll(LIKELY_PERSON))
    if (!found[0].includes('某')) add('likelyPerson', found.index, found[0].length, `${found[0].slice(0, 1)}某`);
  return marks.sort((a, b) => a.start - b.start);
}

/** The text with every mark replaced. What it gives back holds none. */
export function anonymise(text: string, known: Known, mode: NamingMode): string {
  let written = '';
  let from = 0;
  for (const { start, end, put } of marksIn(text, known, mode)) {
    written += text.slice(from, start) + put;
    from = end;
  }
  return written + text.slice(from);
}

/** 脱敏审查. What may be a name is shown to whoever reads it, and refuses nothing. */
export function requireAnonymous(
  fields: { readonly title: string; readonly text: string },
  known: Known,
  mode: NamingMode,
): void {
  for (const field of ['title', 'text'] as const) {
    const marks = marksIn(fields[field], known, mode).filter(({ kind }) => kind !== 'likelyPerson');
    if (marks.length === 0) continue;
    const said = (language: keyof Bilingual) =>
      marks.map(({ kind, start }) => PLACE[language](start + 1, MARK_NAMES[kind][language]));
    throw new Refusal(
      'invalid',
      'publicity.not-anonymous',
      {
        zh: `尚未脱敏：${said('zh').join('、')}`,
        en: `this may not be published: ${said('en').join(', ')}`,
      },
      { field, standing: { marks } },
    );
  }
}
const PLACE = {
  zh: (at: number, what: string) => `第 ${at} 字起的${what}`,
  en: (at: number, what: string) => `${what} at character ${at}`,
} as const;

const longestFirst = (names: readonly string[]): string[] =>
  [...new Set(names)].filter((name) => name.length > 1).sort((a, b) => b.length - a.length);

/** A name as it may be written, with spaces between its characters. */
const spelled = (name: string): RegExp =>
  new RegExp(
    [...plain(name)].map((character) => character.replace(/[\\^$.*+?()[\]{}|/-]/u, '\\$&')).join('\\s*'),
    'gu',
  );

/** `甲县人民医院` is also `县人民医院`: a shorter name that still tells which. */
const shortened = (name: string): string => /^\p{Script=Han}((?:省|市|县|区|旗|镇|乡).{3,})$/u.exec(name)?.[1] ?? name;

const KINDS =
  /卫生院|卫生室|卫生服务中心|卫生服务站|门诊部|医院|诊所|大药房|药房|药店|护理院|疗养院|研究院|学校|公司/gu;
const kindOf = (name: string): string => `某${[...name.matchAll(KINDS)].at(-1)?.[0] ?? '单位'}`;
