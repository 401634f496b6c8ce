/** A need that is not met, in one sentence for the person at the terminal; the launcher prints it without a stack. */
export class Unmet extends Error {
  override readonly name = 'Unmet';
}

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
