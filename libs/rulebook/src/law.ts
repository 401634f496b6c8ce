import { type Day, type LawPack, Refusal, breach, lawPack } from '@fundguard/domain';

/** The limits a case starts by id; a pack without one of them would fail in the middle of a case. */
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
];

/** A law pack that a case can be run with from lead to strike-off. */
export const completeLawPack = lawPack.superRefine(({ clocks, penalties }, issue) => {
  const complain = (path: PropertyKey[], message: string) => issue.addIssue({ code: 'custom', path, message });
  const ids = clocks.map(({ id }) => id);
  ids.forEach((id, index) => {
    if (ids.indexOf(id) < index) complain(['clocks', index, 'id'], `the id ${id} is used twice`);
  });
  const lacking = NEEDED_CLOCKS.filter((id) => !ids.includes(id));
  if (lacking.length > 0) complain(['clocks'], `lacks ${lacking.join(', ')}`);
  const unpunished = breach.options.filter((each) => !penalties.some((band) => band.breach === each));
  if (unpunished.length > 0) complain(['penalties'], `lacks ${unpunished.join(', ')}`);
  penalties.forEach(({ fine }, index) => {
    if (fine && fine.min > fine.max) complain(['penalties', index, 'fine'], `${fine.min} is more than ${fine.max}`);
  });
});

export const referenceTo = ({ id, version }: LawPack): string => `${id}@${version}`;

/** The pack a file is pinned to. */
export function lawByReference(packs: readonly LawPack[], reference: string): LawPack {
  const pack = packs.find((each) => referenceTo(each) === reference);
  if (!pack)
    throw new Refusal('not-found', 'law.unknown', {
      zh: `没有法规参数包“${reference}”`,
      en: `no law pack ${reference}`,
    });
  return pack;
}

/** The newest pack in force on the day; for a day before all of them (a plan of the past, rehearsed) the oldest. */
export function lawInForce(packs: readonly LawPack[], on: Day): LawPack {
  const oldestFirst = packs.toSorted((a, b) => order(a).localeCompare(order(b), 'en', { numeric: true }));
  const pack = oldestFirst.findLast(({ effectiveFrom }) => effectiveFrom <= on) ?? oldestFirst[0];
  if (!pack) throw new Error('a rulebook without law');
  return pack;
}

const order = ({ effectiveFrom, version }: LawPack) => `${effectiveFrom} ${version}`;
