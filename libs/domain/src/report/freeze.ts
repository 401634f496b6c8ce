import type { ObligationStatus } from '../campaign/obligation.js';
import { Refusal } from '../refusal.js';
import type { Instant } from '../time/instant.js';

interface Handed {
  readonly status: ObligationStatus;
  readonly due: Instant;
  readonly version: number;
}

/**
 * 截止冻结: what was handed in by the due instant stands from that instant on, and what was accepted stands at once. What comes in
 * late stands as it was handed in.
 */
export const isFrozen = ({ status, due }: Omit<Handed, 'version'>, now: Instant): boolean =>
  status === 'accepted' || (status === 'submitted' && now >= due);

/** Why an act cannot be done as time stands; a status alone does not tell. */
export function withheldByTime(act: string, report: Handed, now: Instant): Refusal | undefined {
  if (act === 'submitReport' || act === 'repeatReport') return isFrozen(report, now) ? frozen(report) : undefined;
  if (act === 'correctReport' && report.status === 'submitted' && !isFrozen(report, now)) return notFrozen(report);
  return undefined;
}

const CORRECTION = 'correctReport';

export const frozen = ({ status, version }: Pick<Handed, 'status' | 'version'>) =>
  new Refusal(
    'conflict',
    'report.frozen',
    {
      zh: '报表已截止冻结，不能重新报送；数据有误请使用“更正报表”',
      en: 'the report stands as it was handed in; what is wrong in it is put right by a correction',
    },
    { standing: { status, version, act: CORRECTION } },
  );

const notFrozen = ({ status, version }: Handed) =>
  new Refusal(
    'conflict',
    'report.not-frozen',
    { zh: '尚未截止，可以直接重新报送', en: 'it is not due yet: the report can simply be handed in again' },
    { standing: { status, version } },
  );
