/** An approval that is counting down, kept so that one is told when the tab was closed before it was sent. */
interface Unsent {
  readonly title: string;
  readonly until: number;
}

const KEY = 'fundguard.unsent';
/** In another tab it may still be under way. */
const GRACE = 5_000;

export const keepUnsent = (unsent: Unsent): void => localStorage.setItem(KEY, JSON.stringify(unsent));
export const dropUnsent = (): void => localStorage.removeItem(KEY);

export function readUnsent(): string | undefined {
  const kept = localStorage.getItem(KEY);
  if (!kept) return undefined;
  const { title, until } = JSON.parse(kept) as Unsent;
  return Date.now() > until + GRACE ? title : undefined;
}
