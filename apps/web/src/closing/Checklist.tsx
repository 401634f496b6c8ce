import { Link } from '@tanstack/react-router';
import { Alert, Flex, Table, Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { said } from '../locales';
import { StateTag } from '../parts/StateTag';
import type { Closing } from './queries';

/** Where each thing that may be missing is looked after; what has no place of its own is done on this page. */
const PLACES: Readonly<Record<string, (campaign: string, words: string) => ReactNode>> = {
  obligations: (id, words) => (
    <Link to="/campaigns/$id/units" params={{ id }}>
      {words}
    </Link>
  ),
  phases: (id, words) => (
    <Link to="/campaigns/$id" params={{ id }}>
      {words}
    </Link>
  ),
  problems: (id, words) => (
    <Link to="/campaigns/$id/problems" params={{ id }}>
      {words}
    </Link>
  ),
  work: (id, words) => (
    <Link to="/campaigns/$id/work" params={{ id }} search={{ status: 'planned' }}>
      {words}
    </Link>
  ),
  briefings: (id, words) => (
    <Link to="/campaigns/$id/work" params={{ id }} search={{ unreached: 'true' }}>
      {words}
    </Link>
  ),
  cases: (campaign, words) => (
    <Link to="/cases" search={{ campaign }}>
      {words}
    </Link>
  ),
  transfers: (campaign, words) => (
    <Link to="/cases" search={{ campaign }}>
      {words}
    </Link>
  ),
  draws: (id, words) => (
    <Link to="/campaigns/$id/draws" params={{ id }}>
      {words}
    </Link>
  ),
  visits: (campaign, words) => (
    <Link to="/visits" search={{ campaign }}>
      {words}
    </Link>
  ),
  selfChecks: (id, words) => (
    <Link to="/campaigns/$id/self-checks" params={{ id }}>
      {words}
    </Link>
  ),
  rules: (campaign, words) => (
    <Link to="/rules" search={{ campaign }}>
      {words}
    </Link>
  ),
  typicalCases: (campaign, words) => (
    <Link to="/typical-cases" search={{ campaign }}>
      {words}
    </Link>
  ),
};

/** 收尾清单: what the records say is done and what is not, each with the place where it is done. */
export function Checklist({ campaign, closing }: { readonly campaign: string; readonly closing: Closing }) {
  const { t, i18n } = useTranslation('closing');
  const nameOf = ({ id, name }: Closing['items'][number]) =>
    i18n.exists(`items.${id}`, { ns: 'closing' }) ? t(`items.${id}`) : said(name);
  return (
    <>
      <Alert
        role="status"
        type={closing.missing > 0 ? 'warning' : 'success'}
        showIcon
        title={closing.missing > 0 ? t('missing', { count: closing.missing }) : t('all-done')}
        style={{ marginBlockEnd: 12 }}
      />
      <Table
        rowKey="id"
        size="small"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={closing.items}
        columns={[
          { key: 'item', title: t('item'), render: (_, item) => nameOf(item) },
          {
            key: 'left',
            title: t('left'),
            render: (_, { open, total, required }) => (
              <Flex gap="small" align="center">
                <StateTag tone={open === 0 ? 'good' : required ? 'bad' : 'warning'}>
                  {open === 0 ? t('done') : t('of', { open, total })}
                </StateTag>
                <Typography.Text type="secondary">{t(required ? 'required' : 'advised')}</Typography.Text>
              </Flex>
            ),
          },
          {
            key: 'look',
            title: '',
            render: (_, item) => PLACES[item.id]?.(campaign, `${t('look')}${nameOf(item)}`),
          },
        ]}
      />
    </>
  );
}
