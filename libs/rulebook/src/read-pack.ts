import { readFile } from 'node:fs/promises';
import type { LawPack, LocalPack } from '@fundguard/domain';
import { soundLawPack, soundLocalPack } from './law.js';
import { RulebookError, problemsOf } from './problem.js';
import { readYaml } from './read-yaml.js';

/** A law pack that is not in the data folder yet; a local one names its region. Refused with all its problems. */
export async function readPack(file: string): Promise<LawPack | LocalPack> {
  const { document, mistakes } = readYaml(await readFile(file, 'utf8'));
  if (mistakes.length > 0)
    throw new RulebookError(mistakes.map(({ line, message }) => ({ file, path: `line ${line}`, reason: message })));
  const given: unknown = document.toJS();
  const isLocal = typeof given === 'object' && given !== null && 'region' in given;
  const read = isLocal ? soundLocalPack.safeParse(given) : soundLawPack.safeParse(given);
  if (read.success) return read.data;
  throw new RulebookError(problemsOf(file, read.error));
}
