import { useTranslation } from 'react-i18next';
import { type Mark, times } from './marks';
import type { Penalty } from './queries';

/** What a mark is called: `法定下限 2 倍`. */
export function useMarkText({ multiple, band, base }: Penalty): (mark: Mark) => string {
  const { t } = useTranslation('penalty');
  const multiples = {
    refund: 100,
    floor: band?.min ?? 0,
    discretion: multiple - (band?.min ?? 0),
    fine: multiple,
    ceiling: band?.max ?? 0,
  };
  return ({ key }) => t(`mark.${key}`, { times: times(multiples[key]), base: t(`base.${base}`) });
}
