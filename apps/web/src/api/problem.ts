import type { Schemas } from '@fundguard/client';

export type ProblemDetails = Schemas['Problem'];

/** The API said no, or did not answer at all (`status` 0). */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(readonly problem: ProblemDetails) {
    super(problem.detail);
  }

  get status(): number {
    return this.problem.status;
  }

  /** The stable code at the end of `type`, `penalty.multiple-outside-band`. */
  get code(): string {
    return this.problem.type.replace(/^.*\//, '');
  }
}

export const unreachable = (): ApiProblem =>
  new ApiProblem({ type: '/problems/network', title: '', status: 0, detail: '' });

export const problemOf = (error: unknown): ApiProblem | undefined => (error instanceof ApiProblem ? error : undefined);

/** What was said against each field of what was sent, by the field's first name. */
export const fieldErrors = (error: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(complaints(error).map(({ field, detail }) => [field.split('.')[0] ?? '', detail]));

/** The same by the whole place, `dates.phases.self-check.end`. */
export const placeErrors = (error: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(complaints(error).map(({ field, detail }) => [field, detail]));

function complaints(error: unknown): readonly { readonly field: string; readonly detail: string }[] {
  const { field, detail = '', errors = [] } = problemOf(error)?.problem ?? {};
  if (errors.length > 0) return errors;
  return field ? [{ field, detail }] : [];
}
