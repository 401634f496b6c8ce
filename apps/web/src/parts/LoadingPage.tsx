import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';

/** The outline of a page while its data come. */
export function LoadingPage() {
  const { t } = useTranslation();
  return (
    <div className="page" role="status" aria-label={t('loading')}>
      <Skeleton active title={{ width: 240 }} paragraph={{ rows: 8 }} />
    </div>
  );
}
