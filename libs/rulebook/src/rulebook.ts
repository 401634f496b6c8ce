import {
  type CalendarYear,
  DOCUMENT_NEEDS,
  type DocumentTemplate,
  type LawPack,
  type LocalPack,
  type PlanTemplate,
  type ReportForm,
  type RegionPath,
  type Rules,
  type StatisticsTable,
  calendarYear,
  discipline,
  disciplineReference,
  checklist,
  documentTemplate,
  lawReference,
  planTemplate,
  referenceOf,
  rewardReference,
  rewardTable,
  reportForm,
  statisticsTable,
  selfCheckList,
} from '@fundguard/domain';
import { calendarVersion, workingCalendar } from './calendars.js';
import { dataDir as ownDataDir } from './data-dir.js';
import { incomplete, lawAsIf, lawByReference, lawInForce, overlapping, soundLawPack, soundLocalPack } from './law.js';
import { type Organisation, organisation } from './organisation.js';
import { missing, planById, rehearse } from './plans.js';
import { type Problem, RulebookError } from './problem.js';
import { type Entry, readFolder } from './read-folder.js';

/** Plans, law and calendars as data, checked. Read once, at start. */
export interface Rulebook extends Rules {
  readonly plans: ReadonlyMap<string, PlanTemplate>;
  /** Every version of every form, by `id@version`. */
  readonly forms: ReadonlyMap<string, ReportForm>;
  readonly documents: readonly DocumentTemplate[];
  readonly calendarYears: readonly CalendarYear[];
  /** A file's law with this pack in place of its own. */
  lawAsIf(file: { readonly law: string; readonly region: RegionPath }, candidate: LawPack | LocalPack): LawPack;
  /** Content hash of the calendars. */
  readonly version: string;
  /** An invented city, for demonstrations and tests. */
  readonly demo: Organisation;
}

/** Loads the data folder, or refuses it with all the problems of all its files. */
export async function loadRulebook(dataDir: string = ownDataDir): Promise<Rulebook> {
  const [calendars, laws, places, plans, forms, documents, tables, disciplines, checklists, selfChecks, rewards, demo] =
    await Promise.all([
      readFolder(dataDir, 'calendars', calendarYear),
      readFolder(dataDir, 'law', soundLawPack),
      readFolder(dataDir, 'law/local', soundLocalPack),
      readFolder(dataDir, 'plans', planTemplate),
      readFolder(dataDir, 'forms', reportForm),
      readFolder(dataDir, 'documents', documentTemplate),
      readFolder(dataDir, 'tables', statisticsTable),
      readFolder(dataDir, 'discipline', discipline),
      readFolder(dataDir, 'checklists', checklist),
      readFolder(dataDir, 'self-checks', selfCheckList),
      readFolder(dataDir, 'rewards', rewardTable),
      readFolder(dataDir, 'demo', organisation),
    ]);
  const calendarYears = calendars.entries.map(({ value }) => value).sort((a, b) => a.year - b.year);
  const calendar = workingCalendar(calendarYears);
  const formMap = new Map(forms.entries.map(({ value }) => [referenceOf(value), value]));
  const problems = [
    ...[
      calendars,
      laws,
      places,
      plans,
      forms,
      documents,
      tables,
      disciplines,
      checklists,
      selfChecks,
      rewards,
      demo,
    ].flatMap((folder) => folder.problems),
    ...duplicates(calendars.entries, 'year', ({ year }) => String(year)),
    ...duplicates(laws.entries, 'version', lawReference),
    ...duplicates(places.entries, 'version', lawReference),
    ...overlapping(laws.entries),
    ...overlapping(places.entries),
    ...(laws.problems.length > 0 ? [] : incomplete(laws.entries)),
    ...duplicates(disciplines.entries, 'version', disciplineReference),
    ...duplicates(documents.entries, 'id', ({ id }) => id),
    ...duplicates(rewards.entries, 'version', rewardReference),
    ...duplicates(plans.entries, 'id', ({ id }) => id),
    ...duplicates(tables.entries, 'id', ({ id }) => id),
    ...(plans.problems.length > 0 ? [] : strayPlans(tables.entries, plans.entries)),
    ...duplicates(checklists.entries, 'id', ({ id }) => id),
    ...duplicates(selfChecks.entries, 'kinds', ({ kinds }) => kinds.join()),
    ...duplicates(forms.entries, 'version', referenceOf),
    ...plans.entries.flatMap((entry) => [...rehearse(entry, calendar), ...missing(entry, formMap)]),
  ];
  const [invented] = demo.entries;
  const [inForce] = disciplines.entries.map(({ value }) => value).sort((one, other) => other.version - one.version);
  if (problems.length > 0 || !invented || !inForce) throw new RulebookError(problems);
  const packs = laws.entries.map(({ value }) => value);
  const locals = places.entries.map(({ value }) => value);
  const planMap = new Map(plans.entries.map(({ value }) => [value.id, value]));
  return {
    plans: planMap,
    forms: formMap,
    documents: documents.entries
      .map(({ value }) => value)
      .sort((one, other) => DOCUMENT_NEEDS.indexOf(one.needs) - DOCUMENT_NEEDS.indexOf(other.needs)),
    checklists: checklists.entries.map(({ value }) => value),
    calendarYears,
    version: calendarVersion(calendarYears),
    demo: invented.value,
    law: (reference) => lawByReference(packs, locals, reference),
    lawAsIf: (file, candidate) => lawAsIf(packs, locals, file, candidate),
    currentLaw: (on, region) => lawInForce(packs, locals, on, region),
    plan: (id) => planById({ plans: planMap }, id),
    form: (reference) => formMap.get(reference),
    hasPlan: (id) => planMap.has(id),
    tables: tables.entries.map(({ value }) => value),
    rewardTables: rewards.entries.map(({ value }) => value),
    discipline: () => inForce,
    selfCheckList: (kind) => selfChecks.entries.find(({ value }) => value.kinds.some((each) => each === kind))?.value,
  };
}

function duplicates<Value>(entries: readonly Entry<Value>[], path: string, key: (value: Value) => string): Problem[] {
  const first = new Map<string, string>();
  return entries.flatMap(({ file, value }) => {
    const earlier = first.get(key(value));
    if (!earlier) first.set(key(value), file);
    return earlier ? [{ file, path, reason: `${key(value)} is already in ${earlier}` }] : [];
  });
}

/** A table names plans that are there. */
function strayPlans(tables: readonly Entry<StatisticsTable>[], plans: readonly Entry<PlanTemplate>[]): Problem[] {
  const known = new Set(plans.map(({ value }) => value.id));
  return tables.flatMap(({ file, value }) =>
    (value.plans ?? []).flatMap((id, index) =>
      known.has(id) ? [] : [{ file, path: `plans.${index}`, reason: `no plan ${id}` }],
    ),
  );
}
