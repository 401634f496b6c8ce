import { type RefObject, useEffect, useState } from 'react';
import { CELL_WIDTH, HEAD_HEIGHT, LINE_HEIGHT } from './sizes';

/** Lines drawn beyond the edges, so that scrolling shows no blank. */
const BEYOND = 8;

interface Content {
  readonly lines: number;
  readonly columns: number;
  readonly nameWidth: number;
}

/** What of the map a scrolling frame shows, and a way to bring a cell into sight past its fixed head and first column. */
export function useFrame(frame: RefObject<HTMLElement | null>, { lines, columns, nameWidth }: Content) {
  const [first, setFirst] = useState(0);
  const [inSight, setInSight] = useState(30);
  const [room, setRoom] = useState(0);
  const even = Math.floor((room - nameWidth) / Math.max(1, columns));
  const cellWidth = Math.max(CELL_WIDTH.least, Math.min(CELL_WIDTH.most, even));

  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const look = () => {
      setFirst(Math.floor(element.scrollTop / LINE_HEIGHT));
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
  }, [frame]);

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

  return { from: Math.max(0, first - BEYOND), to: Math.min(lines, first + inSight + BEYOND), cellWidth, reveal };
}
