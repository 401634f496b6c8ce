import { createHmac } from 'node:crypto';
import { type Person, may, idNumber, maskedIdNumber } from '@fundguard/domain';
import type { CaseFilter, SealedIdentity } from '@fundguard/persistence';
import { KEY_BYTES, derived, openWith, sealWith } from './aead.js';

/** Seals identity numbers with keys made from one secret. Whoever has the database without the secret has no numbers. */
export class Identities {
  private readonly sealing: Buffer;
  private readonly blinding: Buffer;

  /** @param secret at least 32 random bytes, kept outside the database */
  constructor(secret: Buffer) {
    if (secret.length < KEY_BYTES) throw new RangeError(`an identity key has at least ${KEY_BYTES} bytes`);
    this.sealing = derived(secret, 'fundguard identity sealing');
    this.blinding = derived(secret, 'fundguard identity blinding');
  }

  /** `file` is bound into the seal: a sealed number moved to another file does not open. */
  seal(idNumber: string, file: string): SealedIdentity {
    return {
      blind: this.blind(idNumber),
      masked: maskedIdNumber(idNumber),
      sealed: sealWith(this.sealing, idNumber, file),
    };
  }

  open(sealed: Buffer, file: string): string {
    return openWith(this.sealing, sealed, file).toString('utf8');
  }

  /** What a number is found by: equal for equal numbers, and of no use without the secret. */
  blind(idNumber: string): Buffer {
    return createHmac('sha256', this.blinding).update(idNumber).digest();
  }
}

const MASKED = /^(\d{4})\*{2,}(\d{3}[\dX])$/i;
const ANY_WORD = /[\p{Letter}\p{Number}]/u;
/** No case has an empty mask. */
const NOTHING = { masked: '' };

type Sought = Pick<CaseFilter, 'words' | 'blind' | 'masked'>;

/**
 * What was typed into a search: an identity number, one as it is shown masked, or words. A whole number is looked up for
 * those only who may read numbers: whoever may not could try all that fit a mask until one is found.
 */
export function soughtCases(text: string | undefined, person: Person, identities?: Identities): Sought {
  const words = text?.trim();
  if (!words) return {};
  if (!ANY_WORD.test(words)) return NOTHING;
  const whole = idNumber.safeParse(words);
  if (whole.success && identities && may(person, 'identity.read')) return { blind: identities.blind(whole.data) };
  if (whole.success) return { masked: maskedIdNumber(whole.data) };
  const [, head, tail] = MASKED.exec(words.normalize('NFKC').replaceAll(/\s/g, '')) ?? [];
  return head && tail ? { masked: maskedIdNumber(`${head}${tail.toUpperCase()}`) } : { words };
}
