import { AlignmentType, Document, ImageRun, LineRuleType, Packer, Paragraph, TextRun } from 'docx';

/** A PNG or a JPEG; absent where somebody refused to sign. */
export interface Signature {
  readonly who: string;
  readonly picture?: Buffer;
}

export interface OfficialText {
  readonly title: string;
  readonly number: string;
  readonly addressee: string;
  readonly paragraphs: readonly string[];
  readonly signature: string;
  readonly date: string;
  /** Those who signed it on glass. */
  readonly signatures?: readonly Signature[];
}

/** GB/T 9704: 小标宋 二号 for the title, 仿宋 三号 for the text, lines of 28 pt, margins of 37, 35, 28 and 26 mm. */
const TITLE = { eastAsia: '方正小标宋简体', ascii: '方正小标宋简体', hAnsi: '方正小标宋简体' };
const BODY = { eastAsia: '仿宋_GB2312', ascii: '仿宋_GB2312', hAnsi: '仿宋_GB2312' };
const [ER_HAO, SAN_HAO] = [44, 32]; // half points
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
export function writeOfficial({
  title,
  number,
  addressee,
  paragraphs,
  signature,
  date,
  signatures = [],
}: OfficialText): Promise<Buffer> {
  const { CENTER, LEFT, RIGHT, JUSTIFIED } = AlignmentType;
  const document = new Document({
    title,
    creator: signature,
    sections: [
      {
        properties: {
          page: {
            size: { width: 210 * MM, height: 297 * MM },
            margin: { top: 37 * MM, bottom: 35 * MM, left: 28 * MM, right: 26 * MM },
          },
        },
        children: [
          new Paragraph({
            alignment: CENTER,
            spacing: { after: 240 },
            children: [new TextRun({ text: title, font: TITLE, size: ER_HAO })],
          }),
          line(number, CENTER),
          line('', LEFT),
          line(addressee, LEFT),
          ...paragraphs.map((text) => line(text, JUSTIFIED, TWO_CHARACTERS)),
          ...signatures.map(signatureLine),
          line('', LEFT),
          line(signature, RIGHT),
          line(date, RIGHT),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}
