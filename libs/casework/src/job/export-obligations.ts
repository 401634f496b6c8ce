import { OBLIGATION_STATUS_NAMES } from '@fundguard/domain';
import type { Slice } from './activities.js';
import { exportSlice, local, namedAfter } from './export.js';

const COLUMNS = [
  { title: '单位', width: 28 },
  { title: '应报事项', width: 40 },
  { title: '期次', width: 12 },
  { title: '期限', width: 18 },
  { title: '状态', width: 12 },
  { title: '报送时间', width: 18 },
  { title: '是否迟报', width: 10 },
  { title: '零报告', width: 10 },
  { title: '审核意见', width: 40 },
];

const NAMES = Object.entries(OBLIGATION_STATUS_NAMES).map(([status, { zh }]) => `when '${status}' then '${zh}'`);

const MATCHING = `from obligation o join unit u on u.id = o.unit_id
  where o.campaign_id = $1 and starts_with(o.region, $2)`;

/** 报送情况通报: what each unit owed and how it answered. */
export const exportObligations: Slice<'exportObligations'> = async (scene, { campaign }) => {
  const values = [campaign, scene.owner.region];
  return exportSlice(scene, {
    name: await namedAfter(scene, campaign, '报送情况'),
    columns: COLUMNS,
    count: { text: `select count(*)::int as count ${MATCHING}`, values },
    page: (after, limit) => ({
      text: `select o.id::text as cursor, jsonb_build_array(u.name, o.name, o.period, ${local('o.due_at')},
               case o.status ${NAMES.join(' ')} end, ${local('o.submitted_at')},
               case when o.late then '是' else '' end, case when o.zero then '是' else '' end, o.note) as cells
             ${MATCHING} and ($3::uuid is null or o.id > $3) order by o.id limit $4`,
      values: [...values, after, limit],
    }),
  });
};
