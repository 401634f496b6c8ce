import { type ComputedTable, type Instant, Refusal, type Rules, type StatisticsTable } from '@fundguard/domain';
import { type EnteredFigure, type Tx } from '@fundguard/persistence';
import { notFound } from '../command.js';
import { computeTable } from './compute.js';

/** A table a campaign has: those of its plan, and those that serve every campaign. */
export function tableOf({ tables }: Pick<Rules, 'tables'>, id: string, plan: string): StatisticsTable {
  const found = tablesFor({ tables }, plan).find((each) => each.id === id);
  if (found) return found;
  throw new Refusal(
    'not-found',
    'table.unknown',
    { zh: `本专项没有统计表“${id}”`, en: `the campaign has no table ${id}` },
    { field: 'table' },
  );
}

/** Those of the campaign's own plan first. `plan` is `id@version`. */
export function tablesFor({ tables }: Pick<Rules, 'tables'>, plan: string): readonly StatisticsTable[] {
  const [id = ''] = plan.split('@');
  return [...tables.filter(({ plans }) => plans?.includes(id)), ...tables.filter(({ plans }) => !plans)];
}

/** The table of a campaign as a reader of `region` sees it: of that region where it lies within the campaign's. */
export async function openTable(
  tx: Tx,
  table: StatisticsTable,
  of: { readonly campaign: string; readonly campaignRegion: string; readonly region: string },
  when: { readonly asOf: Instant; readonly isNow: boolean },
  figures: readonly EnteredFigure[],
): Promise<ComputedTable> {
  const { campaign, campaignRegion, region } = of;
  const own = region.startsWith(campaignRegion) ? region : campaignRegion;
  const [place] = await tx.query<{ name: string }>({
    text: 'select name_zh as name from region where path = $1',
    values: [own],
  });
  if (!place) throw notFound('campaign');
  return computeTable(table, { tx, campaign, region, ...when, figures, filler: `${place.name}${table.filler}` });
}
