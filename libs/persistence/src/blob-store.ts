import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export interface StoredBlob {
  readonly sha256: string;
  readonly bytes: number;
}

/** Files under their own hash. What is stored is never changed, and the same file is stored once. */
export class BlobStore {
  constructor(readonly folder: string) {}

  /** Streams the file in; `inspect` sees its first bytes, and where it lies, and may refuse it: then nothing is kept. */
  async put(source: Readable, inspect: (head: Buffer, path: string) => Promise<void>): Promise<StoredBlob> {
    const draft = join(this.folder, 'incoming', randomUUID());
    await mkdir(join(this.folder, 'incoming'), { recursive: true });
    const hash = createHash('sha256');
    let bytes = 0;
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        bytes += chunk.length;
        done(null, chunk);
      },
    });
    try {
      await pipeline(source, measure, createWriteStream(draft));
      await inspect(await headOf(draft), draft);
      const sha256 = hash.digest('hex');
      const target = this.path(sha256);
      await mkdir(join(target, '..'), { recursive: true });
      await rename(draft, target);
      return { sha256, bytes };
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  get(sha256: string): Readable {
    return createReadStream(this.path(sha256));
  }

  /** Where it lies, for what reads here and there in it. */
  path(sha256: string): string {
    return join(this.folder, sha256.slice(0, 2), sha256);
  }
}

const HEAD = 4_100;

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
