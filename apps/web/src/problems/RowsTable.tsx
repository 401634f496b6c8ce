import { DeleteOutlined } from '@ant-design/icons';
import { Button, Input, Table, Typography } from 'antd';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { capitals, yuan } from '../parts/money';
import { today } from '../parts/time';
import { cellsOf } from '../parts/tsv';
import { COLUMNS, type ColumnName, type DraftRow, isEmpty, read, sumOf } from './rows';

interface Props {
  readonly rows: readonly DraftRow[];
  /** Why a row was refused, by its key. */
  readonly refused: Readonly<Record<string, string>>;
  readonly onWrite: (key: string, column: ColumnName, value: string) => void;
  readonly onPaste: (cells: readonly (readonly string[])[], from: { row: number; column: ColumnName }) => void;
  readonly onDrop: (key: string) => void;
}

const WIDTHS = { category: 140, what: 260, amount: 140, due: 150 } as const;

/** Lines of the ledger as in a spreadsheet: cells are pasted from the one that has the focus on, Enter goes down. */
export function RowsTable({ rows, refused, onWrite, onPaste, onDrop }: Props) {
  const { t } = useTranslation(['problems', 'domain']);
  const title = (column: ColumnName) =>
    `${t(column === 'amount' ? 'domain:fieldOf.enterProblem.amount' : `domain:field.${column}`)}${column === 'amount' ? t('rows.yuan') : ''}`;
  const paste = (event: ClipboardEvent<HTMLElement>) => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-column]');
    const text = event.clipboardData.getData('text/plain');
    if (!cell || !/[\t\r\n]/.test(text.trim())) return; // one word goes where the cursor is
    event.preventDefault();
    onPaste(cellsOf(text), { row: Number(cell.dataset['row']), column: cell.dataset['column'] as ColumnName });
  };
  const down = (event: KeyboardEvent<HTMLElement>, row: number, column: ColumnName) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const next = `[data-row="${row + 1}"][data-column="${column}"] input`;
    event.currentTarget.closest('table')?.querySelector<HTMLElement>(next)?.focus();
  };
  const sum = sumOf(rows);
  return (
    <div onPaste={paste}>
      <Table
        size="small"
        rowKey={(_, at) => String(at)}
        pagination={false}
        scroll={{ x: 'max-content', y: 360 }}
        dataSource={rows.map((row, at) => ({ row, at, wrong: isEmpty(row) ? [] : read(row, today()).complaints }))}
        columns={[
          { key: 'number', title: t('rows.number'), width: 56, render: (_, { at }) => at + 1 },
          ...COLUMNS.map((column) => ({
            key: column,
            title: title(column),
            width: WIDTHS[column],
            render: (
              _: unknown,
              { row, at, wrong }: { row: DraftRow; at: number; wrong: ReturnType<typeof read>['complaints'] },
            ) => {
              const found = wrong.find((each) => each.column === column);
              return (
                <div data-row={at} data-column={column}>
                  <Input
                    aria-label={t('rows.cell', { row: at + 1, column: title(column) })}
                    aria-invalid={Boolean(found)}
                    value={row[column]}
                    {...(found ? { status: 'error' as const } : {})}
                    onChange={({ target }) => onWrite(row.key, column, target.value)}
                    onKeyDown={(event) => down(event, at, column)}
                  />
                  {found && <Typography.Text type="danger">{t(`rows.why.${found.why}`)}</Typography.Text>}
                </div>
              );
            },
          })),
          {
            key: 'drop',
            title: '',
            width: 56,
            render: (_, { row, at }) => (
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t('rows.drop', { row: at + 1 })}
                onClick={() => onDrop(row.key)}
              />
            ),
          },
        ]}
        footer={() => `${t('rows.sum')} ¥${yuan(sum)} · ${capitals(sum)}`}
      />
      {rows.map(
        ({ key }, at) =>
          refused[key] && (
            <Typography.Paragraph key={key} type="danger" role="alert" style={{ marginBlock: 4 }}>
              {t('rows.refused', { row: at + 1, why: refused[key] })}
            </Typography.Paragraph>
          ),
      )}
    </div>
  );
}
