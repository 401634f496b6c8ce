declare module 'zip-stream' {
  import { type Readable, Transform } from 'node:stream';

  /** As much of it as is used here; it brings no types of its own. */
  export default class ZipStream extends Transform {
    constructor(options?: { readonly store?: boolean });
    /** One at a time: the next after `done`. */
    entry(
      source: Readable | Buffer,
      about: { readonly name: string; readonly date: Date; readonly mode?: number },
      done: (error?: Error | null) => void,
    ): void;
    finish(): void;
  }
}
