import { z } from 'zod';
import { Refusal } from '../refusal.js';
import { text } from '../text.js';

/** That somebody reported, as the case's file knows it: no name, no number. */
export interface ReporterMark {
  readonly id: string;
  readonly kind: 'named' | 'anonymous';
  /** 已答复. */
  readonly answered?: true;
}

const PHONE = /^\+?\d[\d-]{5,19}$/;

/** Who reported: kept in the vault and nowhere else. Never log it, never put it into an event, an error or an address. */
export const reporterPayload = z
  .strictObject({
    kind: z.enum(['anonymous', 'named']),
    name: text(50).optional(),
    phone: z
      .string()
      .overwrite((typed) => typed.normalize('NFKC').replaceAll(/\s/g, ''))
      .regex(PHONE, '联系电话格式不正确 · not a telephone number')
      .optional(),
    address: text(300).optional(),
  })
  .superRefine(({ kind, name, phone, address }, issue) => {
    const complain = (path: string, message: string) => issue.addIssue({ code: 'custom', path: [path], message });
    if (kind === 'named' && !name) complain('name', '实名举报须填写姓名 · a named reporter has a name');
    if (kind === 'named' && !phone && !address)
      complain('phone', '须填写电话或地址，以便答复 · a telephone number or an address, to answer them by');
    if (kind === 'anonymous' && (name ?? phone ?? address) !== undefined)
      complain('kind', '匿名举报不登记身份信息 · nothing is kept of who stays anonymous');
  })
  .meta({ id: 'NewReporter' });
export type NewReporter = z.output<typeof reporterPayload>;

/** What is opened for a reason. */
export interface ReporterIdentity {
  readonly name: string;
  readonly phone?: string;
  readonly address?: string;
}

/** 张* · 138****1234: as it is shown to who may open it, before they do. An address is not shown at all. */
export const maskedReporter = ({ name, phone }: ReporterIdentity) => ({
  name: maskedName(name),
  ...(phone ? { phone: maskedPhone(phone) } : {}),
});

export function maskedName(name: string): string {
  const [first = '', ...others] = [...name];
  return `${first}${'*'.repeat(Math.max(1, others.length))}`;
}

const WHOLE_NUMBER = 11;

/** 138****1234; of a shorter number two figures at either end. Never more than two thirds of it. */
export function maskedPhone(phone: string): string {
  const [front, end] = phone.length >= WHOLE_NUMBER ? [3, 4] : [2, 2];
  return `${phone.slice(0, front)}****${phone.slice(-end)}`;
}

/** The lead's own words are read by many: they may not say who reported. The refusal does not repeat what it found. */
export function refuseNamedIn(
  words: Readonly<Record<string, string>>,
  { name, phone }: NewReporter,
  subject: string,
): void {
  const secrets = [name && name !== subject && [...name].length > 1 ? name : undefined, phone].filter(
    (each) => each !== undefined,
  );
  for (const [field, said] of Object.entries(words))
    if (secrets.some((each) => said.includes(each)))
      throw new Refusal(
        'invalid',
        'reporter.named-in-text',
        {
          zh: '案由和情况摘要中不得出现举报人的姓名或电话，请改写',
          en: 'title and summary may not say who reported: take the name or number out',
        },
        { field },
      );
}
