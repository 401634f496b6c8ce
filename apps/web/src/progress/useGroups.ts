import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { said } from '../locales';
import type { Progress } from './queries';

export type GroupWords = Readonly<Record<'region' | 'kind', (value: string) => string>>;

export function useGroups({ regions }: Progress): GroupWords {
  const { t } = useTranslation('domain');
  return useMemo(() => {
    const names = new Map(regions.map(({ path, nameZh, nameEn }) => [path, said({ zh: nameZh, en: nameEn })]));
    return { region: (path) => names.get(path) ?? path, kind: (kind) => t(`unitKind.${kind}`) };
  }, [regions, t]);
}
