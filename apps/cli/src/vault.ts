import { Vault, rotateVault, vaultKeys } from '@fundguard/casework';
import { loadLaunchConfig } from '@fundguard/config';
import { openDatabase } from '@fundguard/persistence';
import { CHECKOUT } from '../../../scripts/host.mjs';
import { Unmet } from '../../../scripts/say.mjs';
import { findConnections } from './connections.js';

export const help = `fundguard vault rotate
fundguard vault status

  更换举报人保险库主密钥 · rotate seals the key of every reporter anew with VAULT_KEY. VAULT_KEY_PREVIOUS is the key before it; until rotate
  has ended, api and worker run with both. Stopped in between it goes on where it stopped, and no identity is opened.
  Afterwards VAULT_KEY_PREVIOUS is taken away and destroyed.

  status says how many keys each master key seals.

  Uses the running product's database, or DATABASE_URL.`;

export const takesArguments = true;

export async function run([what, ...rest]: string[]): Promise<number> {
  if ((what !== 'rotate' && what !== 'status') || rest.length > 0)
    throw new Unmet('Say fundguard vault rotate, or fundguard vault status.');
  const { vaultKey, vaultKeyPrevious } = loadLaunchConfig(CHECKOUT);
  if (!vaultKey) throw new Unmet('未设置 VAULT_KEY · VAULT_KEY is not set.');
  const vault = new Vault(vaultKey, vaultKeyPrevious);
  const db = await openDatabase(findConnections().databaseUrl, 1);
  try {
    if (what === 'rotate') {
      const done = await rotateVault(
        db,
        vault,
        (count) => process.stderr.isTTY && process.stderr.write(`\r${count} …`),
      );
      console.log(`已用新密钥重新封存 ${done} 把数据密钥 ✓ · ${done} keys sealed anew with ${vault.current}`);
    }
    const keys = await vaultKeys(db);
    for (const { keyId, count } of keys)
      console.log(`${keyId}${keyId === vault.current ? ' (VAULT_KEY)' : ''}: ${count}`);
    return keys.every(({ keyId }) => keyId === vault.current) ? 0 : 1;
  } finally {
    await db.close();
  }
}
