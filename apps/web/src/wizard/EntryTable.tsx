import { Flex, Select, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { said } from '../locales';
import { instantText } from '../parts/time';
import { EntryMarks } from './DayPanel';
import { KindTag } from './KindTag';
import { dayOf } from './days';
import { KINDS, KIND_NAMES } from './kinds';
import type { Entry, Kind } from './queries';

/** The list twin of the calendar. */
export function EntryTable({ entries, on }: { readonly entries: readonly Entry[]; readonly on: string }) {
  const { t } = useTranslation(['wizard', 'shell']);
  const [kinds, setKinds] = useState<Kind[]>([]);
  const rows = entries
    .map((entry, key) => ({ ...entry, key }))
    .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
  return (
    <>
      <Flex gap="small" align="center" style={{ marginBlockEnd: 8 }}>
        <Select
          mode="multiple"
          allowClear
          aria-label={t('list.filter')}
          placeholder={t('list.filter')}
          style={{ minWidth: 220 }}
          value={kinds}
          onChange={setKinds}
          options={KIND_NAMES.map((value) => ({ value, label: t(`kind.${KINDS[value].word}`) }))}
        />
        <span role="status">{t('list.count', { count: rows.length })}</span>
      </Flex>
      <Table
        size="small"
        rowKey="key"
        dataSource={rows}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        scroll={{ x: 'max-content' }}
        rowClassName={({ at }) => (dayOf(at) < on ? 'wizard-gone' : dayOf(at) === on ? 'wizard-now' : '')}
        columns={[
          { title: t('list.at'), dataIndex: 'at', render: instantText },
          { title: t('list.kind'), render: (_, { kind, count }) => <KindTag kind={kind} count={count} /> },
          { title: t('list.what'), render: (_, { what }) => <span className="wizard-wrap">{said(what)}</span> },
          { title: t('list.to'), render: (_, { to }) => <span className="wizard-wrap">{said(to)}</span> },
          {
            title: t('list.why'),
            render: (_, entry) => (
              <span className="wizard-wrap">
                {said(entry.why)} <EntryMarks entry={entry} />
              </span>
            ),
          },
        ]}
      />
    </>
  );
}
