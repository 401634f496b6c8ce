import type { Permission } from './people/roles.js';

/** How the outside world should take a refusal; the API turns it into an HTTP status in one place. */
export type RefusalKind = 'invalid' | 'conflict' | 'forbidden' | 'not-found';

export interface RefusalDetails {
  /** The field of the command that was refused, as a path (`multiple`, `phases.2.end`). */
  readonly field?: string;
  /** The legal reason, e.g. `医疗保障基金使用监督管理条例 第四十条`. */
  readonly article?: string;
  /** What stands instead of what was asked for: the decision that won, the version that is current. */
  readonly standing?: unknown;
  /** What whoever asked may not do. */
  readonly permission?: Permission;
}

/** A rule of the domain said no. `code` is the stable contract; the two texts are for people. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly kind: RefusalKind,
    readonly code: string,
    readonly text: { readonly zh: string; readonly en: string },
    readonly details: RefusalDetails = {},
  ) {
    super(text.en);
  }
}
