import { ColumnHeightOutlined, SettingOutlined } from '@ant-design/icons';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { Button, Checkbox, Empty, Flex, Popover, Skeleton, Table, type TableColumnType, Typography } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailurePage } from './Failure';

export interface Column<Row> extends Omit<TableColumnType<Row>, 'key' | 'title'> {
  readonly key: string;
  readonly title: string;
}

interface Page<Row> {
  readonly items: readonly Row[];
  readonly next: string | null;
}

interface Props<Row> {
  /** Under this name the choice of columns and the density are kept in this browser. */
  readonly name: string;
  readonly query: UseInfiniteQueryResult<InfiniteData<Page<Row>>>;
  readonly columns: readonly Column<Row>[];
  readonly rowKey: keyof Row & string;
  /** What to do next when there is nothing. */
  readonly empty: ReactNode;
  readonly toolbar?: ReactNode;
  readonly selected?: readonly string[];
  readonly onSelect?: (keys: readonly string[]) => void;
}

interface Layout {
  readonly hidden: readonly string[];
  readonly size: 'small' | 'middle';
}

function useLayout(name: string): readonly [Layout, (change: Partial<Layout>) => void] {
  const key = `fundguard.table.${name}`;
  const [layout, setLayout] = useState<Layout>(() => ({
    hidden: [],
    size: 'middle',
    ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Layout>),
  }));
  const change = (part: Partial<Layout>) => {
    const next = { ...layout, ...part };
    localStorage.setItem(key, JSON.stringify(next));
    setLayout(next);
  };
  return [layout, change];
}

/** A list of the API: keyset pages, choice of columns, density; it scrolls inside its frame, never the page. */
export function DataTable<Row extends object>(props: Props<Row>) {
  const { name, query, columns, rowKey, empty, toolbar, selected, onSelect } = props;
  const { t } = useTranslation('shell');
  const [{ hidden, size }, change] = useLayout(name);
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  if (query.error && rows.length === 0) return <FailurePage error={query.error} again={() => void query.refetch()} />;
  const chooser = (
    <Checkbox.Group
      style={{ flexDirection: 'column' }}
      options={columns.map(({ key, title }) => ({ value: key, label: title }))}
      value={columns.map(({ key }) => key).filter((key) => !hidden.includes(key))}
      onChange={(shown: string[]) =>
        change({ hidden: columns.map(({ key }) => key).filter((key) => !shown.includes(key)) })
      }
    />
  );
  return (
    <>
      <Flex wrap gap="small" justify="space-between" align="center" className="no-print" style={{ marginBlockEnd: 8 }}>
        <Typography.Text type="secondary" role="status">
          {query.data && t('total', { count: rows.length })}
        </Typography.Text>
        <Flex wrap gap="small">
          {toolbar}
          <Popover content={chooser} trigger="click" placement="bottomRight">
            <Button icon={<SettingOutlined />} aria-label={t('columns')} title={t('columns')} />
          </Popover>
          <Button
            icon={<ColumnHeightOutlined />}
            aria-label={t('density')}
            title={t('density')}
            onClick={() => change({ size: size === 'small' ? 'middle' : 'small' })}
          />
        </Flex>
      </Flex>
      {/* A table without rows would say that there are none, and move its columns when they come. */}
      {query.data ? (
        <Table<Row>
          rowKey={rowKey}
          size={size}
          sticky={{ offsetHeader: 56 }}
          scroll={{ x: 'max-content' }}
          pagination={false}
          dataSource={rows}
          columns={columns.filter(({ key }) => !hidden.includes(key))}
          locale={{ emptyText: <Empty description={empty} /> }}
          {...(onSelect
            ? {
                rowSelection: {
                  selectedRowKeys: [...(selected ?? [])],
                  onChange: (keys) => onSelect(keys.map(String)),
                },
              }
            : {})}
        />
      ) : (
        <Skeleton active title={false} paragraph={{ rows: 8 }} />
      )}
      {query.hasNextPage && (
        <Flex justify="center" style={{ marginBlockStart: 16 }}>
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('more')}
          </Button>
        </Flex>
      )}
    </>
  );
}
