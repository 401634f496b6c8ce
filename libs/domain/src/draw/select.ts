import { Refusal } from '../refusal.js';
import type { Candidate, Stratum } from './list.js';

/** What became of one stratum. */
export interface Filled {
  readonly stratum: string;
  /** How many candidates fit. */
  readonly fitting: number;
  readonly wanted: number;
  /** What it drew itself, beside what earlier strata had drawn of those that fit. */
  readonly drawn: readonly string[];
}

/** How many a stratum wants of so many that fit, before anybody was excluded. */
export function wantedOf({ atLeast = 0, percent = 0, takeAll }: Stratum, fitting: number): number {
  const share = Math.ceil((Math.round(percent * 100) * fitting) / 10_000);
  const wanted = Math.max(atLeast, share);
  return takeAll ? Math.min(wanted, fitting) : wanted;
}

/** Whoever draws says beforehand what is to happen where too few fit: a draw never comes out short unnoticed. */
export function refuseShort(candidates: readonly Candidate[], strata: readonly Stratum[]): void {
  strata.forEach((stratum, index) => {
    const fitting = candidates.filter(fitsIn(stratum)).length;
    const wanted = wantedOf(stratum, fitting);
    if (stratum.takeAll || (fitting > 0 && wanted <= fitting)) return;
    throw new Refusal(
      'invalid',
      fitting === 0 ? 'draw.stratum-empty' : 'draw.too-few-candidates',
      {
        zh: `“${stratum.name}”应抽 ${Math.max(wanted, 1)} 个，符合条件的只有 ${fitting} 个；请调整条件，或注明“不足全取”`,
        en: `"${stratum.name}" wants ${Math.max(wanted, 1)}, and ${fitting} fit; change it, or say that all are taken where too few fit`,
      },
      { field: `strata.${index}` },
    );
  });
}

/** Takes from candidates in the order of their lots what each stratum still wants; those excluded are passed over. */
export function select(
  inOrder: readonly Candidate[],
  strata: readonly Stratum[],
  excluded: ReadonlySet<string>,
): readonly Filled[] {
  const taken = new Set<string>();
  return strata.map((stratum) => {
    const fitting = inOrder.filter(fitsIn(stratum));
    const wanted = wantedOf(stratum, fitting.length);
    const already = fitting.filter(({ id }) => taken.has(id)).length;
    const drawn = fitting
      .filter(({ id }) => !taken.has(id) && !excluded.has(id))
      .slice(0, Math.max(0, wanted - already))
      .map(({ id }) => id);
    for (const id of drawn) taken.add(id);
    return { stratum: stratum.id, fitting: fitting.length, wanted, drawn };
  });
}

/** Whether a candidate belongs to a stratum; without a mark it asks about, it does not. */
function fitsIn({ who }: Stratum): (candidate: Candidate) => boolean {
  const conditions = Object.entries(who);
  return ({ marks }) =>
    conditions.every(([name, wanted]) => {
      const mark = marks[name];
      if (Array.isArray(wanted)) return mark !== undefined && wanted.includes(String(mark));
      const { above = -Infinity, below = Infinity } = wanted;
      return typeof mark === 'number' && mark > above && mark < below;
    });
}
