import { useState } from 'react';
import type { Line } from './lines';

/** Where the focus of the map is; column -1 is the unit itself. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

const PAGE = 10;

/** One focus that wanders over the map by arrow keys, Home, End and page keys; headings of groups are stepped over. */
export function useRoving(lines: readonly Line[], columns: number) {
  const [kept, take] = useState<Place>({ line: 0, column: 0 });
  const at = { line: unitNear(lines, kept.line, 1), column: Math.min(kept.column, columns - 1) };

  const move = (key: string): Place | undefined => {
    const { line, column } = at;
    const down = (by: number) => ({ line: unitNear(lines, line + by, by), column });
    const across = (to: number) => ({ line, column: Math.max(-1, Math.min(columns - 1, to)) });
    const moves: Record<string, () => Place> = {
      ArrowDown: () => down(1),
      ArrowUp: () => down(-1),
      PageDown: () => down(PAGE),
      PageUp: () => down(-PAGE),
      ArrowRight: () => across(column + 1),
      ArrowLeft: () => across(column - 1),
      Home: () => across(-1),
      End: () => across(columns - 1),
    };
    const next = moves[key]?.();
    if (next) take(next);
    return next;
  };
  return { at, move, take };
}

/** The unit at that line, or the nearest in the direction of travel, or else the other way. */
function unitNear(lines: readonly Line[], wanted: number, direction: number): number {
  const step = Math.sign(direction) || 1;
  const start = Math.max(0, Math.min(lines.length - 1, wanted));
  for (let line = start; line >= 0 && line < lines.length; line += step) if (lines[line]?.kind === 'unit') return line;
  for (let line = start; line >= 0 && line < lines.length; line -= step) if (lines[line]?.kind === 'unit') return line;
  return start;
}
