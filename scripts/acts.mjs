/** Writes, from openapi.json, what a form needs to know of every command whose body is a plain object: its path and schema. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from './host.mjs';

const { paths, components } = JSON.parse(readFileSync(join(CHECKOUT, 'apps/api/openapi.json'), 'utf8'));

const resolve = (schema) => (schema.$ref ? components.schemas[schema.$ref.split('/').at(-1)] : schema);

/** A pattern that only repeats a format says nothing to a form. */
const lean = (schema) =>
  JSON.parse(JSON.stringify(resolve(schema)), (key, value) => {
    if (value?.$ref) return lean(value);
    if (value?.format && value.pattern) delete value.pattern;
    return value;
  });

const acts = {};
for (const [path, methods] of Object.entries(paths))
  for (const method of ['post', 'put']) {
    const { operationId, requestBody } = methods[method] ?? {};
    const schema = requestBody?.content?.['application/json']?.schema;
    if (schema && resolve(schema).type === 'object')
      acts[operationId] = { method: method.toUpperCase(), path, schema: lean(schema) };
  }
writeFileSync(
  join(CHECKOUT, 'libs/client/src/generated/acts.ts'),
  `export const ACTS = ${JSON.stringify(acts, null, 1)} as const;\n`,
);
