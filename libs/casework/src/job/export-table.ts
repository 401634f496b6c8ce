import { type FormCell, type FormSheet, writeForm } from '@fundguard/documents';
import { type CampaignFile, type ComputedTable, asOfInstant, chineseDay, dayOf } from '@fundguard/domain';
import { EVERYWHERE, figuresOf, lockCopy } from '@fundguard/persistence';
import { notFound } from '../command.js';
import { openTable, tableOf } from '../table/open.js';
import type { Scene, Slice } from './activities.js';

/** 统计表 as it is handed in: as of a day, or the copy that was signed off (R-STAT-04, R-RPT-03). */
export const exportTable: Slice<'exportTable'> = async (scene, { campaign, table, asOf, copy }) => {
  const content = copy ? await signed(scene, copy) : await computed(scene, campaign, table, asOf);
  const bytes = await writeForm(formOf(content));
  const name = `${content.title.zh}-${dayOf(content.asOf)}.xlsx`;
  return { status: 'done', done: 1, total: 1, cursor: null, failures: [], result: { name, bytes } };
};

/** A copy as it was filled in, whatever is counted now. */
async function signed({ platform, owner }: Scene, id: string): Promise<ComputedTable> {
  const found = await platform.db.within(owner.region, (tx) => lockCopy(tx, id));
  if (!found) throw notFound('table');
  return found.content;
}

async function computed(
  { platform, owner }: Scene,
  campaign: string,
  table: string,
  on: string | undefined,
): Promise<ComputedTable> {
  const now = await platform.clock.now();
  const asOf = asOfInstant(now, on);
  const figures = await platform.db.within(owner.region, (tx) => figuresOf(tx, campaign));
  return platform.db.within(EVERYWHERE, async (tx) => {
    const [row] = await tx.query<{ state: CampaignFile }>({
      text: `select state from campaign c where id = $1 and (starts_with(region, $2)
               or exists (select from participant p where p.campaign_id = c.id and starts_with(p.region, $2)))`,
      values: [campaign, owner.region],
    });
    if (!row) throw notFound('campaign');
    const { region, plan } = row.state;
    const of = { campaign, campaignRegion: region, region: owner.region };
    return openTable(tx, tableOf(platform.rules, table, plan), of, { asOf, isNow: asOf === now }, figures);
  });
}

/** The form in Chinese, as it goes to the bureau above. */
function formOf({ title, filler, asOf, unitLine, columns, rows }: ComputedTable): FormSheet {
  return {
    ...{ title: title.zh, filler: `填报单位：${filler}`, date: `截至${chineseDay(dayOf(asOf))}`, unitLine },
    columns: columns.map(({ heads, width }) => ({ heads: heads.map(({ zh }) => zh), width })),
    rows: rows.map(({ cells, isTotal, label }) => ({
      isTotal,
      cells: cells.map((value, index): FormCell => ({
        unit: columns[index]?.unit ?? 'text',
        value: isTotal && index === labelled(columns) ? label.zh : value,
      })),
    })),
    signed: '单位负责人：　　　　　　　　审核人：　　　　　　　　填表人：　　　　　　　　填报日期：',
  };
}

/** The total is named in the first column that holds texts. */
const labelled = (columns: ComputedTable['columns']): number => columns.findIndex(({ unit }) => unit === 'text');
