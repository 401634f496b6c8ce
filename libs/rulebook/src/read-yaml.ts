import { type Document, LineCounter, parseDocument } from 'yaml';

/** A YAML file as far as it can be read. */
export interface ReadYaml {
  readonly document: Document;
  /** The line, from 1, of a place in the text. */
  readonly lineAt: (offset: number) => number;
  /** Why it cannot be used; warnings count, for what one library forgives the next one may not. */
  readonly mistakes: readonly { readonly line: number; readonly message: string }[];
}

export function readYaml(text: string): ReadYaml {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const lineAt = (offset: number) => lineCounter.linePos(offset).line;
  const mistakes = [...document.errors, ...document.warnings].map(({ pos, message }) => ({
    line: lineAt(pos[0]),
    message,
  }));
  return { document, lineAt, mistakes };
}
