import { Link } from '@tanstack/react-router';
import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Result
      status="404"
      title={t('not-found')}
      extra={
        <Link to="/">
          <Button type="primary">{t('to-start')}</Button>
        </Link>
      }
    />
  );
}
