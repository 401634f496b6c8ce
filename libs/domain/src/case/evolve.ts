import { type CaseEvent, clockKey } from './act.js';
import { type CaseFile, isOpen, outlivesCase } from './file.js';

/** The file after the event. Events carry what they change, so that old events never need today's rules. */
export function evolveCase(file: CaseFile, { changes, clears = [], starts = [], stops = [] }: CaseEvent): CaseFile {
  const replaced = new Set([...stops, ...starts.map(clockKey)]);
  const after: CaseFile = { ...file, ...changes };
  for (const part of clears) delete (after as { -readonly [Part in typeof part]?: unknown })[part];
  const clocks = [...file.clocks.filter((clock) => !replaced.has(clockKey(clock))), ...starts];
  return { ...after, version: file.version + 1, clocks: isOpen(after) ? clocks : clocks.filter(outlivesCase) };
}
