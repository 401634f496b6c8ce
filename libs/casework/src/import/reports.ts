import {
  OBLIGATION_ACTS,
  OBLIGATION_STATUS_NAMES,
  Refusal,
  type ReportColumns,
  canonicalJson,
} from '@fundguard/domain';
import { EVERYWHERE, lockImport, owedBy, saveImport, saveJudged, stagedRows } from '@fundguard/persistence';
import { actOnObligation } from '../campaign/obligations.js';
import { machineCommandId, notFound } from '../command.js';
import {
  type ImportScene,
  type Importer,
  type Placed,
  type RowOf,
  type ToWrite,
  placeAll,
  refused,
} from './importer.js';
import { type NamedUnit, namedUnits } from './participants.js';

const SLICE = 50;

interface Report {
  readonly obligation: string;
  readonly content?: string | undefined;
  readonly figures: Readonly<Record<string, string>>;
  readonly zero: boolean;
}
type Draft = Omit<Report, 'obligation'> & NamedUnit;

/** 报送数据: each row is the report of one unit, entered on its behalf by the act itself. */
export const reports: Importer<Report> = {
  async judge(scene, rows) {
    const { tx, sheet, owner } = scene;
    const unitOf = await namedUnits(
      tx,
      sheet.campaign ?? '',
      owner,
      rows.map(({ values }) => (values as ReportColumns).unit),
    );
    const drafts = rows.map((row) => draftOf(row, unitOf(row.at, (row.values as ReportColumns).unit)));
    const isDraft = (each: ToWrite<Draft> | Placed<Report>): each is ToWrite<Draft> => !('verdict' in each);
    const owed = await owedNow(scene, drafts.filter(isDraft));
    return placeAll<Report>(
      drafts.flatMap((each): Placed<Report>[] => [isDraft(each) ? owed(each) : each]),
      () => Promise.resolve([]),
    );
  },
  async write({ platform, owner, sheet: { id, committed } }) {
    const rows = await platform.db.within(EVERYWHERE, (tx) => stagedRows(tx, id, committed, SLICE, ['add']));
    const unwritten: Placed<Report>[] = [];
    for (const { at, entry } of rows as unknown as ToWrite<Report>[]) {
      const { obligation, ...payload } = entry;
      try {
        const command = { id: machineCommandId('import', id, at), actor: owner };
        await actOnObligation(platform, obligation, 'enterReport', payload, command);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        unwritten.push(refused(at, '单位', error.text.zh, error.text.en));
      }
    }
    const now = await platform.clock.now();
    await platform.db.within(EVERYWHERE, async (tx) => {
      const sheet = await lockImport(tx, id);
      if (!sheet) throw notFound('import');
      await saveJudged(tx, id, unwritten);
      await saveImport(tx, sheet, { committed: rows.at(-1)?.at ?? committed }, now);
    });
    return { rows: rows.length, more: rows.length === SLICE };
  },
};

/** The report a row makes, by the schema a report by hand is checked with. */
function draftOf({ at, values, figures }: RowOf, unit: NamedUnit | Placed<never>): ToWrite<Draft> | Placed<Report> {
  if ('verdict' in unit) return unit;
  const { content, zero } = values as ReportColumns;
  const report = OBLIGATION_ACTS.enterReport.payload.safeParse({ content, figures, zero: zero === 'yes' });
  if (!report.success) {
    const [zh = '', en = zh] = (report.error.issues[0]?.message ?? '').split(' · ');
    return refused(at, '指标', zh, en);
  }
  return { at, entry: { ...unit, ...report.data } };
}

/** What the unit owes of this, and whether it still does. */
async function owedNow(
  { tx, sheet }: ImportScene,
  drafts: readonly ToWrite<Draft>[],
): Promise<(draft: ToWrite<Draft>) => Placed<Report>> {
  const owed = await owedBy(
    ...([tx, sheet.campaign ?? '', { source: sheet.source ?? '', period: sheet.period ?? '' }] as const),
    drafts.map(({ entry }) => entry.unit),
  );
  const byUnit = new Map(owed.map((each) => [each.unit, each]));
  return ({ at, entry: { unit, region: _region, ...report } }) => {
    const found = byUnit.get(unit);
    if (!found) return refused(at, '单位', '该单位无此应报事项', 'the unit owes no such report');
    const { content, figures, zero } = found.report ?? {};
    const entry = { obligation: found.id, ...report };
    if (
      found.report &&
      canonicalJson({ content, figures, zero }) ===
        canonicalJson({ content: report.content, figures: report.figures, zero: report.zero })
    )
      return { at, verdict: 'same', key: found.id, entry };
    if ((OBLIGATION_ACTS.enterReport.statuses as readonly string[]).includes(found.status))
      return { at, verdict: 'add', key: found.id, entry };
    const status = OBLIGATION_STATUS_NAMES[found.status as keyof typeof OBLIGATION_STATUS_NAMES];
    return refused(at, '单位', `该单位${status.zh}，不再录入`, `this report is ${status.en}; it is not entered again`);
  };
}
