import { Refusal, type leadPayload } from '@fundguard/domain';
import type { SealedIdentity } from '@fundguard/persistence';
import type { z } from 'zod';
import type { Platform } from '../platform.js';

type Lead = z.output<typeof leadPayload>;

/** The identity number of a lead under seal; without a key none is taken in, so that none is ever kept in the open. */
export function sealed({ identities }: Platform, { subject }: Lead, file: string): SealedIdentity | undefined {
  if (!subject.idNumber) return undefined;
  if (identities) return identities.seal(subject.idNumber, file);
  throw noKey();
}

/** A lead as it is fingerprinted: a plain hash of a number that short could be guessed. */
export const withoutNumber = (lead: Lead, identity: SealedIdentity | undefined): unknown =>
  identity ? { ...lead, subject: { ...lead.subject, idNumber: identity.blind.toString('hex') } } : lead;

export const noKey = () =>
  new Refusal(
    'conflict',
    'identity.no-key',
    {
      zh: '未配置身份信息密钥（IDENTITY_KEY），不能登记或查看身份证号',
      en: 'IDENTITY_KEY is not set: no identity number is taken in or shown',
    },
    { field: 'subject.idNumber' },
  );
