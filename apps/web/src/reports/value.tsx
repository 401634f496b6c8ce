import { MoneyText } from '../parts/MoneyText';
import { dayText } from '../parts/time';
import type { Field } from './queries';

/** A value of a form, as people read it; a dash where there is none. */
export function ValueText({
  kind,
  value,
}: {
  readonly kind: Field['kind'];
  readonly value: string | null | undefined;
}) {
  if (value === null || value === undefined || value === '') return <>—</>;
  if (kind === 'money') return <MoneyText fen={value} />;
  if (kind === 'percent') return <>{value}%</>;
  if (kind === 'day') return <>{dayText(value)}</>;
  return (
    <span className="break" style={{ whiteSpace: 'pre-wrap' }}>
      {value}
    </span>
  );
}

/** As a number to compare: fen, pieces, or percent. */
const numberOf = ({ kind }: Pick<Field, 'kind'>, value: string | null | undefined): number | undefined =>
  value === null || value === undefined || value === '' || kind === 'day' || kind === 'text'
    ? undefined
    : Number(value);

/** The difference to last time with its sign; undefined where it cannot be said. */
export function changeOf(
  field: Pick<Field, 'kind'>,
  value: string | undefined,
  last: string | null,
): string | undefined {
  const [now, before] = [numberOf(field, value), numberOf(field, last)];
  if (now === undefined || before === undefined || Number.isNaN(now)) return undefined;
  const change = now - before;
  const size = Math.abs(change);
  const shown = field.kind === 'money' ? (size / 100).toFixed(2) : String(Number(size.toFixed(2)));
  return change === 0 ? '0' : `${change > 0 ? '+' : '−'}${shown}`;
}

/** So great a change since last time that it is asked about; the bounds are the form's. */
export function isQuestioned(field: Field, value: string | undefined, last: string | null): boolean {
  const [now, before] = [numberOf(field, value), numberOf(field, last)];
  if (!field.sanity || now === undefined || before === undefined || Number.isNaN(now) || before === 0) return false;
  const { fall, rise } = field.sanity;
  const percent = ((now - before) / before) * 100;
  return (fall !== undefined && -percent >= fall) || (rise !== undefined && percent >= rise);
}
