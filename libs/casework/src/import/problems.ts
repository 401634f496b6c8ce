import { createHash } from 'node:crypto';
import {
  type ProblemColumns,
  type Problem,
  Refusal,
  canonicalJson,
  deniedCategories,
  enterProblem,
  speaksForUnit,
  toFen,
} from '@fundguard/domain';
import {
  EVERYWHERE,
  type LockedImport,
  type StagedRow,
  type Tx,
  addProblems,
  likenessOf,
  linesLike,
  lockCampaign,
  lockImport,
  markKeyTarget,
  saveImport,
  saveJudged,
  selfCheckOf,
  stagedRows,
  tell,
} from '@fundguard/persistence';
import { actBeside } from '../campaign/beside.js';
import { watchLedgerDay } from '../campaign/deadlines.js';
import { isInspected, missingDiscipline } from '../campaign/discipline.js';
import { machineCommandId, notFound } from '../command.js';
import {
  type ImportScene,
  type Importer,
  type Placed,
  type ToWrite,
  placeAll,
  refused,
  requireImporting,
} from './importer.js';
import { namedUnits } from './participants.js';

const SLICE = 200;

interface Line {
  readonly unit: Problem['unit'];
  readonly region: Problem['region'];
  readonly source: Exclude<Problem['source'], 'predecessor'>;
  readonly category: string;
  readonly what: string;
  /** In fen. */
  readonly amount: string;
  readonly due: string;
}

/** 问题台账, by the same rule as a line entered by hand. A slice is one entry on the campaign's record. */
export const problems: Importer<Line> = {
  async judge(scene, rows) {
    const { tx, owner } = scene;
    const campaign = scene.sheet.campaign ?? '';
    const unitOf = await namedUnits(
      tx,
      campaign,
      owner,
      rows.map(({ values }) => (values as ProblemColumns).unit),
    );
    const undisciplined = await missingDiscipline(tx, scene.platform, campaign, owner);
    const read = rows.map(({ at, values }) => {
      const {
        unit: name,
        source = speaksForUnit(owner) ? 'selfCheck' : undefined,
        category,
        what,
        amount = 0n,
        due,
      } = values as ProblemColumns;
      const unit = unitOf(at, name);
      if ('verdict' in unit) return unit;
      if (!source) return refused(at, '来源', '必填，不能为空', 'required, and empty');
      if (undisciplined && isInspected({ ...unit, source }, owner))
        return refused(at, '来源', undisciplined.text.zh, undisciplined.text.en);
      const entry = { ...unit, source, category, what, amount: amount.toString(), due };
      return complaint(scene, at, entry) ?? { at, entry };
    });
    return placeAll<Line>(read, (entries) => place(tx, campaign, entries));
  },
  async write({ platform, owner, sheet: { id, campaign, committed } }) {
    if (!campaign) throw notFound('campaign');
    const [next] = await platform.db.within(EVERYWHERE, (tx) => stagedRows(tx, id, committed, 1, ['add']));
    if (!next) return { rows: 0, more: false };
    // Where this slice ran before, there may be more behind it.
    let done = { rows: 0, more: true };
    const command = { id: machineCommandId('import', id, committed), actor: owner };
    await actBeside(platform, command, {
      ...{ act: 'importProblems', id, payload: { after: committed }, region: EVERYWHERE },
      async lock(tx) {
        const file = await lockCampaign(tx, campaign, command.id);
        const sheet = file && (await lockImport(tx, id));
        if (!sheet) throw notFound('import');
        requireImporting(sheet);
        return { file, row: sheet };
      },
      async work({ tx, file, row: sheet, context }) {
        const rows = await stagedRows(tx, id, sheet.committed, SLICE, ['add']);
        done = { rows: rows.length, more: rows.length === SLICE };
        const scene = { tx, platform, owner, sheet, context };
        const { written, data } = await enter(scene, sheet, rows);
        await saveImport(tx, sheet, { committed: rows.at(-1)?.at ?? sheet.committed }, context.now);
        await addProblems(
          tx,
          written.map(({ problem }) => problem),
          context.now,
        );
        for (const { problem, outcome } of written)
          if (outcome.keyTarget) await markKeyTarget(tx, campaign, problem.unit, outcome.keyTarget);
        for (const due of new Set(written.map(({ problem }) => problem.due)))
          await tell(tx, await watchLedgerDay(tx, file.state, due, context));
        return { version: file.state.version, status: file.state.status, kind: 'problemsImported', data };
      },
    });
    return done;
  },
};

/** The lines of a slice as the act makes them; what somebody else entered meanwhile is passed over. */
async function enter(scene: ImportScene, sheet: LockedImport, rows: readonly StagedRow[]) {
  const placed = await place(scene.tx, sheet.campaign ?? '', rows as unknown as ToWrite<Line>[]);
  await saveJudged(
    scene.tx,
    sheet.id,
    placed.filter(({ verdict }) => verdict === 'same'),
  );
  const isDenied = deniedTo(scene);
  const written: Entered[] = [];
  for (const { at, verdict, entry } of placed)
    if (verdict === 'add' && entry) written.push(decided(scene, at, entry, await isDenied(entry)));
  const lines = written.map(({ problem: { id, unit, source, category, what, amount, due } }) => {
    return { id, unit, source, category, what, amount, due };
  });
  const data = {
    ...{ import: sheet.id, sha256: sheet.sha256, rows: [rows[0]?.at ?? 0, rows.at(-1)?.at ?? 0] },
    ...{ count: written.length, amount: lines.reduce((sum, { amount }) => sum + amount, 0n) },
    problems: lines.map(({ id }) => id),
    concealed: written.flatMap(({ problem, outcome }) => (outcome.keyTarget ? [problem.id] : [])),
    // What each line said when it was entered, without saying it a second time on the record.
    lines: createHash('sha256').update(canonicalJson(lines, plainFen)).digest('hex'),
  };
  return { written, data };
}

const plainFen = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : value);

type Entered = ReturnType<typeof enterProblem>;

/** Whether a unit's self-check had said that there is nothing of a category; each unit is asked for once. */
function deniedTo({ tx, sheet }: ImportScene): (line: Line) => Promise<boolean> {
  const denied = new Map<string, readonly string[]>();
  return async ({ unit, category }) => {
    if (!denied.has(unit)) {
      const said = await selfCheckOf(tx, sheet.campaign ?? '', unit);
      denied.set(unit, said ? deniedCategories(said) : []);
    }
    return denied.get(unit)?.includes(category) ?? false;
  };
}

/** The line's id follows from the import and the row: a slice done twice makes the same lines. Another import meets them by their likeness. */
function decided({ sheet, context }: ImportScene, at: number, { region, ...line }: Line, isDenied = false): Entered {
  const id = machineCommandId('problem', sheet.id, at);
  return enterProblem(id, { ...line, campaign: sheet.campaign ?? '' }, region, context, isDenied);
}

/** What entering the line by hand would be refused with. */
function complaint(scene: ImportScene, at: number, line: Line): Placed<never> | undefined {
  try {
    decided(scene, at, line);
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const heading = error.details.field === 'due' ? '整改期限' : error.details.field === 'source' ? '来源' : '';
    return refused(at, heading, error.text.zh, error.text.en);
  }
}

async function place(tx: Tx, campaign: string, entries: readonly ToWrite<Line>[]): Promise<Placed<Line>[]> {
  const like = ({ unit, category, what, amount }: Line) => ({ unit, category, what, amount: toFen(amount) });
  const there = await linesLike(
    tx,
    campaign,
    entries.map(({ entry }) => like(entry)),
  );
  return entries.map(({ at, entry }) => {
    const key = likenessOf(like(entry));
    return { at, verdict: there.has(key) ? 'same' : 'add', key, entry };
  });
}
