import { expect, test } from '@jest/globals';
import { Vault, codeHash, codeOf } from './vault.js';

const [OLD, NEW] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const WHO = { name: '欧阳举报', phone: '13877665544', address: '甲县保密路' };
const old = new Vault(OLD);

test('what was sealed opens for its own reporter only, and shows its mask without being opened', () => {
  const kept = old.seal(WHO, 'one');
  expect([old.open(kept, 'one'), old.mask(kept, 'one')]).toEqual([WHO, { name: '欧***', phone: '138****5544' }]);
  expect(() => old.open(kept, 'other')).toThrow();
  expect(() => old.mask(kept, 'other')).toThrow();
  // The mask is no second way to the identity, nor the other way round.
  expect(() => old.open({ ...kept, sealed: kept.mask }, 'one')).toThrow();
  for (const bytes of [kept.sealed, kept.mask, kept.wrapped])
    expect([bytes.includes('欧阳'), bytes.includes('欧'), bytes.includes('138')]).toEqual([false, false, false]);
});

test('each reporter has a key of their own: one that got out opens nobody else', () => {
  const [one, two] = [old.seal(WHO, 'one'), old.seal(WHO, 'two')];
  expect(() => old.open({ ...two, wrapped: one.wrapped }, 'two')).toThrow();
});

test('a seal that was tampered with does not open', () => {
  for (const part of ['sealed', 'wrapped'] as const) {
    const kept = old.seal(WHO, 'one');
    const altered = Buffer.from(kept[part]);
    altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1;
    expect(() => old.open({ ...kept, [part]: altered }, 'one')).toThrow();
  }
});

test('a new master key seals the keys anew; what they open stays as it was, and the old key opens it no more', () => {
  const kept = old.seal(WHO, 'one');
  const both = new Vault(NEW, OLD);
  expect(both.open(kept, 'one')).toEqual(WHO);
  const anew = { ...kept, ...both.rewrap(kept, 'one') };
  expect([anew.sealed, anew.mask]).toEqual([kept.sealed, kept.mask]);
  expect(new Vault(NEW).open(anew, 'one')).toEqual(WHO);
  expect([old.holds(anew), both.holds(kept), new Vault(NEW).holds(kept)]).toEqual([false, true, false]);
  expect(() => old.open(anew, 'one')).toThrow('VAULT_KEY');
});

test('a code is the same again for one reporter, and found by its keyed hash alone', () => {
  const secret = old.secret(old.newSecret('codes'), 'codes');
  const code = codeOf(secret, 'one');
  expect([codeOf(secret, 'one'), codeOf(secret, 'two') === code]).toEqual([code, false]);
  expect(codeHash(secret, code.toLowerCase())).toEqual(codeHash(secret, code));
  expect(codeHash(Buffer.alloc(32, 9), code)).not.toEqual(codeHash(secret, code));
  expect(codeHash(secret, 'no code')).toBeUndefined();
});

test('a short key is refused, also the one before', () => {
  expect(() => new Vault(Buffer.alloc(31))).toThrow(RangeError);
  expect(() => new Vault(NEW, Buffer.alloc(31))).toThrow(RangeError);
});
