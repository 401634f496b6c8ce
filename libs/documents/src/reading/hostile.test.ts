import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Refusal } from '@fundguard/domain';
import JSZip from 'jszip';
import { examine, readRows } from './file.js';
import { inline, testFolder, workbook } from './test-files.js';

let folder: Awaited<ReturnType<typeof testFolder>>;
beforeAll(async () => {
  folder = await testFolder();
});
afterAll(() => folder?.drop());

/** With which code a file is refused, by its head or while it is read to the end. */
async function refused(bytes: Buffer | string): Promise<string> {
  const path = await folder.put(bytes);
  try {
    let rows = 0;
    for await (const { at } of readRows(path, await examine(path))) rows = at;
    return rows > 0 ? 'read' : 'nothing';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.code;
  }
}
const ROW = `<row>${inline('甲')}</row>`;
const sheet = (xml: string) => workbook('', { 'xl/worksheets/sheet1.xml': xml });

test('a harmless workbook is read', async () => {
  expect(await refused(await workbook(ROW))).toBe('read');
});

test('an empty file', async () => {
  expect(await refused('')).toBe('sheet.empty');
});

test('a zip bomb: a part that swells a thousand times is not inflated at all', async () => {
  const bomb = await workbook(ROW, { 'xl/worksheets/sheet1.xml': Buffer.alloc(16_000_000, ' ') });
  expect(bomb.length).toBeLessThan(200_000);
  expect(await refused(bomb)).toBe('sheet.too-large');
});

test('a zip bomb whose directory lies about the size is stopped at the size it gave', async () => {
  const bomb = await workbook(ROW, { 'xl/worksheets/sheet1.xml': Buffer.alloc(16_000_000, ' ') });
  const lie = Buffer.from(bomb);
  for (let at = lie.indexOf('PK\u0001\u0002'); at >= 0; at = lie.indexOf('PK\u0001\u0002', at + 1)) {
    if (lie.readUInt32LE(at + 24) > 1_000_000) lie.writeUInt32LE(1_000_000, at + 24);
  }
  expect(await refused(lie)).toBe('sheet.damaged');
});

test('macros, by what the file holds and not by its name', async () => {
  expect(await refused(await workbook(ROW, { 'xl/vbaProject.bin': 'x' }))).toBe('sheet.macros');
});

test('a document type with entities that would swell, and one that would be fetched', async () => {
  const swelling = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`;
  const fetching = `<!DOCTYPE x SYSTEM "http://192.0.2.1/x.dtd"><worksheet/>`;
  expect(await refused(await sheet(swelling))).toBe('sheet.entities');
  expect(await refused(await sheet(fetching))).toBe('sheet.entities');
});

test('an entity nobody declared, XML that ends in the middle, a part that is missing', async () => {
  expect(
    await refused(await sheet('<worksheet><sheetData><row><c t="str"><v>&nope;</v></c></row></sheetData></worksheet>')),
  ).toBe('sheet.damaged');
  expect(await refused(await sheet('<worksheet><sheetData><row>'))).toBe('sheet.damaged');
  const zip = await JSZip.loadAsync(await workbook(ROW));
  zip.remove('xl/workbook.xml');
  expect(await refused(await zip.generateAsync({ type: 'nodebuffer' }))).toBe('sheet.damaged');
});

test('a zip that is cut off, and one that is no workbook', async () => {
  expect(await refused((await workbook(ROW)).subarray(0, 500))).toBe('sheet.damaged');
  const zip = new JSZip();
  zip.file('readme.txt', 'x');
  expect(await refused(await zip.generateAsync({ type: 'nodebuffer' }))).toBe('sheet.damaged');
});

/** The head and directory of a compound file, as Office writes them round an encrypted workbook. */
function compound(stream: string): Buffer {
  const file = Buffer.alloc(512 * 4);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(1, 48);
  Buffer.from('Root Entry', 'utf16le').copy(file, 1_024);
  Buffer.from(stream, 'utf16le').copy(file, 1_024 + 128);
  return file;
}

test('an encrypted workbook is called protected, an old .xls under any name is called old', async () => {
  expect(await refused(compound('EncryptedPackage'))).toBe('sheet.locked');
  expect(await refused(compound('Workbook'))).toBe('sheet.old-format');
});

test('a row of 5,000 columns, in either format', async () => {
  expect(await refused(await workbook(`<row>${inline('x').repeat(5_000)}</row>`))).toBe('sheet.too-wide');
  expect(await refused(await workbook('<row><c r="ZZZ1"><v>1</v></c></row>'))).toBe('sheet.too-wide');
  expect(await refused(`${'x,'.repeat(5_000)}\n`)).toBe('sheet.too-wide');
});

test('more rows than an import takes', async () => {
  const rows = Array.from({ length: 200_001 }, (_, at) => `单位${at},${at}`).join('\n');
  expect(await refused(rows)).toBe('sheet.too-long');
});

test('text with NUL, quotes that do not match, a picture', async () => {
  expect(await refused('单位,金额\n甲\0,1\n')).toBe('sheet.no-text');
  expect(await refused('单位,金额\n"甲,1\n乙,2\n')).toBe('sheet.quotes');
  expect(await refused('单位,金额\n甲"乙"丙,"1"2\n')).toBe('sheet.quotes');
  expect(await refused(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))).toBe('sheet.no-text');
});
