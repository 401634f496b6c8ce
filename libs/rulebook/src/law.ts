import {
  type Day,
  type LawPack,
  type LocalPack,
  Refusal,
  type RegionPath,
  breach,
  completedBy,
  lawPack,
  lawReference,
  localPack,
  withLocal,
} from '@fundguard/domain';
import type { z } from 'zod';
import type { Problem } from './problem.js';
import type { Entry } from './read-folder.js';

/** The limits a case starts by id; a law without one of them would fail in the middle of a case. */
const NEEDED_CLOCKS = [
  'verification',
  'decision',
  'legalReview',
  'defence',
  'service',
  'refundPayment',
  'finePayment',
  'transferDecision',
  'transferDelivery',
  'transferReceipt',
  'policeDecision',
  'disciplineAnswer',
  'reporterAnswer',
  'rewardCollection',
  'partnerAnswer',
];

/** One rule an id, and no band upside down. */
export const soundLawPack = lawPack.superRefine(({ clocks, penalties }, issue) => {
  refuseTwins(clocks, issue);
  penalties.forEach(({ fine }, index) => {
    if (fine && fine.min > fine.max)
      issue.addIssue({
        code: 'custom',
        path: ['penalties', index, 'fine'],
        message: `${fine.min} is more than ${fine.max}`,
      });
  });
});
export const soundLocalPack = localPack.superRefine(({ clocks }, issue) => refuseTwins(clocks, issue));

function refuseTwins(clocks: LawPack['clocks'], issue: z.RefinementCtx): void {
  const ids = clocks.map(({ id }) => id);
  ids.forEach((id, index) => {
    if (ids.indexOf(id) < index)
      issue.addIssue({ code: 'custom', path: ['clocks', index, 'id'], message: `the id ${id} is used twice` });
  });
}

/** The newest law must carry a case from lead to strike-off. */
export function incomplete(packs: readonly Entry<LawPack>[]): Problem[] {
  const newest = newestFirst(packs)[0];
  if (!newest) return [];
  const { clocks, penalties } = newest.value;
  const lacking = NEEDED_CLOCKS.filter((id) => clocks.every((rule) => rule.id !== id));
  const unpunished = breach.options.filter((each) => penalties.every((band) => band.breach !== each));
  const complain = (path: string, lacks: readonly string[]) =>
    lacks.length > 0 ? [{ file: newest.file, path, reason: `lacks ${lacks.join(', ')}` }] : [];
  return [...complain('clocks', lacking), ...complain('penalties', unpunished)];
}

type Dated = Pick<LawPack, 'id' | 'version' | 'effectiveFrom' | 'effectiveUntil' | 'replaces'>;

/** Two versions for one day leave it to chance which holds, unless the one says that it reads the other better. */
export const overlapping = (packs: readonly Entry<Dated>[]): Problem[] =>
  packs.flatMap(({ file, value }) => {
    const other = packs.find((each) => each.value !== value && clash(value, each.value));
    return other
      ? [
          {
            file,
            path: 'effectiveFrom',
            reason: `is in force together with ${other.file}; end one or say what it replaces`,
          },
        ]
      : [];
  });

const clash = (one: Dated, other: Dated): boolean =>
  one.id === other.id &&
  one.replaces !== other.version &&
  other.replaces !== one.version &&
  one.effectiveFrom <= (other.effectiveUntil ?? '9999') &&
  other.effectiveFrom <= (one.effectiveUntil ?? '9999');

/** The packs a file is pinned to, `national@2+liaoning@1`; what an older one is silent on comes from the newest of its id. */
export function lawByReference(packs: readonly LawPack[], locals: readonly LocalPack[], reference: string): LawPack {
  const [of = '', ...places] = reference.split('+');
  const named = <Pack extends Dated>(all: readonly Pack[], name: string): Pack => {
    const pack = all.find((each) => lawReference(each) === name);
    if (pack) return pack;
    throw new Refusal('not-found', 'law.unknown', {
      zh: `没有法规参数包“${reference}”`,
      en: `no law pack ${reference}`,
    });
  };
  const pinned = named(packs, of);
  const newest = newestOf(packs.filter(({ id }) => id === pinned.id));
  return places.reduce(
    (law, place) => withLocal(law, named(locals, place)),
    newest ? completedBy(pinned, newest) : pinned,
  );
}

/** The law in force on the day in a region; for a day before all packs (a plan of the past, rehearsed) the oldest. */
export function lawInForce(
  packs: readonly LawPack[],
  locals: readonly LocalPack[],
  on: Day,
  region?: RegionPath,
): LawPack {
  const oldestFirst = packs.toSorted(byAge);
  const national = oldestFirst.findLast(({ effectiveFrom }) => effectiveFrom <= on) ?? oldestFirst[0];
  if (!national) throw new Error('a rulebook without law');
  const inForce = locals
    .toSorted(byAge)
    .filter(({ effectiveFrom, effectiveUntil = '9999' }) => effectiveFrom <= on && on <= effectiveUntil);
  const codes = region?.split('/').filter(Boolean) ?? [];
  return codes.flatMap((code) => inForce.findLast((each) => each.region === code) ?? []).reduce(withLocal, national);
}

/** A file's law with one pack in place of its own: what a new one would change is seen before it is in force. */
export function lawAsIf(
  packs: readonly LawPack[],
  locals: readonly LocalPack[],
  { law, region }: { readonly law: string; readonly region: RegionPath },
  candidate: LawPack | LocalPack,
): LawPack {
  const [of = '', ...places] = law.split('+');
  if (!('region' in candidate)) {
    const isOurs = of.startsWith(`${candidate.id}@`);
    return isOurs
      ? lawByReference([...packs, candidate], locals, [lawReference(candidate), ...places].join('+'))
      : lawByReference(packs, locals, law);
  }
  if (!region.includes(`/${candidate.region}/`)) return lawByReference(packs, locals, law);
  const others = places.filter((each) => !each.startsWith(`${candidate.id}@`));
  return lawByReference(packs, [...locals, candidate], [of, ...others, lawReference(candidate)].join('+'));
}

const byAge = (one: Dated, other: Dated) => order(one).localeCompare(order(other), 'en', { numeric: true });
const order = ({ effectiveFrom, version }: Dated) => `${effectiveFrom} ${version}`;
const newestOf = <Pack extends Dated>(packs: readonly Pack[]): Pack | undefined => packs.toSorted(byAge).at(-1);
const newestFirst = <Pack extends Dated>(packs: readonly Entry<Pack>[]) =>
  packs.toSorted((one, other) => byAge(other.value, one.value));
