import { VISIT_STATUS_NAMES } from '@fundguard/domain';
import type { Slice } from './activities.js';
import { exportSlice, inWords, local, namedAfter } from './export.js';

const COLUMNS = [
  { title: '被检查单位', width: 30 },
  { title: '统筹区', width: 14 },
  { title: '检查日期', width: 12 },
  { title: '时段', width: 14 },
  { title: '检查人员', width: 24 },
  { title: '联合检查部门', width: 18 },
  { title: '检查类型', width: 12 },
  { title: '检查方式', width: 24 },
  { title: '选取依据', width: 14 },
  { title: '状态', width: 12 },
  { title: '已查要点', width: 10 },
  { title: '要点总数', width: 10 },
  { title: '发现问题', width: 10 },
  { title: '转问题台账', width: 12 },
  { title: '转线索', width: 10 },
  { title: '检查情况', width: 48 },
  { title: '笔录', width: 16 },
  { title: '完成时间', width: 18 },
  { title: '笔录校验值', width: 66 },
];

const KINDS = {
  ...{ first: '首次检查', recheck: '复查', crossArea: '交叉检查', nightCheck: '突击夜检', remoteRound: '远程查房' },
  ...{ joint: '联合检查', thirdPartyReview: '第三方审核', dataMonitoring: '数据监测' },
};
const METHODS = {
  ...{ onSite: '现场', offSite: '非现场', manual: '人工', intelligent: '智能', recordReview: '病历审查' },
  ...{ expertReview: '专家审查', interview: '走访调查', homeVisit: '入户走访', hotlineInquiry: '举报调查' },
  ...{ dailySupervision: '日常监管', special: '专项检查', unannounced: '突击', randomDraw: '双随机' },
  ...{ lookBack: '重点回头看', assistanceFund: '医疗救助资金一并检查' },
};
const CHOICES = {
  ...{ draw: '双随机抽取', coverage: '全覆盖', leads: '线索举报', keyTarget: '重点检查对象' },
  ...{ earlierFindings: '既往问题复查', selfCheck: '自查情况复核' },
};

/** A sheet is passed on: what a unit may not know of yet stands on none, whoever asks for it (R-ACC-06). */
const MATCHING = `from visit v join unit u on u.id = v.unit_id join region r on r.path = v.region
  where v.campaign_id = $1 and starts_with(v.region, $2) and v.noticed_at is not null`;

/** What stands of a visit's answers: the last one to each line. */
const ANSWERS = `select distinct on (content ->> 'line') content ->> 'result' as result from visit_entry
  where visit_id = v.id and content ->> 'kind' = 'answer' order by content ->> 'line', seq desc`;
const becameOf = (kind: string) =>
  `(select count(*)::text from visit_finding f where f.visit_id = v.id and f.kind = '${kind}')`;

/** 检查台账: the visits of a campaign that were made known (R-RPT-14). */
export const exportVisits: Slice<'exportVisits'> = async (scene, { campaign }) => {
  const values = [campaign, scene.owner.region];
  return exportSlice(scene, {
    name: await namedAfter(scene, campaign, '检查台账'),
    columns: COLUMNS,
    count: { text: `select count(*)::int as count ${MATCHING}`, values },
    page: (after, limit) => ({
      text: `select v.id::text as cursor, jsonb_build_array(u.name, r.name_zh, v.day::text, v.hours,
               (select string_agg(a.name, '、' order by array_position(v.team, a.id)) from account a where a.id = any(v.team)),
               array_to_string(v.departments, '、'), ${inWords('v.kind', KINDS)},
               (select string_agg(${inWords('m.method', METHODS)}, '、' order by m.place)
                from unnest(v.methods) with ordinality as m (method, place)),
               ${inWords('v.chosen', CHOICES)}, ${inWords('v.status', VISIT_STATUS_NAMES)},
               (select count(*)::text from (${ANSWERS}) standing), jsonb_array_length(v.checklist -> 'lines')::text,
               (select count(*)::text from (${ANSWERS}) standing where result = 'problem'), ${becameOf('problem')}, ${becameOf('case')},
               v.report, case when v.record_hash is null then '未形成'
                 when jsonb_array_length(v.addenda) > 0 then '已签字，有补充说明' else '已签字' end,
               ${local('v.finished_at')}, v.record_hash) as cells
             ${MATCHING} and ($3::uuid is null or v.id > $3) order by v.id limit $4`,
      values: [...values, after, limit],
    }),
  });
};
