const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

/** Columns a terminal gives to the text: two for each Chinese character. */
export const width = (text: string): number => [...text].reduce((sum, each) => sum + (WIDE.test(each) ? 2 : 1), 0);

export const pad = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - width(text)));

/** Rows as columns of equal width. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => width(row[at] ?? ''))));
  return rows.map((row) =>
    row
      .map((cell, at) => pad(cell, widths[at] ?? 0))
      .join('   ')
      .trimEnd(),
  );
}

/** Sections in one frame, with a line between them. */
export function box(sections: readonly (readonly string[])[]): string {
  const inner = Math.max(...sections.flat().map(width)) + 2;
  const line = (left: string, right: string) => left + '─'.repeat(inner) + right;
  const body = sections.map((lines) => lines.map((text) => `│ ${pad(text, inner - 2)} │`).join('\n'));
  return [line('╭', '╮'), body.join(`\n${line('├', '┤')}\n`), line('╰', '╯')].join('\n');
}
