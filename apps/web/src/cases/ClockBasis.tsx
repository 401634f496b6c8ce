import { InfoCircleOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, DatePicker, Descriptions, Drawer, Flex, Skeleton, Typography } from 'antd';
import dayjs from 'dayjs';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../acts/ActButton';
import { ClockSteps } from '../law/ClockSteps';
import { StandingText } from '../law/StandingText';
import { FailureAlert } from '../parts/Failure';
import { dayText, instantText } from '../parts/time';
import { type CaseFile, caseClocksQuery } from './queries';

interface Props {
  readonly file: CaseFile;
  readonly clock: CaseFile['clocks'][number];
}

/** 依据 of a limit: how it was counted, step by step, what was taken out of it, and how it stands on any day one asks about. */
export function ClockBasis({ file, clock }: Props) {
  const { t } = useTranslation(['cases', 'domain', 'shell']);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" type="text" icon={<InfoCircleOutlined />} onClick={() => setOpen(true)}>
        {t('shell:basis')}
      </Button>
      <Drawer
        title={`${t(`domain:clock.${clock.clock}`)} · ${t('shell:basis')}`}
        open={isOpen}
        onClose={() => setOpen(false)}
        size="min(560px, 100vw)"
        destroyOnHidden
      >
        <Explained file={file} clock={clock} />
      </Drawer>
    </>
  );
}

function Explained({ file, clock }: Props) {
  const { t } = useTranslation(['cases', 'domain']);
  const [on, setOn] = useState<string>();
  const value = useMemo(() => (on ? dayjs(on) : null), [on]);
  const { data, error } = useQuery(caseClocksQuery(file.id, file.version, on));
  if (error) return <FailureAlert error={error} />;
  const found = data?.find((each) => each.clock === clock.clock && each.of === clock.of);
  if (!found) return <Skeleton active />;
  return (
    <Flex vertical gap="middle">
      {found.pausedFrom && (
        <Alert type="info" showIcon title={t('clocks.paused', { since: dayText(found.pausedFrom) })} />
      )}
      <ClockSteps steps={found.steps} />
      <Descriptions
        column={1}
        bordered
        size="small"
        items={[
          { key: 'due', label: t('clocks.due'), children: instantText(found.due) },
          { key: 'article', label: t('clocks.article'), children: found.article },
          { key: 'certainty', label: t('clocks.certainty'), children: t(`domain:certainty.${found.certainty}`) },
          { key: 'law', label: t('clocks.law'), children: file.law },
          { key: 'calendar', label: t('clocks.calendar'), children: found.calendar },
        ]}
      />
      <Flex wrap gap="small" align="center">
        <label htmlFor="clock-on">{t('clocks.what-if')}</label>
        <DatePicker id="clock-on" value={value} onChange={(day) => setOn(day?.format('YYYY-MM-DD'))} />
        <StandingText standing={found.standing} />
      </Flex>
      <Excluded file={file} clock={clock} />
    </Flex>
  );
}

/** 扣除期间: the ledger of this limit, and what may be entered into it. */
function Excluded({ file, clock }: Props) {
  const { t } = useTranslation(['cases', 'domain']);
  const ledger = (file.exclusions ?? []).filter((each) => each.clock === clock.clock);
  const offered = (act: string) => file.acts.some((each) => each.act === act && !each.withheld);
  const target = { id: file.id, version: file.version };
  if (clock.of !== undefined || (ledger.length === 0 && !offered('excludeTime'))) return null;
  return (
    <section aria-label={t('clocks.excluded')}>
      <Typography.Title level={3} style={{ fontSize: 14 }}>
        {t('clocks.excluded')}
      </Typography.Title>
      {ledger.map(({ id, kind, from, until, reason, by }) => (
        <Flex key={id} wrap gap="small" align="center" justify="space-between">
          <span className="break">
            {t(`domain:value.kind.${kind}`)} {dayText(from)} – {until ? dayText(until) : t('clocks.goes-on')} · {reason}{' '}
            <Typography.Text type="secondary">{file.people[by]}</Typography.Text>
          </span>
          {!until && offered('resumeTime') && <ActButton act="resumeTime" {...target} fixed={{ exclusion: id }} />}
        </Flex>
      ))}
      {offered('excludeTime') && <ActButton act="excludeTime" {...target} fixed={{ clock: clock.clock }} />}
    </section>
  );
}
