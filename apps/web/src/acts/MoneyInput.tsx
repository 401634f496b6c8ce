import { Input, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Fen, capitals, toFen, yuan } from '../parts/money';

interface Props {
  readonly id?: string;
  readonly value?: Fen;
  readonly onChange?: (value: Fen | undefined) => void;
}

/** An amount typed in 元, held in fen, repeated in 大写 so that a slipped digit is seen. */
export function MoneyInput({ id, value, onChange }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value ? yuan(value) : '');
  const fen = toFen(typed);
  const isWrong = typed !== '' && fen === undefined;
  return (
    <>
      <Input
        {...(id ? { id } : {})}
        prefix="¥"
        suffix={t('yuan')}
        inputMode="decimal"
        value={typed}
        {...(isWrong ? { status: 'error' as const } : {})}
        onChange={({ target }) => {
          setTyped(target.value);
          onChange?.(toFen(target.value));
        }}
        onBlur={() => fen && setTyped(yuan(fen))}
      />
      <Typography.Text type={isWrong ? 'danger' : 'secondary'}>
        {isWrong ? t('money.invalid') : fen ? capitals(fen) : ' '}
      </Typography.Text>
    </>
  );
}
