import { Flex, Form as AntForm, Input, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { said } from '../locales';
import { type Pairs, valueOf } from './FieldsInput';
import type { Draft } from './queries';

interface Props {
  readonly draft: Draft;
  readonly id?: string;
  readonly value?: Pairs;
  readonly onChange?: (value: Pairs) => void;
}

/** One reason for each value that differs from what the system knows. */
export function ReasonsInput({ draft, value = [], onChange, id }: Props) {
  const { t } = useTranslation('reports');
  const form = AntForm.useFormInstance();
  const values = AntForm.useWatch<Pairs | undefined>('values', form);
  const isZero = AntForm.useWatch<boolean | undefined>('zero', form) ?? false;
  const differing = (draft.form?.fields ?? []).filter((field) => {
    const known = draft.fields.find((each) => each.id === field.id)?.known ?? null;
    const nought = isZero && (field.kind === 'money' || field.kind === 'count') ? '0' : undefined;
    const given = valueOf(values, field.id) ?? nought;
    return known !== null && given !== undefined && given !== known;
  });
  const change = (name: string, figure: string) =>
    onChange?.([...value.filter((each) => each.name !== name), ...(figure.trim() ? [{ name, figure }] : [])]);
  if (differing.length === 0)
    return (
      <Typography.Text type="secondary" {...(id ? { id } : {})}>
        {t('no-reason')}
      </Typography.Text>
    );
  return (
    <Flex vertical gap="small" {...(id ? { id } : {})}>
      {differing.map((field) => (
        <Input
          key={field.id}
          prefix={<Typography.Text type="secondary">{said(field.name)}</Typography.Text>}
          aria-label={t('reason-for', { field: said(field.name) })}
          maxLength={2_000}
          value={valueOf(value, field.id) ?? ''}
          onChange={({ target }) => change(field.id, target.value)}
        />
      ))}
    </Flex>
  );
}
