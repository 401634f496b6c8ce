import type { Schemas } from '@fundguard/client';
import { useQuery } from '@tanstack/react-query';
import { Card, Flex, Form, Select, Skeleton, Table, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Import, Setting } from './queries';
import { previewQuery } from './queries';

const ENCODINGS = ['utf-8', 'gbk', 'gb18030'] as const;

interface Props {
  readonly sheet: Import;
  readonly isOpen: boolean;
  readonly set: { readonly mutate: (setting: Setting) => void; readonly isPending: boolean };
}

/** How the file is read, by what that was known, and what it looks like then; each of it can be set right. */
export function Reading({ sheet, isOpen, set }: Props) {
  const { t } = useTranslation('imports');
  const { reading, headingRow } = sheet;
  const { data: rows } = useQuery(previewQuery(sheet));
  const isDisabled = !isOpen || set.isPending;
  return (
    <Card size="small" title={t('reading')} style={{ marginBlockEnd: 16 }}>
      <Form layout="vertical" component="div" disabled={isDisabled}>
        <Flex wrap gap="middle">
          {reading.format === 'csv' ? (
            <Form.Item
              label={t('encoding')}
              htmlFor="import-encoding"
              extra={reading.sign && t(`sign.${reading.sign}`)}
              style={{ flex: '1 1 200px', maxWidth: 320 }}
            >
              <Select
                id="import-encoding"
                value={reading.encoding ?? null}
                onChange={(encoding) => encoding && set.mutate({ encoding })}
                options={ENCODINGS.map((value) => ({ value, label: value.toUpperCase() }))}
              />
            </Form.Item>
          ) : (
            <Form.Item label={t('sheet')} htmlFor="import-sheet" style={{ flex: '1 1 200px', maxWidth: 320 }}>
              <Select
                id="import-sheet"
                value={reading.sheet ?? null}
                onChange={(name) => name && set.mutate({ sheet: name })}
                options={reading.sheets.map((value) => ({ value, label: value }))}
              />
            </Form.Item>
          )}
          <Form.Item label={t('heading-row')} htmlFor="import-heading" style={{ flex: '0 1 160px' }}>
            <Select
              id="import-heading"
              value={headingRow}
              onChange={(row) => set.mutate({ headingRow: row })}
              options={(rows ?? []).map(({ at }) => ({ value: at, label: t('row', { at }) }))}
            />
          </Form.Item>
        </Flex>
      </Form>
      {rows ? (
        <Preview rows={rows} headingRow={headingRow} />
      ) : (
        <Skeleton active title={false} paragraph={{ rows: 4 }} />
      )}
    </Card>
  );
}

const SHOWN = 40;

function Preview({
  rows,
  headingRow,
}: {
  readonly rows: Schemas['ImportPreview']['rows'];
  readonly headingRow: number;
}) {
  const { t } = useTranslation('imports');
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  return (
    <Table
      size="small"
      rowKey="at"
      pagination={false}
      scroll={{ x: 'max-content' }}
      aria-label={t('preview')}
      dataSource={[...rows]}
      columns={[
        { title: t('line'), dataIndex: 'at', width: 56 },
        ...Array.from({ length: width }, (_, at) => ({
          key: at,
          title: letters(at),
          render: (_value: unknown, { at: row, cells }: (typeof rows)[number]) => {
            const cell = cells[at] ?? '';
            const text = cell.length > SHOWN ? `${cell.slice(0, SHOWN)}…` : cell;
            return row === headingRow ? <Typography.Text strong>{text}</Typography.Text> : text;
          },
        })),
      ]}
    />
  );
}

/** Column 0 is A, 26 is AA. */
export const letters = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : letters(Math.floor(at / 26) - 1) + letters(at % 26);
