import { Refusal } from '@fundguard/domain';
import { fileTypeFromBuffer } from 'file-type';

/** What may be taken as evidence, and what its first bytes must then be. Plain text has no signature. */
const ACCEPTED: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['application/pdf'],
  'image/jpeg': ['image/jpeg'],
  'image/png': ['image/png'],
  'audio/mpeg': ['audio/mpeg'],
  'video/mp4': ['video/mp4'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': [
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/zip',
  ],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': [
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/zip',
  ],
  'text/plain': [],
  'text/csv': [],
};

/** A file is what its bytes say, not what its sender says. */
export async function refuseLies(declared: string, head: Buffer): Promise<void> {
  const allowed = ACCEPTED[declared];
  if (!allowed)
    throw refuse(
      'evidence.type-not-accepted',
      `不接受 ${declared} 类型的文件`,
      `${declared} is not accepted as evidence`,
    );
  if (head.length === 0) throw refuse('evidence.empty', '文件为空', 'the file is empty');
  const actual = (await fileTypeFromBuffer(head))?.mime;
  const honest =
    allowed.length === 0 ? actual === undefined && !head.includes(0) : actual !== undefined && allowed.includes(actual);
  if (!honest) {
    throw refuse(
      'evidence.type-mismatch',
      `文件内容与声明的类型 ${declared} 不符`,
      `the bytes are not ${declared} but ${actual ?? 'something else'}`,
    );
  }
}

const refuse = (code: string, zh: string, en: string) => new Refusal('invalid', code, { zh, en }, { field: 'file' });
