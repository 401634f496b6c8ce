import { Checkbox, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Line } from './lines';
import type { ReportColumn } from './queries';
import { LOOKS, awaitsReview, chasedLately, stateOf, tallyOf } from './states';
import { HEAD_HEIGHT, LINE_HEIGHT } from './sizes';
import type { Place } from './useRoving';

interface Props {
  readonly line: Line;
  readonly index: number;
  readonly columns: readonly ReportColumn[];
  readonly nameWidth: number;
  readonly cellWidth: number;
  readonly isPicked: boolean;
  /** The column that has the focus, if this line has it. */
  readonly focused: number | undefined;
  readonly onTake: (place: Place) => void;
  readonly onOpen: (unit: string, column: ReportColumn | undefined) => void;
  readonly onPick: ((unit: string) => void) | undefined;
}

const NARROW = 160;

/** One unit and how each of its reports stands, or the heading of a group. */
export function HeatLine(props: Props) {
  const { line, index, columns, nameWidth, cellWidth, isPicked, focused, onTake, onOpen, onPick } = props;
  const { t } = useTranslation('progress');
  const style = { insetBlockStart: HEAD_HEIGHT + index * LINE_HEIGHT, height: LINE_HEIGHT };
  if (line.kind === 'group') {
    const overdue = line.rows.filter((row) => tallyOf(row).overdue > 0).length;
    return (
      <div role="row" aria-rowindex={index + 2} className="heat-line heat-group" style={style}>
        <div role="rowheader" className="heat-name nowrap" style={{ width: 'auto' }}>
          <strong>{line.label}</strong> {t('group.units', { count: line.rows.length, overdue })}
        </div>
      </div>
    );
  }
  const { unit, name, states, dropped, keyTarget } = line.row;
  return (
    <div role="row" aria-rowindex={index + 2} aria-selected={isPicked} className="heat-line" style={style}>
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
          <Checkbox
            checked={isPicked}
            tabIndex={-1}
            aria-label={t('basket.pick', { name })}
            onClick={(event) => event.stopPropagation()}
            onChange={() => onPick(unit)}
          />
        )}
        <span className="heat-text" style={dropped ? { textDecoration: 'line-through' } : {}}>
          {name}
        </span>
        {nameWidth > NARROW && keyTarget && <Tag className="state">{t('key')}</Tag>}
        {nameWidth > NARROW && chasedLately(line.row) && <Tag className="state">{t('chased')}</Tag>}
      </div>
      {columns.map((column, place) => {
        const letter = states[place];
        const { look, word } = stateOf(letter);
        return (
          <div
            key={`${column.source}~${column.period}`}
            role="gridcell"
            className={`heat-cell heat-${look}${awaitsReview(letter) ? ' heat-review' : ''}`}
            style={{ width: cellWidth }}
            tabIndex={focused === place ? 0 : -1}
            aria-label={`${name}，${column.name}：${t(`letter.${word}`)}`}
            title={look === 'none' ? undefined : t(`letter.${word}`)}
            onClick={() => {
              onTake({ line: index, column: place });
              if (look !== 'none') onOpen(unit, column);
            }}
          >
            <span aria-hidden>{LOOKS[look]}</span>
          </div>
        );
      })}
    </div>
  );
}
