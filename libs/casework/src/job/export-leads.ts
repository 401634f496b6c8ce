import { type LeadSource, STAGE_NAMES, dayOf } from '@fundguard/domain';
import type { Slice } from './activities.js';
import { exportSlice, inWords, local } from './export.js';

const COLUMNS = [
  { title: '线索编号', width: 28 },
  { title: '登记日期', width: 18 },
  { title: '来源', width: 12 },
  { title: '线索内容', width: 40 },
  { title: '反映对象', width: 28 },
  { title: '所属专项', width: 28 },
  { title: '核查人', width: 14 },
  { title: '核查期限', width: 18 },
  { title: '核查结果', width: 12 },
  { title: '办结时间', width: 18 },
  { title: '处理意见', width: 40 },
  { title: '案件环节', width: 12 },
];

const SOURCES: Readonly<Record<LeadSource, string>> = {
  ...{ hotline: '举报电话', letter: '来信', 'letter-box': '举报信箱', 'in-person': '来访', email: '电子邮件' },
  ...{ 'web-form': '网站举报', wechat: '微信公众号', app: '手机客户端', complaint: '投诉', screening: '数据筛查' },
  ...{ 'smart-monitoring': '智能监控', statistics: '统计分析', 'self-check': '自查自纠', inspection: '现场检查' },
  ...{ unannounced: '飞行检查', supervision: '日常监管', audit: '审计', assigned: '上级交办' },
  ...{ 'transferred-in': '部门移送', media: '媒体曝光' },
};
/** How verification ended; a lead that was filed is a case from then on. */
const RESULT = `case when c.stage = 'verification' then '核查中' when c.stage = 'filing' then '报请立案'
  when c.stage = 'notFiled' then '不予立案' when c.stage = 'merged' then '已并案' else '已立案' end`;

const MATCHING = `from case_file c join account a on a.id = c.handler left join lateral campaign_name(c.campaign_id) p (name) on true
  where starts_with(c.region, $1) and ($2::uuid is null or c.campaign_id = $2)`;
const SETTLED = `left join lateral (select e.at, e.data from event e where e.file_id = c.id
    and e.kind in ('leadRejected', 'leadMerged', 'filingApproved', 'filingRejected') order by e.seq desc limit 1) s on true`;

/** 举报线索台账 of the owner's region: every lead, where it came from, and what came of it (R-RPT-13). */
export const exportLeads: Slice<'exportLeads'> = async (scene, { campaign }) => {
  const { owner, platform } = scene;
  const values = [owner.region, campaign ?? null];
  return exportSlice(scene, {
    name: `举报线索台账-${dayOf(await platform.clock.now())}`,
    columns: COLUMNS,
    count: { text: `select count(*)::int as count ${MATCHING}`, values },
    page: (after, limit) => ({
      text: `select c.id::text as cursor, jsonb_build_array(c.number, ${local('c.opened_at')},
               ${inWords(`c.state ->> 'source'`, SOURCES)}, c.title, c.state #>> '{subject,name}', p.name, a.name,
               (select ${local("(clock ->> 'due')::timestamptz")} from jsonb_array_elements(c.state -> 'clocks') clock
                where clock ->> 'clock' = 'verification' limit 1),
               ${RESULT}, ${local('s.at')}, coalesce(s.data ->> 'reason', ''), ${inWords('c.stage', STAGE_NAMES)}) as cells
             ${MATCHING.replace('where', `${SETTLED} where`)} and ($3::uuid is null or c.id > $3) order by c.id limit $4`,
      values: [...values, after, limit],
    }),
  });
};
