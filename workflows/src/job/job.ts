import type { JobActivities, JobFacts } from '@fundguard/domain';
import { continueAsNew, proxyActivities, workflowInfo } from '@temporalio/workflow';
import { follow } from '../follow.js';
import { type Telling, jobChanged } from '../messages.js';

const { workOnJob } = proxyActivities<JobActivities>({
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '10 seconds',
  retry: { maximumInterval: '1 minute' },
});

/** Long work, slice by slice, until it is done or somebody ends it; a worker that dies in one leaves the next to another. */
export async function job(opening: Telling<JobFacts>): Promise<void> {
  const file = follow(opening, [jobChanged]);
  while (file.now.open) {
    if (file.now.paused) await file.reaches(undefined);
    else file.learn(await workOnJob(file.now.jobId));
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof job>(file.telling());
  }
}
