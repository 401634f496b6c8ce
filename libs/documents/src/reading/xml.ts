import { StringDecoder } from 'node:string_decoder';
import type { Readable } from 'node:stream';
import { type SaxesAttributePlain, SaxesParser, type SaxesTagPlain } from 'saxes';
import { Refusal, sheetRefusal } from '@fundguard/domain';
import { damaged } from './archive.js';

export type Attributes = Readonly<Record<string, string>>;

export interface Handlers {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/**
 * Walks through XML as it comes in, and hands on what the handlers have made of each piece. A document type is refused: with it come
 * entities, which swell, and addresses, which are followed. Prefixes of names are left off.
 */
export async function* walk<Item>(
  source: Readable,
  handlers: Handlers,
  take: () => Iterable<Item>,
): AsyncGenerator<Item> {
  const parser = new SaxesParser();
  const decoder = new StringDecoder('utf8');
  parser.on('error', () => {
    throw damaged();
  });
  parser.on('doctype', () => {
    throw sheetRefusal(
      'entities',
      '文件含有文档类型声明或外部实体，不予读取',
      'the file declares a document type or entities; it is not read',
    );
  });
  const { open, close, text } = handlers;
  if (open)
    parser.on('opentag', ({ name, attributes }: SaxesTagPlain) =>
      open(local(name), attributes as Record<string, SaxesAttributePlain['value']>),
    );
  if (close) parser.on('closetag', ({ name }: SaxesTagPlain) => close(local(name)));
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  try {
    for await (const chunk of source) {
      parser.write(decoder.write(chunk as Buffer));
      yield* take();
    }
    parser.write(decoder.end()).close();
    yield* take();
  } catch (error) {
    source.destroy();
    // The archive's own complaint: more bytes than its directory promised, or bytes that do not inflate.
    throw error instanceof Refusal ? error : damaged();
  }
}

/** All of it at once, for the small parts. */
export async function walkWhole(source: Readable, handlers: Handlers): Promise<void> {
  await walk(source, handlers, () => []).next();
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);
