import { useNavigate, useSearch } from '@tanstack/react-router';
import { Tabs, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../acts/ActButton';
import { useMay } from '../api/session';
import { PageShell } from '../parts/PageShell';
import { today } from '../parts/time';
import { BlockDrawer } from './BlockDrawer';
import { BlocksTab } from './BlocksTab';
import { PeopleTab } from './PeopleTab';
import { PersonDrawer } from './PersonDrawer';

/** 记分与暂停: people with their points, and who is suspended or terminated, by which decision. */
export function CreditPage() {
  const { t } = useTranslation('credit');
  const { person, block, tab, ...filters } = useSearch({ from: '/app/credit' });
  const navigate = useNavigate();
  const may = useMay();
  const ask = (search: object) => void navigate({ to: '/credit', search, replace: true });
  const shown = tab ?? (block ? 'blocks' : 'people');
  const here = { ...filters, ...(shown === 'blocks' ? { tab: 'blocks' } : {}) };
  const tabs = [
    {
      key: 'people',
      label: t('people'),
      children: <PeopleTab filters={filters} onAsk={ask} onOpen={(id) => ask({ ...here, person: id })} />,
    },
    ...(may('block.read')
      ? [
          {
            key: 'blocks',
            label: t('blocks'),
            children: (
              <BlocksTab
                filters={filters}
                onAsk={(search) => ask({ ...search, tab: 'blocks' })}
                onOpen={(id) => ask({ ...here, block: id })}
              />
            ),
          },
        ]
      : []),
  ];
  return (
    <PageShell
      title={t('title')}
      acts={
        <>
          {may('points.enter') && shown === 'people' && (
            <ActButton act="listPractitioner" type="primary" initial={{ role: 'physician' }} />
          )}
          {may('block.propose') && shown === 'blocks' && (
            <ActButton
              act="proposeBlock"
              type="primary"
              label={t('propose-unit')}
              initial={{ kind: 'suspension', from: today() }}
              fixed={{ practitioner: undefined }}
            />
          )}
        </>
      }
    >
      <Typography.Paragraph type="secondary">{t('note')}</Typography.Paragraph>
      <Tabs
        activeKey={shown}
        onChange={(chosen) => ask(chosen === 'people' ? {} : { tab: chosen })}
        items={tabs}
        destroyOnHidden
      />
      <PersonDrawer id={person} onClose={() => ask(here)} />
      <BlockDrawer id={block} onClose={() => ask(here)} />
    </PageShell>
  );
}
