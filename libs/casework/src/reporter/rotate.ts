import { type Database, EVERYWHERE, keysByMaster, keysToRewrap, rewrap, secretsToRewrap } from '@fundguard/persistence';
import type { Vault } from '../vault.js';

const SLICE = 200;

/**
 * 更换主密钥: seals every key of the vault anew with the newest master key, a slice in each transaction. Stopped in between, it goes on where it
 * stopped; no identity is opened. Returns how many keys it sealed.
 */
export async function rotateVault(
  db: Database,
  vault: Vault,
  onProgress: (done: number) => void = () => undefined,
): Promise<number> {
  let done = await db.within(EVERYWHERE, async (tx) => {
    const secrets = await secretsToRewrap(tx, vault.current);
    for (const kept of secrets) await rewrap(tx, 'vault_secret', kept.id, vault.rewrap(kept, kept.id));
    return secrets.length;
  });
  for (;;) {
    const slice = await db.within(EVERYWHERE, async (tx) => {
      const keys = await keysToRewrap(tx, vault.current, SLICE);
      for (const kept of keys) await rewrap(tx, 'reporter', kept.id, vault.rewrap(kept, kept.id));
      return keys.length;
    });
    done += slice;
    onProgress(done);
    if (slice < SLICE) return done;
  }
}

export const vaultKeys = (db: Database) => db.within(EVERYWHERE, keysByMaster);
