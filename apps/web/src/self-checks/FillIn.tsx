import { Link } from '@tanstack/react-router';
import { Alert, Button, Card, Checkbox, Flex, Form, Input, InputNumber, Radio, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { draftKey, dropDraft, keepDraft, readDraft } from '../acts/draft';
import { useAct } from '../acts/useAct';
import { placeErrors } from '../api/problem';
import { useSession } from '../api/session';
import { said } from '../locales';
import { FailureAlert } from '../parts/Failure';
import type { SelfCheckForm } from './queries';

type List = NonNullable<SelfCheckForm['list']>;
interface Props {
  readonly campaign: string;
  readonly form: SelfCheckForm & { readonly list: List };
}
interface Filled {
  readonly points?: Record<string, { readonly found?: boolean; readonly note?: string } | undefined>;
  readonly samples?: Record<string, { readonly total?: number; readonly checked?: number } | undefined>;
  readonly signedBy?: string;
  readonly position?: string;
  readonly promised?: boolean;
}

/** 逐项自查: the points, the shares looked through, and the promise. What is half done stays in this browser. */
export function FillIn({ campaign, form: { list, before, entered } }: Props) {
  const { t } = useTranslation('self-checks');
  const key = draftKey(useSession().person.account, 'submitSelfCheck', campaign);
  const [form] = Form.useForm<Filled>();
  const [filled, setFilled] = useState<Filled>(() => ({ ...handedIn(before), ...(readDraft(key) as Filled) }));
  const { mutate, isPending, error } = useAct('submitSelfCheck');
  const wrong = placeErrors(error);
  const points = list.categories.flatMap((category) => category.points);
  const answered = points.filter(({ id }) => filled.points?.[id]?.found !== undefined).length;
  const send = () =>
    mutate({ campaign, ...payloadOf(list, form.getFieldsValue(true) as Filled) }, { onSuccess: () => dropDraft(key) });
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={filled}
      onValuesChange={(_, all: Filled) => {
        setFilled(all);
        keepDraft(key, all);
      }}
      onFinish={send}
      scrollToFirstError
    >
      {before?.note && <Alert type="warning" showIcon title={t('own.returned')} description={before.note} />}
      <Typography.Paragraph>
        {said(list.name)} · {t('progress', { answered, points: points.length })}
      </Typography.Paragraph>
      {list.categories.map((category) => {
        const isFound = category.points.some(({ id }) => filled.points?.[id]?.found);
        return (
          <Card key={category.name.zh} size="small" title={said(category.name)} style={{ marginBlockEnd: 12 }}>
            {category.points.map((point) => (
              <Point key={point.id} point={point} isFound={filled.points?.[point.id]?.found === true} />
            ))}
            {isFound && !entered.includes(category.name.zh) && (
              <Alert
                type="warning"
                showIcon
                title={
                  <>
                    {t('enter-first', { category: category.name.zh })}{' '}
                    <Link to="/campaigns/$id/problems" params={{ id: campaign }}>
                      {t('to-ledger')}
                    </Link>
                  </>
                }
              />
            )}
          </Card>
        );
      })}
      {list.samples.map((sample, place) => (
        <Sample key={sample.id} sample={sample} wrong={wrong[`samples.${place}.checked`]} />
      ))}
      <Card size="small" title={t('commitment')} style={{ marginBlockEnd: 12 }}>
        <Typography.Paragraph>{said(list.commitment)}</Typography.Paragraph>
        <Flex wrap gap="middle">
          <Form.Item name="signedBy" label={t('signed-by')} rules={[{ required: true, message: t('shell:required') }]}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="position" label={t('position')} rules={[{ required: true, message: t('shell:required') }]}>
            <Input maxLength={100} />
          </Form.Item>
        </Flex>
        <Form.Item
          name="promised"
          valuePropName="checked"
          rules={[
            { validator: (_, made) => (made ? Promise.resolve() : Promise.reject(new Error(t('promise-first')))) },
          ]}
        >
          <Checkbox>{t('promise')}</Checkbox>
        </Form.Item>
      </Card>
      {error && <FailureAlert error={error} />}
      <Button type="primary" htmlType="submit" loading={isPending}>
        {t('submit')}
      </Button>
    </Form>
  );
}

function Point({
  point: { id, text, basis },
  isFound,
}: {
  point: List['categories'][number]['points'][number];
  isFound: boolean;
}) {
  const { t } = useTranslation('self-checks');
  return (
    <>
      <Form.Item
        name={['points', id, 'found']}
        label={said(text)}
        extra={basis}
        rules={[{ required: true, message: t('shell:required') }]}
      >
        <Radio.Group
          options={[
            { value: false, label: t('not-found') },
            { value: true, label: t('is-found') },
          ]}
        />
      </Form.Item>
      {isFound && (
        <Form.Item name={['points', id, 'note']} label={t('point-note')}>
          <Input.TextArea autoSize maxLength={2000} />
        </Form.Item>
      )}
    </>
  );
}

function Sample({
  sample: { id, name, percent },
  wrong,
}: {
  sample: List['samples'][number];
  wrong: string | undefined;
}) {
  const { t } = useTranslation('self-checks');
  const required = [{ required: true, message: t('shell:required') }];
  return (
    <Card size="small" title={t('sample', { name: said(name), percent })} style={{ marginBlockEnd: 12 }}>
      <Flex wrap gap="middle">
        <Form.Item name={['samples', id, 'total']} label={t('total', { name: said(name) })} rules={required}>
          <InputNumber min={0} precision={0} />
        </Form.Item>
        <Form.Item
          name={['samples', id, 'checked']}
          label={t('checked', { name: said(name) })}
          rules={required}
          {...(wrong ? { validateStatus: 'error' as const, help: <span role="alert">{wrong}</span> } : {})}
        >
          <InputNumber min={0} precision={0} />
        </Form.Item>
      </Flex>
    </Card>
  );
}

const handedIn = (before: SelfCheckForm['before']): Filled =>
  before
    ? {
        points: Object.fromEntries(before.answers.map(({ point, ...answer }) => [point, answer])),
        samples: Object.fromEntries(before.samples.map(({ sample, ...numbers }) => [sample, numbers])),
        ...before.commitment,
      }
    : {};

const payloadOf = (list: List, { points = {}, samples = {}, signedBy, position, promised }: Filled) => ({
  answers: list.categories.flatMap((category) =>
    category.points.map(({ id }) => {
      const note = points[id]?.note?.trim();
      return { point: id, found: points[id]?.found === true, ...(note ? { note } : {}) };
    }),
  ),
  samples: list.samples.map(({ id }) => ({
    sample: id,
    total: samples[id]?.total ?? 0,
    checked: samples[id]?.checked ?? 0,
  })),
  commitment: { signedBy, position, promised },
});
