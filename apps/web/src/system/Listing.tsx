import type { UseQueryResult } from '@tanstack/react-query';
import { Empty, Skeleton, Table, type TableColumnType } from 'antd';
import { FailurePage } from '../parts/Failure';

interface Props<Row> {
  readonly query: Pick<UseQueryResult<unknown>, 'error' | 'refetch'>;
  readonly rows: readonly Row[] | undefined;
  readonly rowKey: (row: Row) => string;
  readonly columns: readonly TableColumnType<Row>[];
  readonly empty: string;
}

/** A list that comes whole. */
export function Listing<Row extends object>({ query, rows, rowKey, columns, empty }: Props<Row>) {
  if (query.error && !rows) return <FailurePage error={query.error} again={() => void query.refetch()} />;
  if (!rows) return <Skeleton active title={false} paragraph={{ rows: 6 }} />;
  return (
    <Table<Row>
      size="small"
      rowKey={rowKey}
      dataSource={[...rows]}
      columns={columns.map((column, index) => ({ ...column, key: index }))}
      scroll={{ x: 'max-content' }}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      locale={{ emptyText: <Empty description={empty} /> }}
    />
  );
}
