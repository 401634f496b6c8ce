import { type PlanTemplate, Refusal, formOf, isSummed } from '@fundguard/domain';
import { ROLL_UP_REPORTED, type RollUpScope, rollUpOwed, rollUpValues } from '@fundguard/persistence';
import { notFound } from '../command.js';
import type { Scene, Slice } from './activities.js';
import { exportSlice, namedAfter } from './export.js';

/** A line for each region below and, after it, one for each of its units: by code and name, never by figures. */
const lines = (scope: RollUpScope) => `with owed as (
    select left(o.region, length($4) + 7) as child, o.unit_id, o.id, ${ROLL_UP_REPORTED} as reported from obligation o where ${rollUpOwed(scope)}
  ), counted as (
    select child, unit_id, count(*) as owed, count(*) filter (where reported) as reported from owed
    group by grouping sets ((child), (child, unit_id))
  ), summed as (
    select w.child, w.unit_id, f.field, sum(f.value) as value from owed w join report_figure f on f.obligation_id = w.id
    group by grouping sets ((w.child, f.field), (w.child, w.unit_id, f.field))
  ), line as (
    select c.child || coalesce('~' || u.name || u.id, '') as cursor, c.*, coalesce(u.name, '合计') as name, r.name_zh as region
    from counted c join region r on r.path = c.child left join unit u on u.id = c.unit_id
  )`;

/** 汇总表: what was reported by region and unit, added up. */
export const exportRollUp: Slice<'exportRollUp'> = async (scene, { campaign, source, period, region }) => {
  const { owner, platform } = scene;
  const found = await planOf(scene, campaign);
  const fields = (formOf(found.plan, source)?.fields ?? []).filter(({ kind }) => isSummed(kind));
  if (fields.length === 0) throw noForm();
  const top = found.region.length > owner.region.length ? found.region : owner.region;
  const isOnce = found.plan.deliverables.some(({ id }) => id === source);
  const scope: RollUpScope = {
    ...{ campaign, source, period: period ?? (isOnce ? '' : null), region: region ?? top },
    now: await platform.clock.now(),
  };
  const values = rollUpValues(scope);
  return exportSlice(scene, {
    name: await namedAfter(scene, campaign, `汇总表${period ? ` ${period}` : ''}`),
    columns: [
      { title: '区划', width: 20 },
      { title: '单位', width: 28 },
      { title: '应报', width: 8 },
      { title: '已报', width: 8 },
      ...fields.map(({ name }) => ({ title: name.zh, width: 20 })),
    ],
    count: { text: `${lines(scope)} select count(*)::int as count from line`, values },
    page: (after, limit) => ({
      text: `${lines(scope)} select l.cursor, jsonb_build_array(l.region, l.name, l.owed, l.reported) || (
               select jsonb_agg(case a.kind when 'money' then to_char(coalesce(s.value, 0) / 100, 'FM999999999999990.00')
                   else coalesce(s.value, 0)::text end order by a.at)
               from unnest($6::text[], $7::text[]) with ordinality as a (field, kind, at)
                 left join summed s on s.field = a.field and s.child = l.child and s.unit_id is not distinct from l.unit_id) as cells
             from line l where $8::text is null or l.cursor collate "C" > $8 order by l.cursor collate "C" limit $9`,
      values: [...values, fields.map(({ id }) => id), fields.map(({ kind }) => kind), after, limit],
    }),
  });
};

async function planOf({ platform, owner }: Scene, campaign: string) {
  const [row] = await platform.db.within(owner.region, (tx) =>
    tx.query<{ plan: PlanTemplate; region: string }>({
      text: 'select plan, region from campaign where id = $1',
      values: [campaign],
    }),
  );
  if (!row) throw notFound('campaign');
  return row;
}

const noForm = () =>
  new Refusal(
    'invalid',
    'report.no-form',
    { zh: '该事项没有可以汇总的报表', en: 'this report has no figures to add up' },
    { field: 'source' },
  );
