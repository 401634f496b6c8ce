import type { Bilingual } from '@fundguard/domain';
import { z } from 'zod';

/** One thing that is wrong with one data file. */
export interface Problem {
  /** Inside the data folder, e.g. `plans/t004-….yaml`. */
  readonly file: string;
  /** Inside the file, e.g. `phases.2.end`, or `line 7` where the YAML itself cannot be read. */
  readonly path: string;
  readonly reason: string;
}

/** The data folder cannot be used. Every problem of every file is told at once. */
export class RulebookError extends Error {
  override readonly name = 'RulebookError';

  constructor(readonly problems: readonly Problem[]) {
    const lines = problems.map(({ file, path, reason }) => `  ${[file, path].filter(Boolean).join(' ')}: ${reason}`);
    super(['the rulebook cannot be used:', ...lines].join('\n'));
  }
}

/** What a schema refused. */
export const problemsOf = (file: string, error: z.core.$ZodError): Problem[] =>
  issuesOf(error).map(({ path, issue }) => ({ file, path: path.map(String).join('.'), reason: issue.message }));

/** The issues of an error, each by its whole path. Inside a union, those of the branch that came closest. */
export const issuesOf = ({ issues }: z.core.$ZodError): { path: PropertyKey[]; issue: z.core.$ZodIssue }[] =>
  issues.flatMap((issue) => flatten(issue, []));

function flatten(
  issue: z.core.$ZodIssue,
  above: readonly PropertyKey[],
): { path: PropertyKey[]; issue: z.core.$ZodIssue }[] {
  const path = [...above, ...issue.path];
  const [closest] = issue.code === 'invalid_union' ? issue.errors.toSorted((a, b) => a.length - b.length) : [];
  return closest ? closest.flatMap((each) => flatten(each, path)) : [{ path, issue }];
}

/**
 * Our own sentences carry both languages; those of the schema are worded by its library,
 * which speaks of what it read: `reportInput`.
 */
export function worded(issue: z.core.$ZodIssue): Bilingual {
  const [zh, en] = issue.message.split(' · ');
  if (issue.code === 'custom' || en) return { zh: zh ?? '', en: en ?? zh ?? '' };
  const said = (locale: { localeError: z.core.$ZodErrorMap }) => {
    const told = locale.localeError(issue as z.core.$ZodRawIssue);
    return typeof told === 'string' ? told : (told?.message ?? issue.message);
  };
  return { zh: said(z.locales.zhCN()), en: said(z.locales.en()) };
}
