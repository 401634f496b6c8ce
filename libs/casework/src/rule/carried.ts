import {
  type CarriedRule,
  type Instant,
  type RegionPath,
  type StandingRule,
  isStanding,
  within,
} from '@fundguard/domain';
import { type Tx, rulesById } from '@fundguard/persistence';
import { unknown } from '../unknown.js';

/** The rules a draft names, as they are now; one that is not in force, or is of a region beside, is refused. */
export async function carriedRules(
  tx: Tx,
  { rules: ids = [], region }: { readonly rules?: readonly string[] | undefined; readonly region: string },
  now: Instant,
): Promise<CarriedRule[]> {
  const of = region as RegionPath;
  const holdsThere = (rule: StandingRule) => within(of, rule.region) || within(rule.region, of);
  const rules = (await rulesById(tx, ids)).filter((rule) => isStanding(rule, now) && holdsThere(rule));
  if (rules.length < new Set(ids).size) throw unknown('rules');
  return rules.flatMap(({ id: rule, version, title, kind, effectiveFrom }) =>
    effectiveFrom ? [{ rule, version, title, kind, effectiveFrom }] : [],
  );
}
