import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { refusalOf } from '../test-people.js';
import { readReporterCode, reporterCode } from './code.js';
import { maskedName, maskedPhone, refuseNamedIn, reporterPayload } from './reporter.js';

const random = fc.uint8Array({ minLength: 10, maxLength: 32 });

test('a code reads back, however it is typed', () => {
  fc.assert(
    fc.property(random, (bytes) => {
      const code = reporterCode(bytes);
      const plain = code.replaceAll('-', '');
      expect(code).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
      for (const typed of [
        code,
        plain,
        code.toLowerCase(),
        ` ${code.replaceAll('-', ' ')} `,
        code.replaceAll('0', 'o').replaceAll('1', 'l'),
      ])
        expect(readReporterCode(typed)).toBe(plain);
    }),
  );
});

test('one wrong character is found before anything is looked up', () => {
  fc.assert(
    fc.property(random, fc.nat(15), fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), (bytes, at, other) => {
      const plain = reporterCode(bytes).replaceAll('-', '');
      fc.pre(plain[at] !== other);
      expect(readReporterCode(plain.slice(0, at) + other + plain.slice(at + 1))).toBeUndefined();
    }),
  );
});

test.each(['', 'abc', 'UUUU-UUUU-UUUU-UUUU', '0000-0000-0000-0000-0'])('%j is no code', (typed) => {
  expect(readReporterCode(typed)).toBeUndefined();
});

test.each([
  ['张三', '张*'],
  ['欧阳修远', '欧***'],
  ['张', '张*'],
])('%s is shown as %s', (name, masked) => expect(maskedName(name)).toBe(masked));

test('a telephone shows at most seven of its figures, and never more than two thirds', () => {
  expect(maskedPhone('13812341234')).toBe('138****1234');
  fc.assert(
    fc.property(fc.stringMatching(/^\d{6,20}$/), (phone) => {
      const shown = maskedPhone(phone).replaceAll('*', '').length;
      expect(shown).toBeLessThanOrEqual(Math.min(7, (phone.length * 2) / 3));
      expect(maskedPhone(phone)).not.toContain(phone);
    }),
  );
});

test.each([
  ['a name and a telephone', { kind: 'named', name: '张三', phone: '138 1234 1234' }, true],
  ['a name and an address', { kind: 'named', name: '张三', address: '甲县一路1号' }, true],
  ['no name at all', { kind: 'anonymous' }, true],
  ['named, without a name', { kind: 'named', phone: '13812341234' }, false],
  ['named, and out of reach', { kind: 'named', name: '张三' }, false],
  ['anonymous with a name', { kind: 'anonymous', name: '张三' }, false],
  ['a telephone that is none', { kind: 'named', name: '张三', phone: 'call me' }, false],
])('%s', (_what, reporter, taken) => expect(reporterPayload.safeParse(reporter).success).toBe(taken));

test('a summary may not say who reported, and the refusal does not repeat it', () => {
  const reporter = { kind: 'named' as const, name: '张三丰', phone: '13812341234' };
  for (const said of ['张三丰反映', '请回电 13812341234']) {
    const refused = refusalOf(() => refuseNamedIn({ title: '空刷', summary: said }, reporter, '甲县医院'));
    expect([refused?.code, refused?.details.field]).toEqual(['reporter.named-in-text', 'summary']);
    expect(JSON.stringify(refused?.text)).not.toMatch(/张三丰|138/);
  }
  expect(refusalOf(() => refuseNamedIn({ summary: '张三丰冒名就医' }, reporter, '张三丰'))).toBeUndefined();
});
