import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Card, Checkbox, Flex, Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { ConditionFields } from './ConditionFields';
import type { PastedCandidate } from './pasted';

interface Props {
  readonly candidates: readonly PastedCandidate[];
}

/** 抽取层, one after another: what an earlier one drew counts for a later one that it fits. */
export function StrataFields({ candidates }: Props) {
  const { t } = useTranslation('draws');
  return (
    <Form.List name="strata">
      {(strata, { add, remove }) => (
        <Form.Item label={t('strata')} extra={t('strata-note')}>
          <Flex vertical gap="small">
            {strata.map(({ key, name }) => (
              <Card
                key={key}
                size="small"
                title={t('stratum-number', { number: name + 1 })}
                extra={
                  strata.length > 1 && (
                    <Button
                      type="text"
                      icon={<DeleteOutlined />}
                      aria-label={t('take-stratum-out', { number: name + 1 })}
                      onClick={() => remove(name)}
                    />
                  )
                }
              >
                <Form.Item name={[name, 'name']} label={t('stratum')} rules={[{ required: true, whitespace: true }]}>
                  <Input maxLength={300} placeholder={t('stratum-example')} />
                </Form.Item>
                <ConditionFields stratum={name} candidates={candidates} />
                <Flex wrap gap="middle">
                  <Form.Item
                    name={[name, 'atLeast']}
                    label={t('at-least')}
                    dependencies={[['strata', name, 'percent']]}
                    rules={[
                      ({ getFieldValue }) => ({
                        validator: (_, value: unknown) =>
                          value || getFieldValue(['strata', name, 'percent'])
                            ? Promise.resolve()
                            : Promise.reject(new Error(t('number-or-share'))),
                      }),
                    ]}
                  >
                    <InputNumber min={1} precision={0} />
                  </Form.Item>
                  <Form.Item name={[name, 'percent']} label={t('percent')}>
                    <InputNumber min={0.01} max={100} precision={2} suffix="%" />
                  </Form.Item>
                  <Form.Item name={[name, 'takeAll']} label={t('if-short')} valuePropName="checked">
                    <Checkbox>{t('take-all')}</Checkbox>
                  </Form.Item>
                </Flex>
              </Card>
            ))}
            <Button icon={<PlusOutlined />} onClick={() => add({ name: '' })}>
              {t('add-stratum')}
            </Button>
          </Flex>
        </Form.Item>
      )}
    </Form.List>
  );
}
