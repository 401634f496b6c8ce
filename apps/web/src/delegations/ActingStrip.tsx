import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { stopActing } from './queries';

/** Says on every page for whom one acts, and ends it. */
export function ActingStrip({ principal }: { readonly principal: string }) {
  const { t } = useTranslation('delegations');
  return (
    <>
      <Tag color="processing" role="status">
        {t('acting', { name: principal })}
      </Tag>
      <Button size="small" onClick={() => void stopActing()}>
        {t('end')}
      </Button>
    </>
  );
}
