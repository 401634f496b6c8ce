import type { Calendars, Clock, Rules } from '@fundguard/domain';
import type { BlobStore, Database } from '@fundguard/persistence';
import type { Identities } from './identities.js';
import type { Vault } from './vault.js';

/** What commands and activities work with. */
export interface Platform {
  readonly db: Database;
  readonly clock: Clock;
  readonly rules: Rules;
  readonly calendars: Calendars;
  /** Without a key nobody's identity number is taken in. */
  readonly identities?: Identities | undefined;
  /** Without a key no reporter is taken in. */
  readonly vault?: Vault | undefined;
  /** Where the files lie. Without it no sheet is imported. */
  readonly blobs?: BlobStore | undefined;
  /** Called after a commit, with the workflows that have something to hear. Must not throw and need not be waited for. */
  readonly wake: (workflowIds: readonly string[]) => void;
}
