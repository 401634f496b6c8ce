import { posix } from 'node:path';
import { SHEET_LIMITS, sheetRefusal } from '@fundguard/domain';
import { Archive, damaged } from './archive.js';
import { FROM_1904, showsDate } from './serial.js';
import { type Attributes, walkWhole } from './xml.js';

const MOST_SHARED = 100_000_000;

/** What of a workbook lies outside its sheets. */
export class WorkbookFile {
  private constructor(
    readonly archive: Archive,
    readonly sheets: ReadonlyMap<string, string>,
    /** Days by which its dates are counted later than those of other workbooks. */
    readonly shift: number,
  ) {}

  static async open(path: string): Promise<WorkbookFile> {
    const archive = await Archive.open(path);
    try {
      const targets = await targetsOf(archive);
      const sheets = new Map<string, string>();
      let shift = 0;
      await walkWhole(await archive.read('xl/workbook.xml'), {
        open(name, attributes) {
          if (name === 'workbookPr' && isTrue(attributes['date1904'])) shift = FROM_1904;
          const target = name === 'sheet' ? targets.get(related(attributes)) : undefined;
          if (target && archive.has(target)) sheets.set(attributes['name'] ?? '', target);
        },
      });
      if (sheets.size === 0) throw damaged();
      return new WorkbookFile(archive, sheets, shift);
    } catch (error) {
      archive.close();
      throw error;
    }
  }

  /** Which cell styles show a date. */
  async dateStyles(): Promise<ReadonlySet<number>> {
    const styles = new Set<number>();
    if (!this.archive.has('xl/styles.xml')) return styles;
    const codes = new Map<number, string>();
    let isIn = false;
    let at = 0;
    await walkWhole(await this.archive.read('xl/styles.xml'), {
      open(name, attributes) {
        const id = Number(attributes['numFmtId'] ?? 0);
        if (name === 'numFmt') codes.set(id, attributes['formatCode'] ?? '');
        if (name === 'cellXfs') isIn = true;
        if (name !== 'xf' || !isIn) return;
        if (showsDate(id, codes.get(id))) styles.add(at);
        at += 1;
      },
      close(name) {
        if (name === 'cellXfs') isIn = false;
      },
    });
    return styles;
  }

  /** The texts its cells share; a reading aid of Chinese or Japanese (`rPh`) is no part of a text. */
  async sharedTexts(): Promise<readonly string[]> {
    const texts: string[] = [];
    if (!this.archive.has('xl/sharedStrings.xml')) return texts;
    let text = '';
    let total = 0;
    let [isText, isAid] = [false, false];
    await walkWhole(await this.archive.read('xl/sharedStrings.xml'), {
      open(name) {
        if (name === 'si') text = '';
        if (name === 'rPh') isAid = true;
        isText = name === 't' && !isAid;
      },
      text(piece) {
        if (isText) text += piece;
      },
      close(name) {
        if (name === 'rPh') isAid = false;
        if (name === 't') isText = false;
        if (name !== 'si') return;
        total += text.length;
        if (total > MOST_SHARED) throw tooMuch();
        texts.push(text.slice(0, SHEET_LIMITS.cell));
      },
    });
    return texts;
  }
}

async function targetsOf(archive: Archive): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  await walkWhole(await archive.read('xl/_rels/workbook.xml.rels'), {
    open(name, { Id, Target, TargetMode }) {
      // What lies outside the file is not followed.
      if (name !== 'Relationship' || !Id || !Target || TargetMode === 'External') return;
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : posix.join('xl', Target));
    },
  });
  return targets;
}

const related = (attributes: Attributes): string =>
  Object.entries(attributes).find(([name]) => name.endsWith(':id') && name !== 'sheetId')?.[1] ?? '';

const isTrue = (value: string | undefined) => value === '1' || value === 'true';

const tooMuch = () =>
  sheetRefusal('too-large', '文件中的文字过多，不予读取', 'the file holds too much text; it is not read');
