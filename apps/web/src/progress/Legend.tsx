import { Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { UnitRow } from './queries';
import { LOOKS, SHOWN_LOOKS, countsOf } from './states';
import { useHeatColours } from './useHeatColours';

export type Hint = 'keys' | 'chase' | 'accept';

/** Glyph, colour and word of every state, with how many there are, and the keys that do something here. */
export function Legend({ rows, hints }: { readonly rows: readonly UnitRow[]; readonly hints: readonly Hint[] }) {
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
      {hints.length > 0 && (
        <Typography.Text type="secondary" className="no-print">
          {hints.map((hint) => t(`hint.${hint}`)).join(t('hint.between'))}
        </Typography.Text>
      )}
    </Flex>
  );
}
