import { useQuery } from '@tanstack/react-query';
import {
  Button,
  Card,
  Col,
  DatePicker,
  Empty,
  Flex,
  Form,
  InputNumber,
  Row,
  Select,
  Statistic,
  Typography,
} from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { said } from '../locales';
import { FailureAlert } from '../parts/Failure';
import { dayText, instantText } from '../parts/time';
import { type Law, lawQuery } from '../penalty/queries';
import { ClockSteps } from './ClockSteps';
import { StandingText } from './StandingText';
import { type DeadlineQuestion, deadlineQuery } from './queries';

type Rule = Law['clocks'][number];
type Excluded = NonNullable<DeadlineQuestion['excluded']>[number];

interface Inputs {
  readonly clock: string;
  readonly from?: string | undefined;
  readonly on?: string | undefined;
  readonly extensions: readonly number[];
  readonly excluded: readonly Partial<Excluded>[];
}

/** 期限测算: any limit of the law from any day on, with every step; without a case. */
export function DeadlineCalculator() {
  const { t } = useTranslation(['law', 'domain']);
  const { data: law } = useQuery(lawQuery);
  const [inputs, setInputs] = useState<Inputs>({ clock: 'decision', extensions: [], excluded: [] });
  const rule = law?.clocks.find(({ id }) => id === inputs.clock);
  const { data, error } = useQuery(deadlineQuery(rule && questionOf(inputs, rule)));
  const change = (part: Partial<Inputs>) => setInputs((before) => ({ ...before, ...part }));
  return (
    <Row gutter={[24, 16]}>
      <Col xs={24} lg={9}>
        <Form layout="vertical">
          <Form.Item label={t('clock')} htmlFor="deadline-clock">
            <Select
              id="deadline-clock"
              value={inputs.clock}
              showSearch={{ optionFilterProp: 'label' }}
              options={law?.clocks.map(({ id, name }) => ({ value: id, label: said(name) })) ?? []}
              onChange={(clock) => change({ clock, extensions: [], excluded: [] })}
            />
          </Form.Item>
          <Form.Item label={t('from')} htmlFor="deadline-from" extra={rule?.startsFrom}>
            <DatePicker
              id="deadline-from"
              className="wide"
              showTime={rule?.unit === 'hour' ? { format: 'HH:mm' } : false}
              onChange={(from: dayjs.Dayjs | null) =>
                change({ from: rule?.unit === 'hour' ? from?.toISOString() : from?.format('YYYY-MM-DD') })
              }
            />
          </Form.Item>
          {rule && <Longer rule={rule} inputs={inputs} onChange={change} />}
          <Form.Item label={t('on')} htmlFor="deadline-on">
            <DatePicker id="deadline-on" className="wide" onChange={(on) => change({ on: on?.format('YYYY-MM-DD') })} />
          </Form.Item>
        </Form>
      </Col>
      <Col xs={24} lg={15} aria-live="polite">
        {error ? (
          <FailureAlert error={error} />
        ) : data && inputs.from ? (
          <Card size="small">
            <Statistic
              title={said(data.name)}
              value={rule?.unit === 'hour' ? instantText(data.due) : dayText(data.lastDay)}
            />
            <Typography.Paragraph type="secondary">{data.law}</Typography.Paragraph>
            {data.standing && <StandingText standing={data.standing} />}
            <ClockSteps steps={data.steps} />
          </Card>
        ) : (
          <Empty description={t('fill-in')} />
        )}
      </Col>
    </Row>
  );
}

interface LongerProps {
  readonly rule: Rule;
  readonly inputs: Inputs;
  readonly onChange: (part: Partial<Inputs>) => void;
}

/** What the law lets make this limit longer. */
function Longer({ rule, inputs: { extensions, excluded }, onChange }: LongerProps) {
  const { t } = useTranslation(['law', 'domain']);
  const put = (at: number, part: Partial<Excluded>) =>
    onChange({ excluded: excluded.map((each, place) => (place === at ? { ...each, ...part } : each)) });
  return (
    <>
      {rule.extensions.map(({ length, atMost, by }, at) => (
        <Form.Item key={by + String(length)} label={t(`extension.${by}`, { length })} htmlFor={`extension-${at}`}>
          <InputNumber
            id={`extension-${at}`}
            min={atMost ? 1 : length}
            max={length}
            disabled={at > extensions.length}
            value={extensions[at] ?? null}
            onChange={(days) =>
              onChange({ extensions: days ? [...extensions.slice(0, at), days] : extensions.slice(0, at) })
            }
          />
        </Form.Item>
      ))}
      {excluded.map(({ kind }, at) => (
        <Flex key={at} wrap gap="small" style={{ marginBlockEnd: 8 }}>
          <Select
            aria-label={t('excluded.kind')}
            style={{ minWidth: 140 }}
            value={kind ?? null}
            options={rule.excludes.map((each) => ({ value: each.kind, label: t(`domain:value.kind.${each.kind}`) }))}
            onChange={(chosen) => put(at, chosen ? { kind: chosen } : {})}
          />
          <DatePicker.RangePicker
            onChange={(days) =>
              put(at, {
                from: days?.[0]?.format('YYYY-MM-DD') ?? '',
                until: days?.[1]?.format('YYYY-MM-DD') ?? '',
              })
            }
          />
          <Button onClick={() => onChange({ excluded: excluded.filter((_, place) => place !== at) })}>
            {t('excluded.remove')}
          </Button>
        </Flex>
      ))}
      {rule.excludes.length > 0 && (
        <Form.Item>
          <Button onClick={() => onChange({ excluded: [...excluded, {}] })}>{t('excluded.add')}</Button>
        </Form.Item>
      )}
    </>
  );
}

function questionOf({ clock, from, on, extensions, excluded }: Inputs, rule: Rule): DeadlineQuestion | undefined {
  // A day alone says nothing about hours, while the limit was just chosen.
  if (!from || (rule.unit === 'hour') !== from.length > 10) return undefined;
  const whole = excluded.filter((each): each is Excluded => Boolean(each.kind && each.from && each.until));
  return {
    clock,
    from,
    ...(on ? { on } : {}),
    ...(extensions.length > 0 ? { extensions: [...extensions] } : {}),
    ...(whole.length > 0 ? { excluded: whole } : {}),
  };
}
