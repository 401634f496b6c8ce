import { Button, Flex, Form, Input, Select } from 'antd';
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';

export interface Filter {
  readonly name: string;
  readonly label: string;
  /** A day, picked by the browser's own means. */
  readonly type?: 'date';
  /** Without choices it is a text. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}

interface Props {
  readonly filters: readonly Filter[];
  readonly value: Readonly<Record<string, string | undefined>>;
  readonly onChange: (value: Record<string, string>) => void;
}

/** 查询 and 重置. What is asked for lives in the address, so that a link shows what one sees. */
export function QueryBar({ filters, value, onChange }: Props) {
  const { t } = useTranslation('shell');
  const [form] = Form.useForm<Record<string, string | undefined>>();
  const asked = JSON.stringify(value);
  const show = useCallback(
    (shown: Props['value']) =>
      form.setFields(Object.keys(form.getFieldsValue()).map((name) => ({ name, value: shown[name] }))),
    [form],
  );
  // By what is asked for, not by the object that says so: a page that draws itself again must not empty a half-typed text.
  useEffect(() => show(JSON.parse(asked) as Props['value']), [show, asked]);
  const ask = (entered: Record<string, string | undefined>) =>
    onChange(Object.fromEntries(Object.entries(entered).flatMap(([name, each]) => (each ? [[name, each]] : []))));
  const reset = () => {
    show({});
    onChange({});
  };
  return (
    <Form
      form={form}
      layout="inline"
      role="search"
      onFinish={ask}
      className="no-print"
      style={{ rowGap: 8, marginBlockEnd: 16 }}
    >
      {filters.map(({ name, label, options, type }) => (
        <Form.Item key={name} name={name} label={label}>
          {options ? (
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              style={{ minWidth: 140 }}
              options={[...options]}
              onChange={() => form.submit()}
            />
          ) : (
            <Input {...(type ? { type } : {})} allowClear style={{ width: type ? 160 : 200 }} />
          )}
        </Form.Item>
      ))}
      <Flex gap="small">
        <Button type="primary" htmlType="submit">
          {t('search')}
        </Button>
        <Button onClick={reset}>{t('reset')}</Button>
      </Flex>
    </Form>
  );
}
