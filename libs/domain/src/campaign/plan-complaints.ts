import { INDICATORS, indicatorOf, isIndicator } from '../indicator/catalogue.js';
import type { Bilingual } from '../text.js';
import type { Cadence } from './cadence.js';
import type { PlanDay } from './plan-day.js';

export type Complaint = Bilingual & { readonly path: readonly PropertyKey[] };

/** The parts of a plan that name one another. */
interface Linked {
  readonly end: PlanDay;
  readonly phases: readonly Phase[];
  readonly rounds?: unknown;
  readonly deliverables: readonly { readonly id: string; readonly phase?: string | undefined; readonly due: PlanDay }[];
  readonly reports: readonly { readonly id: string; readonly cadence: Cadence }[];
  readonly content?: { readonly targets?: readonly Target[] | undefined } | undefined;
}
interface Target {
  readonly id: string;
  readonly unit: string;
  readonly indicator?: string | undefined;
  readonly among?: unknown;
}
interface Phase {
  readonly id: string;
  readonly start?: PlanDay | { readonly after: string } | undefined;
  readonly end?: PlanDay | undefined;
}

/** What no schema of one field can see: ids used twice, names of nothing, circles. */
export const complaints = (plan: Linked): Complaint[] => [
  ...openEnd(plan),
  ...duplicates(plan),
  ...unknownPhases(plan),
  ...circles(plan.phases),
  ...unknownReports(plan),
  ...emptiness(plan),
  ...unmeasured(plan),
];

/** Without an end no outline can be drawn; another may still be chosen at the draft. */
const openEnd = ({ end }: Linked): Complaint[] =>
  'given' in end || 'endOf' in end
    ? [
        {
          path: ['end'],
          zh: '方案结束日须由开始日推算或者写明日期',
          en: 'the last day is counted from the first, or a date of the document',
        },
      ]
    : [];

function duplicates(plan: Linked): Complaint[] {
  const seen = new Set<string>();
  return (['phases', 'deliverables', 'reports'] as const).flatMap((list) =>
    plan[list].flatMap(({ id }, index) => {
      const isTwice = seen.has(id);
      seen.add(id);
      return isTwice ? [{ path: [list, index, 'id'], zh: `标识 ${id} 重复`, en: `the id ${id} is used twice` }] : [];
    }),
  );
}

function unknownPhases({ phases, deliverables }: Linked): Complaint[] {
  const known = new Map(phases.map((each) => [each.id, each]));
  const name = (path: readonly PropertyKey[], id: string, why: Bilingual): Complaint[] => {
    if (!known.has(id)) return [{ path, zh: `没有阶段 ${id}`, en: `no phase ${id}` }];
    return known.get(id)?.end ? [] : [{ path, ...why }];
  };
  const noEnd = (id: string) => ({ zh: `阶段 ${id} 没有截止日`, en: `the phase ${id} has no end` });
  return [
    ...phases.flatMap(({ start, end }, index) => [
      ...(start && 'after' in start ? name(['phases', index, 'start', 'after'], start.after, noEnd(start.after)) : []),
      ...[start, end].flatMap((when, at) =>
        when && 'endOf' in when
          ? [
              {
                path: ['phases', index, at === 0 ? 'start' : 'end', 'endOf'],
                zh: '阶段的起止日不能取自另一阶段的截止日；次日起请用 after',
                en: 'a phase is not dated by the end of another; use after for the day that follows',
              },
            ]
          : [],
      ),
    ]),
    ...deliverables.flatMap(({ phase, due }, index) => [
      ...(phase && !known.has(phase)
        ? [{ path: ['deliverables', index, 'phase'], zh: `没有阶段 ${phase}`, en: `no phase ${phase}` }]
        : []),
      ...('endOf' in due ? name(['deliverables', index, 'due', 'endOf'], due.endOf, noEnd(due.endOf)) : []),
    ]),
  ];
}

function circles(phases: readonly Phase[]): Complaint[] {
  const after = new Map(phases.map(({ id, start }) => [id, start && 'after' in start ? start.after : undefined]));
  return phases.flatMap(({ id }, index) => {
    const walked = new Set([id]);
    for (let next = after.get(id); next; next = after.get(next)) {
      if (next === id) {
        const circle = [...walked, id].join(' → ');
        return [{ path: ['phases', index, 'start', 'after'], zh: `${circle} 循环引用`, en: `${circle} is a cycle` }];
      }
      if (walked.has(next)) return [];
      walked.add(next);
    }
    return [];
  });
}

/** Two steps, no more: what follows a report is not followed by another. */
function unknownReports({ reports }: Linked): Complaint[] {
  const first = new Set(reports.flatMap(({ id, cadence }) => ('follows' in cadence ? [] : [id])));
  return reports.flatMap(({ cadence }, index) =>
    'follows' in cadence && !first.has(cadence.follows)
      ? [
          {
            path: ['reports', index, 'cadence', 'follows'],
            zh: `没有可以承接的报表 ${cadence.follows}`,
            en: `no report ${cadence.follows} with days of its own`,
          },
        ]
      : [],
  );
}

function emptiness({ phases, rounds, deliverables, reports }: Linked): Complaint[] {
  if (rounds || phases.length + deliverables.length + reports.length > 0) return [];
  return [
    {
      path: ['phases'],
      zh: '方案没有阶段、轮次，也没有任何应报事项',
      en: 'a plan without phases or rounds, in which nobody owes anything',
    },
  ];
}

/** What a target is compared in, and what the indicator it is bound to may be counted in. */
const COUNTED_IN: Readonly<Record<string, readonly string[]>> = {
  percent: ['percent'],
  percentDecrease: ['percent', 'count', 'times', 'fen'],
  percentagePoints: ['percent'],
  institutions: ['count'],
  timesPerInstitution: ['times'],
  openProblems: ['count'],
};

/** 目标 that name an indicator nobody knows, or one that is counted in something else. */
function unmeasured({ content }: Linked): Complaint[] {
  const seen = new Set<string>();
  return (content?.targets ?? []).flatMap((target, index) => {
    const path = (field: string) => ['content', 'targets', index, field];
    const isTwice = seen.has(target.id);
    seen.add(target.id);
    return [
      ...(isTwice ? [{ path: path('id'), zh: `标识 ${target.id} 重复`, en: `the id ${target.id} is used twice` }] : []),
      ...misbound(target).map((why) => ({ path: path('indicator'), ...why })),
    ];
  });
}

function misbound({ unit, indicator, among }: Target): Bilingual[] {
  if (indicator === undefined) return [];
  if (!isIndicator(indicator)) {
    return [
      {
        zh: `没有指标 ${indicator}；可用的指标：${INDICATORS.join('、')}`,
        en: `no indicator ${indicator}; there are ${INDICATORS.join(', ')}`,
      },
    ];
  }
  const { unit: counted, entered, name } = indicatorOf(indicator);
  if (entered && among)
    return [{ zh: `指标“${name.zh}”由人工录入，不能再限定范围`, en: `${name.en} is entered: it cannot be narrowed` }];
  if (COUNTED_IN[unit]?.includes(counted)) return [];
  return [
    {
      zh: `指标“${name.zh}”以 ${counted} 计，与目标单位 ${unit} 不符`,
      en: `${name.en} is counted in ${counted}, which does not fit ${unit}`,
    },
  ];
}
