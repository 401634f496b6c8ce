import {
  CaretRightOutlined,
  FastForwardOutlined,
  PauseOutlined,
  StepBackwardOutlined,
  StepForwardOutlined,
  VerticalRightOutlined,
} from '@ant-design/icons';
import { Button, Flex, Slider, Typography } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { said } from '../locales';
import { dayText } from '../parts/time';
import { useKeys } from '../parts/useKeys';
import { dayOf, daysBetween, isWorked, plusDays, plusWorkingDays, workingDays } from './days';
import { KindTag } from './KindTag';
import { KIND_NAMES } from './kinds';
import type { Rehearsal } from './queries';

interface Props {
  readonly rehearsal: Rehearsal;
  readonly first: string;
  readonly last: string;
  readonly on: string;
  readonly onGo: (day: string) => void;
}

const BEAT = 700;
const LEAP = 5;

/** A clock inside the rehearsal: day by day, five working days at once, or by itself. */
export function Player({ rehearsal, first, last, on, onGo }: Props) {
  const { t } = useTranslation('wizard');
  const [plays, setPlays] = useState(false);
  const { schedule, entries } = rehearsal;
  const isOver = on >= last;
  const go = (day: string) => onGo(day < first ? first : day > last ? last : day);
  const forward = () => go(plusDays(on, 1));
  const back = () => go(plusDays(on, -1));
  const leap = () => go(plusWorkingDays(schedule, on, LEAP));
  const toggle = () => setPlays(!plays && !isOver);
  useKeys({ N: forward, B: back, W: leap, P: toggle });
  useEffect(() => {
    if (!plays) return undefined;
    if (isOver) {
      setPlays(false);
      return undefined;
    }
    const beat = setTimeout(forward, BEAT);
    return () => clearTimeout(beat);
  });
  const running = schedule.phases.filter(
    ({ start = '', end = '' }) => (!start || dayOf(start) <= on) && (!end || dayOf(end) >= on),
  );
  const sofar = KIND_NAMES.map((kind) => ({
    kind,
    count: entries
      .filter((entry) => entry.kind === kind && dayOf(entry.at) <= on)
      .reduce((sum, { count }) => sum + count, 0),
  })).filter(({ count }) => count > 0);
  return (
    <section aria-label={t('play.title')} className="wizard-player">
      <Flex wrap gap="small" align="center">
        <Button
          icon={<VerticalRightOutlined />}
          onClick={() => go(first)}
          disabled={on === first}
          aria-label={t('play.first')}
          title={t('play.first')}
        />
        <Button
          icon={<StepBackwardOutlined />}
          onClick={back}
          disabled={on === first}
          aria-label={t('play.back')}
          title={t('play.back')}
        />
        <Button
          type="primary"
          icon={plays ? <PauseOutlined /> : <CaretRightOutlined />}
          onClick={toggle}
          disabled={isOver && !plays}
        >
          {t(plays ? 'play.pause' : 'play.play')}
        </Button>
        <Button icon={<StepForwardOutlined />} onClick={forward} disabled={isOver}>
          {t('play.forward')}
        </Button>
        <Button icon={<FastForwardOutlined />} onClick={leap} disabled={isOver}>
          {t('play.leap', { count: LEAP })}
        </Button>
      </Flex>
      <Slider
        min={0}
        max={Math.max(daysBetween(first, last), 1)}
        value={daysBetween(first, on)}
        ariaLabelForHandle={t('play.day')}
        ariaValueTextFormatterForHandle={(value) => dayText(plusDays(first, value))}
        tooltip={{ formatter: (value) => dayText(plusDays(first, value ?? 0)) }}
        onChange={(value) => go(plusDays(first, value))}
      />
      <Typography.Paragraph role="status" style={{ marginBlockEnd: 4 }}>
        <strong>{dayText(on)}</strong> ·{' '}
        {t('play.where', { day: daysBetween(first, on) + 1, working: workingDays(schedule, first, on) })}
        {isWorked(schedule, on) ? '' : ` · ${t('play.rest')}`}
        {running.length > 0 && ` · ${running.map(({ name }) => said(name)).join(t('comma'))}`}
      </Typography.Paragraph>
      <Flex wrap gap={4} align="center">
        <Typography.Text type="secondary">{t('play.sofar')}</Typography.Text>
        {sofar.length === 0
          ? t('play.none')
          : sofar.map(({ kind, count }) => <KindTag key={kind} kind={kind} count={count} />)}
      </Flex>
    </section>
  );
}
