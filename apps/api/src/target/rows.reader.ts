import {
  type Among,
  type Day,
  type IndicatorId,
  type MeasuredId,
  type Person,
  Refusal,
  indicatorOf,
  isMeasured,
  readingText,
  startOf,
} from '@fundguard/domain';
import {
  type Database,
  EVERYWHERE,
  type SourceRow,
  measure,
  measureBy,
  rowsBehind,
  sourceOf,
} from '@fundguard/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { page } from '../http/page.js';
import { DATABASE } from '../ports.js';
import { TargetReader, indicatorShown } from './target.reader.js';
import type { rowsQuery } from './target.views.js';

/** What a figure is made of, and how it spreads over regions. */
@Injectable()
export class RowsReader {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(TargetReader) private readonly targets: TargetReader,
  ) {}

  async rows(
    me: Person,
    campaign: string,
    indicator: IndicatorId,
    { asOf: on, since, counts, after, limit, ...narrowed }: z.output<typeof rowsQuery>,
  ) {
    await this.targets.led(me, campaign);
    const id = measured(indicator);
    const at = await this.targets.instantOf(on);
    const scope = { campaign, region: me.region, among: given(narrowed) };
    const moment = { at, since: since === undefined ? undefined : startOf(since as Day) };
    const { rows, reading } = await this.db.within(EVERYWHERE, async (tx) => ({
      rows: await rowsBehind(tx, id, scope, moment, { counts, after: cursorOf(after), limit: limit + 1 }),
      reading: (await measure(tx, id, scope, [moment]))[0],
    }));
    const of = LEADS_TO[sourceOf(id)];
    return {
      ...page(
        rows.map((row) => ({ ...row, of })),
        limit,
        cursor,
      ),
      indicator: indicatorShown(indicator),
      asOf: at,
      value: (reading && readingText(reading)) ?? null,
      part: (reading?.part ?? 0n).toString(),
      whole: (reading?.whole ?? 0n).toString(),
    };
  }

  async regions(me: Person, campaign: string, indicator: IndicatorId, on: string | undefined) {
    await this.targets.led(me, campaign);
    const id = measured(indicator);
    if (indicatorOf(id).notCompared) throw notCompared();
    const at = await this.targets.instantOf(on);
    const { by, regions } = await this.db.within(EVERYWHERE, async (tx) => ({
      by: await measureBy(tx, id, { campaign, region: me.region }, { at }, 'region'),
      regions: await tx.query<{ region: string; code: string; zh: string; en: string }>({
        text: `select distinct r.path as region, r.code, r.name_zh as zh, r.name_en as en from participant p join region r on r.path = p.region
               where p.campaign_id = $1 and starts_with(p.region, $2) order by r.path`,
        values: [campaign, me.region],
      }),
    }));
    const items = regions.map(({ region, code, zh, en }) => {
      const reading = by.get(region) ?? { unit: indicatorOf(id).unit, part: 0n, whole: nothing(id) };
      const [part, whole] = [reading.part.toString(), reading.whole.toString()];
      return { region, code, name: { zh, en }, value: readingText(reading) ?? null, part, whole };
    });
    return { indicator: indicatorShown(indicator), asOf: at, items };
  }
}

const LEADS_TO = {
  obligation: 'obligation',
  problem: 'problem',
  refund: 'problem',
  unit: 'unit',
  case: 'case',
  decision: 'case',
  money: 'case',
  transfer: 'case',
  typical: 'typical',
} as const;

const nothing = (id: MeasuredId): bigint => (['percent', 'times'].includes(indicatorOf(id).unit) ? 0n : 1n);

/** Names hold anything, ids hold no `_`. */
const cursor = ({ unitName, id }: SourceRow): string => `${unitName ?? ''}_${id}`;
function cursorOf(after: string | undefined) {
  if (after === undefined) return undefined;
  const at = after.lastIndexOf('_');
  return { name: after.slice(0, Math.max(0, at)), id: after.slice(at + 1) };
}

const given = (narrowed: Among | Record<string, unknown>): Among =>
  Object.fromEntries(Object.entries(narrowed).filter(([, value]) => value !== undefined));

function measured(indicator: IndicatorId): MeasuredId {
  if (isMeasured(indicator)) return indicator;
  throw new Refusal('not-found', 'indicator.entered', {
    zh: '该指标由人工录入，没有台账明细',
    en: 'this figure is entered: there are no rows behind it',
  });
}

const notCompared = () =>
  new Refusal('invalid', 'indicator.not-compared', {
    zh: '罚款不按地区比较或排名',
    en: 'fines are not compared between regions',
  });
