import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Descriptions, Drawer, Skeleton, Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActList } from '../acts/ActList';
import { FailureAlert } from '../parts/Failure';
import { dayText, instantText } from '../parts/time';
import { Briefed, Receipt } from './Briefed';
import { Files } from './Files';
import { asEntered, controlsFor, leftOut } from './form-parts';
import { type Work, workFormQuery, workQuery } from './queries';
import { WorkStatusTag } from './WorkStatusTag';

interface Props {
  readonly campaign: string;
  readonly work: string | undefined;
  readonly onClose: () => void;
}

/** One record of work: what was planned and what came of it, and what may be done now. */
export function WorkDrawer({ campaign, work: id, onClose }: Props) {
  const { data: work, error } = useQuery({ ...workQuery(id ?? ''), enabled: id !== undefined });
  const { data: form } = useQuery(workFormQuery(campaign));
  return (
    <Drawer title={work?.title} open={id !== undefined} onClose={onClose} size="min(720px, 100vw)">
      {error && <FailureAlert error={error} />}
      {(!work || !form) && !error && <Skeleton active />}
      {work && form && (
        <>
          {work.acts.length > 0 && (
            <ActList
              namespace="work"
              id={work.id}
              version={work.version}
              offers={work.acts}
              propsOf={(act) => ({
                danger: act === 'cancelWork',
                ...(act === 'holdWork' ? { type: 'primary' as const } : {}),
                ...(act === 'holdWork' || act === 'correctWork'
                  ? {
                      initial: asEntered(work),
                      fixed: leftOut(work.kind, form),
                      controls: controlsFor(campaign, work.kind, form),
                    }
                  : {}),
                ...(act === 'moveWork' ? { initial: { plannedOn: work.plannedOn } } : {}),
              })}
            />
          )}
          <Receipt work={work} />
          <Facts work={work} />
          <Files work={work} />
          {work.kind === 'briefing' && work.status === 'held' && !work.receipt && <Briefed work={work} />}
        </>
      )}
    </Drawer>
  );
}

const WORDS = ['place', 'channel', 'authority', 'hotline'] as const;
const COUNTS = ['people', 'leads', 'cases', 'copies'] as const;
const LONG = ['preparation', 'summary', 'checked', 'found'] as const;

function Facts({ work }: { readonly work: Work }) {
  const { t } = useTranslation(['work', 'domain']);
  const long = (text: string) => (
    <Typography.Text className="break" style={{ whiteSpace: 'pre-wrap' }}>
      {text}
    </Typography.Text>
  );
  const labelOf = (field: string) =>
    ['place', 'summary', 'cases', 'copies'].includes(field)
      ? t(`domain:fieldOf.holdWork.${field}`)
      : t(`domain:field.${field}`);
  const wordOf = (field: (typeof WORDS)[number], value: string) =>
    field === 'channel' ? t(`domain:value.channel.${value}`) : value;
  const lines: (readonly [string, ReactNode])[] = [
    [t('kind'), t(`domain:value.kind.${work.kind}`)],
    [t('state'), <WorkStatusTag key="state" {...work} />],
    ...(work.note ? ([[t('why-cancelled'), long(work.note)]] as const) : []),
    ...(work.plannedOn ? ([[labelOf('plannedOn'), dayText(work.plannedOn)]] as const) : []),
    ...(work.heldOn ? ([[labelOf('heldOn'), dayText(work.heldOn)]] as const) : []),
    ...WORDS.flatMap((field) => {
      const value = work[field];
      return value ? [[labelOf(field), long(wordOf(field, value))] as const] : [];
    }),
    ...(work.accounts.length > 0
      ? ([[labelOf('accounts'), work.accounts.map(({ name }) => name).join('、')]] as const)
      : []),
    ...(work.others.length > 0
      ? ([
          [labelOf('others'), long(work.others.map(({ employer, name = '' }) => `${employer} ${name}`).join('\n'))],
        ] as const)
      : []),
    ...LONG.flatMap((field) => {
      const value = work[field];
      return value ? [[labelOf(field), long(value)] as const] : [];
    }),
    ...work.verdicts.map(
      ({ dimension, verdict, words }) => [dimension, long(`${t(`verdict.${verdict}`)}：${words}`)] as const,
    ),
    ...COUNTS.flatMap((field) => (work[field] === null ? [] : [[labelOf(field), work[field]] as const])),
    ...(work.link
      ? ([
          [
            labelOf('link'),
            <a key="link" href={work.link} target="_blank" rel="noreferrer" className="break">
              {work.link}
            </a>,
          ],
        ] as const)
      : []),
    ...(work.draw
      ? ([
          [
            labelOf('draw'),
            <Link key="draw" to="/campaigns/$id/draws" params={{ id: work.campaign }}>
              {work.draw.name}
            </Link>,
          ],
        ] as const)
      : []),
    ...(work.visits.length > 0
      ? ([[labelOf('visits'), long(work.visits.map(({ name, day }) => `${name} ${dayText(day)}`).join('\n'))]] as const)
      : []),
    ...(work.typicalCase ? ([[labelOf('typicalCase'), long(work.typicalCase.name)]] as const) : []),
    ...work.followUps.map(
      ({ department, what, on }) => [t('follow-up', { department }), long(`${dayText(on)} ${what}`)] as const,
    ),
    [t('entered'), `${work.enteredBy} ${instantText(work.enteredAt)}`],
  ];
  return (
    <Descriptions
      column={1}
      bordered
      size="small"
      items={lines.map(([label, children], key) => ({ key, label, children }))}
    />
  );
}
