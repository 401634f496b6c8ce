import { FilterOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/session';
import type { Column } from '../parts/DataTable';
import { signed } from '../parts/signed';
import { instantText } from '../parts/time';
import type { RecordedEvent } from './queries';

export function useActorName(): (actor: RecordedEvent['actor']) => string {
  const { t } = useTranslation('cases');
  return (actor) => (actor.kind === 'machine' ? t(`machine.${actor.name}`) : signed(actor));
}

export function useRecordColumns(
  open: (event: RecordedEvent) => void,
  filterBy: (file: string) => void,
): Column<RecordedEvent>[] {
  const { t } = useTranslation(['record', 'domain']);
  const nameOf = useActorName();
  return [
    { key: 'at', title: t('column.at'), render: (_, { at }) => <span className="nowrap">{instantText(at)}</span> },
    { key: 'actor', title: t('column.actor'), render: (_, { actor }) => nameOf(actor) },
    {
      key: 'what',
      title: t('column.what'),
      render: (_, event) => (
        <Button type="link" size="small" style={{ padding: 0 }} onClick={() => open(event)}>
          {t(`domain:event.${event.kind}`)}
        </Button>
      ),
    },
    {
      key: 'file',
      title: t('column.file'),
      render: (_, event) => (
        <Flex gap="small" align="center">
          <div className="break" style={{ maxWidth: 380 }}>
            <FileLink event={event} />
          </div>
          <Button
            size="small"
            type="text"
            icon={<FilterOutlined />}
            aria-label={t('only-file', { title: event.title })}
            title={t('only-file', { title: event.title })}
            onClick={() => filterBy(event.file)}
          />
        </Flex>
      ),
    },
    { key: 'seq', title: t('column.seq'), dataIndex: 'seq' },
    {
      key: 'hash',
      title: t('column.hash'),
      render: (_, { hash }) => (
        <Typography.Text code copyable={{ text: hash }} className="nowrap">
          {hash.slice(0, 12)}
        </Typography.Text>
      ),
    },
  ];
}

/** To the file, for those who may read it; its name for the others. */
export function FileLink({ event: { about, file, title } }: { readonly event: RecordedEvent }) {
  const may = useMay();
  if (about === 'practitioner' || about === 'block')
    return may(about === 'block' ? 'block.read' : 'points.read') ? (
      <Link to="/credit" search={about === 'block' ? { block: file } : { person: file }}>
        {title}
      </Link>
    ) : (
      title
    );
  if (!may(`${about}.read`)) return title;
  if (about === 'pool')
    return (
      <Link to="/pool" search={{ member: file }}>
        {title}
      </Link>
    );
  const to: string = `/${about}s/${file}`;
  return <Link to={to}>{title}</Link>;
}
