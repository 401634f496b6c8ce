import { type RefObject, useEffect, useState } from 'react';
import { CELL_WIDTH, HEAD_HEIGHT, LINE_HEIGHT } from './sizes';

/** Drawn anew only every so many lines and columns: one longer pass costs less than a short one in every frame. */
const STEP = { lines: 8, columns: 3 };
/** Lines and columns drawn beyond the edges, so that scrolling shows no blank; more than a step. */
const BEYOND = { lines: 12, columns: 4 };

interface Content {
  readonly lines: number;
  readonly columns: number;
  readonly nameWidth: number;
}

/** What of the map a scrolling frame shows, and a way to bring a cell into sight past its fixed head and first column. */
export function useFrame(frame: RefObject<HTMLElement | null>, { lines, columns, nameWidth }: Content) {
  const [first, setFirst] = useState({ line: 0, column: 0 });
  const [inSight, setInSight] = useState(30);
  const [room, setRoom] = useState(0);
  const even = Math.floor((room - nameWidth) / Math.max(1, columns));
  const cellWidth = Math.max(CELL_WIDTH.least, Math.min(CELL_WIDTH.most, even));

  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const look = () => {
      const line = stepped(element.scrollTop / LINE_HEIGHT, STEP.lines);
      const column = stepped(element.scrollLeft / cellWidth, STEP.columns);
      setFirst((known) => (known.line === line && known.column === column ? known : { line, column }));
      setRoom(element.clientWidth);
      setInSight(Math.ceil(element.clientHeight / LINE_HEIGHT));
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      sizes.disconnect();
    };
  }, [frame, cellWidth]);

  const reveal = (line: number, column: number): void => {
    const element = frame.current;
    if (!element) return;
    const top = line * LINE_HEIGHT;
    const below = element.clientHeight - HEAD_HEIGHT - LINE_HEIGHT;
    element.scrollTop = Math.min(top, Math.max(element.scrollTop, top - below));
    if (column < 0) return;
    const left = column * cellWidth;
    element.scrollLeft = Math.min(
      left,
      Math.max(element.scrollLeft, left + nameWidth + cellWidth - element.clientWidth),
    );
  };

  const across = Math.ceil((room - nameWidth) / cellWidth) + 1;
  return {
    lines: around(first.line, inSight, BEYOND.lines, lines),
    columns: around(first.column, across, BEYOND.columns, columns),
    cellWidth,
    reveal,
  };
}

const stepped = (value: number, step: number): number => Math.floor(value / step) * step;

/** From `from`, up to and without `to`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const around = (first: number, inSight: number, beyond: number, all: number): Stretch => ({
  from: Math.max(0, first - beyond),
  to: Math.min(all, first + inSight + beyond),
});

/** What is drawn. What has the focus stays drawn when it is scrolled out of sight, or the focus would be lost with it. */
export function drawn({ from, to }: Stretch, focused: number): readonly number[] {
  const inSight = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
  if (focused < 0 || (focused >= from && focused < to)) return inSight;
  return focused < from ? [focused, ...inSight] : [...inSight, focused];
}
