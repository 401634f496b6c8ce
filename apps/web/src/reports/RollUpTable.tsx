import { Table, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { said } from '../locales';
import { TextButton } from '../parts/TextButton';
import type { RollUp } from './queries';
import { ValueText } from './value';

type Row = RollUp['rows'][number] | RollUp['units'][number];

interface Props {
  readonly rollUp: RollUp;
  readonly rows: readonly Row[];
  readonly label: string;
  /** Goes down into a region. */
  readonly onOpen?: (path: string) => void;
}

const isRegion = (row: Row): row is RollUp['rows'][number] => 'path' in row;

/** Sums in the order of codes or names, with the total below; nobody is ranked by figures. */
export function RollUpTable({ rollUp: { fields, total, region }, rows, label, onOpen }: Props) {
  const { t } = useTranslation('reports');
  const count = ({ reported, owed }: Pick<Row, 'reported' | 'owed'>) => (
    <Typography.Text {...(reported < owed ? { type: 'warning' as const } : {})}>
      {reported} / {owed}
    </Typography.Text>
  );
  return (
    <Table<Row>
      aria-label={label}
      rowKey={(row) => (isRegion(row) ? row.path : row.unit)}
      size="small"
      pagination={false}
      scroll={{ x: 'max-content' }}
      style={{ marginBlockEnd: 16 }}
      dataSource={[...rows]}
      columns={[
        {
          title: label,
          render: (_, row) => {
            if (!isRegion(row)) return <span className="break">{row.name}</span>;
            if (row.own) return t('own', { region: said(region.name) });
            return onOpen ? <TextButton onClick={() => onOpen(row.path)}>{said(row.name)}</TextButton> : said(row.name);
          },
        },
        { title: t('in'), align: 'right', render: (_, row) => count(row) },
        ...fields.map(({ id, name, kind }) => ({
          key: id,
          title: said(name),
          align: 'right' as const,
          render: (_: unknown, { sums }: Row) => <ValueText kind={kind} value={sums[id]} />,
        })),
      ]}
      {...(onOpen
        ? {
            summary: () => (
              <Table.Summary.Row>
                <Table.Summary.Cell index={0}>
                  <strong>{t('total')}</strong>
                </Table.Summary.Cell>
                <Table.Summary.Cell index={1} align="right">
                  {count(total)}
                </Table.Summary.Cell>
                {fields.map(({ id, kind }, at) => (
                  <Table.Summary.Cell key={id} index={at + 2} align="right">
                    <strong>
                      <ValueText kind={kind} value={total.sums[id]} />
                    </strong>
                  </Table.Summary.Cell>
                ))}
              </Table.Summary.Row>
            ),
          }
        : {})}
    />
  );
}
