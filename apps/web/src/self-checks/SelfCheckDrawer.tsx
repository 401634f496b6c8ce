import { useQuery } from '@tanstack/react-query';
import { Descriptions, Drawer, Skeleton, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActList } from '../acts/ActList';
import { said } from '../locales';
import { instantText } from '../parts/time';
import { Answers } from './Answers';
import { LetterButton } from './LetterButton';
import { SelfCheckStatusTag } from './SelfCheckStatusTag';
import { selfCheckQuery } from './queries';

interface Props {
  readonly id: string | undefined;
  readonly onClose: () => void;
}

/** What a unit answered, and what may be done with it now. */
export function SelfCheckDrawer({ id, onClose }: Props) {
  const { t } = useTranslation('self-checks');
  const { data } = useQuery({ ...selfCheckQuery(id ?? ''), enabled: id !== undefined });
  const shown = id ? data : undefined;
  return (
    <Drawer title={shown?.unitName ?? t('title')} open={id !== undefined} onClose={onClose} size="min(720px, 100vw)">
      {!shown && <Skeleton active />}
      {shown && (
        <>
          {shown.acts.length > 0 && (
            <ActList
              namespace="self-checks"
              id={shown.id}
              version={shown.version}
              offers={shown.acts}
              propsOf={(act) => (act === 'acceptSelfCheck' ? { type: 'primary' } : { danger: true })}
            />
          )}
          <Descriptions
            column={1}
            size="small"
            bordered
            items={[
              { key: 'state', label: t('state'), children: <SelfCheckStatusTag status={shown.status} /> },
              { key: 'at', label: t('submitted-at'), children: instantText(shown.submittedAt) },
              ...shown.list.samples.map((sample) => ({
                key: sample.id,
                label: said(sample.name),
                children: t('looked-through', {
                  ...{ total: 0, checked: 0, ...shown.samples.find((each) => each.sample === sample.id) },
                  percent: sample.percent,
                }),
              })),
              {
                key: 'commitment',
                label: t('commitment'),
                children: `${said(shown.list.commitment)} — ${shown.commitment.position} ${shown.commitment.signedBy}`,
              },
              ...(shown.note ? [{ key: 'note', label: t('note'), children: shown.note }] : []),
            ]}
          />
          {shown.status !== 'returned' && <LetterButton id={shown.id} />}
          <Typography.Title level={5}>{said(shown.list.name)}</Typography.Title>
          <Answers list={shown.list} answers={shown.answers} />
        </>
      )}
    </Drawer>
  );
}
