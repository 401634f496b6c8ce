import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Input } from 'antd';
import { useTranslation } from 'react-i18next';

interface Outsider {
  readonly employer: string;
  readonly name?: string | undefined;
}
interface Props {
  readonly id?: string;
  readonly value?: readonly Outsider[];
  readonly onChange?: (value: readonly Outsider[]) => void;
}

/** Who took part of other authorities: by whom they are employed, and their name where it is known. */
export function OutsidersInput({ id, value = [], onChange }: Props) {
  const { t } = useTranslation(['work', 'shell', 'domain']);
  const change = (at: number, part: Partial<Outsider>) =>
    onChange?.(value.map((each, index) => (index === at ? { ...each, ...part } : each)));
  return (
    <Flex vertical gap="small" {...(id ? { id } : {})}>
      {value.map(({ employer, name }, index) => (
        <Flex gap="small" key={index}>
          <Input
            value={employer}
            maxLength={200}
            placeholder={t('domain:field.employer')}
            aria-label={t('domain:field.employer')}
            onChange={({ target }) => change(index, { employer: target.value })}
          />
          <Input
            value={name}
            maxLength={100}
            placeholder={t('their-name')}
            aria-label={t('their-name')}
            onChange={({ target }) => change(index, { name: target.value || undefined })}
          />
          <Button
            icon={<CloseOutlined />}
            aria-label={t('shell:remove')}
            onClick={() => onChange?.(value.filter((_, at) => at !== index))}
          />
        </Flex>
      ))}
      <div>
        <Button icon={<PlusOutlined />} onClick={() => onChange?.([...value, { employer: '' }])}>
          {t('add-outsider')}
        </Button>
      </div>
    </Flex>
  );
}
