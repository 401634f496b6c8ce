import { App, Switch } from 'antd';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly id?: string;
  readonly value?: boolean;
  readonly onChange?: (value: boolean) => void;
}

/** 零报告 has a consequence, which is said before it is chosen. */
export function ZeroInput({ id, value = false, onChange }: Props) {
  const { t } = useTranslation(['desk', 'domain']);
  const { modal } = App.useApp();
  const ask = () =>
    void modal.confirm({
      title: t('zero.title'),
      content: t('zero.consequence'),
      okText: t('zero.sure'),
      cancelText: t('zero.not'),
      onOk: () => onChange?.(true),
    });
  return (
    <Switch
      {...(id ? { id } : {})}
      aria-label={t('domain:field.zero')}
      checked={value}
      checkedChildren="✓"
      onChange={(wanted) => (wanted ? ask() : onChange?.(false))}
    />
  );
}
