import { Card, Empty, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { ClockBasis } from './ClockBasis';
import { ClockLine } from './ClockLine';
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
          <ClockLine
            key={`${clock.clock}/${clock.of ?? ''}`}
            clock={clock}
            basis={<ClockBasis file={file} clock={clock} />}
          />
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
