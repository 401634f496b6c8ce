import { type CSSProperties, type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react';
import './heatmap.css';
import { HeatHead } from './HeatHead';
import { HeatLine } from './HeatLine';
import type { Line } from './lines';
import type { PlacedColumn, ReportColumn } from './queries';
import { HEAD_HEIGHT, LINE_HEIGHT } from './sizes';
import { awaitsReview, stateOf } from './states';
import { drawn, useFrame } from './useFrame';
import { useHeatColours } from './useHeatColours';
import { useHeatWords } from './useHeatWords';
import { useRoving } from './useRoving';
import { useStable } from './useStable';

export interface HeatmapProps {
  readonly lines: readonly Line[];
  readonly columns: readonly PlacedColumn[];
  readonly basket: ReadonlySet<string>;
  readonly marked: ReadonlySet<string>;
  readonly label: string;
  readonly nameWidth: number;
  readonly onOpen: (unit: string, column: ReportColumn | undefined) => void;
  /** Absent where nobody may be chased. */
  readonly onPick?: ((unit: string) => void) | undefined;
  /** Absent where no report may be accepted. */
  readonly onMark?: ((unit: string, column: ReportColumn) => void) | undefined;
}

/** Units by reports, in a frame of its own: only the cells in sight are drawn, and one at a time takes the focus. */
export function Heatmap(props: HeatmapProps) {
  const { lines, columns, basket, marked, label, nameWidth, onOpen, onPick, onMark } = props;
  const words = useHeatWords();
  const pick = useStable((unit: string) => onPick?.(unit));
  const frame = useRef<HTMLDivElement>(null);
  const inSight = useFrame(frame, { lines: lines.length, columns: columns.length, nameWidth });
  const { cellWidth, reveal } = inSight;
  const { at, move, take } = useRoving(lines, columns.length);
  const moved = useRef(false);

  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    frame.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  }, [at]);

  const pressed = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const line = lines[at.line];
    const column = columns[at.column];
    const next = move(event.key);
    if (next) {
      moved.current = true;
      reveal(next.line, next.column);
    } else if (line?.kind !== 'unit') return;
    else if (event.key === 'Enter') onOpen(line.row.unit, column);
    else if (event.key.toLowerCase() === 'c' && onPick) onPick(line.row.unit);
    else if (event.key.toLowerCase() === 'a' && onMark && column && awaitsReview(line.row.states[column.place]))
      onMark(line.row.unit, column);
    else return;
    event.preventDefault();
  };

  // Here and not at each cell: hundreds are drawn while scrolling.
  const clicked = ({ target, ctrlKey, metaKey }: MouseEvent) => {
    const cell = (target as Element).closest('[aria-colindex]');
    const place = { line: indexOf(cell?.parentElement, 'aria-rowindex'), column: indexOf(cell, 'aria-colindex') };
    const line = lines[place.line];
    if (line?.kind !== 'unit') return;
    take(place);
    const column = columns[place.column];
    const letter = column && line.row.states[column.place];
    if (onMark && column && awaitsReview(letter) && (ctrlKey || metaKey)) onMark(line.row.unit, column);
    else if (!column || stateOf(letter).look !== 'none') onOpen(line.row.unit, column);
  };

  const width = nameWidth + columns.length * cellWidth;
  return (
    <div
      ref={frame}
      className="heat-frame"
      style={{ ...useHeatColours(), maxHeight: 'max(320px, calc(100vh - 300px))' }}
    >
      <div
        role="grid"
        aria-label={label}
        aria-multiselectable
        aria-rowcount={lines.length + 1}
        aria-colcount={columns.length + 1}
        className="heat-grid"
        style={
          { width, height: HEAD_HEIGHT + lines.length * LINE_HEIGHT, '--heat-cell': `${cellWidth}px` } as CSSProperties
        }
        onKeyDown={pressed}
        onClick={clicked}
      >
        <HeatHead columns={columns} nameWidth={nameWidth} />
        {drawn(inSight.lines, at.line).map((index) => {
          const line = lines[index];
          return (
            line && (
              <HeatLine
                key={line.kind === 'unit' ? line.row.unit : `group ${line.group}`}
                line={line}
                index={index}
                columns={columns}
                from={inSight.columns.from}
                to={inSight.columns.to}
                nameWidth={nameWidth}
                cellWidth={cellWidth}
                isPicked={line.kind === 'unit' && basket.has(line.row.unit)}
                focused={index === at.line ? at.column : undefined}
                words={words}
                onPick={onPick && pick}
                marked={marked}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

/** Rows and columns are counted from one, and the first is the head. */
const indexOf = (element: Element | null | undefined, name: string): number => Number(element?.getAttribute(name)) - 2;
