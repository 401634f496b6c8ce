import type { Instant } from '../time/instant.js';
import { type CampaignFile, type CampaignId, type CampaignStatus, isCampaignOpen } from './file.js';
import type { Step } from './ladder.js';

/** A moment of the campaign's own clocks. */
export interface CampaignMoment {
  readonly at: Instant;
  readonly moment: 'phaseStart' | 'phaseEnd' | 'nominalEnd';
  readonly phase?: string;
}

/** What the conductor knows of a campaign. */
export interface CampaignFacts {
  readonly campaignId: CampaignId;
  readonly version: number;
  readonly status: CampaignStatus;
  readonly open: boolean;
  readonly moments: readonly CampaignMoment[];
}

export function campaignFacts(file: CampaignFile): CampaignFacts {
  return {
    campaignId: file.id,
    version: file.version,
    status: file.status,
    open: isCampaignOpen(file),
    moments: file.status === 'running' || file.status === 'summingUp' ? moments(file) : [],
  };
}

function moments({ phases, nominalEnd, nominalPassed }: CampaignFile): CampaignMoment[] {
  return [
    ...phases.flatMap(({ id, start, end, status }): CampaignMoment[] => [
      ...(start && status === 'pending' ? [{ at: start, moment: 'phaseStart' as const, phase: id }] : []),
      ...(end && (status === 'pending' || status === 'running')
        ? [{ at: end, moment: 'phaseEnd' as const, phase: id }]
        : []),
    ]),
    ...(nominalEnd && !nominalPassed ? [{ at: nominalEnd, moment: 'nominalEnd' as const }] : []),
  ].sort((a, b) => a.at.localeCompare(b.at));
}

/** What the conductor knows of one due instant of a campaign. Closed when the deadline moved away or the campaign rests. */
export interface DeadlineFacts {
  readonly campaignId: CampaignId;
  readonly due: Instant;
  readonly version: number;
  readonly open: boolean;
  readonly steps: readonly Step[];
}
