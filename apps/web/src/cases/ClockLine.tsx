import type { Schemas } from '@fundguard/client';
import { Flex } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BasisDrawer } from '../parts/BasisDrawer';
import { DueText } from '../parts/DueText';
import { StateTag } from '../parts/StateTag';
import { instantText } from '../parts/time';

interface Props {
  readonly clock: Schemas['Case']['clocks'][number];
  /** For those who may see how it was counted; the others see what it rests on. */
  readonly basis?: ReactNode;
}

/** One time limit: what it is, when it ends, and what it rests on. */
export function ClockLine({ clock, basis }: Props) {
  const { t } = useTranslation(['cases', 'domain']);
  return (
    <Flex wrap gap="small" justify="space-between" align="center">
      <span>
        {t(`domain:clock.${clock.clock}`)}{' '}
        {clock.pausedFrom ? (
          <StateTag tone="warning">{t('clocks.stands-still')}</StateTag>
        ) : (
          <DueText due={clock.due} />
        )}{' '}
        {clock.provisional && <StateTag tone="warning">{t('clocks.provisional')}</StateTag>}
      </span>
      {basis ?? (
        <BasisDrawer
          title={t(`domain:clock.${clock.clock}`)}
          rows={[
            [t('clocks.article'), clock.article],
            [t('clocks.certainty'), t(`domain:certainty.${clock.certainty}`)],
            [t('clocks.from'), instantText(clock.from)],
            [t('clocks.due'), instantText(clock.due)],
            ...(clock.extendedBy
              ? [[t('clocks.extended'), t('clocks.days', { count: clock.extendedBy })] as const]
              : []),
            [t('clocks.calendar'), clock.calendar],
            [t('clocks.state'), t(clock.provisional ? 'clocks.provisional-why' : 'clocks.final')],
          ]}
        />
      )}
    </Flex>
  );
}
