import { z } from 'zod';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';

/** 公民身份号码, with its check digit (GB 11643): a slip of the pen is found before it is kept. */
export const idNumber = z
  .string()
  .overwrite(plain)
  .regex(/^[1-9]\d{16}[\dX]$/, '身份证号为 18 位 · an identity number has 18 digits')
  .refine(hasBirthday, '身份证号中的出生日期有误 · the date of birth in it is no date')
  .refine(hasCheckDigit, '身份证号校验位不符，请核对 · the check digit does not fit: look at the number again')
  .meta({ description: 'Sealed when it is kept; never in a file or a record' });

/** As it is kept: what people type or copy has spaces in it, or full-width digits. */
function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
}

function hasBirthday(text: string): boolean {
  const day = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  return z.iso.date().safeParse(day).success;
}

function hasCheckDigit(text: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  return CHECK_DIGITS[sum % CHECK_DIGITS.length] === text[17];
}

/** How it is shown and searched without being read: `3301**********1234`. */
export const maskedIdNumber = (text: string): string => `${text.slice(0, 4)}**********${text.slice(-4)}`;

const ANY = /(?<!\d)[1-9]\d{16}[\dXx](?!\d)/g;

/** A text that is kept in the open, a saved search for one, holds no number. */
export const maskIdNumbers = (text: string): string =>
  text.replaceAll(ANY, (found) => maskedIdNumber(found.toUpperCase()));
