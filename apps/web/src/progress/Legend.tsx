import { Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { UnitRow } from './queries';
import { LOOKS, SHOWN_LOOKS, countsOf } from './states';
import { useHeatColours } from './useHeatColours';

/** Glyph, colour and word of every state, with how many there are. */
export function Legend({ rows, hasKeys }: { readonly rows: readonly UnitRow[]; readonly hasKeys: boolean }) {
  const { t } = useTranslation('progress');
  const counts = countsOf(rows);
  return (
    <Flex
      wrap
      gap="12px"
      align="center"
      style={{ ...useHeatColours(), marginBlockEnd: 8 }}
      aria-label={t('legend')}
      role="group"
    >
      {SHOWN_LOOKS.map((look) => (
        <Flex key={look} gap={6} align="center">
          <span aria-hidden className={`heat-cell heat-legend heat-${look}`}>
            {LOOKS[look]}
          </span>
          {t(`look.${look}`, { count: counts[look] })}
        </Flex>
      ))}
      <Flex gap={6} align="center">
        <span aria-hidden className="heat-cell heat-legend heat-onTime heat-review">
          {LOOKS.onTime}
        </span>
        {t('review')}
      </Flex>
      {hasKeys && <Typography.Text type="secondary">{t('hint')}</Typography.Text>}
    </Flex>
  );
}
