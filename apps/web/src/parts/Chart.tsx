import { DownloadOutlined, FileExcelOutlined } from '@ant-design/icons';
import { Button, Card, Flex, Segmented, Skeleton, Table } from 'antd';
import type { EChartsCoreOption } from 'echarts/core';
import { type ReactNode, Suspense, lazy, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { csvOf } from './csv';
import { download, downloadCsv } from './download';
import type { Plotted } from './Plot';
import { TextButton } from './TextButton';

// Asked for with the page that has a picture, not when the picture's figures are there.
const plot = import('./Plot');
const Plot = lazy(() => plot);

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
  const saveTable = () => downloadCsv(`${title}.csv`, csvOf(columns, rows));
  return (
    <Card
      size="small"
      className="whole"
      title={title}
      styles={{ title: { whiteSpace: 'normal' } }}
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
        <Suspense fallback={<Skeleton active title={false} paragraph={{ rows: 6 }} style={{ height }} />}>
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
        render: (value: ChartCell, row: ChartRow) => (
          <div className="break" style={{ maxWidth: 300 }}>
            {index === 0 && onSelect ? <TextButton onClick={() => onSelect(row.key)}>{value}</TextButton> : value}
          </div>
        ),
      }))}
    />
  );
}
