import { Table, type TableColumnsType, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { said } from '../locales';
import { TextButton } from '../parts/TextButton';
import { FigureText } from '../targets/FigureText';
import type { ComputedTable } from './queries';

type Row = ComputedTable['rows'][number];
type ColumnOf = ComputedTable['columns'][number];

interface Props {
  readonly table: ComputedTable;
  /** Opens the rows behind a cell; without it the figures are only read. */
  readonly onOpen?: (row: Row, column: ColumnOf) => void;
  /** What is counted otherwise now, by row and column. */
  readonly now?: ReadonlyMap<string, string | null>;
}

/** 统计表 with its nested heads, as the form has them. */
export function FormTable({ table: { columns, rows }, onOpen, now }: Props) {
  const leaf = (column: ColumnOf, index: number): TableColumnsType<Row>[number] => {
    const head = column.heads.at(-1);
    return {
      key: column.id,
      title: head && said(head),
      align: column.unit === 'text' ? 'left' : 'right',
      render: (_, row) => <Cell row={row} column={column} value={shownOf(row, index)} onOpen={onOpen} now={now} />,
    };
  };
  const firstText = columns.findIndex(({ unit }) => unit === 'text');
  /** What the row is of, in the language that is read. */
  const shownOf = ({ label, isTotal, cells }: Row, index: number): string | null =>
    index === firstText && (isTotal || cells[index] === label.zh) ? said(label) : (cells[index] ?? null);
  return (
    <Table<Row>
      rowKey="key"
      size="small"
      bordered
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={rows}
      columns={grouped(columns, leaf)}
      rowClassName={({ isTotal }) => (isTotal ? 'total' : '')}
    />
  );
}

/** Columns of one group under its head. */
function grouped(
  columns: readonly ColumnOf[],
  leaf: (column: ColumnOf, index: number) => TableColumnsType<Row>[number],
): TableColumnsType<Row> {
  const made: { title: string; children: TableColumnsType<Row>[number][] }[] = [];
  return columns.flatMap((column, index) => {
    const [group, own] = column.heads;
    if (!group || !own) return [leaf(column, index)];
    const before = columns[index - 1]?.heads;
    if (before?.length === 2 && before[0]?.zh === group.zh) {
      made.at(-1)?.children.push(leaf(column, index));
      return [];
    }
    const under = { key: `group ${index}`, title: said(group), children: [leaf(column, index)] };
    made.push(under);
    return [under];
  });
}

interface CellProps {
  readonly onOpen: Props['onOpen'] | undefined;
  readonly now: Props['now'] | undefined;
  readonly row: Row;
  readonly column: ColumnOf;
  readonly value: string | null;
}

function Cell({ row, column, value, onOpen, now }: CellProps) {
  const { t } = useTranslation('tables');
  if (column.unit === 'text') {
    return (
      <span className="break" style={{ display: 'block', maxWidth: 280 }}>
        {value}
      </span>
    );
  }
  const figure = <FigureText unit={column.unit} value={value} />;
  const is = now?.get(`${row.key} ${column.id}`);
  return (
    <>
      {onOpen && column.indicator && value !== null ? (
        <TextButton onClick={() => onOpen(row, column)}>{figure}</TextButton>
      ) : (
        figure
      )}
      {is !== undefined && (
        <Typography.Text type="warning" style={{ display: 'block' }}>
          △ {t('now')} <FigureText unit={column.unit} value={is} />
        </Typography.Text>
      )}
    </>
  );
}
