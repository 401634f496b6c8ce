import {
  type Bilingual,
  type FormLookup,
  type PlanTemplate,
  Refusal,
  type WorkingCalendar,
  day,
  formComplaints,
  planTemplate,
  sketchPlan,
} from '@fundguard/domain';
import { type Document, stringify } from 'yaml';
import { issuesOf, worded } from './problem.js';
import { type ReadYaml, readYaml } from './read-yaml.js';

/** One thing that is wrong with a plan, and where. */
export type PlanProblem = Bilingual & {
  /** `phases.2.end`; empty where it is the whole file. */
  readonly path: string;
  /** From 1; the line the path begins on, where it is in the file. */
  readonly line?: number;
};

export interface CheckedPlan {
  readonly problems: readonly PlanProblem[];
  /** Undefined while there are problems. */
  readonly plan?: PlanTemplate;
}

/** A plan as a file, to begin one's own with. */
export const planAsText = (plan: PlanTemplate): string => stringify(plan, { lineWidth: 0 });

/** What is wrong with a plan somebody writes, in words; and laid on the calendar, where it brings its own first day. */
export function checkPlan(text: string, calendar: WorkingCalendar, forms: FormLookup): CheckedPlan {
  const { document, lineAt, mistakes } = readYaml(text);
  const placed = (path: readonly PropertyKey[], words: Bilingual): PlanProblem => {
    const line = lineOf(document, path, lineAt);
    return { path: path.map(String).join('.'), ...(line ? { line } : {}), ...words };
  };
  if (mistakes.length > 0) {
    return {
      problems: mistakes.map(({ line, message }) => ({
        ...{ path: '', line },
        ...{ zh: `不是有效的 YAML：${message}`, en: `not YAML: ${message}` },
      })),
    };
  }
  const read = planTemplate.safeParse(contentOf(document), { reportInput: true });
  if (read.success) {
    const problems = [
      ...misfits(read.data, calendar),
      ...formComplaints(read.data, forms).map(({ path, ...words }) => placed(path, words)),
    ];
    return problems.length > 0 ? { problems } : { problems, plan: read.data };
  }
  return { problems: issuesOf(read.error).map(({ path, issue }) => placed(path, worded(issue))) };
}

/** Any year does: whether the days of a plan fit together hangs on none. */
const SOME_DAY = day('2026-01-01');

/** A phase that ends before it starts is seen only on the calendar. */
export function misfits(plan: PlanTemplate, calendar: WorkingCalendar): PlanProblem[] {
  try {
    sketchPlan(plan, SOME_DAY, calendar);
    return [];
  } catch (error) {
    if (error instanceof Refusal) return [{ path: error.details.field ?? 'phases', ...error.text }];
    throw error;
  }
}

/** Aliases that multiply without end are no plan. */
function contentOf(document: Document): unknown {
  try {
    return document.toJS();
  } catch {
    return undefined;
  }
}

/** Where the path, or as much of it as the file has, begins. */
function lineOf(document: Document, path: readonly PropertyKey[], lineAt: ReadYaml['lineAt']) {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as { range?: readonly number[] } | undefined;
    const [at] = node?.range ?? [];
    if (at !== undefined) return lineAt(at);
  }
  return undefined;
}
