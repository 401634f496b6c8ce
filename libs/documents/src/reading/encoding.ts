import { createReadStream } from 'node:fs';
import type { SheetEncoding, SheetReading } from '@fundguard/domain';

const MARK = [0xef, 0xbb, 0xbf];

/**
 * In which encoding a text file was written. Text that is valid UTF-8 throughout is hardly ever anything else; of the rest, four-byte
 * characters, whose second byte is a digit, tell GB 18030 from GBK. It stays a guess, to be looked at by whoever sent it.
 */
export async function encodingOf(path: string): Promise<Required<Pick<SheetReading, 'encoding' | 'sign'>>> {
  const strict = new TextDecoder('utf-8', { fatal: true });
  let isUtf8 = true;
  let hasFour = false;
  let before = 0;
  let isFirst = true;
  for await (const piece of createReadStream(path)) {
    const chunk = piece as Buffer;
    if (isFirst && MARK.every((byte, at) => chunk[at] === byte)) return { encoding: 'utf-8', sign: 'mark' };
    isFirst = false;
    isUtf8 &&= decodes(strict, chunk);
    if (isUtf8) continue;
    for (const byte of chunk) {
      if (before >= 0x81 && byte >= 0x30 && byte <= 0x39) hasFour = true;
      // The second byte of a pair may look like the first of another.
      before = before >= 0x81 ? 0 : byte;
    }
  }
  if (isUtf8 && decodes(strict, undefined)) return { encoding: 'utf-8', sign: 'valid' };
  const encoding: SheetEncoding = hasFour ? 'gb18030' : 'gbk';
  return { encoding, sign: 'fallback' };
}

function decodes(decoder: InstanceType<typeof TextDecoder>, chunk: Buffer | undefined): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
}
