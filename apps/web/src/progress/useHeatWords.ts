import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HeatWords } from './HeatLine';
import { stateOf } from './states';

export function useHeatWords(): HeatWords {
  const { t } = useTranslation('progress');
  return useMemo(() => {
    const known = new Map<string | undefined, string>();
    return {
      letter: (letter) => {
        const word = known.get(letter) ?? t(`letter.${stateOf(letter).word}`);
        known.set(letter, word);
        return word;
      },
      members: (count, overdue) => t('group.units', { count, overdue }),
      pick: (name) => t('basket.pick', { name }),
      key: t('key-short'),
      chased: t('chased'),
    };
  }, [t]);
}
