import { useQuery } from '@tanstack/react-query';
import { Card, DatePicker, Flex, Typography } from 'antd';
import dayjs from 'dayjs';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../acts/ActButton';
import { said } from '../locales';
import { FailureAlert } from '../parts/Failure';
import { MoneyText } from '../parts/MoneyText';
import { dayText } from '../parts/time';
import { type CaseFile, enforcementQuery } from './queries';

/** 执行: what late payment costs as of a day, when a court can be asked, and the remedies that hold both up. */
export function EnforcementCard({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation(['cases', 'domain']);
  const [on, setOn] = useState<string>();
  const value = useMemo(() => (on ? dayjs(on) : null), [on]);
  const { data, error } = useQuery(enforcementQuery(file.id, file.version, on));
  const { execution } = file;
  if (!execution) return null;
  return (
    <Card size="small" title={t('enforcement.title')} style={{ marginBlockEnd: 16 }}>
      {error && <FailureAlert error={error} />}
      <Flex wrap gap="small" align="center" className="no-print" style={{ marginBlockEnd: 8 }}>
        <label htmlFor="enforcement-on">{t('clocks.what-if')}</label>
        <DatePicker id="enforcement-on" value={value} onChange={(day) => setOn(day?.format('YYYY-MM-DD'))} />
      </Flex>
      {data?.surcharge && (
        <section aria-label={t('enforcement.surcharge')}>
          {t('enforcement.surcharge')} <MoneyText fen={data.surcharge.owed} />
          <Lines lines={data.surcharge.explanation} />
        </section>
      )}
      {data?.court && (
        <section aria-label={t('enforcement.court')}>
          {t('enforcement.court')} {data.court.opens ? dayText(data.court.opens) : t('enforcement.after-demand')} –{' '}
          {dayText(data.court.closes)}
          <Lines lines={data.court.explanation} />
        </section>
      )}
      {execution.court && (
        <Typography.Paragraph>
          {t('enforcement.applied', { on: dayText(execution.court.on), court: execution.court.name })}
        </Typography.Paragraph>
      )}
      {execution.remedies.map((remedy) => (
        <Remedy key={remedy.id} file={file} remedy={remedy} />
      ))}
    </Card>
  );
}

interface RemedyProps {
  readonly file: CaseFile;
  readonly remedy: NonNullable<CaseFile['execution']>['remedies'][number];
}

function Remedy({ file, remedy: { id, kind, authority, from, until, outcome } }: RemedyProps) {
  const { t } = useTranslation(['cases', 'domain']);
  const mayEnd = !until && file.acts.some(({ act, withheld }) => act === 'endRemedy' && !withheld);
  return (
    <Flex wrap gap="small" align="center">
      <span className="break">
        {t(`domain:value.kind.${kind}`)} · {authority} · {dayText(from)} –{' '}
        {until ? dayText(until) : t('clocks.goes-on')} {outcome && t(`domain:value.outcome.${outcome}`)}
      </span>
      {mayEnd && <ActButton act="endRemedy" id={file.id} version={file.version} fixed={{ remedy: id }} />}
    </Flex>
  );
}

const Lines = ({ lines }: { readonly lines: readonly { readonly zh: string; readonly en: string }[] }) => (
  <ul>
    {lines.map((line) => (
      <li key={line.zh} className="break">
        {said(line)}
      </li>
    ))}
  </ul>
);
