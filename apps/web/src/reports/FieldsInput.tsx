import { Alert, Button, DatePicker, Flex, Input, Typography } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MoneyInput } from '../acts/MoneyInput';
import { said } from '../locales';
import type { DraftField, Field, Form } from './queries';
import { ValueText, changeOf, isQuestioned } from './value';

/** Values by field, as an act's form holds a record. */
export type Pairs = readonly { readonly name: string; readonly figure: string }[];

export const valueOf = (pairs: Pairs | undefined, name: string): string | undefined =>
  pairs?.find((each) => each.name === name)?.figure;

interface Props {
  readonly form: Form;
  /** What the system knows and what was said last time; left out where a report is corrected. */
  readonly draft?: readonly DraftField[];
  readonly id?: string;
  readonly value?: Pairs;
  readonly onChange?: (value: Pairs) => void;
}

/** The fields of a form: what the system knows stands grey with its source, last time's value beside each. */
export function FieldsInput({ form, draft, value = [], onChange, id }: Props) {
  const change = (name: string, figure: string | undefined) =>
    onChange?.([...value.filter((each) => each.name !== name), ...(figure ? [{ name, figure }] : [])]);
  return (
    <Flex vertical gap="middle" {...(id ? { id } : {})}>
      {form.fields.map((field) => (
        <OneField
          key={field.id}
          field={field}
          draft={draft?.find((each) => each.id === field.id)}
          value={valueOf(value, field.id)}
          onChange={(figure) => change(field.id, figure)}
        />
      ))}
    </Flex>
  );
}

interface FieldProps {
  readonly field: Field;
  readonly draft: DraftField | undefined;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

function OneField({ field, draft, value, onChange }: FieldProps) {
  const { t } = useTranslation('reports');
  const { kind, name, required } = field;
  const known = draft?.known ?? null;
  const [isOwn, setOwn] = useState(known === null || (value !== undefined && value !== known));
  const last = draft?.last ?? null;
  const shown = isOwn ? value : (known ?? undefined);
  const change = changeOf(field, shown, last);
  const back = () => {
    setOwn(false);
    onChange(undefined);
  };
  return (
    <div>
      <Flex wrap gap="small" align="baseline">
        <Typography.Text strong>
          {required && known === null && <Typography.Text type="danger">* </Typography.Text>}
          {said(name)}
        </Typography.Text>
        {last !== null && (
          <Typography.Text type="secondary">
            {t('last')} <ValueText kind={kind} value={last} /> {change !== undefined && t('change', { change })}
          </Typography.Text>
        )}
      </Flex>
      {isOwn ? (
        <Control field={field} value={value} onChange={onChange} />
      ) : (
        <Input
          disabled
          value={kind === 'money' ? undefined : (known ?? '')}
          {...moneyShown(kind, known)}
          aria-label={said(name)}
        />
      )}
      {draft?.source && (
        <Flex wrap gap="small" align="center">
          <Typography.Text type="secondary">{t('known', { source: said(draft.source) })}</Typography.Text>
          <Button
            type="link"
            size="small"
            aria-label={t(isOwn ? 'use-known-of' : 'use-other-of', { field: said(name) })}
            onClick={isOwn ? back : () => setOwn(true)}
          >
            {t(isOwn ? 'use-known' : 'use-other')}
          </Button>
        </Flex>
      )}
      {isQuestioned(field, shown, last) && (
        <Alert type="warning" showIcon title={t('striking', { change })} style={{ marginBlockStart: 4 }} />
      )}
    </div>
  );
}

/** A grey amount is read in 元. */
const moneyShown = (kind: Field['kind'], known: string | null) =>
  kind === 'money' && known !== null ? { prefix: <ValueText kind={kind} value={known} /> } : {};

function Control({ field: { kind, name }, value, onChange }: Omit<FieldProps, 'draft'>) {
  const label = said(name);
  if (kind === 'money')
    return (
      <div role="group" aria-label={label}>
        <MoneyInput {...(value ? { value } : {})} onChange={onChange} />
      </div>
    );
  if (kind === 'day')
    return (
      <DatePicker
        className="wide"
        aria-label={label}
        {...(value ? { value: dayjs(value) } : {})}
        onChange={(picked) => onChange(picked ? picked.format('YYYY-MM-DD') : undefined)}
      />
    );
  if (kind === 'text')
    return (
      <Input.TextArea
        aria-label={label}
        autoSize={{ minRows: 2, maxRows: 8 }}
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value)}
      />
    );
  return (
    <Input
      aria-label={label}
      inputMode={kind === 'percent' ? 'decimal' : 'numeric'}
      {...(kind === 'percent' ? { suffix: '%' } : {})}
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value.trim())}
    />
  );
}
