import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { expiredQuery } from '../api/session';
import { SignInForm } from './SignInForm';

/** Comes up over the page when the session is over: what was typed stays where it is. */
export function SignInAgain() {
  const { t } = useTranslation();
  const { data: isExpired = false } = useQuery(expiredQuery);
  return (
    <Modal title={t('expired')} open={isExpired} closable={false} footer={null} destroyOnHidden zIndex={3_000}>
      <SignInForm />
    </Modal>
  );
}
