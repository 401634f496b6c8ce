import { memo } from 'react';
import type { Line } from './lines';
import type { PlacedColumn, ReportColumn } from './queries';
import { HEAD_HEIGHT, LINE_HEIGHT } from './sizes';
import { LOOKS, awaitsReview, cellKey, chasedLately, reportKey, stateOf, tallyOf } from './states';
import type { Place } from './useRoving';

/** The words of the map, looked up once and not for every cell. */
export interface HeatWords {
  readonly letter: (letter: string | undefined) => string;
  readonly members: (count: number, overdue: number) => string;
  readonly pick: (name: string) => string;
  readonly key: string;
  readonly chased: string;
}

export interface LineProps {
  readonly line: Line;
  readonly index: number;
  readonly columns: readonly PlacedColumn[];
  readonly nameWidth: number;
  readonly cellWidth: number;
  readonly words: HeatWords;
  readonly isPicked: boolean;
  readonly marked: ReadonlySet<string>;
  /** The column that has the focus, if this line has it. */
  readonly focused: number | undefined;
  readonly onTake: (place: Place) => void;
  readonly onOpen: (unit: string, column: ReportColumn | undefined) => void;
  readonly onPick: ((unit: string) => void) | undefined;
  readonly onMark: ((unit: string, column: ReportColumn) => void) | undefined;
}

/** One unit and how each of its reports stands, or the heading of a group. Plain elements: hundreds are drawn while scrolling. */
export const HeatLine = memo(function HeatLine(props: LineProps) {
  const { line, index, columns, nameWidth, words, isPicked } = props;
  const style = { insetBlockStart: HEAD_HEIGHT + index * LINE_HEIGHT, height: LINE_HEIGHT };
  if (line.kind === 'group') {
    const overdue = line.rows.filter((row) => tallyOf(row).overdue > 0).length;
    return (
      <div role="row" aria-rowindex={index + 2} className="heat-line heat-group" style={style}>
        <div role="rowheader" className="heat-name nowrap" style={{ minWidth: nameWidth }}>
          <strong>{line.label}</strong> {words.members(line.rows.length, overdue)}
        </div>
      </div>
    );
  }
  return (
    <div role="row" aria-rowindex={index + 2} aria-selected={isPicked} className="heat-line" style={style}>
      <UnitName {...props} row={line.row} />
      {columns.map((column, at) => (
        <Cell key={reportKey(column)} {...props} row={line.row} column={column} at={at} />
      ))}
    </div>
  );
});

type UnitProps = LineProps & { readonly row: (Line & { kind: 'unit' })['row'] };

const NARROW = 160;

function UnitName({ row, index, nameWidth, words, isPicked, focused, onTake, onOpen, onPick }: UnitProps) {
  const { unit, name, dropped, keyTarget } = row;
  return (
    <div
      role="rowheader"
      className="heat-name"
      style={{ width: nameWidth }}
      tabIndex={focused === -1 ? 0 : -1}
      title={name}
      onClick={() => {
        onTake({ line: index, column: -1 });
        onOpen(unit, undefined);
      }}
    >
      {onPick && (
        <input
          type="checkbox"
          className="heat-pick"
          checked={isPicked}
          tabIndex={-1}
          aria-label={words.pick(name)}
          onClick={(event) => event.stopPropagation()}
          onChange={() => onPick(unit)}
        />
      )}
      <span className={dropped ? 'heat-text heat-gone' : 'heat-text'}>{name}</span>
      {nameWidth > NARROW && keyTarget && <span className="heat-mark">{words.key}</span>}
      {nameWidth > NARROW && chasedLately(row) && <span className="heat-mark">{words.chased}</span>}
    </div>
  );
}

type CellProps = UnitProps & { readonly column: PlacedColumn; readonly at: number };

function Cell({ row, index, column, at, cellWidth, words, marked, focused, onTake, onOpen, onMark }: CellProps) {
  const letter = row.states[column.place];
  const { look } = stateOf(letter);
  const word = words.letter(letter);
  const awaits = awaitsReview(letter);
  const isMarked = awaits && marked.has(cellKey(row.unit, column));
  return (
    <div
      role="gridcell"
      aria-selected={isMarked}
      className={`heat-cell heat-${look}${awaits ? ' heat-review' : ''}${isMarked ? ' heat-marked' : ''}`}
      style={{ width: cellWidth }}
      tabIndex={focused === at ? 0 : -1}
      aria-label={`${row.name}，${column.name}：${word}`}
      title={look === 'none' ? undefined : word}
      onClick={({ ctrlKey, metaKey }) => {
        onTake({ line: index, column: at });
        if (onMark && awaits && (ctrlKey || metaKey)) onMark(row.unit, column);
        else if (look !== 'none') onOpen(row.unit, column);
      }}
    >
      {LOOKS[look]}
    </div>
  );
}
