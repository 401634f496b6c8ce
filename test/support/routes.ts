import { randomUUID } from 'node:crypto';
import type { TestPlatform } from './platform.js';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly oneOf?: readonly Schema[];
  readonly example?: unknown;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly minItems?: number;
  readonly minLength?: number;
}

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { name: string; in: string; required?: boolean; schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** A route of the API with a request its own description calls valid. */
export interface Route {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly operation: string;
  readonly url: (ids?: Readonly<Record<string, string>>) => string;
  readonly init: () => RequestInit;
}

/** Every route of the published OpenAPI document. */
export async function routesOf(platform: TestPlatform): Promise<Route[]> {
  const document = (await (await fetch(`${platform.url}/api/v1/openapi.json`)).json()) as Document;
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([verb, operation]): Route => {
      const method = verb.toUpperCase();
      return {
        ...{ name: `${method} ${path.replace('/api/v1', '')}`, method, path, operation: operation.operationId },
        url: (ids = {}) =>
          path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? missing(name)) + query(operation),
        init: () => ({ method, ...body(operation, document) }),
      };
    }),
  );
}

const PARTS: Readonly<Record<string, string>> = {
  ...{ year: '2099', control: 'pause', kind: 'problems', work: 'check', form: 'requestFiling' },
  ...{ indicator: 'problems-found', table: 'amounts' },
  sha256: 'a'.repeat(64),
};
const missing = (name: string): string => PARTS[name] ?? randomUUID();

function query({ parameters = [] }: Operation): string {
  const wanted = parameters.filter((each) => each.in === 'query' && each.required);
  const pairs = wanted.map(({ name, schema }) => `${name}=${String(sample(schema, undefined))}`);
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

function body({ requestBody }: Operation, document: Document): RequestInit {
  const json = requestBody?.content['application/json'];
  if (json)
    return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(sample(json.schema, document)) };
  if (!requestBody) return {};
  const form = new FormData();
  form.set('file', new Blob(['%PDF-1.7'], { type: 'application/pdf' }), 'file.pdf');
  return { body: form };
}

/** Something the schema allows: examples, the first choice, or the least that is asked for. */
function sample(schema: Schema, document: Document | undefined): unknown {
  const { $ref, example, format, items, minItems = 0, properties = {}, required = [] } = schema;
  if ($ref) return sample(document?.components.schemas[$ref.split('/').at(-1) ?? ''] ?? {}, document);
  if (example !== undefined) return example;
  if (schema.enum) return schema.enum[0];
  if (schema.const !== undefined) return schema.const;
  if (schema.oneOf) return sample(schema.oneOf[0] ?? {}, document);
  if (format) return FORMATS[format] ?? 'text';
  if (schema.type === 'object') {
    return Object.fromEntries(required.map((name) => [name, sample(properties[name] ?? {}, document)]));
  }
  if (schema.type === 'array') return Array.from({ length: minItems }, () => sample(items ?? {}, document));
  if (schema.type === 'boolean') return false;
  if (schema.type === 'number' || schema.type === 'integer') return Math.max(schema.minimum ?? 2, 2);
  return '/'.padEnd(schema.minLength ?? 1, 'a');
}

const FORMATS: Readonly<Record<string, string>> = {
  uuid: '00000000-0000-4000-8000-00000000abcd',
  date: '2099-12-31',
  'date-time': '2099-12-31T17:00:00+08:00',
  uri: 'https://example.test/hook',
  email: 'somebody@example.test',
};

/** What the router of the running server really answers to, as `METHOD /path/{id}`. */
export function routerOf(platform: TestPlatform): string[] {
  const lines = platform.api.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false }).split('\n');
  const parents: string[] = [];
  return lines.flatMap((line) => {
    const [, indent, part, methods] = /^([│ ]*)[├└]── (\S+)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? [];
    if (indent === undefined || part === undefined) return [];
    const depth = indent.length / 4;
    parents.length = depth;
    parents[depth] = (parents[depth - 1] ?? '') + part;
    const path = parents[depth]?.replace(/:(\w+)/g, '{$1}') ?? '';
    return (methods ?? '')
      .split(', ')
      .filter((each) => each && each !== 'HEAD')
      .map((method) => `${method} ${path}`);
  });
}
