import { useQuery } from '@tanstack/react-query';
import { Descriptions, Drawer, Skeleton, Table, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { FailurePage } from '../parts/Failure';
import { instantText } from '../parts/time';
import { type RecordedChange, type RecordedEvent, changeQuery } from './queries';
import { FileLink, useActorName } from './useRecordColumns';

interface Props {
  readonly event: RecordedEvent;
  readonly onClose: () => void;
}

/** One event with its place in the chain, and what was recorded before it beside what it records. */
export function ChangeDrawer({ event, onClose }: Props) {
  const { t } = useTranslation(['record', 'domain']);
  const { data, error } = useQuery(changeQuery(event.file, event.seq));
  return (
    <Drawer title={t(`domain:event.${event.kind}`)} open onClose={onClose} size="min(760px, 100vw)">
      {error && <FailurePage error={error} />}
      {!data && !error && <Skeleton active />}
      {data && (
        <>
          <Place change={data} />
          <Typography.Title level={2} style={{ fontSize: 16, marginBlockStart: 24 }}>
            {t('data')}
          </Typography.Title>
          <BeforeAndAfter change={data} />
        </>
      )}
    </Drawer>
  );
}

function Place({ change: { event, prev, command } }: { readonly change: RecordedChange }) {
  const { t } = useTranslation('record');
  const nameOf = useActorName();
  const rows = [
    ['at', instantText(event.at)],
    ...(event.due ? [['due', instantText(event.due)] as const] : []),
    ['actor', nameOf(event.actor)],
    ['file', <FileLink key="file" event={event} />],
    ['seq', event.seq],
    ['command', command],
    ['prev', prev],
    ['hash', event.hash],
  ] as const;
  return (
    <Descriptions
      bordered
      size="small"
      column={1}
      items={rows.map(([key, children]) => ({
        key,
        label: t(`column.${key}`),
        children: <span className="break">{children}</span>,
      }))}
    />
  );
}

/** The law of the record is that nothing is overwritten: "before" is what the same kind of event said the last time. */
function BeforeAndAfter({ change: { event, before, stageBefore } }: { readonly change: RecordedChange }) {
  const { t } = useTranslation(['record', 'domain']);
  const nowStage = event.data['stage'];
  const earlier: Readonly<Record<string, unknown>> = {
    ...before?.data,
    ...(nowStage === undefined ? {} : { stage: stageBefore ?? undefined }),
  };
  const rows = [...new Set([...Object.keys(event.data), ...Object.keys(before?.data ?? {})])].map((field) => ({
    field,
    was: earlier[field],
    is: event.data[field],
  }));
  return (
    <>
      <Typography.Paragraph type="secondary">
        {before ? t('before-note', { seq: before.seq }) : t('no-before')}
      </Typography.Paragraph>
      <Table
        size="small"
        rowKey="field"
        pagination={false}
        dataSource={rows}
        locale={{ emptyText: t('no-data') }}
        columns={[
          {
            title: t('column.field'),
            render: (_, { field }) => t([`field.${field}`, `domain:field.${field}`], { defaultValue: field }),
          },
          { title: t('column.before'), render: (_, { field, was }) => <Value field={field} value={was} /> },
          {
            title: t('column.after'),
            render: (_, { field, was, is }) => (
              <span style={JSON.stringify(was) === JSON.stringify(is) ? {} : { fontWeight: 600 }}>
                <Value field={field} value={is} />
              </span>
            ),
          },
        ]}
      />
    </>
  );
}

function Value({ field, value }: { readonly field: string; readonly value: unknown }) {
  const { t } = useTranslation('domain');
  if (value === undefined || value === null) return '–';
  if (field === 'stage') return t(`stage.${value as string}`);
  if (typeof value === 'string') return <span className="break">{value}</span>;
  return (
    <pre className="break" style={{ margin: 0, whiteSpace: 'pre-wrap', fontSize: 12 }}>
      {JSON.stringify(value, null, 1)}
    </pre>
  );
}
