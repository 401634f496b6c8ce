/** Amounts travel as strings of fen (1/100 yuan) and are never made into floating-point numbers. */
export type Fen = string;

/** `1234567` → `12,345.67`. */
export function yuan(fen: Fen): string {
  const digits = fen.padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return `${whole}.${digits.slice(-2)}`;
}

/** What people type, `12,345.6` or `12345.67`, as fen; undefined when it is no amount. */
export function toFen(typed: string): Fen | undefined {
  const found = /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(typed.replaceAll(/[,，\s]/g, ''));
  if (!found) return undefined;
  return BigInt((found[1] ?? '0') + (found[2] ?? '').padEnd(2, '0')).toString();
}

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const MYRIADS = [
  [8, '亿'],
  [4, '万'],
] as const;

/** 大写: `壹万贰仟叁佰肆拾伍元陆角柒分`, as vouchers and decisions write it (支付结算办法 附一). */
export function capitals(fen: Fen): string {
  const digits = fen.padStart(3, '0');
  const [whole, jiao, cents] = [digits.slice(0, -2).replace(/^0+/, ''), Number(digits.at(-2)), Number(digits.at(-1))];
  const yuanPart = whole ? `${integer(whole)}元` : '';
  if (jiao === 0 && cents === 0) return `${yuanPart || '零元'}整`;
  const jiaoPart = jiao > 0 ? `${DIGITS[jiao]}角` : yuanPart ? '零' : '';
  return `${yuanPart}${jiaoPart}${cents > 0 ? `${DIGITS[cents]}分` : '整'}`;
}

/** What stands before 亿 or 万 is a number of its own (壹万零壹亿); a zero at the head of the rest is said. */
function integer(digits: string): string {
  for (const [places, unit] of MYRIADS) {
    if (digits.length <= places) continue;
    const rest = integer(digits.slice(-places).replace(/^0+/, ''));
    const zero = digits.at(-places) === '0' && rest ? '零' : '';
    return `${integer(digits.slice(0, -places))}${unit}${zero}${rest}`;
  }
  return ofGroup(digits.padStart(4, '0'));
}

/** Four digits; a zero between two others is said once. */
function ofGroup(group: string): string {
  let text = '';
  let zero = false;
  for (const [index, digit] of [...group].entries()) {
    if (digit === '0') {
      zero = text !== '';
      continue;
    }
    text += `${zero ? '零' : ''}${DIGITS[Number(digit)]}${PLACES[3 - index]}`;
    zero = false;
  }
  return text;
}
