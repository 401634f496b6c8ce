import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { type Problem, problemsOf } from './problem.js';
import { readYaml } from './read-yaml.js';

/** A checked file of the data folder. */
export interface Entry<Value> {
  readonly file: string;
  readonly value: Value;
}

export interface Folder<Value> {
  readonly entries: readonly Entry<Value>[];
  readonly problems: readonly Problem[];
}

/** Every YAML file of a folder, in the order of their names, checked against the schema. */
export async function readFolder<Value>(
  dataDir: string,
  folder: string,
  schema: z.ZodType<Value>,
): Promise<Folder<Value>> {
  const names = await readdir(join(dataDir, folder)).catch(() => []);
  const files = names.filter((name) => /\.ya?ml$/.test(name)).sort();
  if (files.length === 0)
    return { entries: [], problems: [{ file: `${folder}/`, path: '', reason: 'no YAML file is here' }] };
  const read = await Promise.all(files.map((name) => readEntry(dataDir, `${folder}/${name}`, schema)));
  return { entries: read.flatMap(({ entries }) => entries), problems: read.flatMap(({ problems }) => problems) };
}

async function readEntry<Value>(dataDir: string, file: string, schema: z.ZodType<Value>): Promise<Folder<Value>> {
  const { document, mistakes } = readYaml(await readFile(join(dataDir, file), 'utf8'));
  if (mistakes.length > 0) {
    return {
      entries: [],
      problems: mistakes.map(({ line, message }) => ({ file, path: `line ${line}`, reason: message })),
    };
  }
  const { success, data, error } = schema.safeParse(document.toJS());
  return success
    ? { entries: [{ file, value: data }], problems: [] }
    : { entries: [], problems: problemsOf(file, error) };
}
