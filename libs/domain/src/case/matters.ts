import type { AccountId } from '../people/actor.js';
import { type Part, may } from '../people/roles.js';
import { CASE_ACTS, type CaseActName } from './acts.js';
import type { Reward } from '../reward/reward.js';
import type { CaseFile, Transfer } from './file.js';

/** 待批事项: the act that is asked for, the limit it stands under, and who brought it: they may not decide on it. */
interface Matter<Of> {
  readonly act: CaseActName;
  readonly clock?: string;
  readonly makers: (of: Of) => readonly (AccountId | undefined)[];
}

const proposer = ({ proposal }: CaseFile) => [proposal?.by];

/** By the stage in which a case waits for somebody's decision. */
export const CASE_MATTERS = {
  filing: { act: 'approveFiling', clock: 'verification', makers: ({ filingRequestedBy }) => [filingRequestedBy] },
  legalReview: {
    act: 'passReview',
    clock: 'legalReview',
    makers: (file) => [file.handler, ...file.officers, file.filingRequestedBy, ...proposer(file)],
  },
  approval: { act: 'approvePenalty', clock: 'decision', makers: proposer },
  decision: { act: 'issueDecision', clock: 'decision', makers: proposer },
  closure: { act: 'approveStrikeOff', makers: ({ strikeOffRequestedBy }) => [strikeOffRequestedBy] },
} as const satisfies Record<string, Matter<CaseFile>>;
export type CaseMatter = keyof typeof CASE_MATTERS;

/** A transfer waits beside the stages. */
export const TRANSFER_MATTER = {
  act: 'orderTransfer',
  clock: 'transferDecision',
  makers: ({ proposedBy }) => [proposedBy],
} as const satisfies Matter<Transfer>;

/** So does a reward; it has no limit before it is notified (R-APPR-09). */
export const REWARD_MATTER = {
  act: 'approveReward',
  makers: ({ proposedBy }) => [proposedBy],
} as const satisfies Matter<Reward>;

/** The stages whose decision is for somebody who plays this part. */
export const mattersFor = (part: Part): CaseMatter[] =>
  (Object.keys(CASE_MATTERS) as CaseMatter[]).filter((stage) => {
    const { by } = CASE_ACTS[CASE_MATTERS[stage].act];
    return by !== 'machine' && may(part, by);
  });
