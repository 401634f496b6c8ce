import type { Calendars, Clock, Rules } from '@fundguard/domain';
import type { Database } from '@fundguard/persistence';

/** What commands and activities work with. */
export interface Platform {
  readonly db: Database;
  readonly clock: Clock;
  readonly rules: Rules;
  readonly calendars: Calendars;
  /** Called after a commit, with the workflows that have something to hear. Must not throw and need not be waited for. */
  readonly wake: (workflowIds: readonly string[]) => void;
}
