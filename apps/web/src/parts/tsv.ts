/**
 * Cells copied out of Excel or WPS: columns by tabs, rows by line ends. A cell that holds either, or a quotation mark, comes in
 * quotation marks with those inside doubled; one that only begins with a mark and never closes it is taken as it stands.
 */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const quoted = /^"((?:[^"]|"")*)"(?=\t|\r?\n|$)/.exec(text.slice(at));
    const cell = quoted ? quoted[0] : (/^[^\t\r\n]*/.exec(text.slice(at))?.[0] ?? '');
    row.push((quoted?.[1]?.replaceAll('""', '"') ?? cell).trim());
    at += cell.length;
    const end = /^(?:\t|\r?\n|\r)/.exec(text.slice(at))?.[0] ?? '';
    at += end.length;
    if (end === '\t' && at === text.length) row.push('');
    if (end === '\t') continue;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}
