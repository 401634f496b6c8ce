import { DatePicker, Form, Input, InputNumber, Radio, Select, Switch } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FiguresInput } from './FiguresInput';
import { MoneyInput } from './MoneyInput';
import { CasePicker, PeoplePicker, RegionPicker, UnitPicker } from './pickers';
import type { FieldSchema } from './schema';
import { isFigures, nameTwice } from './values';

interface Field {
  readonly act: string;
  readonly name: string;
  readonly schema: FieldSchema;
  readonly required: boolean;
  readonly control?: ReactNode;
}

/** One field of an act, with the control its schema asks for. */
export function ActField({ act, name, schema, required, control }: Field) {
  const { t, i18n } = useTranslation('domain');
  const help = `hint.${name}`;
  // The same name means another thing in some acts: `to` is a time here and an authority there.
  const own = `fieldOf.${act}.${name}`;
  const eachNamedOnce = (_: unknown, figures?: { name: string }[]) => {
    const twice = nameTwice(figures);
    return twice ? Promise.reject(new Error(t('shell:figures.twice', { name: twice }))) : Promise.resolve();
  };
  return (
    <Form.Item
      name={name}
      label={t(i18n.exists(own, { ns: 'domain' }) ? own : `field.${name}`)}
      extra={i18n.exists(help, { ns: 'domain' }) ? t(help) : undefined}
      rules={[
        { required: required && schema.type !== 'boolean', message: t('shell:required') },
        ...(isFigures(schema) ? [{ validator: eachNamedOnce }] : []),
      ]}
      validateFirst
    >
      {control ?? controlOf(name, schema, t)}
    </Form.Item>
  );
}

/** Fields that name something on file are picked, not typed. */
const PICKERS: Readonly<Record<string, ReactNode>> = {
  account: <PeoplePicker />,
  handler: <PeoplePicker role="investigator" />,
  officers: <PeoplePicker role="investigator" multiple />,
  unit: <UnitPicker />,
  units: <UnitPicker multiple />,
  region: <RegionPicker />,
  into: <CasePicker />,
  case: <CasePicker />,
};

const LONG = 300;
const FEW = 4;

function controlOf(name: string, schema: FieldSchema, t: (key: string) => string): ReactNode {
  const picker = PICKERS[name];
  if (picker) return picker;
  if (schema.format === 'fen') return <MoneyInput />;
  if (schema.format === 'date') return <DatePicker className="wide" />;
  if (schema.format === 'date-time') return <DatePicker showTime={{ format: 'HH:mm' }} className="wide" />;
  if (schema.type === 'boolean') return <Switch checkedChildren="✓" />;
  if (schema.type === 'object') return <FiguresInput />;
  const choices = (schema.enum ?? schema.items?.enum)?.map((value) => ({ value, label: t(`value.${name}.${value}`) }));
  if (choices && schema.type === 'array') return <Select mode="multiple" options={choices} />;
  if (choices) return choices.length <= FEW ? <Radio.Group options={choices} /> : <Select options={choices} />;
  if (schema.type === 'number' || schema.type === 'integer')
    return <InputNumber className="wide" step={schema.multipleOf ?? 1} />;
  if (schema.type === 'array') return <Select mode="tags" />;
  if ((schema.maxLength ?? 0) > LONG)
    return <Input.TextArea autoSize={{ minRows: 3, maxRows: 14 }} maxLength={schema.maxLength} showCount />;
  return <Input maxLength={schema.maxLength} type={name === 'password' ? 'password' : 'text'} />;
}
