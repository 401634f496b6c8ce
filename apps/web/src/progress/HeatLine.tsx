import { memo } from 'react';
import type { Line } from './lines';
import type { PlacedColumn, UnitRow } from './queries';
import { HEAD_HEIGHT, LINE_HEIGHT } from './sizes';
import { LOOKS, awaitsReview, cellKey, chasedLately, stateOf, tallyOf } from './states';
import { drawn } from './useFrame';

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
  /** Of the columns, those that are drawn. */
  readonly from: number;
  readonly to: number;
  readonly nameWidth: number;
  readonly cellWidth: number;
  readonly words: HeatWords;
  readonly isPicked: boolean;
  readonly marked: ReadonlySet<string>;
  /** The column that has the focus, if this line has it. */
  readonly focused: number | undefined;
  readonly onPick: ((unit: string) => void) | undefined;
}

/** One unit and how each of its reports stands, or the heading of a group. Plain elements: hundreds are drawn while scrolling. */
export const HeatLine = memo(function HeatLine(props: LineProps) {
  const { line, index, columns, from, to, nameWidth, cellWidth, words, isPicked, marked, focused } = props;
  const style = { insetBlockStart: HEAD_HEIGHT + index * LINE_HEIGHT, height: LINE_HEIGHT };
  if (line.kind === 'group') {
    const overdue = line.rows.filter((row) => tallyOf(row).overdue > 0).length;
    return (
      <div role="row" aria-rowindex={index + 2} className="heat-line heat-group" style={style}>
        <div role="rowheader" aria-colindex={1} className="heat-name nowrap" style={{ minWidth: nameWidth }}>
          <strong>{line.label}</strong> {words.members(line.rows.length, overdue)}
        </div>
      </div>
    );
  }
  return (
    <div role="row" aria-rowindex={index + 2} aria-selected={isPicked} className="heat-line" style={style}>
      <UnitName {...props} row={line.row} />
      {drawn({ from, to }, focused ?? -1).map((at, place, all) => {
        const column = columns[at];
        return (
          column && (
            <Cell
              key={at}
              row={line.row}
              column={column}
              at={at}
              gap={(at - (all[place - 1] ?? -1) - 1) * cellWidth}
              hasFocus={focused === at}
              isMarked={awaitsReview(line.row.states[column.place]) && marked.has(cellKey(line.row.unit, column))}
              words={words}
            />
          )
        );
      })}
    </div>
  );
});

type UnitProps = LineProps & { readonly row: UnitRow };

const NARROW = 160;

function UnitName({ row, nameWidth, words, isPicked, focused, onPick }: UnitProps) {
  const { unit, name, dropped, keyTarget } = row;
  return (
    <div
      role="rowheader"
      aria-colindex={1}
      className="heat-name"
      style={{ width: nameWidth }}
      tabIndex={focused === -1 ? 0 : -1}
      title={name}
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

interface CellProps {
  readonly row: UnitRow;
  readonly column: PlacedColumn;
  readonly at: number;
  /** Of columns before it that are not drawn, in pixels. */
  readonly gap: number;
  readonly hasFocus: boolean;
  readonly isMarked: boolean;
  readonly words: HeatWords;
}

const Cell = memo(function Cell({ row, column, at, gap, hasFocus, isMarked, words }: CellProps) {
  const letter = row.states[column.place];
  const { look } = stateOf(letter);
  const word = words.letter(letter);
  return (
    <div
      role="gridcell"
      aria-colindex={at + 2}
      aria-selected={isMarked}
      className={`heat-cell heat-${look}${awaitsReview(letter) ? ' heat-review' : ''}${isMarked ? ' heat-marked' : ''}`}
      style={gap > 0 ? { marginInlineStart: gap } : undefined}
      tabIndex={hasFocus ? 0 : -1}
      aria-label={`${row.name}，${column.name}：${word}`}
      title={look === 'none' ? undefined : word}
    >
      {LOOKS[look]}
    </div>
  );
});
