import { useQuery } from '@tanstack/react-query';
import { InputNumber, Select, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { said } from '../locales';
import { type Law, lawQuery } from './queries';

interface CircumstancesProps {
  readonly id?: string;
  readonly value?: readonly string[];
  readonly onChange?: (ids: string[]) => void;
}

/** 裁量情节 of the law, each with its article. */
export function CircumstancesInput({ value = [], ...field }: CircumstancesProps) {
  const { data: law } = useQuery(lawQuery);
  return (
    <Select
      {...field}
      mode="multiple"
      value={[...value]}
      options={
        law?.circumstances.map(({ id, name, article }) => ({ value: id, label: `${said(name)}（${article}）` })) ?? []
      }
    />
  );
}

type Measure = Law['penalties'][number]['measures'][number];
interface Chosen {
  readonly id: Measure['id'];
  readonly months?: number;
}
interface MeasuresProps {
  readonly id?: string;
  readonly value?: readonly Chosen[];
  readonly onChange?: (measures: Chosen[]) => void;
}

/** 处理措施 beside money: which, and for how many months where the law gives a time. */
export function MeasuresInput({ value = [], onChange, ...field }: MeasuresProps) {
  const { t } = useTranslation('domain');
  const { data: law } = useQuery(lawQuery);
  const all = new Map(law?.penalties.flatMap(({ measures }) => measures.map((each) => [each.id, each] as const)));
  const choose = (ids: Measure['id'][]) =>
    onChange?.(
      ids.map((id) => {
        const months = value.find((each) => each.id === id)?.months ?? all.get(id)?.months?.min;
        return { id, ...(months ? { months } : {}) };
      }),
    );
  return (
    <Flex vertical gap="small">
      <Select
        {...field}
        mode="multiple"
        value={value.map(({ id }) => id)}
        options={[...all.keys()].map((id) => ({ value: id, label: t(`value.measure.${id}`) }))}
        onChange={choose}
      />
      {value.map(({ id, months }) =>
        months === undefined ? null : (
          <InputNumber
            key={id}
            aria-label={t(`value.measure.${id}`)}
            prefix={t(`value.measure.${id}`)}
            suffix={t('months')}
            min={1}
            value={months}
            onChange={(changed) =>
              onChange?.(value.map((each) => (each.id === id ? { ...each, months: changed ?? 1 } : each)))
            }
          />
        ),
      )}
    </Flex>
  );
}
