import {
  type CalendarYear,
  DOCUMENT_NEEDS,
  type DocumentTemplate,
  type PlanTemplate,
  type Rules,
  calendarYear,
  checklist,
  documentTemplate,
  planTemplate,
  selfCheckList,
} from '@fundguard/domain';
import { calendarVersion, workingCalendar } from './calendars.js';
import { dataDir as ownDataDir } from './data-dir.js';
import { completeLawPack, lawByReference, lawInForce, referenceTo } from './law.js';
import { type Organisation, organisation } from './organisation.js';
import { planById, rehearse } from './plans.js';
import { type Problem, RulebookError } from './problem.js';
import { type Entry, readFolder } from './read-folder.js';

/** Plans, law and calendars as data, checked. Read once, at start. */
export interface Rulebook extends Rules {
  readonly plans: ReadonlyMap<string, PlanTemplate>;
  readonly documents: readonly DocumentTemplate[];
  readonly calendarYears: readonly CalendarYear[];
  /** Content hash of the calendars. */
  readonly version: string;
  /** An invented city, for demonstrations and tests. */
  readonly demo: Organisation;
}

/** Loads the data folder, or refuses it with all the problems of all its files. */
export async function loadRulebook(dataDir: string = ownDataDir): Promise<Rulebook> {
  const [calendars, laws, plans, documents, checklists, selfChecks, demo] = await Promise.all([
    readFolder(dataDir, 'calendars', calendarYear),
    readFolder(dataDir, 'law', completeLawPack),
    readFolder(dataDir, 'plans', planTemplate),
    readFolder(dataDir, 'documents', documentTemplate),
    readFolder(dataDir, 'checklists', checklist),
    readFolder(dataDir, 'self-checks', selfCheckList),
    readFolder(dataDir, 'demo', organisation),
  ]);
  const calendarYears = calendars.entries.map(({ value }) => value).sort((a, b) => a.year - b.year);
  const calendar = workingCalendar(calendarYears);
  const problems = [
    ...[calendars, laws, plans, documents, checklists, selfChecks, demo].flatMap((folder) => folder.problems),
    ...duplicates(calendars.entries, 'year', ({ year }) => String(year)),
    ...duplicates(laws.entries, 'version', referenceTo),
    ...duplicates(documents.entries, 'id', ({ id }) => id),
    ...duplicates(plans.entries, 'id', ({ id }) => id),
    ...duplicates(checklists.entries, 'id', ({ id }) => id),
    ...duplicates(selfChecks.entries, 'kinds', ({ kinds }) => kinds.join()),
    ...plans.entries.flatMap((entry) => rehearse(entry, calendar)),
  ];
  const [invented] = demo.entries;
  if (problems.length > 0 || !invented) throw new RulebookError(problems);
  const packs = laws.entries.map(({ value }) => value);
  const planMap = new Map(plans.entries.map(({ value }) => [value.id, value]));
  return {
    plans: planMap,
    documents: documents.entries
      .map(({ value }) => value)
      .sort((one, other) => DOCUMENT_NEEDS.indexOf(one.needs) - DOCUMENT_NEEDS.indexOf(other.needs)),
    checklists: checklists.entries.map(({ value }) => value),
    calendarYears,
    version: calendarVersion(calendarYears),
    demo: invented.value,
    law: (reference) => lawByReference(packs, reference),
    currentLaw: (on) => lawInForce(packs, on),
    plan: (id) => planById({ plans: planMap }, id),
    hasPlan: (id) => planMap.has(id),
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
