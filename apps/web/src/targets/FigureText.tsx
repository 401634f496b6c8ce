import { MoneyText } from '../parts/MoneyText';
import type { FigureUnit } from './queries';

/** A figure in its unit; a dash where it cannot be said. */
export function FigureText({ unit, value }: { readonly unit: FigureUnit | 'text'; readonly value: string | null }) {
  if (value === null) return <span>—</span>;
  if (unit === 'fen') return <MoneyText fen={value} />;
  return <span className="money">{unit === 'percent' ? `${value}%` : value}</span>;
}
