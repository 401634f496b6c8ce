import { useQuery } from '@tanstack/react-query';
import { Card, Select, Skeleton, Timeline, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signed } from '../parts/signed';
import { instantText } from '../parts/time';
import { caseEventsQuery } from './queries';

const BY_MACHINE = new Set(['machine']);

/** What happened, the newest first: who, when, and what they said. */
export function CaseTimeline({ id }: { readonly id: string }) {
  const { t } = useTranslation(['cases', 'domain']);
  const [who, setWho] = useState<'all' | 'people'>('all');
  const { data } = useQuery(caseEventsQuery(id));
  if (!data) return <Skeleton active />;
  const events = data.filter(({ actor }) => who === 'all' || !BY_MACHINE.has(actor.kind)).toReversed();
  return (
    <Card
      size="small"
      title={t('timeline.title')}
      extra={
        <Select
          size="small"
          className="no-print"
          value={who}
          aria-label={t('timeline.filter')}
          onChange={setWho}
          options={(['all', 'people'] as const).map((value) => ({ value, label: t(`timeline.${value}`) }))}
        />
      }
    >
      <Timeline
        items={events.map(({ seq, kind, at, actor, data: said_ }) => ({
          key: seq,
          color: actor.kind === 'machine' ? 'gray' : 'blue',
          content: (
            <>
              <strong>{t(`domain:event.${kind}`)}</strong>
              <br />
              <Typography.Text type="secondary">
                {instantText(at)} · {actor.kind === 'machine' ? t(`machine.${actor.name}`) : signed(actor)}
              </Typography.Text>
              <Words data={said_} />
            </>
          ),
        }))}
      />
    </Card>
  );
}

const SAID = [
  'reason',
  'grounds',
  'opinion',
  'text',
  'report',
  'rootCause',
  'voucher',
  'receipt',
  'answer',
  'name',
] as const;

/** What was said at it. */
function Words({ data }: { readonly data: Readonly<Record<string, unknown>> }) {
  const words = SAID.flatMap((name) => (typeof data[name] === 'string' ? [data[name]] : []));
  return words.map((text) => (
    <Typography.Paragraph
      key={text}
      className="break"
      ellipsis={{ rows: 3, expandable: true }}
      style={{ marginBlock: '4px 0' }}
    >
      {text}
    </Typography.Paragraph>
  ));
}
