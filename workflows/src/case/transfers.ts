import type { CaseActivities, CaseFacts } from '@fundguard/domain';
import { proxyActivities } from '@temporalio/workflow';
import type { Followed } from '../follow.js';

const { deliverTransfer } = proxyActivities<CaseActivities>({
  startToCloseTimeout: '30 seconds',
  heartbeatTimeout: '10 seconds',
  retry: { maximumInterval: '1 minute' },
});

/** Beside the stages: each transfer the leader ordered is delivered, once. Its receipt and answer are limits of the case. */
export async function deliverTransfers(file: Followed<CaseFacts>): Promise<void> {
  const delivered = new Set<string>();
  while (file.now.open) {
    const ordered = file.now.transfersToDeliver.find((id) => !delivered.has(id));
    if (ordered === undefined) {
      await file.reaches(undefined);
    } else {
      delivered.add(ordered);
      file.learn(await deliverTransfer(file.now.caseId, ordered, file.time()));
    }
  }
}
