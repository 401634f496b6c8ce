import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Input } from 'antd';
import { useTranslation } from 'react-i18next';

interface Figure {
  readonly name: string;
  readonly figure: string;
}
interface Props {
  readonly id?: string;
  readonly value?: readonly Figure[];
  readonly onChange?: (value: readonly Figure[]) => void;
}

/** Named figures of a report: `查处机构数: 3`. */
export function FiguresInput({ id, value = [], onChange }: Props) {
  const { t } = useTranslation();
  const change = (at: number, part: Partial<Figure>) =>
    onChange?.(value.map((each, index) => (index === at ? { ...each, ...part } : each)));
  return (
    <Flex vertical gap="small" {...(id ? { id } : {})}>
      {value.map(({ name, figure }, index) => (
        <Flex gap="small" key={index}>
          <Input
            value={name}
            aria-label={t('figures.name')}
            onChange={({ target }) => change(index, { name: target.value })}
          />
          <Input
            value={figure}
            aria-label={t('figures.figure')}
            onChange={({ target }) => change(index, { figure: target.value })}
          />
          <Button
            icon={<CloseOutlined />}
            aria-label={t('remove')}
            onClick={() => onChange?.(value.filter((_, at) => at !== index))}
          />
        </Flex>
      ))}
      <Button icon={<PlusOutlined />} onClick={() => onChange?.([...value, { name: '', figure: '' }])}>
        {t('figures.add')}
      </Button>
    </Flex>
  );
}
