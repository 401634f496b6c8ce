import { useQuery } from '@tanstack/react-query';
import { Col, Empty, Form, Input, InputNumber, Row, Select, Skeleton, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MoneyInput } from '../acts/MoneyInput';
import { type ProblemDetails, problemOf } from '../api/problem';
import { FailureAlert } from '../parts/Failure';
import type { Fen } from '../parts/money';
import { PenaltyExplained } from './PenaltyExplained';
import { CircumstancesInput } from './finding-inputs';
import { times } from './marks';
import { type Breach, type Finding, type Law, assessmentQuery, lawQuery } from './queries';
import { useDebounced } from './useDebounced';

export interface Inputs {
  readonly breach: Breach;
  readonly fraudulentPurpose: boolean;
  readonly amount?: Fen | undefined;
  readonly multiple?: number | undefined;
  readonly circumstances?: readonly string[];
  readonly departure?: string;
}

interface Props {
  readonly initial: Inputs;
  /** A pinned pack; the one in force where it is left out. */
  readonly law?: string;
  readonly onChange?: (inputs: Inputs) => void;
}

const BREACHES = ['misuse', 'fraud', 'individual-misuse', 'individual-fraud', 'agency-fraud'] as const;

/** What a penalty would be, as one types. It touches no file. */
export function Calculator({ initial, law, onChange }: Props) {
  const { t } = useTranslation('penalty');
  const [inputs, setInputs] = useState(initial);
  const { data: current } = useQuery(lawQuery);
  const finding = useDebounced(findingOf(inputs, law));
  const { data: penalty, error, isFetching } = useQuery(assessmentQuery(finding));
  const change = (part: Partial<Inputs>) => {
    const next = { ...inputs, ...part };
    setInputs(next);
    onChange?.(next);
  };
  const reference = law ?? (current ? `${current.id}@${current.version}` : '');
  return (
    <Row gutter={[24, 16]}>
      <Col xs={24} lg={8}>
        <CalculatorForm inputs={inputs} onChange={change} error={error} law={current} />
      </Col>
      <Col xs={24} lg={16} aria-live="polite" aria-busy={isFetching}>
        {penalty && finding && !error ? (
          <PenaltyExplained penalty={penalty} law={reference} found={finding} />
        ) : isFetching ? (
          <Skeleton active />
        ) : (
          <Empty description={t(error ? 'no-result' : 'fill-in')} />
        )}
      </Col>
    </Row>
  );
}

interface FormProps {
  readonly inputs: Inputs;
  readonly onChange: (part: Partial<Inputs>) => void;
  readonly error: unknown;
  readonly law: Law | undefined;
}

function CalculatorForm({ inputs, onChange, error, law }: FormProps) {
  const { t } = useTranslation(['penalty', 'domain']);
  const problem = problemOf(error)?.problem;
  const refusalAt = (field: string) =>
    problem?.field === field ? { validateStatus: 'error' as const, help: withArticle(problem) } : {};
  const band = law && bandOf(law, inputs);
  return (
    <Form layout="vertical">
      {error && !['multiple', 'amount', 'departure'].includes(problem?.field ?? '') ? (
        <FailureAlert error={error} />
      ) : null}
      <Form.Item label={t('domain:field.breach')} htmlFor="penalty-breach">
        <Select
          id="penalty-breach"
          value={inputs.breach}
          options={BREACHES.map((value) => ({ value, label: t(`domain:value.breach.${value}`) }))}
          onChange={(breach) => onChange({ breach })}
        />
      </Form.Item>
      <Form.Item label={t('domain:field.fraudulentPurpose')} htmlFor="penalty-purpose">
        <Switch
          id="penalty-purpose"
          checked={inputs.fraudulentPurpose}
          checkedChildren="✓"
          onChange={(fraudulentPurpose) => onChange({ fraudulentPurpose })}
        />
      </Form.Item>
      <Form.Item label={t('domain:field.amount')} htmlFor="penalty-amount" {...refusalAt('amount')}>
        <MoneyInput
          id="penalty-amount"
          {...(inputs.amount ? { value: inputs.amount } : {})}
          onChange={(amount) => onChange({ amount })}
        />
      </Form.Item>
      <Form.Item
        label={t('domain:field.multiple')}
        htmlFor="penalty-multiple"
        extra={band && (band.fine ? t('band', inTimes(band.fine)) : t('only-zero'))}
        {...refusalAt('multiple')}
      >
        <InputNumber
          id="penalty-multiple"
          className="wide"
          min={0}
          step={0.1}
          precision={2}
          value={inputs.multiple ?? null}
          onChange={(multiple) => onChange({ multiple: multiple ?? undefined })}
        />
      </Form.Item>
      <Form.Item label={t('domain:field.circumstances')} htmlFor="penalty-circumstances">
        <CircumstancesInput
          id="penalty-circumstances"
          value={inputs.circumstances ?? []}
          onChange={(circumstances) => onChange({ circumstances })}
        />
      </Form.Item>
      {(inputs.departure || problem?.field === 'departure') && (
        <Form.Item label={t('domain:field.departure')} htmlFor="penalty-departure" {...refusalAt('departure')}>
          <Input
            id="penalty-departure"
            value={inputs.departure ?? ''}
            onChange={(event) => onChange({ departure: event.target.value })}
          />
        </Form.Item>
      )}
    </Form>
  );
}

/** The reason mostly names the article itself. */
const withArticle = ({ detail, article }: ProblemDetails): string =>
  article && !detail.includes(article) ? `${detail} · ${article}` : detail;

const inTimes = ({ min, max }: { min: number; max: number }) => ({ min: times(min), max: times(max) });

/** The band that the choice of breach and purpose leads to. */
function bandOf({ penalties }: Law, { breach, fraudulentPurpose }: Inputs): Law['penalties'][number] | undefined {
  const alleged = penalties.find((each) => each.breach === breach);
  const graver = fraudulentPurpose ? alleged?.withPurpose : undefined;
  return graver ? penalties.find((each) => each.breach === graver) : alleged;
}

function findingOf(
  { breach, fraudulentPurpose, amount, multiple, circumstances = [], departure = '' }: Inputs,
  law: string | undefined,
): Finding | undefined {
  if (amount === undefined || multiple === undefined) return undefined;
  return {
    ...{ breach, fraudulentPurpose, amount, multiple },
    ...(circumstances.length > 0 ? { circumstances: [...circumstances] } : {}),
    ...(departure.trim() ? { departure } : {}),
    ...(law ? { law } : {}),
  };
}
