import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Select, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { said } from '../locales';
import { type Import, type Setting, previewQuery } from './queries';
import { letters } from './Reading';

interface Props {
  readonly sheet: Import;
  readonly isOpen: boolean;
  readonly tried: { readonly mutate: (columns: NonNullable<Setting['columns']>) => void; readonly isPending: boolean };
}
const NOTHING = '';
const FIGURE = 'figure';

/** Which column is taken for what: guessed, to be set right, and remembered for the next file. */
export function Mapping({ sheet, isOpen, tried }: Props) {
  const { t } = useTranslation('imports');
  const { fields, takesFigures, headingRow, status } = sheet;
  const [columns, setColumns] = useState(sheet.columns);
  const { data: rows = [] } = useQuery(previewQuery(sheet));
  const sample = rows.find(({ at }) => at > headingRow)?.cells ?? [];
  const used = new Set(columns.map(({ field }) => field));
  const missing = fields.filter(({ name, isRequired }) => isRequired && !used.has(name));
  const options = [
    { value: NOTHING, label: t('leave-out') },
    ...(takesFigures ? [{ value: FIGURE, label: t('figure') }] : []),
    ...fields.map((field) => ({ value: field.name, label: `${said(field)}${field.isRequired ? ' *' : ''}` })),
  ];
  // A field stands for one column: chosen for another, it is taken from the first.
  const choose = (at: number, chosen: string) =>
    setColumns(
      columns.map(({ heading, field }, place) => {
        if (place === at) return { heading, field: chosen === NOTHING ? null : chosen };
        return { heading, field: field === chosen && chosen !== FIGURE ? null : field };
      }),
    );
  return (
    <Card size="small" title={t('columns')} style={{ marginBlockEnd: 16 }}>
      <Table
        size="small"
        rowKey={(_, at) => String(at)}
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={columns}
        columns={[
          { title: '', width: 40, render: (_, __, at) => letters(at) },
          {
            title: t('heading'),
            render: (_, { heading }) => <span className="break">{heading || t('no-heading')}</span>,
          },
          {
            title: t('sample'),
            render: (_, __, at) => <span className="break">{(sample[at] ?? '').slice(0, 60)}</span>,
          },
          {
            title: t('taken-for'),
            render: (_, { heading, field }, at) => (
              <Select
                aria-label={t('taken-for-of', { heading: heading || letters(at) })}
                value={field ?? NOTHING}
                disabled={!isOpen}
                style={{ minWidth: 180 }}
                onChange={(chosen) => choose(at, chosen)}
                options={options}
              />
            ),
          },
        ]}
      />
      {isOpen && missing.length > 0 && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBlockStart: 12 }}
          title={t('missing', { columns: missing.map(said).join(t('comma')) })}
        />
      )}
      {isOpen && (
        <Button
          type={status === 'mapped' ? 'primary' : 'default'}
          disabled={missing.length > 0}
          loading={tried.isPending}
          onClick={() => tried.mutate(columns)}
          style={{ marginBlockStart: 12 }}
        >
          {t(status === 'mapped' ? 'try' : 'try-again')}
        </Button>
      )}
    </Card>
  );
}
