import type { UnitColumns } from '@fundguard/domain';
import {
  type LedgerUnit,
  type Tx,
  type UnitEntry,
  holdUnits,
  lockImport,
  recordImport,
  saveImport,
  saveJudged,
  saveUnits,
  stagedRows,
  unitsLike,
} from '@fundguard/persistence';
import { machineCommandId, notFound, signature } from '../command.js';
import { type Importer, type Placed, type ToWrite, placeAll, refused, requireImporting } from './importer.js';

const SLICE = 500;

/** 基本台账: a unit is known by its code, else by its name and region. What a sheet does not say of it stays as it was. */
export const units: Importer<UnitEntry> = {
  async judge({ tx, owner }, rows) {
    const regions = await regionsWithin(tx, owner.region);
    const read = rows.map(({ at, values }) => {
      const {
        region: given,
        name,
        kind,
        type,
        code = null,
        level = null,
        ownership = null,
        contactEmail = null,
      } = values as UnitColumns;
      const region = regions.get(given);
      if (!region) return refused(at, '统筹区', `辖区内没有“${given}”`, `no region "${given}" in your charge`);
      return { at, entry: { region, name, kind, type, code, level, ownership, contactEmail } };
    });
    return placeAll<UnitEntry>(read, (entries) => place(tx, owner.region, entries));
  },
  async write({ platform, owner, sheet: { id } }) {
    const at = await platform.clock.now();
    return platform.db.within(owner.region, async (tx) => {
      await holdUnits(tx);
      const sheet = await lockImport(tx, id);
      if (!sheet) throw notFound('import');
      requireImporting(sheet);
      const rows = (await stagedRows(tx, id, sheet.committed, SLICE, [
        'add',
        'change',
      ])) as unknown as ToWrite<UnitEntry>[];
      const last = rows.at(-1)?.at ?? sheet.committed;
      const placed = await place(tx, owner.region, rows);
      const written = placed.flatMap(({ verdict, entry, unit }) =>
        entry && (verdict === 'add' || verdict === 'change')
          ? [{ ...entry, id: unit?.id ?? newId(entry), was: unit }]
          : [],
      );
      if (written.length > 0) {
        await saveUnits(tx, written);
        const data = {
          ...{ sha256: sheet.sha256, rows: [rows[0]?.at ?? last, last] },
          added: written.flatMap(({ id: unit, name, was }) => (was ? [] : [{ unit, name }])),
          changed: written.flatMap(({ was, ...now }) => (was ? [{ unit: now.id, ...changeOf(was, now) }] : [])),
        };
        const command = machineCommandId('import', id, sheet.committed);
        await recordImport(tx, sheet, { kind: 'unitsRegistered', data, actor: signature(owner), at, command });
      }
      await saveJudged(
        tx,
        id,
        placed.filter(({ verdict }) => verdict === 'same' || verdict === 'refuse'),
      );
      await saveImport(tx, sheet, { committed: last }, at);
      return { rows: rows.length, more: rows.length === SLICE };
    });
  },
};

type Found = Placed<UnitEntry> & { readonly unit?: LedgerUnit };

/** Finds each entry's unit, if there is one, and says what writing it would do. */
async function place(tx: Tx, region: string, entries: readonly ToWrite<UnitEntry>[]): Promise<Found[]> {
  const known = await unitsLike(
    tx,
    entries.map(({ entry }) => entry),
  );
  const byCode = new Map(known.map((unit) => [unit.code, unit]));
  const byName = new Map<string, LedgerUnit[]>();
  for (const unit of known) byName.set(nameKey(unit), [...(byName.get(nameKey(unit)) ?? []), unit]);
  return entries.map(({ at, entry }): Found => {
    const key = entry.code ?? nameKey(entry);
    const named = (byName.get(nameKey(entry)) ?? []).filter(({ code }) => !code || !entry.code);
    const unit = (entry.code ? byCode.get(entry.code) : undefined) ?? named[0];
    if (!unit) return { at, verdict: 'add', key, entry };
    if (!unit.region.startsWith(region))
      return refused(at, '机构编码', '该编码已属于辖区外的单位', 'the code belongs to a unit outside your charge');
    if (unit.region !== entry.region)
      return refused(
        ...([at, '统筹区', '该单位登记在另一统筹区，迁移不通过导入办理'] as const),
        'registered in another region; a move is not imported',
      );
    if (unit.code !== entry.code && named.length > 1)
      return refused(at, '机构名称', '本统筹区有同名单位，请填写机构编码', 'several units of that name; give the code');
    return { at, verdict: differing(unit, entry).length > 0 ? 'change' : 'same', key, entry, unit };
  });
}

const FIELDS = ['name', 'kind', 'type', 'code', 'level', 'ownership', 'contactEmail'] as const;

/** What the sheet says otherwise of a unit. What it does not say is not otherwise. */
const differing = (unit: UnitEntry, entry: UnitEntry) =>
  FIELDS.filter((name) => entry[name] !== null && entry[name] !== unit[name]);

function changeOf(was: UnitEntry, now: UnitEntry) {
  const only = (unit: UnitEntry) => Object.fromEntries(differing(was, now).map((name) => [name, unit[name]]));
  return { was: only(was), now: only(now) };
}

const nameKey = ({ region, name }: Pick<UnitEntry, 'region' | 'name'>): string => `${region}|${name}`;

/** The same unit gets the same id from whichever sheet it comes first. */
const newId = (entry: UnitEntry): string => machineCommandId('unit', entry.code ?? nameKey(entry));

/** Regions of a subtree by code, by name and by path. */
async function regionsWithin(tx: Tx, region: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ path: string; code: string; zh: string; en: string }>({
    text: 'select path, code, name_zh as zh, name_en as en from region where starts_with(path, $1) order by path desc',
    values: [region],
  });
  return new Map(rows.flatMap(({ path, code, zh, en }) => [code, zh, en, path].map((name) => [name, path] as const)));
}
