import { useQuery } from '@tanstack/react-query';
import { Button, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { said } from '../locales';
import { PlanDrawer } from '../plans/PlanDrawer';
import { Listing } from './Listing';
import { plansQuery } from '../plans/queries';

/** 实施方案: the templates that came with the product, with their versions. A campaign keeps the version it was drafted with. */
export function PlansTab() {
  const { t } = useTranslation('system');
  const plans = useQuery(plansQuery);
  const [opened, open] = useState<string>();
  return (
    <>
      <Typography.Paragraph type="secondary">{t('plans.note')}</Typography.Paragraph>
      <Listing
        query={plans}
        rows={plans.data}
        rowKey={({ id }) => id}
        empty={t('plans.empty')}
        columns={[
          {
            title: t('plans.name'),
            render: (_, { id, nameZh, nameEn }) => (
              <Button type="link" style={{ padding: 0, whiteSpace: 'normal', height: 'auto' }} onClick={() => open(id)}>
                {said({ zh: nameZh, en: nameEn })}
              </Button>
            ),
          },
          { title: t('version'), dataIndex: 'version' },
          { title: t('plans.phases'), dataIndex: 'phases' },
          { title: t('plans.id'), dataIndex: 'id' },
        ]}
      />
      {opened && <PlanDrawer id={opened} onClose={() => open(undefined)} />}
    </>
  );
}
