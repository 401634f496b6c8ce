import type { Instant } from '../time/instant.js';
import { type CaseFile, type CaseId, type Stage, isOpen } from './file.js';

/** A moment the conductor waits for, and what it then does. */
export interface CaseTimer {
  readonly at: Instant;
  readonly act: 'remind' | 'elapse';
  readonly clock: string;
  readonly of?: string;
  readonly due: Instant;
}

/** What the conductor knows of a case: instants and work to do, no law. Any workflow can be started again from it. */
export interface CaseFacts {
  readonly caseId: CaseId;
  readonly version: number;
  readonly stage: Stage;
  readonly open: boolean;
  readonly timers: readonly CaseTimer[];
  /** A proposed penalty whose amounts the machine has yet to work out. */
  readonly proposalWaits: boolean;
  /** Transfers the leader ordered and the machine has yet to deliver. */
  readonly transfersToDeliver: readonly string[];
}

export function caseFacts(file: CaseFile): CaseFacts {
  return {
    caseId: file.id,
    version: file.version,
    stage: file.stage,
    open: isOpen(file),
    timers: timers(file),
    proposalWaits: file.stage === 'investigation' && file.proposal !== undefined && !file.proposal.penalty,
    transfersToDeliver: isOpen(file)
      ? file.transfers.filter(({ status }) => status === 'approved').map(({ id }) => id)
      : [],
  };
}

/** The soonest limit not yet met, missed ones first; what lists are sorted by. One that stands still is not waited for. */
export const nextDue = (file: CaseFile): Instant | undefined =>
  file.clocks
    .filter(({ pausedFrom }) => !pausedFrom)
    .map(({ due }) => due)
    .sort()[0];

function timers({ clocks }: CaseFile): CaseTimer[] {
  return clocks
    .filter(({ lapsed, pausedFrom }) => !lapsed && !pausedFrom)
    .flatMap(({ clock, of, due, remindAt, reminded }): CaseTimer[] => {
      const which = { clock, due, ...(of === undefined ? {} : { of }) };
      return [
        ...(remindAt && !reminded ? [{ at: remindAt, act: 'remind' as const, ...which }] : []),
        { at: due, act: 'elapse', ...which },
      ];
    })
    .sort((a, b) => a.at.localeCompare(b.at));
}
