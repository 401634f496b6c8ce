import { DownloadOutlined, FileExcelOutlined } from '@ant-design/icons';
import { Button, Card, Flex, Segmented, Skeleton, Table } from 'antd';
import type { EChartsCoreOption } from 'echarts/core';
import { type ReactNode, Suspense, lazy, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { csvOf } from './csv';
import { download } from './download';
import type { Plotted } from './Plot';

const Plot = lazy(() => import('./Plot'));

export type ChartCell = string | number | null | undefined;
export interface ChartColumn {
  readonly key: string;
  readonly title: string;
  readonly align?: 'left' | 'right';
}
/** A row of the table twin; `key` is also what a mark of the picture carries in its datum. */
export type ChartRow = Readonly<Record<string, ChartCell>> & { readonly key: string };

interface Props {
  readonly title: string;
  readonly option: EChartsCoreOption;
  /** What the picture says, in a sentence. */
  readonly ariaSentence: string;
  readonly columns: readonly ChartColumn[];
  readonly rows: readonly ChartRow[];
  /** Leads to the list behind a mark; in the table the first cell of the row does. */
  readonly onSelect?: (key: string) => void;
  readonly height?: number;
  /** Below the picture: a legend, a remark. */
  readonly children?: ReactNode;
}

/** A picture with its table: both say the same, both can be taken away. */
export function Chart({ title, option, ariaSentence, columns, rows, onSelect, height = 320, children }: Props) {
  const { t } = useTranslation('shell');
  const [shown, setShown] = useState<'picture' | 'table'>('picture');
  const plot = useRef<Plotted>(null);
  const savePicture = async () => {
    const png = await plot.current?.png();
    if (png) download(`${title}.png`, png);
  };
  const saveTable = () =>
    download(`${title}.csv`, new Blob([csvOf(columns, rows)], { type: 'text/csv;charset=utf-8' }));
  return (
    <Card
      size="small"
      title={title}
      extra={
        <Flex gap={4} className="no-print">
          <Segmented
            size="small"
            value={shown}
            onChange={setShown}
            options={(['picture', 'table'] as const).map((value) => ({ value, label: t(value) }))}
          />
          <Button
            size="small"
            type="text"
            icon={<DownloadOutlined />}
            aria-label={t('export-png')}
            title={t('export-png')}
            disabled={shown === 'table'}
            onClick={() => void savePicture()}
          />
          <Button
            size="small"
            type="text"
            icon={<FileExcelOutlined />}
            aria-label={t('export-csv')}
            title={t('export-csv')}
            onClick={saveTable}
          />
        </Flex>
      }
    >
      {shown === 'picture' ? (
        <Suspense fallback={<Skeleton.Node active style={{ width: '100%', height }} />}>
          <Plot ref={plot} option={option} ariaSentence={ariaSentence} height={height} onSelect={onSelect} />
        </Suspense>
      ) : (
        <Twin columns={columns} rows={rows} onSelect={onSelect} />
      )}
      {children}
    </Card>
  );
}

interface TwinProps extends Pick<Props, 'columns' | 'rows'> {
  readonly onSelect: Props['onSelect'] | undefined;
}

function Twin({ columns, rows, onSelect }: TwinProps) {
  return (
    <Table<ChartRow>
      size="small"
      rowKey="key"
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={rows}
      columns={columns.map(({ key, title, align }, index) => ({
        key,
        title,
        dataIndex: key,
        ...(align ? { align } : {}),
        ...(index === 0 && onSelect
          ? {
              render: (value: ChartCell, row: ChartRow) => (
                <Button type="link" size="small" onClick={() => onSelect(row.key)} style={{ paddingInline: 0 }}>
                  {value}
                </Button>
              ),
            }
          : {}),
      }))}
    />
  );
}
