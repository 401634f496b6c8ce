import { type Bilingual, type ClosingItem, ENDED } from '@fundguard/domain';
import { type Statement, type Tx, briefedCount } from '@fundguard/persistence';

/** One thing that is looked for before a campaign is closed. */
interface Entry {
  readonly id: string;
  readonly name: Bilingual;
  readonly required: boolean;
  /** Gives `open` and `total` of a campaign. */
  readonly counted: (campaign: string) => Statement;
}

/** Of a table's rows of the campaign, how many are still open; both texts are ours, never a person's. */
const rowsOf =
  (table: string, open: string) =>
  (campaign: string): Statement => ({
    text: `select count(*) filter (where ${open})::int as open, count(*)::int as total from ${table} t where t.campaign_id = $1`,
    values: [campaign],
  });

/**
 * 收尾清单: computed from the records each time it is asked for. Another thing to look for is another line here; its link is a
 * line of the page.
 */
const ENTRIES: readonly Entry[] = [
  {
    id: 'summary',
    name: { zh: '总结尚未填写', en: 'The summary is not written' },
    required: true,
    counted: (campaign) => ({
      text: `select count(*) filter (where not c.state ? 'summary')::int as open, 1 as total from campaign c where c.id = $1`,
      values: [campaign],
    }),
  },
  {
    id: 'report',
    name: { zh: '总结文件尚未生成', en: 'The summary document was not made' },
    required: false,
    counted: (campaign) => ({
      text: `select case when exists (select from campaign_summary s where s.campaign_id = $1) then 0 else 1 end as open, 1 as total`,
      values: [campaign],
    }),
  },
  {
    id: 'obligations',
    name: { zh: '应报事项未完成', en: 'Obligations are not settled' },
    required: true,
    counted: rowsOf(
      `(select * from obligation where status <> 'waived')`,
      `t.status in ('open', 'submitted', 'returned', 'overdue')`,
    ),
  },
  {
    id: 'phases',
    name: { zh: '阶段未结束', en: 'Phases are not over' },
    required: false,
    counted: (campaign) => ({
      text: `select count(*) filter (where p ->> 'status' in ('pending', 'running'))::int as open, count(*)::int as total
             from campaign c, jsonb_array_elements(c.state -> 'phases') p where c.id = $1`,
      values: [campaign],
    }),
  },
  {
    id: 'problems',
    name: { zh: '问题未销号', en: 'Problems are not struck off' },
    required: true,
    counted: rowsOf('problem', `t.status <> 'struckOff'`),
  },
  {
    id: 'cases',
    name: { zh: '案件未办结', en: 'Cases are open' },
    required: true,
    counted: rowsOf('case_file', `not t.stage in (${ENDED.map((stage) => `'${stage}'`).join(', ')})`),
  },
  {
    id: 'transfers',
    name: { zh: '移送未答复', en: 'Transfers are not answered' },
    required: true,
    counted: (campaign) => ({
      text: `select count(*) filter (where m ->> 'status' in ('proposed', 'approved', 'delivered', 'acknowledged'))::int as open, count(*)::int as total
             from case_file c, jsonb_array_elements(c.state -> 'transfers') m where c.campaign_id = $1`,
      values: [campaign],
    }),
  },
  {
    id: 'draws',
    name: { zh: '抽查结果未公开', en: 'Draws are not published' },
    required: true,
    counted: rowsOf(`(select * from draw where status <> 'cancelled')`, `t.status <> 'published'`),
  },
  {
    id: 'work',
    name: { zh: '安排的工作未登记开展情况', en: 'Planned work is neither held nor called off' },
    required: false,
    counted: rowsOf(`(select * from work_record where status <> 'cancelled')`, `t.status = 'planned'`),
  },
  {
    id: 'briefings',
    name: { zh: '案情通报未送达单位', en: 'Units that a briefing has not reached' },
    required: false,
    counted: (campaign) => ({ text: briefedCount, values: [campaign] }),
  },
  {
    id: 'visits',
    name: { zh: '检查未完成', en: 'Visits are not finished' },
    required: true,
    counted: rowsOf(`(select * from visit where status <> 'cancelled')`, `t.status <> 'finished'`),
  },
  {
    id: 'selfChecks',
    name: { zh: '自查未审核', en: 'Self-checks are not reviewed' },
    required: true,
    counted: rowsOf('self_check', `t.status <> 'accepted'`),
  },
  {
    id: 'typicalCases',
    name: { zh: '典型案例未审结或未下架', en: 'Typical cases wait for approval, or to be taken down' },
    required: false,
    counted: rowsOf(
      'typical_case',
      `t.status in ('draft', 'submitted', 'approved') or t.status = 'withdrawn' and jsonb_path_exists(t.publications, '$[*] ? (!exists (@.takenDownOn))')`,
    ),
  },
  {
    id: 'rules',
    name: { zh: '长效制度未批准', en: 'Standing rules wait for approval' },
    required: false,
    counted: rowsOf('standing_rule', `t.status in ('draft', 'submitted')`),
  },
];

/** Asked in a transaction that sees all of the campaign's rows, also those of the regions below it. */
export async function closingChecklist(tx: Tx, campaign: string): Promise<ClosingItem[]> {
  const items: ClosingItem[] = [];
  for (const { id, name, required, counted } of ENTRIES) {
    const [row] = await tx.query<{ open: number; total: number }>(counted(campaign));
    items.push({ id, name, required, open: row?.open ?? 0, total: row?.total ?? 0 });
  }
  return items;
}
