import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { FiguresInput } from '../acts/FiguresInput';

interface Figure {
  readonly name: string;
  readonly figure: string;
}
interface Props {
  readonly last: Readonly<Record<string, string>>;
  readonly id?: string;
  readonly value?: readonly Figure[];
  readonly onChange?: (value: readonly Figure[]) => void;
}

/** So great a change is more often a slip than the truth. */
const STRIKING = 0.8;

/** The figures, prefilled from the last report; a striking change is pointed out, not forbidden. */
export function ReportFigures({ last, ...field }: Props) {
  const { t } = useTranslation('desk');
  const striking = (field.value ?? []).filter(({ name, figure }) => changeOf(last[name], figure) >= STRIKING);
  return (
    <>
      <FiguresInput {...field} />
      {striking.map(({ name, figure }) => (
        <Alert
          key={name}
          type="warning"
          showIcon
          title={t('striking', { name, last: last[name], figure })}
          style={{ marginBlockStart: 8 }}
        />
      ))}
    </>
  );
}

function changeOf(last: string | undefined, figure: string | undefined): number {
  const [before, now] = [Number(last), Number(figure)];
  if (!last || !figure || Number.isNaN(before) || Number.isNaN(now) || before === 0) return 0;
  return Math.abs(now - before) / Math.abs(before);
}
