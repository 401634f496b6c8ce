/** What was typed and not sent, kept in this browser until it is: an expired session or a closed tab loses nothing. */
/** Not for a browser others use too. */
const SECRET = new Set(['password', 'idNumber', 'code', 'reporter']);
const prefix = 'fundguard.draft.';

export const draftKey = (account: string, act: string, id = 'new'): string => `${prefix}${account}.${act}.${id}`;

export function readDraft(key: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '') as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

export function keepDraft(key: string, values: object): void {
  try {
    localStorage.setItem(
      key,
      JSON.stringify(values, (name, value: unknown) => (SECRET.has(name) ? undefined : value)),
    );
  } catch {
    // Full or forbidden: the form itself still holds what was typed.
  }
}

export const dropDraft = (key: string): void => localStorage.removeItem(key);
