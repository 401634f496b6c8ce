import { Button, Flex, Form, Input, type InputRef, Modal } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../api/problem';
import { FailureAlert } from '../parts/Failure';
import { type NewView, useSaveView } from './queries';

interface Props {
  readonly view: NewView;
  /** Of the view that gets another name; a new one has none yet. */
  readonly id: string | undefined;
  readonly onClose: () => void;
}

const LONGEST = 100;

/** Under which name the filters are kept. */
export function NameDialog({ view, id, onClose }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Pick<NewView, 'name'>>();
  const { mutate, isPending, error } = useSaveView(id);
  const input = useRef<InputRef>(null);
  const taken = error ? fieldErrors(error)['name'] : undefined;
  const save = ({ name }: Pick<NewView, 'name'>) => {
    if (isPending) return; // Enter, pressed twice
    mutate(
      { ...view, name: name.trim() },
      {
        onSuccess: onClose,
        onError: (reason) => {
          const why = fieldErrors(reason)['name'];
          if (why) form.setFields([{ name: 'name', errors: [why] }]);
        },
      },
    );
  };
  return (
    <Modal
      title={t(id ? 'views.rename' : 'views.save', view)}
      open
      onCancel={onClose}
      footer={null}
      // The dialog takes the focus for itself when it comes up.
      afterOpenChange={() => input.current?.focus()}
    >
      <Form form={form} name="view" layout="vertical" initialValues={{ name: view.name }} onFinish={save}>
        {error && !taken && <FailureAlert error={error} />}
        <Form.Item
          name="name"
          label={t('views.name')}
          extra={id ? undefined : t('views.private')}
          rules={[{ required: true, whitespace: true, message: t('required') }]}
        >
          <Input ref={input} maxLength={LONGEST} showCount autoComplete="off" />
        </Form.Item>
        <Flex justify="end" gap="small">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={isPending}>
            {t('views.keep')}
          </Button>
        </Flex>
      </Form>
    </Modal>
  );
}
