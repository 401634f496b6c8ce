import { Readable } from 'node:stream';
import JSZip from 'jszip';
import { type FrontMatter, type OfficialText, writeFront, writePaper } from './official.js';

/** 装订成册: a cover, a table of contents, and papers one after another, each on a page of its own. */
export interface Volume extends FrontMatter {
  /** As many as the contents have lines. */
  readonly papers: AsyncIterable<OfficialText>;
}

const DOCUMENT = 'word/document.xml';
const RELATIONS = 'word/_rels/document.xml.rels';
const markOf = (index: number): string => `paper-${index + 1}`;

/**
 * The .docx as a stream. Each paper is written by itself and joined to those before it, so that a month of 300 takes its time in
 * proportion, and no more memory than their text and pictures: the writer alone looks through everything for each picture.
 */
export async function writeVolume({ papers, ...front }: Volume): Promise<Readable> {
  const whole = await JSZip.loadAsync(await writeFront(front, markOf));
  const { head, body, tail } = await split(whole);
  const bodies = [body];
  const relations: string[] = [];
  let index = 0;
  for await (const text of papers) {
    const paper = await JSZip.loadAsync(await writePaper(text, markOf(index)));
    const pictures = await movePictures(paper, whole, index);
    relations.push(...pictures.map(({ relation }) => relation));
    bodies.push(renamed((await split(paper)).body, pictures, index));
    index += 1;
  }
  whole.file(DOCUMENT, [head, ...bodies, tail].join(''));
  const known = await textOf(whole, RELATIONS);
  whole.file(RELATIONS, known.replace('</Relationships>', `${relations.join('')}</Relationships>`));
  // Its stream is of an older make.
  return new Readable().wrap(whole.generateNodeStream({ compression: 'DEFLATE', streamFiles: true }));
}

const textOf = (zip: JSZip, path: string): Promise<string> => zip.file(path)?.async('string') ?? Promise.resolve('');

async function split(zip: JSZip) {
  const xml = await textOf(zip, DOCUMENT);
  const [start, end] = [xml.indexOf('<w:body>') + '<w:body>'.length, xml.lastIndexOf('<w:sectPr')];
  return { head: xml.slice(0, start), body: xml.slice(start, end), tail: xml.slice(end) };
}

interface Picture {
  readonly from: string;
  readonly to: string;
  readonly relation: string;
}

/** Its pictures under names that nothing before it has. */
async function movePictures(paper: JSZip, whole: JSZip, index: number): Promise<Picture[]> {
  const moved: Picture[] = [];
  const known = await textOf(paper, RELATIONS);
  for (const [relation, id = '', name = ''] of known.matchAll(
    /<Relationship Id="(\w+)"[^>]*Target="media\/([^"]+)"[^>]*\/>/g,
  )) {
    const picture = await paper.file(`word/media/${name}`)?.async('nodebuffer');
    if (!picture) continue;
    const to = `p${index}${id}`;
    whole.file(`word/media/${to}-${name}`, picture, { compression: 'STORE' });
    moved.push({
      ...{ from: id, to },
      relation: relation.replace(`Id="${id}"`, `Id="${to}"`).replace(`media/${name}`, `media/${to}-${name}`),
    });
  }
  return moved;
}

const PICTURES_AT_MOST = 1_000;

function renamed(body: string, pictures: readonly Picture[], index: number): string {
  let nth = 0;
  return pictures
    .reduce((xml, { from, to }) => xml.replaceAll(`r:embed="${from}"`, `r:embed="${to}"`), body)
    .replaceAll(/(<w:bookmark(?:Start|End)[^>]*w:id=")[^"]*"/g, `$1${index + 1}"`)
    .replaceAll(
      /(<wp:docPr[^>]*? id=")[^"]*"/g,
      (_, before: string) => `${before}${(index + 1) * PICTURES_AT_MOST + nth++}"`,
    );
}
