import { Card, Empty, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { BasisDrawer } from '../parts/BasisDrawer';
import { DueText } from '../parts/DueText';
import { StateTag } from '../parts/StateTag';
import { instantText } from '../parts/time';
import type { CaseFile } from './queries';

/** The time limits that run, the next one first, each with its legal basis. */
export function CaseClocks({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation(['cases', 'domain']);
  const clocks = [...file.clocks].sort((one, other) => one.due.localeCompare(other.due));
  return (
    <Card size="small" title={t('clocks.title')} style={{ marginBlockEnd: 16 }}>
      {clocks.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('clocks.none')} />}
      <Flex vertical gap="small">
        {clocks.map((clock) => (
          <Flex key={`${clock.clock}/${clock.of ?? ''}`} wrap gap="small" justify="space-between" align="center">
            <span>
              {t(`domain:clock.${clock.clock}`)} <DueText due={clock.due} />{' '}
              {clock.provisional && <StateTag tone="warning">{t('clocks.provisional')}</StateTag>}
            </span>
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
          </Flex>
        ))}
      </Flex>
      {clocks.some(({ certainty }) => certainty !== 'R') && (
        <Typography.Paragraph type="secondary" style={{ marginBlock: '8px 0' }}>
          {t('clocks.to-confirm')}
        </Typography.Paragraph>
      )}
    </Card>
  );
}
