import { App, Button, Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { MoneyInput } from '../acts/MoneyInput';
import { said } from '../locales';
import type { EntryContent, Visit } from './offline/store';
import type { Recording } from './offline/use-offline';

interface Props {
  readonly recording: Recording;
}

/** A form whose content becomes one entry; kept on the phone at once. */
function useEntryForm<Fields extends object>({ recording }: Props, contentOf: (fields: Fields) => EntryContent) {
  const { t } = useTranslation('visits');
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const onFinish = (fields: Fields) => {
    void recording.record(contentOf(fields));
    void message.success(t('kept'));
    form.resetFields();
  };
  return { form, onFinish, layout: 'vertical' as const };
}

const REQUIRED = [{ required: true }];

/** 清点人数: listed and present. */
export function CountForm({ recording }: Props) {
  const { t } = useTranslation('visits');
  const props = useEntryForm<{ what: string; listed: number; present: number }>({ recording }, (fields) => ({
    kind: 'count',
    ...fields,
  }));
  return (
    <Form {...props} name="count">
      <Form.Item name="what" label={t('count.what')} rules={REQUIRED}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="listed" label={t('count.listed')} rules={REQUIRED}>
        <InputNumber min={0} precision={0} className="wide" inputMode="numeric" />
      </Form.Item>
      <Form.Item name="present" label={t('count.present')} rules={REQUIRED}>
        <InputNumber min={0} precision={0} className="wide" inputMode="numeric" />
      </Form.Item>
      <Button htmlType="submit" block>
        {t('keep')}
      </Button>
    </Form>
  );
}

const AGAINST = ['chart', 'fees', 'certification', 'his', 'voucher', 'homeVisit'] as const;
type Sample = Extract<EntryContent, { kind: 'sample' }>;

/** 抽查核对: a claim against the chart, the fee list, the vouchers. */
export function SampleForm({ recording }: Props) {
  const { t } = useTranslation('visits');
  const props = useEntryForm<Omit<Sample, 'kind'>>({ recording }, ({ note, amount, ...fields }) => ({
    kind: 'sample',
    ...fields,
    ...(note ? { note } : {}),
    ...(amount ? { amount } : {}),
  }));
  return (
    <Form {...props} name="sample" initialValues={{ against: ['chart', 'fees'], matches: true }}>
      <Form.Item name="record" label={t('sample.record')} rules={REQUIRED}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="against" label={t('sample.against')} rules={REQUIRED}>
        <Select mode="multiple" options={AGAINST.map((value) => ({ value, label: t(`against.${value}`) }))} />
      </Form.Item>
      <Form.Item name="matches" label={t('sample.matches')}>
        <Radio.Group
          optionType="button"
          options={[
            { value: true, label: t('sample.yes') },
            { value: false, label: t('sample.no') },
          ]}
        />
      </Form.Item>
      <Form.Item name="note" label={t('note')}>
        <Input.TextArea maxLength={5_000} autoSize />
      </Form.Item>
      <Form.Item name="amount" label={t('amount')}>
        <MoneyInput />
      </Form.Item>
      <Button htmlType="submit" block>
        {t('keep')}
      </Button>
    </Form>
  );
}

interface Inquiry {
  readonly person: string;
  readonly position: string;
  readonly rightsTold?: boolean;
  readonly answers: readonly (string | undefined)[];
}

/** 询问笔录: the rights first, then the questions of the bank; what was not asked is left out. */
export function InquiryForm({ recording, visit }: Props & { readonly visit: Visit }) {
  const { t } = useTranslation('visits');
  const { questions, record } = visit.content;
  const props = useEntryForm<Inquiry>({ recording }, ({ person, position, answers }) => ({
    ...{ kind: 'inquiry', person, position, heldAt: new Date().toISOString(), rightsTold: true },
    questions: questions.flatMap(({ zh }, index) => (answers[index] ? [{ q: zh, a: answers[index] }] : [])),
  }));
  const isTold = (_: unknown, told?: boolean) =>
    told ? Promise.resolve() : Promise.reject(new Error(t('inquiry.rights-first')));
  const someAnswer = (_: unknown, answers?: Inquiry['answers']) =>
    answers?.some(Boolean) ? Promise.resolve() : Promise.reject(new Error(t('inquiry.no-answer')));
  return (
    <Form {...props} name="inquiry">
      {record.rights.map((each) => (
        <p key={each}>{each}</p>
      ))}
      <Form.Item name="rightsTold" valuePropName="checked" rules={[{ validator: isTold }]}>
        <Checkbox>{t('inquiry.rights-told')}</Checkbox>
      </Form.Item>
      <Form.Item name="person" label={t('inquiry.person')} rules={REQUIRED}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="position" label={t('inquiry.position')} rules={REQUIRED}>
        <Input maxLength={100} />
      </Form.Item>
      {questions.map((question, index) => (
        <Form.Item key={question.zh} name={['answers', index]} label={said(question)}>
          <Input.TextArea maxLength={5_000} autoSize={{ minRows: 1 }} />
        </Form.Item>
      ))}
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) => (
          <Form.Item
            name="any"
            rules={[{ validator: () => someAnswer(undefined, getFieldValue('answers') as Inquiry['answers']) }]}
          >
            <span />
          </Form.Item>
        )}
      </Form.Item>
      <Button htmlType="submit" block>
        {t('keep')}
      </Button>
    </Form>
  );
}
