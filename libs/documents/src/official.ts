import {
  AlignmentType,
  Bookmark,
  Document,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  LineRuleType,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

/** A PNG or a JPEG; absent where somebody refused to sign. */
export interface Signature {
  readonly who: string;
  readonly picture?: Buffer;
}

export interface OfficialText {
  readonly title: string;
  /** Some papers have none. */
  readonly number?: string;
  readonly addressee?: string;
  readonly paragraphs: readonly string[];
  readonly signature: string;
  readonly date: string;
  /** Those who signed it on glass. */
  readonly signatures?: readonly Signature[];
}

export interface ReportTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
export interface ReportText extends Pick<OfficialText, 'title' | 'signature' | 'date'> {
  readonly blocks: readonly (string | { readonly heading: string } | ReportTable)[];
}

/** GB/T 9704: 小标宋 二号 for the title, 仿宋 三号 for the text, lines of 28 pt, margins of 37, 35, 28 and 26 mm. */
const TITLE = { eastAsia: '方正小标宋简体', ascii: '方正小标宋简体', hAnsi: '方正小标宋简体' };
const BODY = { eastAsia: '仿宋_GB2312', ascii: '仿宋_GB2312', hAnsi: '仿宋_GB2312' };
const HEADING = { eastAsia: '黑体', ascii: '黑体', hAnsi: '黑体' };
const [ER_HAO, SAN_HAO, SI_HAO] = [44, 32, 28]; // half points
const MM = 56.7; // twentieths of a point
const LINE = { line: 560, lineRule: LineRuleType.EXACT };
const TWO_CHARACTERS = 640;

const line = (text: string, alignment: (typeof AlignmentType)[keyof typeof AlignmentType], indent = 0) =>
  new Paragraph({
    alignment,
    spacing: LINE,
    indent: { firstLine: indent },
    children: [new TextRun({ text, font: BODY, size: SAN_HAO })],
  });

/** In pixels, as Word scales them. */
const SIGNED = { width: 150, height: 60 };

const signatureLine = ({ who, picture }: Signature) =>
  new Paragraph({
    alignment: AlignmentType.LEFT,
    children: [
      new TextRun({ text: `${who} `, font: BODY, size: SAN_HAO }),
      ...(picture ? [new ImageRun({ type: kindOf(picture), data: picture, transformation: SIGNED })] : []),
    ],
  });

const PNG = 0x89;
const kindOf = (picture: Buffer) => (picture[0] === PNG ? 'png' : 'jpg');

/** An official document as a .docx that opens in WPS and Word with the prescribed look. */
export const writeOfficial = (text: OfficialText): Promise<Buffer> => write(text, textOf(text));

const textOf = ({ number, addressee, paragraphs, signatures = [] }: OfficialText): Paragraph[] => [
  ...(number ? [line(number, CENTER), line('', LEFT)] : []),
  ...(addressee ? [line(addressee, LEFT)] : []),
  ...paragraphs.map(body),
  ...signatures.map(signatureLine),
];

/** One paper of a volume, as a .docx of its own that begins on a new page, at a mark of this name. */
export const writePaper = (text: OfficialText, mark: string): Promise<Buffer> =>
  pack(text, [titleOf(text.title, { pageBreakBefore: true, bookmark: mark }), ...textOf(text), ...closing(text)]);

export interface FrontMatter extends Pick<OfficialText, 'title' | 'signature' | 'date'> {
  readonly cover: readonly string[];
  readonly contents: ReportTable;
}

/** 封面、目录: the first cell of each line leads to a mark. */
export const writeFront = (
  { title, signature, date, cover, contents }: FrontMatter,
  markOf: (row: number) => string,
): Promise<Buffer> =>
  pack({ title, signature }, [
    ...[titleOf(title), ...cover.map((each) => line(each, CENTER)), ...closing({ signature, date })],
    new Paragraph({ pageBreakBefore: true, children: [], spacing: LINE }),
    ...[heading('目录'), table(contents, markOf)],
  ]);

/** A report as a .docx: headings, paragraphs and tables under one title. */
export function writeReport({ blocks, ...paper }: ReportText): Promise<Buffer> {
  return write(
    paper,
    blocks.map((block) => {
      if (typeof block === 'string') return body(block);
      return 'heading' in block ? heading(block.heading) : table(block);
    }),
  );
}

const { CENTER, LEFT, RIGHT, JUSTIFIED } = AlignmentType;
const body = (text: string) => line(text, JUSTIFIED, TWO_CHARACTERS);

/** 一级标题: 黑体 三号. */
const heading = (text: string) =>
  new Paragraph({
    heading: HeadingLevel.HEADING_1,
    spacing: LINE,
    indent: { firstLine: TWO_CHARACTERS },
    children: [new TextRun({ text, font: HEADING, size: SAN_HAO, color: '000000' })],
  });

/** `anchorOf`: where the first cell of each row leads to. */
function table({ columns, rows }: ReportTable, anchorOf?: (row: number) => string): Table {
  const cell = (text: string, bold: boolean, anchor?: string) => {
    const run = new TextRun({ text, font: BODY, size: SI_HAO, bold });
    return new TableCell({
      children: [new Paragraph({ children: [anchor ? new InternalHyperlink({ anchor, children: [run] }) : run] })],
    });
  };
  const row = (cells: readonly string[], isHead: boolean, anchor?: string) =>
    new TableRow({
      tableHeader: isHead,
      children: cells.map((text, at) => cell(text, isHead, at === 0 ? anchor : undefined)),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [row(columns, true), ...rows.map((cells, at) => row(cells, false, anchorOf?.(at)))],
  });
}

type Paper = Pick<OfficialText, 'title' | 'signature' | 'date'>;

const write = (paper: Paper, content: readonly (Paragraph | Table)[]): Promise<Buffer> =>
  pack(paper, [titleOf(paper.title), ...content, ...closing(paper)]);

function titleOf(text: string, { bookmark, ...more }: { pageBreakBefore?: true; bookmark?: string } = {}): Paragraph {
  const run = new TextRun({ text, font: TITLE, size: ER_HAO });
  return new Paragraph({
    ...more,
    alignment: CENTER,
    spacing: { after: 240 },
    children: [bookmark ? new Bookmark({ id: bookmark, children: [run] }) : run],
  });
}

const closing = ({ signature, date }: Pick<Paper, 'signature' | 'date'>): Paragraph[] => [
  ...[line('', LEFT), line(signature, RIGHT), line(date, RIGHT)],
];

function pack(
  { title, signature }: Pick<Paper, 'title' | 'signature'>,
  children: readonly (Paragraph | Table)[],
): Promise<Buffer> {
  const page = {
    size: { width: 210 * MM, height: 297 * MM },
    margin: { top: 37 * MM, bottom: 35 * MM, left: 28 * MM, right: 26 * MM },
  };
  const document = new Document({
    title,
    creator: signature,
    sections: [{ properties: { page }, children: [...children] }],
  });
  return Packer.toBuffer(document);
}
