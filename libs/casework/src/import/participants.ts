import { type Person, type RegionPath, type UnitId, speaksForUnit, within } from '@fundguard/domain';
import { type Tx, participantOf, participantsNamed } from '@fundguard/persistence';
import { type Placed, refused } from './importer.js';

export interface NamedUnit {
  readonly unit: UnitId;
  readonly region: RegionPath;
}

/**
 * The units of a campaign that rows name, by code or by name; a unit contact's rows are of the own unit, named or not. The
 * campaign may be of a region above: who may touch a unit's part of it is checked here.
 */
export async function namedUnits(
  tx: Tx,
  campaign: string,
  owner: Person,
  names: readonly (string | undefined)[],
): Promise<(at: number, name: string | undefined) => NamedUnit | Placed<never>> {
  const sought = [...new Set(names.flatMap((name) => name ?? []))];
  const found = new Map<string, NamedUnit[]>();
  for (const { id, name, code, region } of await participantsNamed(tx, campaign, sought)) {
    const isMine = speaksForUnit(owner) ? owner.unit === id : within(region as RegionPath, owner.region);
    if (!isMine) continue;
    const unit = { unit: id as UnitId, region: region as RegionPath };
    for (const key of new Set([name, code])) if (key) found.set(key, [...(found.get(key) ?? []), unit]);
  }
  const own = speaksForUnit(owner) && owner.unit && (await participantOf(tx, campaign, owner.unit));
  return (at, name) => {
    if (name === undefined && owner.unit && own) return { unit: owner.unit, region: own.region };
    if (name === undefined) return refused(at, '单位', '必填，不能为空', 'required, and empty');
    const [unit, another] = found.get(name) ?? [];
    if (!unit)
      return refused(
        at,
        '单位',
        `“${name}”不在本专项或您的管辖范围`,
        `"${name}" takes no part, or is not in your charge`,
      );
    if (another)
      return refused(
        at,
        '单位',
        `有多个“${name}”，请改填机构编码`,
        `several units are called "${name}"; give the code`,
      );
    return unit;
  };
}
