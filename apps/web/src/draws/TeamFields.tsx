import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Form, Input, InputNumber, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { usableQuery } from '../pool/queries';
import type { PastedCandidate } from './pasted';
import { PoolPicker } from './PoolPicker';
import { expertsIn } from './preparation';

interface Props {
  readonly candidates: readonly PastedCandidate[];
  readonly colleagues: readonly { readonly id: string; readonly name: string; readonly roles: readonly string[] }[];
}

const INSPECT = new Set(['investigator', 'agencyAuditor']);

/** 检查组: how many, the pools they are drawn from, and who may not inspect whom. */
export function TeamFields({ candidates, colleagues }: Props) {
  const { t } = useTranslation('draws');
  const inspectors = colleagues.filter(({ roles }) => roles.some((each) => INSPECT.has(each)));
  const { data: pool = [] } = useQuery(usableQuery);
  return (
    <>
      <Flex wrap gap="middle">
        <Form.Item name={['teams', 'count']} label={t('team-count')} rules={[{ required: true }]}>
          <InputNumber min={1} precision={0} />
        </Form.Item>
        <Form.Item name={['teams', 'inspectors']} label={t('inspectors-each')} rules={[{ required: true }]}>
          <InputNumber min={2} precision={0} />
        </Form.Item>
        <Form.Item name={['teams', 'experts']} label={t('experts-each')} rules={[{ required: true }]}>
          <InputNumber min={0} precision={0} />
        </Form.Item>
        <Form.Item
          name={['teams', 'rotation']}
          label={t('rotation')}
          valuePropName="checked"
          extra={t('rotation-note')}
        >
          <Switch />
        </Form.Item>
      </Flex>
      <Form.Item
        name="inspectors"
        label={t('inspectors')}
        initialValue={inspectors.map(({ id }) => id)}
        rules={[{ required: true }]}
      >
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={inspectors.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <PoolPicker />
      <Form.Item name="experts" label={t('experts')} extra={t('experts-note')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
      <Form.List name="avoided">
        {(rows, { add, remove }) => (
          <Form.Item label={t('avoided')} extra={t('avoided-note')}>
            <Flex vertical gap="small">
              {rows.map(({ key, name }) => (
                <Flex key={key} wrap gap="small" align="start">
                  <Form.Item noStyle shouldUpdate>
                    {({ getFieldValue }) => (
                      <Form.Item name={[name, 'person']} rules={[{ required: true }]} style={{ margin: 0 }}>
                        <Select
                          aria-label={t('avoided-person')}
                          placeholder={t('avoided-person')}
                          style={{ minWidth: 140 }}
                          showSearch={{ optionFilterProp: 'label' }}
                          options={[
                            ...inspectors.map(({ id, name: label }) => ({ value: id, label })),
                            ...pool
                              .filter(({ id }) =>
                                ((getFieldValue('poolMembers') as string[] | undefined) ?? []).includes(id),
                              )
                              .map(({ id, name: label }) => ({ value: id, label })),
                            ...expertsIn((getFieldValue('experts') as string | undefined) ?? '').map((value) => ({
                              ...{ value, label: value },
                            })),
                          ]}
                        />
                      </Form.Item>
                    )}
                  </Form.Item>
                  <Form.Item name={[name, 'candidate']} rules={[{ required: true }]} style={{ margin: 0 }}>
                    <Select
                      aria-label={t('candidate')}
                      placeholder={t('candidate')}
                      style={{ minWidth: 200 }}
                      showSearch={{ optionFilterProp: 'label' }}
                      options={candidates.map(({ id, name: label }) => ({ value: id, label }))}
                    />
                  </Form.Item>
                  <Form.Item name={[name, 'why']} rules={[{ required: true, whitespace: true }]} style={{ margin: 0 }}>
                    <Input aria-label={t('avoided-why')} placeholder={t('avoided-why')} maxLength={300} />
                  </Form.Item>
                  <Button
                    type="text"
                    icon={<DeleteOutlined />}
                    aria-label={t('take-avoided-out')}
                    onClick={() => remove(name)}
                  />
                </Flex>
              ))}
              <div>
                <Button size="small" icon={<PlusOutlined />} onClick={() => add({})}>
                  {t('add-avoided')}
                </Button>
              </div>
            </Flex>
          </Form.Item>
        )}
      </Form.List>
    </>
  );
}
