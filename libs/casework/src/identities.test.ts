import { expect, test } from '@jest/globals';
import { Identities } from './identities.js';

const NUMBER = '11010519491231002X';
const identities = new Identities(Buffer.alloc(32, 1));

test('what was sealed opens, for its own file only', () => {
  const { sealed, masked } = identities.seal(NUMBER, 'one');
  expect([identities.open(sealed, 'one'), masked]).toEqual([NUMBER, '1101**********002X']);
  expect(() => identities.open(sealed, 'other')).toThrow();
  expect(sealed.includes(NUMBER)).toBe(false);
});

test('a seal that was tampered with does not open', () => {
  const { sealed } = identities.seal(NUMBER, 'one');
  sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
  expect(() => identities.open(sealed, 'one')).toThrow();
});

test('two seals of one number differ; it is found by the same blind, under the same secret', () => {
  const [first, second] = [identities.seal(NUMBER, 'one'), identities.seal(NUMBER, 'one')];
  expect(first.sealed.equals(second.sealed)).toBe(false);
  expect(first.blind.equals(second.blind)).toBe(true);
  expect(new Identities(Buffer.alloc(32, 2)).blind(NUMBER).equals(first.blind)).toBe(false);
});

test('a short secret is refused', () => {
  expect(() => new Identities(Buffer.alloc(31))).toThrow(RangeError);
});
