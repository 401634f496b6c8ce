import {
  CHANNEL_NAMES,
  WORK_GROUP_NAMES,
  WORK_KINDS,
  WORK_KIND_NAMES,
  WORK_RULES,
  WORK_STATUS_NAMES,
} from '@fundguard/domain';
import { audience } from '@fundguard/persistence';
import type { Slice } from './activities.js';
import { exportSlice, inWords, namedAfter } from './export.js';

const COLUMNS = [
  { title: '类别', width: 14 },
  { title: '工作', width: 18 },
  { title: '名称', width: 32 },
  { title: '状态', width: 12 },
  { title: '安排日期', width: 14 },
  { title: '开展日期', width: 14 },
  { title: '地点或载体', width: 24 },
  { title: '渠道', width: 14 },
  { title: '参加人员', width: 28 },
  { title: '参加的其他单位', width: 32 },
  { title: '督导验收机关', width: 20 },
  { title: '开展情况', width: 48 },
  { title: '检查内容', width: 32 },
  { title: '发现问题', width: 32 },
  { title: '人数', width: 10 },
  { title: '线索（条）', width: 10 },
  { title: '案件（件）', width: 10 },
  { title: '资料（份）', width: 10 },
  { title: '举报电话', width: 18 },
  { title: '链接', width: 32 },
  { title: '应送达单位', width: 12 },
  { title: '已送达', width: 10 },
  { title: '已回执', width: 10 },
  { title: '作废理由', width: 28 },
];

const GROUPS = Object.fromEntries(WORK_KINDS.map((kind) => [kind, WORK_GROUP_NAMES[WORK_RULES[kind].group].zh]));
const said = (name: string) => `w.content ->> '${name}'`;

const ACCOUNTS = `(select string_agg(a.name, '、' order by a.name) from account a
  where a.id::text in (select jsonb_array_elements_text(w.content -> 'accounts')))`;
const OTHERS = `(select string_agg(concat_ws(' ', o ->> 'employer', o ->> 'name'), '；') from jsonb_array_elements(w.content -> 'others') o)`;
const MATCHING = `from work_record w cross join lateral (select count(*) as units, count(b.reached_on) as reached,
    count(b.confirmed_at) as confirmed ${audience('$2', 'null')}) r
  where w.campaign_id = $1 and starts_with(w.region, $2)`;
const briefed = (column: string) => `case w.kind when 'briefing' then r.${column} end`;

/** 工作纪实台账. */
export const exportWork: Slice<'exportWork'> = async (scene, { campaign }) => {
  const values = [campaign, scene.owner.region];
  return exportSlice(scene, {
    name: await namedAfter(scene, campaign, '工作纪实'),
    columns: COLUMNS,
    count: { text: `select count(*)::int as count ${MATCHING}`, values },
    page: (after, limit) => ({
      text: `select w.id::text as cursor, jsonb_build_array(${[
        ...[inWords('w.kind', GROUPS), inWords('w.kind', WORK_KIND_NAMES), 'w.title'],
        ...[inWords('w.status', WORK_STATUS_NAMES), 'w.planned_on::text', 'w.held_on::text', said('place')],
        ...[inWords(said('channel'), CHANNEL_NAMES), ACCOUNTS, OTHERS, said('authority'), said('summary')],
        ...['checked', 'found', 'people', 'leads', 'cases', 'copies', 'hotline', 'link'].map(said),
        ...['units', 'reached', 'confirmed'].map(briefed),
        'w.note',
      ].join(', ')}) as cells
             ${MATCHING} and ($3::uuid is null or w.id > $3) order by w.id limit $4`,
      values: [...values, after, limit],
    }),
  });
};
