import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Descriptions, Drawer } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActList } from '../acts/ActList';
import { FailureAlert } from '../parts/Failure';
import { dayText, today } from '../parts/time';
import { BlockTag } from './BlocksTab';
import { type Block, blockQuery } from './queries';

interface Props {
  readonly id: string | undefined;
  readonly onClose: () => void;
}

/** One suspension or termination: of whom, why, by which decision, and how it ends. */
export function BlockDrawer({ id, onClose }: Props) {
  const { data: block, error } = useQuery({ ...blockQuery(id ?? ''), enabled: id !== undefined });
  return (
    <Drawer title={block?.name} open={id !== undefined} onClose={onClose} size="min(560px, 100vw)">
      {error && <FailureAlert error={error} />}
      {block && id === block.id && (
        <>
          {block.acts.length > 0 && (
            <ActList
              namespace="credit"
              id={block.id}
              version={block.version}
              offers={block.acts}
              propsOf={(act) => ({
                danger: act === 'refuseBlock',
                ...(act === 'approveBlock' ? { type: 'primary' as const } : {}),
                ...(act === 'liftBlock' ? { initial: { on: today() } } : {}),
              })}
            />
          )}
          <Facts block={block} />
        </>
      )}
    </Drawer>
  );
}

function Facts({ block }: { readonly block: Block }) {
  const { t } = useTranslation('credit');
  const { practitioner, kind, from, until, grounds, basis, decision, decidedBy, proposedBy } = block;
  const { refusedBecause, restoredOn, restoration } = block;
  const lines: (readonly [string, ReactNode])[] = [
    [t('state'), <BlockTag key="state" block={block} />],
    [t('measure'), t(`${practitioner ? 'of-person' : 'of-unit'}`) + t(`kind.${kind}`)],
    ...(practitioner
      ? [
          [
            t('person'),
            <Link key="person" to="/credit" search={{ person: practitioner }}>
              {block.name}
            </Link>,
          ] as const,
        ]
      : []),
    [t('term'), `${dayText(from)} – ${dayText(until)}`],
    [t('grounds'), grounds],
    [t('basis'), basis],
    [t('proposed-by'), proposedBy],
    ...(decision ? [[t('decision'), `${decision} · ${decidedBy ?? ''}`] as const] : []),
    ...(refusedBecause ? [[t('refused-because'), `${refusedBecause} · ${decidedBy ?? ''}`] as const] : []),
    ...(restoredOn ? [[t('restored'), `${dayText(restoredOn)} · ${restoration ?? ''}`] as const] : []),
  ];
  return (
    <Descriptions
      column={1}
      bordered
      size="small"
      className="break"
      items={lines.map(([label, children], key) => ({ key, label, children }))}
    />
  );
}
