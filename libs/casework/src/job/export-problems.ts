import { PROBLEM_SOURCE_NAMES, PROBLEM_STATUS_NAMES } from '@fundguard/domain';
import type { Slice } from './activities.js';
import { exportSlice, inWords, namedAfter } from './export.js';

const COLUMNS = [
  { title: '单位', width: 28 },
  { title: '来源', width: 12 },
  { title: '问题类别', width: 16 },
  { title: '问题', width: 48 },
  { title: '涉及金额（元）', width: 16 },
  { title: '已退回（元）', width: 16 },
  { title: '整改期限', width: 14 },
  { title: '状态', width: 18 },
  { title: '责任部门', width: 16 },
  { title: '责任人', width: 12 },
  { title: '整改措施', width: 40 },
  { title: '验收意见', width: 32 },
  { title: '虚假整改次数', width: 12 },
];

const SOURCE = inWords('p.source', PROBLEM_SOURCE_NAMES);
const STATUS = inWords('p.status', PROBLEM_STATUS_NAMES);
const yuan = (column: string) => `to_char(${column}::numeric / 100, 'FM999999999999990.00')`;

const MATCHING = `from problem p join unit u on u.id = p.unit_id
  where p.campaign_id = $1 and starts_with(p.region, $2) and (not $3::boolean or p.status <> 'struckOff')`;

/** 问题台账; of what is not put right yet, a list of its own (R-SELF-10). */
export const exportProblems: Slice<'exportProblems'> = async (scene, { campaign, unsettled = false }) => {
  const values = [campaign, scene.owner.region, unsettled];
  return exportSlice(scene, {
    name: await namedAfter(scene, campaign, unsettled ? '未整改问题清单' : '问题台账'),
    columns: COLUMNS,
    count: { text: `select count(*)::int as count ${MATCHING}`, values },
    page: (after, limit) => ({
      text: `select p.id::text as cursor, jsonb_build_array(u.name, ${SOURCE}, p.category, p.what, ${yuan('p.amount')},
               ${yuan('p.refunded')}, p.due::text, ${STATUS}, p.rectification ->> 'department',
               p.rectification ->> 'responsible', p.rectification ->> 'measures', p.note, nullif(p.shams, 0)) as cells
             ${MATCHING} and ($4::uuid is null or p.id > $4) order by p.id limit $5`,
      values: [...values, after, limit],
    }),
  });
};
