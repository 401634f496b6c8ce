import { createHmac, randomBytes } from 'node:crypto';
import { type ReporterIdentity, maskedReporter, readReporterCode, reporterCode } from '@fundguard/domain';
import type { SealedReporter, Wrapped } from '@fundguard/persistence';
import { KEY_BYTES, derived, openWith, sealWith } from './aead.js';

export type ReporterMask = ReturnType<typeof maskedReporter>;

/**
 * 举报人保险库. Each identity is sealed with a key of its own, and that key with the master key: the master key is changed by sealing the keys
 * anew, and no identity is opened for it. While it is changed, what the key before it sealed opens too.
 */
export class Vault {
  private readonly masters: ReadonlyMap<string, Buffer>;
  private readonly blinding: Buffer;
  /** By which id the newest master key is known; it says nothing about the key. */
  readonly current: string;

  /** @param master at least 32 random bytes, kept outside the database, and none of those that seal identity numbers */
  constructor(master: Buffer, previous?: Buffer) {
    const all = [master, ...(previous ? [previous] : [])];
    if (all.some(({ length }) => length < KEY_BYTES))
      throw new RangeError(`a vault key has at least ${KEY_BYTES} bytes`);
    this.masters = new Map(all.map((key) => [idOf(key), derived(key, 'fundguard vault wrapping')]));
    this.current = idOf(master);
    this.blinding = derived(master, 'fundguard vault blinding');
  }

  /** `about` is the reporter's id: bound into every seal. */
  seal(identity: ReporterIdentity, about: string): SealedReporter {
    const key = randomBytes(KEY_BYTES);
    return {
      sealed: sealWith(key, JSON.stringify(identity), about),
      mask: sealWith(key, JSON.stringify(maskedReporter(identity)), `mask ${about}`),
      ...this.wrap(key, about),
    };
  }

  open({ sealed, ...kept }: SealedReporter, about: string): ReporterIdentity {
    return JSON.parse(openWith(this.unwrap(kept, about), sealed, about).toString('utf8')) as ReporterIdentity;
  }

  /** Whether the master key that sealed it is here. */
  holds({ keyId }: Wrapped): boolean {
    return this.masters.has(keyId);
  }

  /** What is shown without opening: only its mask is read. */
  mask({ mask, ...kept }: SealedReporter, about: string): ReporterMask {
    return JSON.parse(openWith(this.unwrap(kept, about), mask, `mask ${about}`).toString('utf8')) as ReporterMask;
  }

  newSecret(name: string): Wrapped {
    return this.wrap(randomBytes(KEY_BYTES), name);
  }

  secret(kept: Wrapped, name: string): Buffer {
    return this.unwrap(kept, name);
  }

  /** The same key under the newest master key. */
  rewrap(kept: Wrapped, about: string): Wrapped {
    return this.wrap(this.unwrap(kept, about), about);
  }

  /** Equal for equal texts, and of no use without the key: how a command is known again without its secrets. */
  blind(text: string): string {
    return createHmac('sha256', this.blinding).update(text).digest('hex');
  }

  private wrap(key: Buffer, about: string): Wrapped {
    return { wrapped: sealWith(this.master(this.current), key, `key ${about}`), keyId: this.current };
  }

  private unwrap({ wrapped, keyId }: Wrapped, about: string): Buffer {
    return openWith(this.master(keyId), wrapped, `key ${about}`);
  }

  private master(id: string): Buffer {
    const key = this.masters.get(id);
    if (!key)
      throw new Error(`the vault key ${id} is not here: set VAULT_KEY, or VAULT_KEY_PREVIOUS while it is changed`);
    return key;
  }
}

const idOf = (master: Buffer): string => derived(master, 'fundguard vault key id').subarray(0, 8).toString('hex');

/** Follows from the reporter's id: a call that is cut off and sent again is answered with the same code. */
export const codeOf = (secret: Buffer, reporter: string): string =>
  reporterCode(createHmac('sha256', secret).update(`code ${reporter}`).digest());

/** What is kept of a code; undefined where somebody typed what can be none. */
export function codeHash(secret: Buffer, typed: string): Buffer | undefined {
  const code = readReporterCode(typed);
  return code === undefined ? undefined : createHmac('sha256', secret).update(`hash ${code}`).digest();
}
