import { theme } from 'antd';
import { useTranslation } from 'react-i18next';
import { dayText } from '../parts/time';
import { FigureText } from './FigureText';
import type { Target } from './queries';

const WIDTH = 240;
const HEIGHT = 36;

/** 走势: a line of what was compared with the aim, and the same as a table. What could not be said leaves a gap. */
export function Trend({ target }: { readonly target: Target }) {
  const { t } = useTranslation('targets');
  const { colorPrimary } = theme.useToken().token;
  const said = target.trend.flatMap(({ on, value }, place) =>
    value === null ? [] : [{ on, value, figure: Number(value), place }],
  );
  const [first, last] = [said[0], said.at(-1)];
  if (!first || !last || said.length < 2) return null;
  const unit = target.indicator?.unit ?? 'count';
  const shownUnit = target.needsBaseline ? 'percent' : unit;
  const [low, high] = [Math.min(...said.map(({ figure }) => figure)), Math.max(...said.map(({ figure }) => figure))];
  const points = said.map(({ figure, place }) => {
    const x = (place / Math.max(1, target.trend.length - 1)) * WIDTH;
    const y = high === low ? HEIGHT / 2 : HEIGHT - ((figure - low) / (high - low)) * HEIGHT;
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  });
  return (
    <details>
      <summary>
        <svg
          role="img"
          width={WIDTH}
          height={HEIGHT + 8}
          viewBox={`0 -4 ${WIDTH} ${HEIGHT + 8}`}
          style={{ maxWidth: '80%', verticalAlign: 'middle' }}
          aria-label={t('trend-says', {
            from: dayText(first.on),
            was: first.value,
            to: dayText(last.on),
            is: last.value,
          })}
        >
          <polyline points={points.join(' ')} fill="none" stroke={colorPrimary} strokeWidth={2} />
        </svg>{' '}
        {t('trend')}
      </summary>
      <table className="trend">
        <tbody>
          {target.trend.map(({ on, value }) => (
            <tr key={on}>
              <th scope="row" style={{ textAlign: 'start', paddingInlineEnd: 16, fontWeight: 'normal' }}>
                {dayText(on)}
              </th>
              <td style={{ textAlign: 'end' }}>
                <FigureText unit={shownUnit} value={value} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
