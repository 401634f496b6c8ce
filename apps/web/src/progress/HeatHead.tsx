import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { instantText, shortText } from '../parts/time';
import type { PlacedColumn } from './queries';
import { HEAD_HEIGHT } from './sizes';
import { reportKey } from './states';

interface Props {
  readonly columns: readonly PlacedColumn[];
  readonly nameWidth: number;
  readonly cellWidth: number;
}

/** The reports and when each is due: on its own, for scrolling changes nothing in it. */
export const HeatHead = memo(function HeatHead({ columns, nameWidth, cellWidth }: Props) {
  const { t } = useTranslation('progress');
  return (
    <div role="row" aria-rowindex={1} className="heat-head" style={{ height: HEAD_HEIGHT }}>
      <div role="columnheader" className="heat-name" style={{ width: nameWidth }}>
        {t('unit')}
      </div>
      {columns.map((column) => (
        <div
          key={reportKey(column)}
          role="columnheader"
          className="heat-column"
          style={{ width: cellWidth }}
          title={`${column.name} · ${instantText(column.due)}`}
        >
          <strong>{shortText(column.due).slice(0, 5)}</strong>
          <div className="heat-text">{column.name}</div>
        </div>
      ))}
    </div>
  );
});
