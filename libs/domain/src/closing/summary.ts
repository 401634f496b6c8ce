import { z } from 'zod';
import { type Fen, fen, yuan } from '../money.js';
import { PARTNER_NAMES } from '../people/partner.js';
import { PROBLEM_SOURCE_NAMES } from '../problem/problem.js';
import { RULE_STATUS_NAMES } from '../rule/rule.js';
import { text } from '../text.js';
import { type Day, type Instant, chineseDay, dayOf } from '../time/instant.js';
import { WORK_GROUPS, WORK_GROUP_NAMES, WORK_KIND_NAMES, WORK_RULES } from '../work/kinds.js';
import { missingOf } from './checklist.js';
import type { ClosingFigures } from './figures.js';

/** What people write themselves; the figures come from the records. */
export const narrative = z
  .strictObject({
    overview: text(20_000).optional(),
    practices: text(20_000).optional(),
    shortcomings: text(20_000).optional(),
    next: text(20_000).optional(),
  })
  .meta({ id: 'SummaryNarrative' });
export type Narrative = z.infer<typeof narrative>;

/** A part of a report: a heading, a paragraph or a table. */
export type ReportBlock =
  | string
  | { readonly heading: string }
  | { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };

export interface ClosingReport {
  readonly title: string;
  readonly blocks: readonly ReportBlock[];
  readonly signature: string;
  readonly date: string;
}

/** 工作总结 of a campaign (R-CAMP-39, R-RPT-12). Whatever number it says is one of the figures. */
export function closingReport(figures: ClosingFigures, told: Narrative, today: Day): ClosingReport {
  const { campaign, bureau, planName, basis, reports, cases, money } = figures;
  const sections: readonly (readonly [string, readonly ReportBlock[]])[] = [
    [
      '基本情况',
      [
        `${bureau}依据《${planName}》组织开展“${campaign.name}”，计划时间为${chineseDay(campaign.start)}至${chineseDay(campaign.end)}${campaign.launchedAt ? `，实际于${chineseDay(dayOf(campaign.launchedAt))}启动` : ''}。`,
        ...(basis.length > 0 ? [`主要依据：${basis.join('、')}。`] : []),
        ...paragraphs(told.overview),
      ],
    ],
    ['阶段安排与执行', [phases(figures)]],
    ['工作开展', work(figures)],
    [
      '参与单位与报送',
      [
        `参与单位共 ${sum(figures.units.map(({ count }) => count))} 家${figures.units.length > 0 ? `，其中${figures.units.map(({ kind, count }) => `${UNIT_KINDS[kind] ?? kind} ${count} 家`).join('、')}` : ''}。`,
        `应报事项 ${reports.owed} 项，已报送 ${reports.settled} 项，其中逾期报送 ${reports.late} 项、零报告 ${reports.zero} 项；免报 ${reports.waived} 项，未完成 ${reports.open} 项。`,
      ],
    ],
    ['问题台账', ledger(figures)],
    ['双随机抽查', draws(figures)],
    [
      '案件查办',
      [
        `受理线索 ${cases.leads} 件，立案 ${cases.filed} 件，作出处罚决定 ${cases.decided} 件，销号 ${cases.struckOff} 件，其他办结 ${cases.ended} 件，在办 ${cases.open} 件。`,
        `责令退回医疗保障基金 ${yuan(money.refundOrdered)} 元，已退回 ${yuan(money.refundPaid)} 元；处以罚款 ${yuan(money.fineOrdered)} 元，已缴入国库 ${yuan(money.finePaid)} 元。`,
        ...figures.transfers.map(
          ({ to, count, answered }) => `移送${PARTNER_NAMES[to]} ${count} 件，已答复 ${answered} 件。`,
        ),
      ],
    ],
    ['宣传曝光', [`查办并拟写典型案例 ${figures.typical.written} 篇，公开曝光 ${figures.typical.exposed} 篇。`]],
    ['长效机制', figures.rules.map(({ title, status }) => `《${title}》（${RULE_STATUS_NAMES[status].zh}）`)],
    ['主要做法', paragraphs(told.practices)],
    ['存在问题', paragraphs(told.shortcomings)],
    ['下一步工作', paragraphs(told.next)],
    ['尚未完成事项', missing(figures)],
  ];
  return {
    title: `${campaign.name}工作总结`,
    blocks: sections
      .filter(([, blocks]) => blocks.length > 0)
      .flatMap(([heading, blocks], place): ReportBlock[] => [
        { heading: `${NUMERALS[place] ?? place + 1}、${heading}` },
        ...blocks,
      ]),
    signature: bureau,
    date: chineseDay(today),
  };
}

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三'];
const UNIT_KINDS: Readonly<Record<string, string>> = {
  bureau: '医保局',
  agency: '经办机构',
  institution: '定点医疗机构',
  pharmacy: '定点零售药店',
  partner: '协作部门',
  thirdParty: '第三方机构',
};

function phases({ phases: all }: ClosingFigures): ReportBlock {
  const span = (from: string | undefined, to: string | undefined) => (from || to ? `${from ?? ''}至${to ?? ''}` : '—');
  const on = (moment: Instant | undefined) => moment && dayOf(moment);
  return {
    columns: ['阶段', '计划', '实际'],
    rows: all.map(({ name, plannedStart, plannedEnd, started, ended }) => [
      name.zh,
      span(plannedStart, plannedEnd),
      span(on(started), on(ended)),
    ]),
  };
}

/** 动员、协同、督导、宣传、通报: each kind that was held at all. */
function work({ work: held, briefed }: ClosingFigures): ReportBlock[] {
  const groups = WORK_GROUPS.flatMap((group) => {
    const kinds = held.filter(({ kind }) => WORK_RULES[kind].group === group);
    const words = kinds.map(
      ({ kind, count, people }) => `${WORK_KIND_NAMES[kind].zh} ${count} 次${people > 0 ? `（${people} 人次）` : ''}`,
    );
    return words.length > 0 ? [`${WORK_GROUP_NAMES[group].zh}：${words.join('、')}。`] : [];
  });
  const { open, total } = briefed;
  const reached = `案情通报应送达 ${total} 家次，已送达 ${total - open} 家次，未送达 ${open} 家次。`;
  return total > 0 ? [...groups, reached] : groups;
}

function ledger({ problems, relapses, shams }: ClosingFigures): ReportBlock[] {
  if (problems.length === 0) return ['问题台账无记录。'];
  const total = (money: readonly Fen[]) => fen(money.reduce((all, each) => all + each, 0n));
  const row = (name: string, of: ClosingFigures['problems']) => [
    name,
    String(sum(of.map(({ count }) => count))),
    String(sum(of.map(({ struckOff }) => struckOff))),
    yuan(total(of.map(({ amount }) => amount))),
    yuan(total(of.map(({ refunded }) => refunded))),
  ];
  return [
    {
      columns: ['来源', '问题（项）', '已销号（项）', '涉及金额（元）', '已退回（元）'],
      rows: [...problems.map((each) => row(PROBLEM_SOURCE_NAMES[each.source].zh, [each])), row('合计', problems)],
    },
    `复查发现虚假整改 ${shams} 次；销号后同类问题再次发生 ${relapses} 项。`,
  ];
}

const draws = ({ draws: all }: ClosingFigures): ReportBlock[] =>
  all.length === 0
    ? ['未开展双随机抽取。']
    : [
        {
          columns: ['名称', '名单（家）', '抽中（家）', '结果公开'],
          rows: all.map(({ name, candidates, drawn, published }) => [
            name,
            String(candidates),
            String(drawn),
            published ? '已公开' : '未公开',
          ]),
        },
      ];

function missing({ checklist }: ClosingFigures): ReportBlock[] {
  const left = missingOf(checklist);
  return left.length === 0
    ? ['应办事项均已完成。']
    : left.map(({ name, open, total }) => `${name.zh}：${open} 项${total > open ? `（共 ${total} 项）` : ''}。`);
}

const paragraphs = (told: string | undefined): string[] =>
  (told ?? '')
    .split('\n')
    .map((each) => each.trim())
    .filter((each) => each !== '');
const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
