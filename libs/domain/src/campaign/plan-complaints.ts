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
