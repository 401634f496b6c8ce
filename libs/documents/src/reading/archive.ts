import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { sheetRefusal } from '@fundguard/domain';
import yauzl from 'yauzl';

/** Of a workbook with 200,000 rows there are some 150 MB; what swells to more was made to do harm. */
const MOST_INFLATED = 600_000_000;
const MOST_ENTRIES = 2_000;
/** XML of a sheet shrinks ten to forty times; a bomb a thousand times. */
const MOST_RATIO = 300;
const SMALL = 10_000_000;

const openZip = promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open);

/** The parts of an .xlsx, of which nothing is inflated before the whole directory has been looked through. */
export class Archive {
  private constructor(
    private readonly zip: yauzl.ZipFile,
    private readonly entries: ReadonlyMap<string, yauzl.Entry>,
  ) {}

  static async open(path: string): Promise<Archive> {
    let zip: yauzl.ZipFile;
    try {
      zip = await openZip(path, { lazyEntries: true, autoClose: false, strictFileNames: true });
    } catch {
      throw damaged();
    }
    try {
      const entries = await directoryOf(zip);
      refuseHostile([...entries.values()]);
      return new Archive(zip, entries);
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** Inflates one part. A part that yields more bytes than its directory said ends in an error. */
  async read(name: string): Promise<Readable> {
    const entry = this.entries.get(name);
    if (!entry) throw damaged();
    const { zip } = this;
    return promisify<yauzl.Entry, Readable>((which, done) => zip.openReadStream(which, done))(entry);
  }

  close(): void {
    this.zip.close();
  }
}

function directoryOf(zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  if (zip.entryCount > MOST_ENTRIES) throw bomb();
  return new Promise((resolve, reject) => {
    const entries = new Map<string, yauzl.Entry>();
    zip.on('entry', (entry: yauzl.Entry) => {
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', () => reject(damaged()));
    zip.readEntry();
  });
}

function refuseHostile(entries: readonly yauzl.Entry[]): void {
  const inflated = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  const swells = entries.some(
    ({ uncompressedSize, compressedSize }) =>
      uncompressedSize > SMALL && uncompressedSize > MOST_RATIO * Math.max(1, compressedSize),
  );
  if (inflated > MOST_INFLATED || swells) throw bomb();
  if (entries.some(({ generalPurposeBitFlag }) => (generalPurposeBitFlag & 1) !== 0)) throw locked();
  if (entries.some(({ fileName }) => /(^|\/)vbaProject\.bin$/i.test(fileName))) throw macros();
}

export const damaged = () =>
  sheetRefusal('damaged', '文件已损坏或不是 .xlsx 工作簿', 'the file is damaged, or is no .xlsx workbook');
export const locked = () =>
  sheetRefusal(
    'locked',
    '工作簿设有打开密码，请取消密码后再上传',
    'the workbook is protected by a password; take it off and send it again',
  );
const bomb = () =>
  sheetRefusal('too-large', '文件解压后过大，不予读取', 'what the file unpacks to is too large; it is not read');
const macros = () =>
  sheetRefusal(
    'macros',
    '工作簿含有宏，请另存为不含宏的 .xlsx 后再上传',
    'the workbook holds macros; save it as an .xlsx without them',
  );
