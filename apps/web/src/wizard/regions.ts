import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/api';
import { said } from '../locales';

/** What a region is called; the same question as the picker's. */
export const regionsQuery = queryOptions({
  queryKey: ['regions'],
  queryFn: async () => dataOf(await api.GET('/api/v1/regions')).items,
  select: (regions) => (path: string) => {
    const region = regions.find((each) => each.path === path);
    return region ? said({ zh: region.nameZh, en: region.nameEn }) : path;
  },
  staleTime: 60_000,
});
