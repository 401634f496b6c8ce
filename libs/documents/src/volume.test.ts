import { buffer } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import JSZip from 'jszip';
import { writeVolume } from './volume.js';

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
async function* papers(count: number) {
  for (let at = 0; at < count; at += 1)
    yield await Promise.resolve({
      ...{ title: '现场检查笔录', addressee: `被检查单位：第${at}医院`, paragraphs: [`第${at}份 & <正文>`] },
      ...{ signature: '甲县医疗保障局', date: '2026-11-01' },
      signatures: ['甲', '乙'].map((who) => ({ who, picture: Buffer.concat([PICTURE, Buffer.from(`${at}${who}`)]) })),
    });
}
const bound = async (count: number) => {
  const contents = {
    columns: ['序号', '单位'],
    rows: Array.from({ length: count }, (_, at) => [String(at + 1), `第${at}医院`]),
  };
  const stream = await writeVolume({
    ...{ title: '检查清单汇编', signature: '甲县医疗保障局', date: '2026-11-30', cover: ['2026年11月'] },
    ...{ contents, papers: papers(count) },
  });
  return JSZip.loadAsync(await buffer(stream));
};

test('a volume has its cover, its contents, and every paper in order on a page of its own with its own pictures', async () => {
  const zip = await bound(3);
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
  const relations = (await zip.file('word/_rels/document.xml.rels')?.async('string')) ?? '';
  const texts = [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).filter(Boolean);
  expect(texts.slice(0, 4)).toEqual(['检查清单汇编', '2026年11月', '甲县医疗保障局', '2026-11-30']);
  const own = texts.flatMap((each) => /^第(\d)份/.exec(each ?? '')?.[1] ?? []);
  expect(own).toEqual(['0', '1', '2']);
  const anchors = [...xml.matchAll(/w:anchor="([^"]+)"/g)].map(([, each]) => each);
  const marks = [...xml.matchAll(/<w:bookmarkStart[^>]*w:name="([^"]+)"/g)].map(([, each]) => each);
  expect([anchors, marks]).toEqual([
    ['paper-1', 'paper-2', 'paper-3'],
    ['paper-1', 'paper-2', 'paper-3'],
  ]);
  const embedded = [...xml.matchAll(/r:embed="([^"]+)"/g)].map(([, each]) => each ?? '');
  expect(new Set(embedded).size).toBe(6);
  for (const id of embedded) {
    const target = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"`).exec(relations)?.[1] ?? '';
    expect(zip.file(`word/${target}`)).not.toBeNull();
  }
  const ids = [...xml.matchAll(/<wp:docPr[^>]*? id="([^"]+)"/g)].map(([, each]) => each);
  expect(new Set(ids).size).toBe(6);
  expect(xml.match(/<w:sectPr/g)).toHaveLength(1);
  expect(xml.match(/<w:pageBreakBefore\/>/g)).toHaveLength(4);
});
