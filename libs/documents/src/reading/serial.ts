/** Formats 14 to 22 and 45 to 47 are dates everywhere, 27 to 36 and 50 to 58 in the editions of East Asia. */
const BUILT_IN = (id: number) => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58);

/** What a format code shows as a date, once quoted words, colours and escapes are left off. */
export const showsDate = (id: number, code: string | undefined): boolean =>
  code === undefined ? BUILT_IN(id) : /[ymdh年月日]/i.test(code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\.|_./g, ''));

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
const [FIRST, LAST] = [1, 2_958_465];
/** Workbooks of old Macs count from 1904. */
export const FROM_1904 = 1_462;

/** `2026-11-26`, or `2026-11-26 17:00` where it has a time; a number that is no day stays the number. */
export function dateOf(digits: string, shift: number): string {
  const serial = Number(digits) + shift;
  if (!(serial >= FIRST && serial <= LAST)) return plain(digits);
  const moment = new Date(Math.round((EPOCH + serial * DAY) / 60_000) * 60_000).toISOString();
  return Number.isInteger(serial) ? moment.slice(0, 10) : `${moment.slice(0, 10)} ${moment.slice(11, 16)}`;
}

/**
 * The digits a person typed. A workbook keeps `1.1` as `1.1000000000000001`: its programs count with 15 digits and show as many,
 * so that these are the number and the rest is noise.
 */
export function plain(digits: string): string {
  const value = Number(digits);
  if (digits.trim() === '' || !Number.isFinite(value)) return digits;
  const [mantissa = '', exponent = '0'] = value.toExponential(14).split('e');
  const sign = mantissa.startsWith('-') ? '-' : '';
  const all = mantissa.replace(/^-/, '').replace('.', '');
  const point = 1 + Number(exponent);
  const whole = point > 0 ? all.slice(0, point).padEnd(point, '0') : '0';
  const rest = (point > 0 ? all.slice(point) : '0'.repeat(-point) + all).replace(/0+$/, '');
  return value === 0 ? '0' : `${sign}${whole}${rest === '' ? '' : `.${rest}`}`;
}
