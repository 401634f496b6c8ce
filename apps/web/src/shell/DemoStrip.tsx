import { SwapOutlined } from '@ant-design/icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Dropdown, Grid, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { demoQuery, enterAs } from './demo';

/** Says that this is a demonstration, and lets one change parts. */
export function DemoStrip() {
  const { t } = useTranslation();
  const { md: isWide } = Grid.useBreakpoint();
  const { data: accounts = [] } = useQuery(demoQuery);
  const { mutate } = useMutation({ mutationFn: enterAs, onSuccess: () => window.location.assign('/') });
  if (accounts.length === 0) return null;
  const items = accounts.map(({ login, name }) => ({ key: login, label: name, onClick: () => mutate(login) }));
  return (
    <>
      <Tag color="warning">{t('demo.name')}</Tag>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button size="small" icon={<SwapOutlined />} aria-label={t('demo.switch')}>
          {isWide !== false && t('demo.switch')}
        </Button>
      </Dropdown>
    </>
  );
}
