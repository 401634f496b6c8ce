import type { Readable } from 'node:stream';
import ZipStream from 'zip-stream';

export interface PackedFile {
  readonly path: string;
  readonly content: Readable | Buffer;
}

/**
 * Files, one after another, as a .zip that is never held as a whole: the next is asked for when the one before is in. They
 * are stored as they are, so that anybody can look at the bytes, and nothing swells when it is read.
 */
export function streamArchive(files: AsyncIterable<PackedFile>, date: Date): Readable {
  const zip = new ZipStream({ store: true });
  void pack(zip, files, date).then(
    () => zip.finish(),
    (error: Error) => zip.destroy(error),
  );
  return zip;
}

async function pack(zip: ZipStream, files: AsyncIterable<PackedFile>, date: Date): Promise<void> {
  // Whoever takes it in may go away, and what waits for room would then wait for ever.
  const gone = new Promise<never>((_, reject) => {
    zip.once('close', () => reject(new Error('the archive was not taken to its end')));
  });
  gone.catch(() => undefined);
  for await (const { path, content } of files) {
    const packed = new Promise<void>((done, failed) => {
      zip.entry(content, { name: path, date, mode: 0o644 }, (error) => (error ? failed(error) : done()));
    });
    try {
      await Promise.race([packed, gone]);
    } catch (error) {
      if (!Buffer.isBuffer(content)) content.destroy();
      throw error;
    }
  }
}
