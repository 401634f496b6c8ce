/** Without the letters that are mistaken for figures (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BASE = ALPHABET.length;
/** Fifteen characters of five bits, 75 bits of chance, and a check character. */
const LENGTH = 15;
const GROUP = 4;

/** 查询码 of an anonymous reporter from random bytes, at least ten of them: `7K2M-…`. */
export function reporterCode(random: Uint8Array): string {
  const bits = [...random].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  if (bits.length < LENGTH * 5) throw new RangeError('too few random bytes for a code');
  const body = Array.from(
    { length: LENGTH },
    (_, at) => ALPHABET[parseInt(bits.slice(at * 5, at * 5 + 5), 2)] ?? '',
  ).join('');
  const code = body + check(body);
  return code.match(new RegExp(`.{${GROUP}}`, 'g'))?.join('-') ?? code;
}

/** As it is hashed, from what somebody typed; undefined where it cannot be one: a slip is found before anything is looked up. */
export function readReporterCode(typed: string): string | undefined {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  if (plain.length !== LENGTH + 1 || [...plain].some((each) => !ALPHABET.includes(each))) return undefined;
  return check(plain.slice(0, -1)) === plain.at(-1) ? plain : undefined;
}

/** Luhn's check for 32 characters: finds every single slip, and two neighbours that changed places but for one pair. */
function check(body: string): string {
  const sum = [...body].reverse().reduce((total, each, at) => {
    const value = ALPHABET.indexOf(each) * (at % 2 === 0 ? 2 : 1);
    return total + Math.floor(value / BASE) + (value % BASE);
  }, 0);
  return ALPHABET[(BASE - (sum % BASE)) % BASE] ?? '';
}
