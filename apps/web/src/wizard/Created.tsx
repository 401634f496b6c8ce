import { useRouter } from '@tanstack/react-router';
import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { PageShell } from '../parts/PageShell';

/** The draft stands; what comes next is somebody else's. */
export function Created({ id }: { readonly id: string }) {
  const { t } = useTranslation('wizard');
  const { history } = useRouter();
  const address = `/campaigns/${id}`;
  return (
    <PageShell title={t('title')}>
      <Result
        status="success"
        title={t('created.title')}
        subTitle={t('created.next')}
        extra={[
          <Button
            key="open"
            type="primary"
            href={address}
            onClick={(event) => {
              event.preventDefault();
              history.push(address);
            }}
          >
            {t('created.open')}
          </Button>,
          <Button key="more" onClick={() => history.push('/campaigns/new')}>
            {t('created.more')}
          </Button>,
        ]}
      />
    </PageShell>
  );
}
