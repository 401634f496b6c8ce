import { toFen } from '../parts/money';

export interface PastedCandidate {
  readonly id: string;
  readonly name: string;
  readonly area?: string;
  readonly marks: Readonly<Record<string, string | number>>;
}

export interface Pasted {
  readonly candidates: readonly PastedCandidate[];
  /** Rows that cannot be used, counted from one as a spreadsheet does. */
  readonly refused: readonly { readonly row: number; readonly why: 'no-id' | 'no-name' | 'twice' }[];
}

const HEADS: Readonly<Record<string, 'id' | 'name' | 'area'>> = {
  ...{ 编号: 'id', 名称: 'name', 姓名: 'name', 地区: 'area' },
  ...{ id: 'id', name: 'name', area: 'area' },
};

/**
 * Rows copied out of a spreadsheet, with their heads: number, name, area, and any marks. A column of nothing but amounts in
 * yuan becomes one of whole fen.
 */
export function pasted(text: string): Pasted {
  const [heads = [], ...rows] = text.split(/\r?\n/).map((line) => line.split('\t').map((cell) => cell.trim()));
  const known = heads.map((head) => HEADS[head.toLowerCase()]);
  const isAmount = heads.map(
    (_, at) =>
      !known[at] && rows.some((row) => row[at]) && rows.every((row) => !row[at] || toFen(row[at]) !== undefined),
  );
  const seen = new Set<string>();
  const candidates: PastedCandidate[] = [];
  const refused: Pasted['refused'][number][] = [];
  rows.forEach((row, index) => {
    if (row.every((cell) => !cell)) return;
    const own = (what: 'id' | 'name' | 'area') => row[known.indexOf(what)] ?? '';
    const [id, name, area] = [own('id'), own('name'), own('area')];
    const why = !id ? 'no-id' : !name ? 'no-name' : seen.has(id) ? 'twice' : undefined;
    if (why) return refused.push({ row: index + 2, why });
    seen.add(id);
    const marks = Object.fromEntries(
      heads.flatMap((head, at) => {
        const cell = row[at];
        return known[at] || !head || !cell ? [] : [[head, isAmount[at] ? Number(toFen(cell)) : cell]];
      }),
    );
    candidates.push({ id, name, ...(area ? { area } : {}), marks });
  });
  return { candidates, refused };
}
