import type { EntryContent, Visit } from './offline/store';

export type Entry = Visit['entries'][number];
export type Answer = Extract<EntryContent, { kind: 'answer' }>;

/** The answer that stands for each line: the last, of what is on the server and what waits on the phone. */
export function standingAnswers(entries: readonly Entry[]): ReadonlyMap<string, Entry & { readonly content: Answer }> {
  const standing = new Map<string, Entry & { readonly content: Answer }>();
  for (const { content, ...entry } of entries)
    if (content.kind === 'answer') standing.set(content.line, { ...entry, content });
  return standing;
}
