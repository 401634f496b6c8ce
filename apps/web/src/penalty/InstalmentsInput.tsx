import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, DatePicker, Flex } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { MoneyInput } from '../acts/MoneyInput';

interface Instalment {
  readonly due?: string;
  readonly amount?: string;
}
interface Props {
  readonly id?: string;
  readonly value?: readonly Instalment[];
  readonly onChange?: (instalments: Instalment[]) => void;
}

/** 分期: a day and an amount each; one alone puts the whole off. */
export function InstalmentsInput({ value = [{}], onChange }: Props) {
  const { t } = useTranslation('penalty');
  const put = (at: number, part: Instalment) =>
    onChange?.(value.map((each, place) => (place === at ? { ...each, ...part } : each)));
  return (
    <Flex vertical gap="small">
      {value.map(({ due, amount }, at) => (
        <Flex key={at} wrap gap="small" role="group" aria-label={t('instalment.nth', { n: at + 1 })}>
          <DatePicker
            aria-label={t('instalment.due')}
            value={due ? dayjs(due) : null}
            onChange={(day) => put(at, day ? { due: day.format('YYYY-MM-DD') } : {})}
          />
          <MoneyInput {...(amount ? { value: amount } : {})} onChange={(fen) => put(at, fen ? { amount: fen } : {})} />
          <Button
            aria-label={t('instalment.remove')}
            icon={<DeleteOutlined />}
            onClick={() => onChange?.(value.filter((_, place) => place !== at))}
          />
        </Flex>
      ))}
      <Button icon={<PlusOutlined />} onClick={() => onChange?.([...value, {}])}>
        {t('instalment.add')}
      </Button>
    </Flex>
  );
}
