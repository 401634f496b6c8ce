import { randomUUID } from 'node:crypto';
import { type Person, requirePerson } from '@fundguard/domain';
import { lockCase, sealedIdentity } from '@fundguard/persistence';
import { contextOn, fingerprint, notFound, regionOf, transact } from '../command.js';
import type { Platform } from '../platform.js';
import { aboutCase, write } from './commands.js';
import { noKey } from './lead-identity.js';

/**
 * 查看身份证号: for a reason, which stays on the case's record with who looked and when. Each look is an event, also one that
 * was sent twice. The case itself stays as it is.
 */
export async function readIdentity(
  platform: Platform,
  id: string,
  { reason }: { readonly reason: string },
  actor: Person,
): Promise<string> {
  requirePerson(actor, 'identity.read');
  const command = { id: randomUUID(), actor };
  const print = fingerprint(actor, 'readIdentity', id, { reason });
  return transact(platform, regionOf(actor), async (tx, calendar) => {
    const file = await lockCase(tx, id, command.id);
    if (!file) throw notFound('case');
    const kept = await sealedIdentity(tx, id);
    if (!kept) throw notFound('identity');
    if (!platform.identities) throw noKey();
    const idNumber = platform.identities.open(kept, id);
    const context = await contextOn(tx, platform, calendar, command, aboutCase(file.state));
    const events = [{ kind: 'identityRead', changes: {}, data: { reason } }];
    await write(tx, { command, print, context, before: file, after: file.state, events });
    return idNumber;
  });
}
