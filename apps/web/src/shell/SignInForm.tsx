import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Credentials, useSignIn } from '../api/session';
import { FailureAlert } from '../parts/Failure';

export function SignInForm({ login, onDone }: { readonly login?: string; readonly onDone?: () => void }) {
  const { t } = useTranslation();
  const { mutate, isPending, error } = useSignIn();
  const submit = (credentials: Credentials) => mutate(credentials, { onSuccess: () => onDone?.() });
  return (
    <Form layout="vertical" onFinish={submit} initialValues={{ login }} requiredMark={false}>
      {error && <FailureAlert error={error} />}
      <Form.Item name="login" label={t('login')} rules={[{ required: true, message: t('required') }]}>
        <Input autoComplete="username" autoFocus={!login} />
      </Form.Item>
      <Form.Item name="password" label={t('password')} rules={[{ required: true, message: t('required') }]}>
        <Input.Password autoComplete="current-password" autoFocus={Boolean(login)} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={isPending} block>
        {t('sign-in')}
      </Button>
    </Form>
  );
}
