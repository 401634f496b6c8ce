import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { said } from '../locales';
import type { Filter } from '../parts/QueryBar';
import { inZone, instantText } from '../parts/time';
import type { Campaign, Progress } from './queries';
import { FILTERS } from './states';
import type { GroupWords } from './useGroups';

/** An instant as the address holds it, whatever way it was written. */
export const sameInstant = (due: string): string => inZone(due).toISOString();

/** What the page can be asked for; a deadline that only one unit has is offered where a link asked for it. */
export function useFilters(campaign: Campaign, progress: Progress, words: GroupWords, asked: string | undefined) {
  const { t } = useTranslation('progress');
  const { rows, regions, columns } = progress;
  return useMemo((): Filter[] => {
    const kinds = [...new Set(rows.map(({ kind }) => kind))];
    const dues = [...new Set([...columns.map(({ due }) => due), ...(asked ? [asked] : [])].map(sameInstant))].sort();
    const phases = campaign.phases.filter(({ id }) => columns.some(({ phase }) => phase === id));
    const byRegion = regions.map(({ path }) => ({ value: path, label: words.region(path) }));
    return [
      { name: 'q', label: t('unit') },
      ...(regions.length > 1 ? [{ name: 'region', label: t('region'), options: byRegion }] : []),
      { name: 'kind', label: t('kind'), options: kinds.map((value) => ({ value, label: words.kind(value) })) },
      {
        name: 'state',
        label: t('state'),
        options: Object.keys(FILTERS).map((value) => ({ value, label: t(`filter.${value}`) })),
      },
      { name: 'phase', label: t('phase'), options: phases.map(({ id, name }) => ({ value: id, label: said(name) })) },
      { name: 'due', label: t('due'), options: dues.map((value) => ({ value, label: instantText(value) })) },
      { name: 'group', label: t('group.by'), options: ['region', 'kind'].map((value) => ({ value, label: t(value) })) },
    ];
  }, [campaign, rows, regions, columns, words, asked, t]);
}
