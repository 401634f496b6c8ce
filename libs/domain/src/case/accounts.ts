import type { AccountId } from '../people/actor.js';
import type { CaseFile } from './file.js';

/** Everybody a file names by their account; a name may come twice. */
export const accountsIn = ({
  handler,
  officers,
  exclusions = [],
  evidence,
  statements,
  proposal,
  decision,
  transfers,
  rewards = [],
}: CaseFile): AccountId[] => [
  handler,
  ...officers,
  ...exclusions.map(({ by }) => by),
  ...evidence.map(({ addedBy }) => addedBy),
  ...statements.map(({ by }) => by),
  ...[proposal?.by, proposal?.reviewedBy, proposal?.approvedBy, decision?.by].filter((id) => id !== undefined),
  ...transfers.map(({ proposedBy }) => proposedBy),
  ...rewards.flatMap(({ proposedBy, approvedBy }) => [proposedBy, ...(approvedBy ? [approvedBy] : [])]),
];
