import type { CaseFile, Stage } from '../case/file.js';
import type { Fen } from '../money.js';
import type { Day } from '../time/instant.js';

export const STANDINGS = ['received', 'verifying', 'filed', 'notFiled', 'closed'] as const;
export type StandingOfReport = (typeof STANDINGS)[number];

/** What an anonymous reporter is told by their code, and no word more. */
export interface ReportStanding {
  readonly standing: StandingOfReport;
  /** A reward waits to be collected with the code. */
  readonly reward?: { readonly amount: Fen; readonly collectBy: Day };
}

const OF_STAGE: Readonly<Partial<Record<Stage, StandingOfReport>>> = {
  verification: 'verifying',
  filing: 'verifying',
  notFiled: 'notFiled',
  dismissed: 'closed',
  struckOff: 'closed',
};

/** How a report stands, from the case it is part of; where nothing but reporters came to it yet, it was received. */
export function standingOf(file: CaseFile, reporter: string): ReportStanding {
  const { stage, version, reporters = [], rewards = [] } = file;
  const reward = rewards.find((each) => each.reporter === reporter && each.status === 'notified');
  return {
    standing: stage === 'verification' && version <= 1 + reporters.length ? 'received' : (OF_STAGE[stage] ?? 'filed'),
    ...(reward?.collectBy ? { reward: { amount: reward.amount, collectBy: reward.collectBy } } : {}),
  };
}
