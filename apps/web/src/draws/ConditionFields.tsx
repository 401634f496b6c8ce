import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Form, Input, Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { toFen } from '../parts/money';
import type { PastedCandidate } from './pasted';

interface Props {
  readonly stratum: number;
  readonly candidates: readonly PastedCandidate[];
}

/** Who belongs to a stratum: those whose marks all fit. Without a condition, everybody. */
export function ConditionFields({ stratum, candidates }: Props) {
  const { t } = useTranslation(['draws', 'domain']);
  const form = Form.useFormInstance();
  const marks = useMemo(() => marksOf(candidates), [candidates]);
  const labelOf = (mark: string) => (mark === 'kind' || mark === 'type' ? t(`mark.${mark}`) : mark);
  const wordOf = (mark: string, word: string) => (mark === 'kind' ? t(`domain:unitKind.${word}`) : word);
  const amount = {
    validator: (_: unknown, value?: string) =>
      !value || toFen(value) !== undefined ? Promise.resolve() : Promise.reject(new Error(t('no-amount'))),
  };
  return (
    <Form.List name={[stratum, 'who']}>
      {(conditions, { add, remove }) => (
        <Form.Item label={t('who')}>
          <Flex vertical gap="small">
            {conditions.map(({ key, name }) => (
              <Flex key={key} wrap gap="small" align="start">
                <Form.Item noStyle name={[name, 'mark']}>
                  <Select
                    aria-label={t('mark.which')}
                    style={{ minWidth: 140 }}
                    placeholder={t('mark.which')}
                    options={[...marks.keys()].map((value) => ({ value, label: labelOf(value) }))}
                  />
                </Form.Item>
                <Form.Item noStyle shouldUpdate>
                  {() => {
                    const mark = form.getFieldValue(['strata', stratum, 'who', name, 'mark']) as string | undefined;
                    const words = mark ? marks.get(mark) : undefined;
                    if (!mark) return null;
                    return words === 'amount' ? (
                      <>
                        <Form.Item name={[name, 'above']} rules={[amount]} style={{ margin: 0 }}>
                          <Input prefix={t('above')} suffix={t('yuan')} style={{ width: 170 }} inputMode="decimal" />
                        </Form.Item>
                        <Form.Item name={[name, 'below']} rules={[amount]} style={{ margin: 0 }}>
                          <Input prefix={t('below')} suffix={t('yuan')} style={{ width: 170 }} inputMode="decimal" />
                        </Form.Item>
                      </>
                    ) : (
                      <Form.Item name={[name, 'words']} rules={[{ required: true }]} style={{ margin: 0 }}>
                        <Select
                          mode="multiple"
                          aria-label={t('mark.words')}
                          style={{ minWidth: 220 }}
                          options={[...(words ?? [])].map((value) => ({ value, label: wordOf(mark, value) }))}
                        />
                      </Form.Item>
                    );
                  }}
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('take-condition-out')}
                  onClick={() => remove(name)}
                />
              </Flex>
            ))}
            <div>
              <Button size="small" icon={<PlusOutlined />} onClick={() => add({})}>
                {t('add-condition')}
              </Button>
            </div>
          </Flex>
        </Form.Item>
      )}
    </Form.List>
  );
}

/** The words each mark takes, or that it is an amount. */
function marksOf(candidates: readonly PastedCandidate[]): ReadonlyMap<string, ReadonlySet<string> | 'amount'> {
  const known = new Map<string, Set<string> | 'amount'>();
  for (const { marks } of candidates)
    for (const [mark, value] of Object.entries(marks)) {
      const words = known.get(mark);
      if (typeof value === 'number') known.set(mark, 'amount');
      else if (words instanceof Set) words.add(value);
      else known.set(mark, new Set([value]));
    }
  return known;
}
