import {
  type CampaignFile,
  type Instant,
  type PlanTemplate,
  type Step,
  beijing,
  instant,
  whyPhaseStarts,
} from '@fundguard/domain';
import { EVERYWHERE, type Tx } from '@fundguard/persistence';
import type { Stage } from './stage.js';

export type LineKind =
  'phase.start' | 'phase.end' | 'reminder' | 'due' | 'overdue' | 'escalation' | 'nominal-end' | 'closed';

/** One thing that happens in a rehearsed campaign. */
export interface Line {
  /** ISO 8601 with +08:00. */
  readonly at: string;
  readonly kind: LineKind;
  readonly what: string;
  readonly to: string;
  readonly why: string;
}

/** Reads what happened back from the record and the rows, in the order of time. */
export const readLines = (stage: Stage, campaign: string): Promise<Line[]> =>
  stage.db.within(EVERYWHERE, async (tx) => {
    const [file] = await tx.query<{ state: CampaignFile; plan: PlanTemplate }>({
      text: 'select state, plan from campaign where id = $1',
      values: [campaign],
    });
    if (!file) return [];
    const lines = [
      ...(await dues(tx, campaign, file.plan)),
      ...(await rungs(tx, campaign, file.plan)),
      ...(await moments(tx, campaign, file)),
    ];
    return lines.sort((a, b) => a.at.localeCompare(b.at) || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  });

const ORDER: readonly LineKind[] = [
  'phase.start',
  'reminder',
  'due',
  'overdue',
  'phase.end',
  'nominal-end',
  'escalation',
  'closed',
];

async function dues(tx: Tx, campaign: string, plan: PlanTemplate): Promise<Line[]> {
  const rows = await tx.query<{ due: Date; name: string; unit: string; source: string }>({
    text: `select o.due_at as due, o.name, u.name as unit, o.source from obligation o join unit u on u.id = o.unit_id where o.campaign_id = $1`,
    values: [campaign],
  });
  return rows.map(({ due, name, unit, source }) => ({
    at: beijing(instant(due)),
    kind: 'due',
    what: name,
    to: unit,
    why: wording(plan, source),
  }));
}

/** The document's own words for when something is due. */
function wording({ deliverables, reports }: PlanTemplate, source: string): string {
  const given =
    deliverables.find(({ id }) => id === source)?.due.asGiven ??
    reports.find(({ id }) => id === source)?.cadence.asGiven;
  return given ? `方案：${given}` : '方案规定';
}

const TITLES: Readonly<Record<string, string>> = {
  unit: '联络人',
  head: '负责人',
  'role:coordinator': '专项办公室（协调人）',
  'role:leader': '分管领导',
};

async function rungs(tx: Tx, campaign: string, plan: PlanTemplate): Promise<Line[]> {
  const rows = await tx.query<{
    cause: string;
    addressee: string;
    due: Date;
    subject: string;
    unit: string | null;
    steps: Step[];
  }>({
    text: `select n.cause, n.addressee, n.due, n.subject_zh as subject, u.name as unit, d.steps
           from notification n join deadline d on d.campaign_id = n.file_id and d.due_at = n.due
             left join unit u on u.id::text = split_part(n.addressee, ':', 2)
           where n.file_id = $1 and n.due is not null and n.recalled_at is null`,
    values: [campaign],
  });
  return rows.flatMap(({ cause, addressee, due, subject, unit, steps }) => {
    const rung = plan.escalation.find(({ id }) => id === cause.split(':')[0]);
    const step = steps.find(({ rung: id }) => id === rung?.id);
    if (!rung || !step) return [];
    const to = unit
      ? `${unit} ${TITLES[addressee.split(':')[0] ?? ''] ?? ''}`
      : (TITLES[addressee.split('@')[0] ?? ''] ?? addressee);
    const why = `${rung.name.zh}；期限 ${beijing(instant(due))}${rung.keyTarget ? '；列为重点检查对象' : ''}`;
    return [{ at: beijing(step.at), kind: step.kind, what: subject.slice(subject.indexOf('：') + 1), to, why }];
  });
}

const MOMENTS = {
  phaseStarted: 'phase.start',
  phaseEnded: 'phase.end',
  nominalEndReached: 'nominal-end',
  campaignClosed: 'closed',
} as const;

async function moments(
  tx: Tx,
  campaign: string,
  { state, plan }: { state: CampaignFile; plan: PlanTemplate },
): Promise<Line[]> {
  const rows = await tx.query<{ kind: keyof typeof MOMENTS; at: Date; due: Date | null; data: { phase?: string } }>({
    text: `select kind, at, due, data from event where file_id = $1 and kind = any($2)`,
    values: [campaign, Object.keys(MOMENTS)],
  });
  return rows.map(({ kind, at, due, data }) => {
    const phase = state.phases.find(({ id }) => id === data.phase);
    const why = {
      phaseStarted: phase ? whyPhaseStarts(phase).zh : '',
      phaseEnded: `方案：${phase?.asGiven ?? '阶段截止'}`,
      nominalEndReached: `名义期限 ${plan.nominalDays} 天届满，阶段期限另计`,
      campaignClosed: '总结后由领导批准结束',
    }[kind];
    const moment: Instant = instant(due ?? at);
    return {
      at: beijing(moment),
      kind: MOMENTS[kind],
      what: phase?.name.zh ?? state.name,
      to: TITLES['role:coordinator'] ?? '',
      why,
    };
  });
}
