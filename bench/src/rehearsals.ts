import { openStage, play } from '@fundguard/cli';
import { type Day, chosenDates } from '@fundguard/domain';
import { loadRulebook } from '@fundguard/rulebook';
import { report } from './rounds.js';

const ROUNDS = 3;
const LATE = 0.3;
/** First days, where the plan leaves it open. */
const STARTS: Readonly<Record<string, string>> = {
  't000-special-governance-6m': '2023-03-01',
  't001-medical-institutions-3m': '2026-03-02',
  't003-01-yixing-full-coverage': '2023-09-01',
  't003-04-district-annual-2022': '2022-02-01',
  't003-05-anhui-district-coverage': '2023-03-15',
  't003-06a-city-look-back-2021': '2020-12-21',
  't003-06b-ncms-inspection-2009': '2009-07-01',
  't003-06c-yueyang-look-back-2021': '2020-12-25',
  't003-09-district-two-kinds': '2024-05-01',
};
const BLANKS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  't001-medical-institutions-3m': {
    'phases.mobilisation.start': '2026-03-02',
    'phases.mobilisation.end': '2026-03-13',
    'phases.self-check.start': '2026-03-16',
    'phases.self-check.end': '2026-04-17',
  },
};

/**
 * Each plan of the rulebook from its first day to its last, by the real workflows on a server that skips time, three in ten reports
 * late. The limit is its empty stage: PostgreSQL, Temporal and a worker brought up and taken down. ratio = ours / limit.
 */
export async function run(): Promise<void> {
  const rulebook = await loadRulebook();
  for (const plan of rulebook.plans.values()) {
    const start = (STARTS[plan.id] ?? plan.start) as Day;
    const options = {
      ...{ rulebook, plan, start, end: undefined, dates: chosenDates.parse(BLANKS[plan.id] ?? {}) },
      ...{ organisation: rulebook.demo, late: LATE, seed: 1, json: true },
    };
    const rounds = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await rehearsed(options));
    report(`rehearsal.${plan.id}`, 'ms', rounds);
  }
}

async function rehearsed(options: Parameters<typeof play>[1]): Promise<{ ours: number; limit: number }> {
  const began = performance.now();
  const stage = await openStage(options);
  const opened = performance.now();
  await play(stage, options);
  const played = performance.now();
  await stage.close();
  const ours = performance.now() - began;
  return { ours, limit: ours - (played - opened) };
}
