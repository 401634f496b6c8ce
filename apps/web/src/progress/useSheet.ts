import { useTranslation } from 'react-i18next';
import { inZone } from '../parts/time';
import type { Progress, UnitRow } from './queries';
import { stateOf } from './states';
import type { GroupWords } from './useGroups';

/** The map as lines of words, for a spreadsheet. */
export function useSheet({ columns }: Progress, words: GroupWords) {
  const { t } = useTranslation('progress');
  return (rows: readonly UnitRow[]): string[][] => [
    [
      ...['unit', 'region', 'kind', 'key'].map((each) => t(each)),
      ...columns.map(({ name, due }) => `${name} ${inZone(due).format('YYYY-MM-DD HH:mm')}`),
    ],
    ...rows.map(({ name, region, kind, keyTarget, states }) => [
      name,
      words.region(region),
      words.kind(kind),
      keyTarget ? t('yes') : '',
      ...columns.map((_, place) => {
        const { word } = stateOf(states[place]);
        return word === 'none' ? '' : t(`letter.${word}`);
      }),
    ]),
  ];
}
