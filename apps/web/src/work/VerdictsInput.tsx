import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Card, Flex, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Work } from './queries';

type Verdict = Work['verdicts'][number];
interface Props {
  /** Named by the plan; without any, whoever accepts names them. */
  readonly dimensions: readonly string[];
  readonly id?: string;
  readonly value?: readonly Partial<Verdict>[];
  readonly onChange?: (value: readonly Partial<Verdict>[]) => void;
}

export const VERDICTS = ['passed', 'partly', 'failed'] as const;

/** 评估验收: for each dimension a verdict and words. */
export function VerdictsInput({ dimensions, id, value = [], onChange }: Props) {
  const { t } = useTranslation(['work', 'shell']);
  const given: readonly Partial<Verdict>[] =
    dimensions.length > 0
      ? dimensions.map((dimension) => ({ ...value.find((each) => each.dimension === dimension), dimension }))
      : value;
  const change = (at: number, part: Partial<Verdict>) =>
    onChange?.(given.map((each, index) => (index === at ? { ...each, ...part } : each)));
  return (
    <Flex vertical gap="small" {...(id ? { id } : {})}>
      {given.map(({ dimension, verdict, words }, index) => (
        <Card size="small" key={index}>
          <Flex vertical gap="small">
            {dimensions.length > 0 ? (
              <strong className="break">{dimension}</strong>
            ) : (
              <Flex gap="small">
                <Input
                  value={dimension}
                  maxLength={200}
                  placeholder={t('dimension')}
                  aria-label={t('dimension')}
                  onChange={({ target }) => change(index, { dimension: target.value })}
                />
                <Button
                  icon={<CloseOutlined />}
                  aria-label={t('shell:remove')}
                  onClick={() => onChange?.(given.filter((_, at) => at !== index))}
                />
              </Flex>
            )}
            <Radio.Group
              aria-label={t('verdict-of', { dimension })}
              value={verdict}
              options={VERDICTS.map((each) => ({ value: each, label: t(`verdict.${each}`) }))}
              onChange={({ target }) => change(index, { verdict: target.value as Verdict['verdict'] })}
            />
            <Input.TextArea
              value={words}
              autoSize
              maxLength={5_000}
              placeholder={t('verdict-words')}
              aria-label={t('words-of', { dimension })}
              onChange={({ target }) => change(index, { words: target.value })}
            />
          </Flex>
        </Card>
      ))}
      {dimensions.length === 0 && (
        <div>
          <Button icon={<PlusOutlined />} onClick={() => onChange?.([...given, {}])}>
            {t('add-dimension')}
          </Button>
        </div>
      )}
    </Flex>
  );
}
