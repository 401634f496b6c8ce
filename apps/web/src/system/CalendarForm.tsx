import { UploadOutlined } from '@ant-design/icons';
import type { Schemas } from '@fundguard/client';
import { Alert, Button, DatePicker, Form, Input, InputNumber, Upload } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/api';
import { problemOf } from '../api/problem';
import { FailureAlert } from '../parts/Failure';
import { useDone } from './useDone';

type Year = Schemas['CalendarYear'];
interface Values {
  readonly year: number;
  readonly notice: string;
  readonly holidays?: Dayjs[];
  readonly workdays?: Dayjs[];
}

interface Props {
  readonly year: number | undefined;
  readonly onDone: () => void;
}

/** A year's notice, picked day by day or read from a JSON file and then looked over. */
export function CalendarForm({ year, onDone }: Props) {
  const { t } = useTranslation(['system', 'domain', 'shell']);
  const [form] = Form.useForm<Values>();
  const [isUnreadable, setUnreadable] = useState(false);
  const { mutate, isPending, error } = useDone(
    (body: Year) => api.PUT('/api/v1/calendars/{year}', { params: { path: { year: body.year } }, body }),
    t('domain:act.loadCalendar'),
  );
  const read = async (file: File) => {
    const found = valuesOf(await file.text());
    setUnreadable(!found);
    if (found) form.setFieldsValue(found);
  };
  const rules = [{ required: true, message: t('shell:required') }];
  const { errors = [] } = problemOf(error)?.problem ?? {};
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ year }}
      onFinish={(values) => mutate(bodyOf(values), { onSuccess: onDone })}
    >
      <Upload accept=".json,application/json" showUploadList={false} beforeUpload={(file) => (void read(file), false)}>
        <Button icon={<UploadOutlined />}>{t('calendars.from-file')}</Button>
      </Upload>
      <Form.Item extra={t('calendars.file-hint')} />
      {isUnreadable && <Alert type="error" showIcon title={t('calendars.unreadable')} />}
      {error && <FailureAlert error={error} />}
      {errors.map(({ field, detail }) => (
        <Alert key={field} type="error" title={detail} />
      ))}
      <Form.Item name="year" label={t('domain:field.year')} rules={rules}>
        <InputNumber className="wide" min={2000} max={2100} />
      </Form.Item>
      <Form.Item name="notice" label={t('calendars.notice')} rules={rules}>
        <Input.TextArea autoSize />
      </Form.Item>
      {(['holidays', 'workdays'] as const).map((name) => (
        <Form.Item key={name} name={name} label={t(`domain:field.${name}`)}>
          <DatePicker multiple className="wide" maxTagCount="responsive" />
        </Form.Item>
      ))}
      <Button type="primary" htmlType="submit" loading={isPending} block>
        {t('domain:act.loadCalendar')}
      </Button>
    </Form>
  );
}

const texts = (days: readonly Dayjs[] = []): string[] => days.map((each) => each.format('YYYY-MM-DD')).sort();

const bodyOf = ({ year, notice, holidays, workdays }: Values): Year => ({
  ...{ year, notice, holidays: texts(holidays), workdays: texts(workdays) },
});

/** The server is the judge of a year; here it only has to have the shape of one. */
function valuesOf(text: string): Values | undefined {
  try {
    const { year, notice, holidays, workdays } = JSON.parse(text) as Year;
    return {
      year,
      notice,
      holidays: holidays.map((each) => dayjs(each)),
      workdays: workdays.map((each) => dayjs(each)),
    };
  } catch {
    return undefined;
  }
}
