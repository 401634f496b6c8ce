import { type CaseFile, type DocumentTemplate, type OfficialDocument, documentOf } from '@fundguard/domain';
import { EVERYWHERE } from '@fundguard/persistence';
import type { Platform } from '../platform.js';

export interface CaseDocument {
  readonly template: DocumentTemplate;
  readonly text: OfficialDocument;
}

/** 文书: what a case gives rise to by now, in the order of the templates. */
export async function caseDocuments({ db, rules }: Platform, file: CaseFile): Promise<CaseDocument[]> {
  const [row] = await db.within(EVERYWHERE, (tx) =>
    tx.query<{ name: string }>({ text: 'select name_zh as name from region where path = $1', values: [file.region] }),
  );
  // 甲县 → 甲县医疗保障局
  const bureau = `${row?.name ?? ''}医疗保障局`;
  return rules.documents.flatMap((template) => {
    const text = documentOf(template, file, bureau);
    return text ? [{ template, text }] : [];
  });
}
