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
