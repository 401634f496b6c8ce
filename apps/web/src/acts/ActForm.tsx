import type { Schemas } from '@fundguard/client';
import { App, Button, Flex, Form } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../api/problem';
import { useSession } from '../api/session';
import { FailureAlert } from '../parts/Failure';
import { dropDraft, draftKey, keepDraft, readDraft } from './draft';
import { ActField } from './fields';
import { NewsAlert } from './NewsAlert';
import { OthersHere } from './OthersHere';
import { type ActName, actOf } from './schema';
import { type Target, useAct } from './useAct';
import { staleNews, useOpenForm } from './useOpenForm';
import { fromDraft, fromForm, toForm } from './values';

export interface ActFormProps extends Target {
  readonly act: ActName;
  /** What the page knows already. */
  readonly initial?: Readonly<Record<string, unknown>>;
  /** Fields whose value is given by where the form stands. */
  readonly fixed?: Readonly<Record<string, unknown>>;
  /** Controls that know more than the schema, by field. */
  readonly controls?: Readonly<Record<string, ReactNode>>;
  /** Why the act cannot be done as the file stands now: it may have changed under the open form. */
  readonly withheld?: string | undefined;
  readonly onDone?: (answer: Schemas['Answer']) => void;
  readonly submitLabel?: string;
}

/** The form of any act, from the schema that validates it. Drafts are kept until they are sent. */
export function ActForm(props: ActFormProps) {
  const { act, initial, fixed = {}, controls = {}, withheld, onDone, submitLabel, ...target } = props;
  const { t } = useTranslation(['domain', 'shell']);
  const { message } = App.useApp();
  const [form] = Form.useForm();
  const { account } = useSession().person;
  const key = draftKey(account, act, target.id);
  const [draft] = useState(() => readDraft(key));
  const { schema } = actOf(act);
  const { seen, see, others, at, news: heard } = useOpenForm(act, target);
  const { mutate, isPending, error, reset } = useAct(act, { ...target, version: seen });
  const stale = staleNews(error);
  // What is being sent changes the file too.
  const news = isPending ? undefined : (heard ?? stale);
  const top = useRef<HTMLDivElement>(null);

  const goOn = (version: number) => {
    see(version);
    reset();
    top.current?.focus();
  };
  const submit = (values: Record<string, unknown>) => {
    if (isPending) return; // Enter, pressed twice
    if (news) return top.current?.focus();
    mutate(
      { ...fromForm(schema, values), ...fixed },
      {
        onSuccess: (answer) => {
          dropDraft(key);
          if (seen !== undefined) see(answer.version);
          void message.success(t('shell:done', { what: t(`act.${act}`) }));
          onDone?.(answer);
        },
        onError: (reason) => {
          const fields = Object.entries(fieldErrors(reason));
          form.setFields(fields.map(([name, why]) => ({ name, errors: [why] })));
        },
      },
    );
  };

  return (
    <Form
      form={form}
      // Its fields' ids begin with it: two forms on a page, or the page itself, may have a `content`.
      name={`${act}-${target.id ?? 'new'}`}
      layout="vertical"
      initialValues={{ ...toForm(schema, { ...initial }), ...fromDraft(schema, draft ?? {}, Object.keys(controls)) }}
      onValuesChange={(_, values: object) => keepDraft(key, values)}
      onFinish={submit}
      scrollToFirstError
    >
      <div ref={top} tabIndex={-1} style={{ outline: 'none' }}>
        <OthersHere act={act} others={others} at={at} />
        {news && <NewsAlert news={news} withheld={withheld} onGoOn={() => goOn(news.version)} />}
        {error && !stale && <FailureAlert error={error} />}
      </div>
      {Object.entries(schema.properties ?? {})
        .filter(([name]) => !(name in fixed))
        .map(([name, field]) => (
          <ActField
            key={name}
            act={act}
            name={name}
            schema={field}
            required={schema.required?.includes(name) ?? false}
            control={controls[name]}
          />
        ))}
      <Flex justify="end" gap="small">
        <Button type="primary" htmlType="submit" loading={isPending}>
          {submitLabel ?? t(`act.${act}`)}
        </Button>
      </Flex>
    </Form>
  );
}
