import type { Bilingual } from '../text.js';

/** 核验: whether the file of an exhibit still is what was taken in. */
export const INTEGRITY = ['whole', 'altered', 'missing'] as const;
export type Integrity = (typeof INTEGRITY)[number];

export const INTEGRITY_WORDS: Readonly<Record<Integrity, Bilingual>> = {
  whole: { zh: '与入卷时一致', en: 'it is what was taken in' },
  altered: { zh: '文件内容与入卷时不一致', en: 'the file is not what was taken in' },
  missing: { zh: '文件已不存在', en: 'the file is gone' },
};

/** What a check puts on the case's record: a loss once, and that it was made good; nothing while all stays as it was. */
export function integrityEvent(
  before: Integrity | undefined,
  now: Integrity,
): 'evidenceAltered' | 'evidenceRestored' | undefined {
  if (now === (before ?? 'whole')) return undefined;
  return now === 'whole' ? 'evidenceRestored' : 'evidenceAltered';
}
