import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { instantText, shortText } from '../parts/time';
import type { PlacedColumn } from './queries';
import { HEAD_HEIGHT } from './sizes';
import { reportKey } from './states';

interface Props {
  readonly columns: readonly PlacedColumn[];
  readonly nameWidth: number;
}

/** The reports and when each is due: on its own, for scrolling changes nothing in it. */
export const HeatHead = memo(function HeatHead({ columns, nameWidth }: Props) {
  const { t } = useTranslation('progress');
  return (
    <div role="row" aria-rowindex={1} className="heat-head" style={{ height: HEAD_HEIGHT }}>
      <div role="columnheader" aria-colindex={1} className="heat-name" style={{ width: nameWidth }}>
        {t('unit')}
      </div>
      {columns.map((column, at) => (
        <div
          key={reportKey(column)}
          role="columnheader"
          aria-colindex={at + 2}
          className="heat-column"
          title={`${column.name} · ${instantText(column.due)}`}
        >
          <strong>{shortText(column.due).slice(0, 5)}</strong>
          <div className="heat-text">{column.name}</div>
        </div>
      ))}
    </div>
  );
});
