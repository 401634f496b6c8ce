import { streamSheets } from '@fundguard/documents';
import { type ImportKind, importFields, importOf } from '@fundguard/domain';
import type { Readable } from 'node:stream';

/** An empty sheet with the headings an import knows, and beside it what may stand under each: from the same fields that read it. */
export function templateOf(kind: ImportKind): Readable {
  const fields = importFields(kind);
  const { name, figures } = importOf(kind);
  const notes = fields.map(({ zh, en, isRequired, also = [], example }) => [
    zh,
    en,
    isRequired ? '必填 required' : '',
    example,
    also.join('、'),
  ]);
  const more = figures
    ? [['（其他列）', '(other columns)', '', '检查家数', '各按列名作为指标报送 · each is a figure under its heading']]
    : [];
  return streamSheets([
    { name: name.zh, columns: fields.map(({ zh }) => ({ title: zh, width: 20 })), rows: [] },
    {
      name: '填写说明 Notes',
      columns: ['列名', 'Column', '是否必填', '示例 Example', '也可写作 Other headings'].map((title) => ({
        title,
        width: 28,
      })),
      rows: [...notes, ...more],
    },
  ]);
}
