import type { DeadlineActivities, DeadlineFacts } from '@fundguard/domain';
import { proxyActivities, setHandler } from '@temporalio/workflow';
import { follow } from '../follow.js';
import { type Telling, deadlineSignals, deadlineView } from '../messages.js';

const { takeStep } = proxyActivities<DeadlineActivities>({
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '10 seconds',
  retry: { maximumInterval: '1 minute' },
});

/**
 * One due instant of a campaign, shared by all who owe something then: reminders before it, lateness at it, and the
 * rungs of the escalation ladder after it; each step is one set-based activity. A deadline that moved away ends.
 */
export async function deadline(opening: Telling<DeadlineFacts>): Promise<void> {
  const file = follow(opening, Object.values(deadlineSignals));
  setHandler(deadlineView, () => file.now);
  let taken = new Set<string>();
  let { version } = file.now;

  while (file.now.open) {
    if (file.now.version > version) {
      // Set again, with a ladder laid anew: what was climbed before was recalled, and the record knows the rest.
      version = file.now.version;
      taken = new Set();
    }
    const next = file.now.steps.find(({ rung }) => !taken.has(rung));
    if (!next) return;
    if (!(await file.reaches(next.at))) continue;
    taken.add(next.rung);
    await takeStep(
      { campaignId: file.now.campaignId, due: file.now.due, version: file.now.version },
      next,
      file.time(),
    );
  }
}
