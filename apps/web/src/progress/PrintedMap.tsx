import { useTranslation } from 'react-i18next';
import { shortText } from '../parts/time';
import type { Line } from './lines';
import type { PlacedColumn } from './queries';
import { LOOKS, awaitsReview, reportKey, stateOf } from './states';
import { useHeatWords } from './useHeatWords';

interface Props {
  readonly lines: readonly Line[];
  readonly columns: readonly PlacedColumn[];
  readonly label: string;
}

/** As many as stay legible across a sheet of A4. */
const ACROSS = 9;

/** The map on paper: every line, the head on every sheet, and more reports than a sheet is wide below one another. */
export function PrintedMap({ lines, columns, label }: Props) {
  const parts = Array.from({ length: Math.ceil(columns.length / ACROSS) }, (_, at) =>
    columns.slice(at * ACROSS, (at + 1) * ACROSS),
  );
  return parts.map((some) => (
    <Part key={some[0] ? reportKey(some[0]) : ''} lines={lines} columns={some} label={label} />
  ));
}

function Part({ lines, columns, label }: Props) {
  const { t } = useTranslation('progress');
  const words = useHeatWords();
  return (
    <table className="heat-paper" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('unit')}</th>
          {columns.map((column) => (
            <th key={reportKey(column)} scope="col">
              {shortText(column.due).slice(0, 5)}
              <br />
              {column.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) =>
          line.kind === 'group' ? (
            <tr key={`group ${line.group}`}>
              <th scope="rowgroup" colSpan={columns.length + 1}>
                {line.label}
              </th>
            </tr>
          ) : (
            <tr key={line.row.unit}>
              <th scope="row">{line.row.name}</th>
              {columns.map((column) => {
                const letter = line.row.states[column.place];
                const { look } = stateOf(letter);
                return (
                  <td key={reportKey(column)} title={words.letter(letter)}>
                    {LOOKS[look]}
                    {awaitsReview(letter) && '•'}
                  </td>
                );
              })}
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}
