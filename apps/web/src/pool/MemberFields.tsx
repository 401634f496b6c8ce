import { Radio } from 'antd';
import { useTranslation } from 'react-i18next';

export const KINDS = ['expert', 'thirdParty'] as const;

interface Field {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
}

/** 专家 or 第三方人员. */
export function KindField({ value, onChange }: Field) {
  const { t } = useTranslation('pool');
  return (
    <Radio.Group
      value={value}
      onChange={({ target }) => onChange?.(target.value as string)}
      options={KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
    />
  );
}
