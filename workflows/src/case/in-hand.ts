import type { CaseActivities, CaseFacts, CaseTimer, Stage } from '@fundguard/domain';
import { proxyActivities, workflowInfo } from '@temporalio/workflow';
import type { Followed } from '../follow.js';

const { announceCase, calculatePenalty, passLimit } = proxyActivities<CaseActivities>({
  startToCloseTimeout: '30 seconds',
  heartbeatTimeout: '10 seconds',
  retry: { maximumInterval: '1 minute' },
});

/** What the stages of the procedure do with a case. */
export interface CaseInHand {
  /** The case is still in this stage, and this run of the workflow may go on. */
  isIn(stage: Stage): boolean;
  /** A penalty was proposed and its amounts are not worked out yet. */
  proposalWaits(): boolean;
  calculate(): Promise<void>;
  /** Tells those concerned, then waits for the next act or the next limit; a limit that is reached is passed. */
  nextMove(): Promise<void>;
  announce(): Promise<void>;
}

export function takeInHand(file: Followed<CaseFacts>): CaseInHand {
  const passed = new Set<string>();
  let calculated = 0;
  const announce = () => announceCase(file.now.caseId);

  return {
    announce,
    isIn: (stage) => file.now.stage === stage && !workflowInfo().continueAsNewSuggested,
    proposalWaits: () => file.now.proposalWaits && calculated < file.now.version,

    async calculate() {
      calculated = file.now.version;
      file.learn(await calculatePenalty(file.now.caseId, calculated, file.time()));
    },

    async nextMove() {
      const { version } = file.now;
      await announce();
      if (file.now.version > version) return;
      const next = file.now.timers.find((timer) => !passed.has(nameOf(timer)));
      if (!(await file.reaches(next?.at)) || !next) return;
      passed.add(nameOf(next));
      file.learn(await passLimit(file.now.caseId, next, file.time()));
    },
  };
}

const nameOf = ({ act, clock, of = '', due }: CaseTimer): string => `${act}/${clock}/${of}/${due}`;
