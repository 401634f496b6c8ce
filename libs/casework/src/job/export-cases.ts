import { dayOf, STAGE_NAMES } from '@fundguard/domain';
import { CASE_FILTER, type CaseFilter, caseFilterValues } from '@fundguard/persistence';
import { soughtCases } from '../identities.js';
import type { Slice } from './activities.js';
import { exportSlice } from './export.js';

const COLUMNS = [
  { title: '案号', width: 28 },
  { title: '案由', width: 40 },
  { title: '对象', width: 28 },
  { title: '环节', width: 12 },
  { title: '承办人', width: 16 },
  { title: '登记日期', width: 12 },
  { title: '最近期限', width: 18 },
  { title: '应退（元）', width: 16 },
  { title: '已退（元）', width: 16 },
  { title: '罚款（元）', width: 16 },
  { title: '已缴罚款（元）', width: 16 },
];

const NAMES = Object.entries(STAGE_NAMES).map(([stage, { zh }]) => `when '${stage}' then '${zh}'`);
const yuan = (path: string) => `to_char((c.state #>> '{ledgers,${path},$fen}')::numeric / 100, 'FM999999999999990.00')`;

const MATCHING = `from case_file c join account a on a.id = c.handler where ${CASE_FILTER} and starts_with(c.region, $9)`;

/** 案件台账 of the owner's region, by the filters of the list it was asked for from. */
export const exportCases: Slice<'exportCases'> = async (scene, { stage, mine, campaign, q, due }) => {
  const { owner, platform } = scene;
  const now = await platform.clock.now();
  const filter: CaseFilter = {
    ...{ stage, campaign, handler: mine ? owner.account : undefined },
    ...soughtCases(q, owner, platform.identities),
    due: due && { now, kind: due },
  };
  const values = [...caseFilterValues(filter), owner.region];
  return exportSlice(scene, {
    name: `案件台账-${dayOf(now)}`,
    columns: COLUMNS,
    count: { text: `select count(*)::int as count ${MATCHING}`, values },
    page: (after, limit) => ({
      text: `select c.id::text as cursor, jsonb_build_array(c.number, c.title, c.state #>> '{subject,name}',
               case c.stage ${NAMES.join(' ')} end, a.name,
               to_char(c.opened_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD'),
               to_char(c.next_due at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI'),
               ${yuan('refund,owed')}, ${yuan('refund,paid')}, ${yuan('fine,owed')}, ${yuan('fine,paid')}) as cells
             ${MATCHING} and ($10::uuid is null or c.id > $10) order by c.id limit $11`,
      values: [...values, after, limit],
    }),
  });
};
