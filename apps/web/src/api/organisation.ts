import { queryOptions } from '@tanstack/react-query';
import { said } from '../locales';
import { api, dataOf } from './api';

const MINUTE = 60_000;

/** Colleagues of one's own region and below. */
export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: async () => dataOf(await api.GET('/api/v1/people')).items,
  staleTime: MINUTE,
});

export const regionsQuery = queryOptions({
  queryKey: ['regions'],
  queryFn: async () => dataOf(await api.GET('/api/v1/regions')).items,
  staleTime: MINUTE,
});

/** What a region is called, by its path; the same question as the regions themselves. */
export const regionNameQuery = queryOptions({
  ...regionsQuery,
  select: (regions) => (path: string) => {
    const region = regions.find((each) => each.path === path);
    return region ? said({ zh: region.nameZh, en: region.nameEn }) : path;
  },
});
