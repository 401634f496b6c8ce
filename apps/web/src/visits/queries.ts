import type { Schemas, paths } from '@fundguard/client';
import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/api';
import { weeksOf } from './month';

export type Coverage = Schemas['Coverage'];
export type VisitLine = Schemas['VisitLine'];

const ALL = 200;

export const coverageQuery = (campaign: string) =>
  queryOptions({
    queryKey: ['visits', 'coverage', campaign],
    queryFn: async () =>
      dataOf(await api.GET('/api/v1/campaigns/{id}/coverage', { params: { path: { id: campaign } } })),
  });

export const overlapsQuery = (campaign: string, from: string, to: string) =>
  queryOptions({
    queryKey: ['visits', 'overlaps', campaign, from, to],
    queryFn: async () =>
      dataOf(await api.GET('/api/v1/visits/overlaps', { params: { query: { campaign, from, to } } })).items,
  });

/** 现场检查笔录, as it stands now. */
export const recordQuery = (id: string) =>
  queryOptions({
    queryKey: ['visits', 'record', id],
    queryFn: async () => dataOf(await api.GET('/api/v1/visits/{id}/record', { params: { path: { id } } })),
  });

/** All visits of a choice that one may know of, page by page. */
export async function everyVisit(chosen: VisitQuery): Promise<readonly VisitLine[]> {
  const all: VisitLine[] = [];
  for (let after: string | null = ''; after !== null;) {
    const query = { ...chosen, limit: ALL, ...(after ? { after } : {}) };
    const page: Schemas['VisitPage'] = dataOf(await api.GET('/api/v1/visits', { params: { query } }));
    all.push(...page.items);
    after = page.next;
  }
  return all;
}
type VisitQuery = NonNullable<paths['/api/v1/visits']['get']['parameters']['query']>;

/** Of the weeks a month touches. */
export const monthQuery = (month: string, campaign: string | undefined) => {
  const weeks = weeksOf(month);
  const [from = '', to = ''] = [weeks[0]?.[0], weeks.at(-1)?.at(-1)];
  return queryOptions({
    queryKey: ['visits', 'month', month, campaign],
    queryFn: () => everyVisit({ from, to, ...(campaign ? { campaign } : {}) }),
  });
};
