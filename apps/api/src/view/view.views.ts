import { maskIdNumbers, text } from '@fundguard/domain';
import { z } from 'zod';
import { campaignQuery } from '../campaign/campaign.views.js';
import { caseQuery } from '../case/case.views.js';
import { pageQuery } from '../http/page.js';
import { recordQuery } from '../record/record.views.js';

const QUERIES = { cases: caseQuery, campaigns: campaignQuery, record: recordQuery };
type List = keyof typeof QUERIES;

/** What a list is filtered by, which is all that it is asked except for the place in its pages. */
const isFilter = (list: List, name: string): boolean => name in QUERIES[list].shape && !(name in pageQuery.shape);

const content = z.strictObject({
  list: z.enum(Object.keys(QUERIES) as [List, ...List[]]),
  name: text(100),
  search: z
    .record(z.string(), text(200).overwrite(maskIdNumbers))
    .meta({ description: 'Filters by name, as they stand in the address of the list' }),
});

export const newView = content
  .refine(({ list, search }) => Object.keys(search).every((name) => isFilter(list, name)), {
    path: ['search'],
    message: '此列表没有这样的筛选 · the list has no such filter',
  })
  .meta({ id: 'NewView' });
export type NewView = z.infer<typeof newView>;

export const viewView = content.extend({ id: z.uuid() }).meta({ id: 'SavedView' });
