import type { CaseFile } from '../case/file.js';
import { Refusal } from '../refusal.js';
import type { Bilingual } from '../text.js';
import type { WorkingCalendar } from '../time/calendar.js';
import type { Instant } from '../time/instant.js';
import type { Fen } from '../money.js';
import { startClock } from './clock.js';
import type { LawPack } from './pack.js';
import { assessPenalty } from './penalty.js';

/** What another law would change about one open case. */
export interface LawChange {
  readonly clocks: readonly { readonly clock: string; readonly from: Instant; readonly to: Instant | null }[];
  /** The proposed fine under both; `refused`: what was proposed could not be proposed any more. */
  readonly fine?: { readonly from: Fen; readonly to?: Fen; readonly refused?: Bilingual };
}

/** 法规升级预演: a case as it stands, counted under the law it has and under the other; undefined where nothing differs. */
export function previewLaw(
  file: CaseFile,
  has: LawPack,
  other: LawPack,
  calendar: WorkingCalendar,
): LawChange | undefined {
  const clocks = file.clocks.flatMap((running) => {
    if (running.lapsed) return [];
    const under = (law: LawPack) => {
      const rule = law.clocks.find(({ id }) => id === running.clock);
      return rule && startClock(rule, running.from, calendar, running).due;
    };
    const [from, to] = [under(has), under(other)];
    return from === undefined || from === to ? [] : [{ clock: running.clock, from, to: to ?? null }];
  });
  const fine = fineUnder(file, other);
  if (clocks.length === 0 && !fine) return undefined;
  return { clocks, ...(fine ? { fine } : {}) };
}

/** A decision that was made stands; what is only proposed would be worked out anew. */
function fineUnder({ proposal, decision }: CaseFile, law: LawPack): LawChange['fine'] {
  if (!proposal?.penalty || decision) return undefined;
  const from = proposal.penalty.fine;
  try {
    const to = assessPenalty(proposal.finding, law).fine;
    return to === from ? undefined : { from, to };
  } catch (error) {
    if (error instanceof Refusal) return { from, refused: error.text };
    throw error;
  }
}
