import type { Schemas } from '@fundguard/client';
import { App, Button, Flex, Form } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../api/problem';
import { useSession } from '../api/session';
import { FailureAlert } from '../parts/Failure';
import { dropDraft, draftKey, keepDraft, readDraft } from './draft';
import { ActField } from './fields';
import { type ActName, actOf } from './schema';
import { type Target, useAct } from './useAct';
import { fromDraft, fromForm, toForm } from './values';

export interface ActFormProps extends Target {
  readonly act: ActName;
  /** What the page knows already. */
  readonly initial?: Readonly<Record<string, unknown>>;
  /** Fields whose value is given by where the form stands. */
  readonly fixed?: Readonly<Record<string, unknown>>;
  /** Controls that know more than the schema, by field. */
  readonly controls?: Readonly<Record<string, ReactNode>>;
  readonly onDone?: (answer: Schemas['Answer']) => void;
  readonly submitLabel?: string;
}

/** The form of any act, from the schema that validates it. Drafts are kept until they are sent. */
export function ActForm({ act, initial, fixed = {}, controls = {}, onDone, submitLabel, ...target }: ActFormProps) {
  const { t } = useTranslation(['domain', 'shell']);
  const { message } = App.useApp();
  const [form] = Form.useForm();
  const { account } = useSession().person;
  const key = draftKey(account, act, target.id);
  const [draft] = useState(() => readDraft(key));
  const { schema } = actOf(act);
  const { mutate, isPending, error } = useAct(act, target);

  const submit = (values: Record<string, unknown>) => {
    if (isPending) return; // Enter, pressed twice
    mutate(
      { ...fromForm(schema, values), ...fixed },
      {
        onSuccess: (answer) => {
          dropDraft(key);
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
      {error && <FailureAlert error={error} />}
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
