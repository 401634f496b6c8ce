import { SHEET_LIMITS, type SheetCell, type SheetRow, sheetRefusal } from '@fundguard/domain';
import { dateOf, plain } from './serial.js';
import { WorkbookFile } from './workbook.js';
import { type Attributes, walk } from './xml.js';

export async function sheetsOf(path: string): Promise<readonly string[]> {
  const workbook = await WorkbookFile.open(path);
  workbook.archive.close();
  return [...workbook.sheets.keys()];
}

/** The rows of one sheet as they stream in; rows that hold nothing are left out, and keep their number. */
export async function* rowsOfSheet(path: string, sheet: string | undefined): AsyncGenerator<SheetRow> {
  const workbook = await WorkbookFile.open(path);
  try {
    const part = workbook.sheets.get(sheet ?? '') ?? [...workbook.sheets.values()][0] ?? '';
    const reader = new RowReader(await workbook.sharedTexts(), await workbook.dateStyles(), workbook.shift);
    yield* walk(await workbook.archive.read(part), reader, () => reader.take());
  } finally {
    workbook.archive.close();
  }
}

class RowReader {
  private readonly rows: SheetRow[] = [];
  private cells: SheetCell[] = [];
  private at = 0;
  private column = 0;
  private cell: Attributes = {};
  private value = '';
  private isFormula = false;
  private isValue = false;
  private isAid = false;

  constructor(
    private readonly shared: readonly string[],
    private readonly dates: ReadonlySet<number>,
    private readonly shift: number,
  ) {}

  take(): SheetRow[] {
    return this.rows.splice(0);
  }

  readonly open = (name: string, attributes: Attributes): void => {
    if (name === 'row') {
      this.at = Number(attributes['r'] ?? this.at + 1);
      this.cells = [];
      this.column = 0;
    } else if (name === 'c') {
      this.column = attributes['r'] ? columnOf(attributes['r']) : this.column + 1;
      if (this.column > SHEET_LIMITS.columns) throw tooWide();
      this.cell = attributes;
      this.value = '';
      this.isFormula = false;
    } else if (name === 'f') this.isFormula = true;
    else if (name === 'rPh') this.isAid = true;
    else if (name === 'v' || (name === 't' && !this.isAid)) this.isValue = true;
  };

  readonly text = (piece: string): void => {
    if (this.isValue && this.value.length < SHEET_LIMITS.cell) this.value += piece;
  };

  readonly close = (name: string): void => {
    if (name === 'v' || name === 't') this.isValue = false;
    else if (name === 'rPh') this.isAid = false;
    else if (name === 'c') this.put(this.read());
    else if (name === 'row' && this.cells.some((cell) => cell !== ''))
      this.rows.push({ at: this.at, cells: this.cells });
  };

  private put(cell: SheetCell): void {
    while (this.cells.length < this.column - 1) this.cells.push('');
    this.cells[this.column - 1] = cell;
  }

  private read(): SheetCell {
    const { t: type, s: style } = this.cell;
    const { value } = this;
    if (this.isFormula) return { not: 'formula', shown: value };
    if (type === 'e') return { not: 'error', shown: value };
    if (type === 's') return this.shared[Number(value)] ?? '';
    if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
    if (type === 'd') return value.slice(0, 16).replace('T', ' ');
    if (type === 'str' || type === 'inlineStr' || value === '') return value;
    return this.dates.has(Number(style ?? -1)) ? dateOf(value, this.shift) : plain(value);
  }
}

/** `AB12` is column 28. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const code = letter.charCodeAt(0) - 64;
    if (code < 1 || code > 26) break;
    column = column * 26 + code;
  }
  return column;
}

export const tooWide = () =>
  sheetRefusal(
    'too-wide',
    `列数超过上限 ${SHEET_LIMITS.columns} 列`,
    `the sheet has more than ${SHEET_LIMITS.columns} columns`,
  );
