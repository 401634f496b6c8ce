import { useQuery } from '@tanstack/react-query';
import { App, Button, Card, Checkbox, Col, DatePicker, Flex, Form, Input, Radio, Row, Select, Typography } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dropDraft, draftKey, keepDraft, readDraft } from '../acts/draft';
import { RegionPicker } from '../acts/pickers';
import { actOf, type FieldSchema } from '../acts/schema';
import { peopleQuery } from '../api/organisation';
import { fieldErrors } from '../api/problem';
import { useSession } from '../api/session';
import { FailureAlert } from '../parts/Failure';
import { CodeShown } from './CodeShown';
import { ReporterFields } from './ReporterFields';
import { SimilarHints } from './SimilarHints';
import { UnitLookup } from './UnitLookup';
import type { SimilarLead } from './queries';
import { type Typed, fromDraft, reportOf } from './report';
import { useReport } from './useReport';

const LEAD: Readonly<Record<string, FieldSchema>> =
  (actOf('takeReport').schema.properties as Readonly<Record<string, FieldSchema>>)['lead']?.properties ?? {};
const SOURCES = LEAD['source']?.enum ?? [];
const TAGS = LEAD['tags']?.items?.enum ?? [];

const NOTHING = { title: undefined, summary: undefined, tags: undefined, handler: undefined, assignment: undefined };
const NOBODY = { name: undefined, unit: undefined, idNumber: undefined, phone: undefined, address: undefined };

/** 接报登记: written for one hand on the telephone. Tab goes through it in the order of a call, Ctrl+Enter saves. */
export function IntakeCard() {
  const { t } = useTranslation(['leads', 'domain', 'shell']);
  const { message } = App.useApp();
  const { account, region, roles } = useSession().person;
  const [form] = Form.useForm<Typed>();
  const key = draftKey(account, 'takeReport');
  const start: Typed = {
    ...{ source: 'hotline', subject: { kind: 'institution' }, region, reporter: { kind: 'anonymous' } },
    ...(roles.includes('investigator') ? { handler: account } : {}),
  };
  const [initial] = useState<Typed>(() => ({
    ...start,
    ...fromDraft(readDraft(key)),
    reporter: { kind: 'anonymous' },
  }));
  const [typed, setTyped] = useState<Typed>(initial);
  const [code, setCode] = useState<string>();
  const { mutate, isPending, error, reset } = useReport();
  const box = useRef<HTMLDivElement>(null);

  const startAnew = () => {
    dropDraft(key);
    form.resetFields();
    // What it began with may have been a draft, and what is not shown now is in the form still.
    form.setFieldsValue({ ...NOTHING, ...start, subject: { ...NOBODY, ...start.subject } } as never);
    form.setFieldValue('reporter', { ...NOBODY, ...start.reporter });
    setTyped(start);
    reset();
    box.current?.querySelector<HTMLElement>('input')?.focus();
  };
  const changed = () => {
    const now = form.getFieldsValue(true) as Typed;
    setTyped(now);
    keepDraft(key, now);
  };
  const save = async (into?: SimilarLead) => {
    if (isPending) return;
    const values = await form.validateFields().catch(() => undefined);
    if (!values) return;
    const joined = into && { id: into.id, reason: t('similar.because', { number: into.number }) };
    mutate(
      { report: reportOf(form.getFieldsValue(true) as Typed), ...(joined ? { into: joined } : {}) },
      {
        onSuccess: (answer) => {
          void message.success(t('shell:done', { what: t('domain:act.takeReport') }));
          setCode(answer.code);
          startAnew();
        },
        onError: (reason) =>
          form.setFields(
            Object.entries(fieldErrors(reason)).map(([name, why]) => ({
              name: name.replace(/^lead\./, '').split('.') as never,
              errors: [why],
            })),
          ),
      },
    );
  };

  return (
    <Card size="small" title={t('intake')} extra={<Typography.Text type="secondary">Ctrl + Enter</Typography.Text>}>
      <div
        ref={box}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void save();
        }}
      >
        <Form
          form={form}
          name="takeReport"
          layout="vertical"
          initialValues={initial}
          onValuesChange={changed}
          onFinish={() => void save()}
          scrollToFirstError
        >
          {error && <FailureAlert error={error} />}
          <ReporterFields />
          <SubjectFields
            onUnit={(unit) => {
              if (unit) form.setFieldsValue({ region: unit.region, subject: { name: unit.name } });
              changed();
            }}
          />
          <Matter />
          <SimilarHints typed={typed} isBusy={isPending} onMerge={(into) => void save(into)} />
          <Routing />
          <Flex wrap gap="small" justify="space-between" align="center">
            <Typography.Text type="secondary">{t('draft')}</Typography.Text>
            <Flex gap="small">
              <Button onClick={startAnew}>{t('clear')}</Button>
              <Button type="primary" htmlType="submit" loading={isPending}>
                {t('save')}
              </Button>
            </Flex>
          </Flex>
        </Form>
      </div>
      <CodeShown code={code} onTold={() => setCode(undefined)} />
    </Card>
  );
}

type OnUnit = Parameters<typeof UnitLookup>[0]['onUnit'];

/** Whom it is about: an institution by part of its name, one that is not registered, or a person. */
function SubjectFields({ onUnit }: { readonly onUnit: OnUnit }) {
  const { t } = useTranslation(['leads', 'cases', 'domain', 'shell']);
  const kind = Form.useWatch<string | undefined>(['subject', 'kind']);
  const unit = Form.useWatch<string | undefined>(['subject', 'unit']);
  const isPerson = kind === 'individual';
  const required = [{ required: true, whitespace: true, message: t('shell:required') }];
  return (
    <>
      <Form.Item name={['subject', 'kind']} label={t('domain:field.subject')} style={{ marginBlockEnd: 8 }}>
        <Radio.Group
          options={(['institution', 'individual'] as const).map((value) => ({
            value,
            label: t(`cases:subject.${value}`),
          }))}
        />
      </Form.Item>
      <Row gutter={8}>
        {!isPerson && (
          <Col xs={24} sm={12}>
            <Form.Item name={['subject', 'unit']} label={t('subject.unit')}>
              <UnitLookup onUnit={onUnit} />
            </Form.Item>
          </Col>
        )}
        <Col xs={24} sm={12}>
          <Form.Item
            name={['subject', 'name']}
            label={t(isPerson ? 'subject.name' : 'subject.other')}
            rules={required}
            validateFirst
          >
            <Input maxLength={200} autoComplete="off" disabled={!isPerson && Boolean(unit)} />
          </Form.Item>
        </Col>
        {isPerson && (
          <Col xs={24} sm={12}>
            <Form.Item name={['subject', 'idNumber']} label={t('cases:subject.id-number')}>
              <Input autoComplete="off" />
            </Form.Item>
          </Col>
        )}
      </Row>
    </>
  );
}

/** What it is about. */
function Matter() {
  const { t } = useTranslation(['domain', 'shell']);
  const required = [{ required: true, whitespace: true, message: t('shell:required') }];
  return (
    <>
      <Form.Item name="tags" label={t('field.tags')}>
        <Checkbox.Group options={TAGS.map((value) => ({ value, label: t(`value.tags.${value}`) }))} />
      </Form.Item>
      <Form.Item name="title" label={t('field.title')} rules={required} validateFirst>
        <Input maxLength={300} autoComplete="off" />
      </Form.Item>
      <Form.Item name="summary" label={t('field.summary')} rules={required} validateFirst>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 14 }} maxLength={20_000} />
      </Form.Item>
    </>
  );
}

/** Where it came from, where it belongs, and who verifies it there. */
function Routing() {
  const { t } = useTranslation(['leads', 'domain', 'shell']);
  const required = [{ required: true, message: t('shell:required') }];
  const source = Form.useWatch<string | undefined>('source');
  const region = Form.useWatch<string | undefined>('region');
  const { data: people } = useQuery(peopleQuery);
  // Whoever verifies a lead sees its region; those of the region itself come first.
  const handlers = (people ?? [])
    .filter((each) => each.roles.includes('investigator') && region?.startsWith(each.region))
    .sort((one, other) => other.region.length - one.region.length);
  return (
    <>
      <Row gutter={8}>
        <Col xs={24} sm={8}>
          <Form.Item name="source" label={t('domain:field.source')} rules={required}>
            <Select
              options={SOURCES.map((value) => ({ value, label: t(`domain:value.source.${value}`) }))}
              showSearch={{ optionFilterProp: 'label' }}
            />
          </Form.Item>
        </Col>
        <Col xs={24} sm={8}>
          <Form.Item name="region" label={t('domain:field.region')} rules={required}>
            <RegionPicker />
          </Form.Item>
        </Col>
        <Col xs={24} sm={8}>
          <Form.Item name="handler" label={t('domain:field.handler')} rules={required}>
            <Select
              options={handlers.map(({ id, name }) => ({ value: id, label: name }))}
              showSearch={{ optionFilterProp: 'label' }}
            />
          </Form.Item>
        </Col>
      </Row>
      {source === 'assigned' && <AssignmentFields />}
    </>
  );
}

function AssignmentFields() {
  const { t } = useTranslation(['leads', 'shell']);
  const required = [{ required: true, message: t('shell:required') }];
  return (
    <Row gutter={8}>
      <Col xs={24} sm={8}>
        <Form.Item name={['assignment', 'by']} label={t('assignment.by')} rules={required}>
          <Input maxLength={200} />
        </Form.Item>
      </Col>
      <Col xs={24} sm={8}>
        <Form.Item name={['assignment', 'number']} label={t('assignment.number')}>
          <Input maxLength={100} />
        </Form.Item>
      </Col>
      <Col xs={24} sm={8}>
        <Form.Item name={['assignment', 'due']} label={t('assignment.due')} rules={required}>
          <DatePicker className="wide" />
        </Form.Item>
      </Col>
    </Row>
  );
}
