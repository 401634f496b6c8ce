import { expect, test } from '@jest/globals';
import type { z } from 'zod';
import { planDraft } from '../test-rules.js';
import { planTemplate } from './plan.js';

const name = { zh: '阶段', en: 'Phase' };
const complaints = (over: object) => {
  const { error } = planTemplate.safeParse(planDraft(over));
  return (error?.issues ?? []).flatMap((issue) => flatten(issue)).map(({ path, message }) => `${path}: ${message}`);
};
/** Inside a union, what each branch says. */
function flatten(issue: z.core.$ZodIssue, above = ''): { path: string; message: string }[] {
  const path = [above, ...issue.path].filter((part) => part !== '').join('.');
  return issue.code === 'invalid_union'
    ? issue.errors.flat().flatMap((each) => flatten(each, path))
    : [{ path, message: issue.message }];
}
const after = (id: string, earlier: string) => ({ id, name, start: { after: earlier }, end: { day: 9 } });
const free = { deliverables: [{ ...planDraft().deliverables[0], phase: undefined }] };

test('the plan of the tests is a plan', () => {
  expect(complaints({})).toEqual([]);
});

test('phases that wait for each other are refused, each with the circle it is in', () => {
  const phases = [
    after('first', 'third'),
    after('second', 'first'),
    after('third', 'second'),
    after('fourth', 'first'),
  ];
  expect(complaints({ phases })).toEqual([
    'phases.0.start.after: first → third → second → first 循环引用 · first → third → second → first is a cycle',
    'phases.1.start.after: second → first → third → second 循环引用 · second → first → third → second is a cycle',
    'phases.2.start.after: third → second → first → third 循环引用 · third → second → first → third is a cycle',
  ]);
});

test('a phase that waits for itself is refused', () => {
  expect(complaints({ phases: [after('first', 'first')] })).toEqual([
    'phases.0.start.after: first → first 循环引用 · first → first is a cycle',
  ]);
});

test.each([
  [
    'a phase after one that is not there',
    { phases: [after('first', 'none')] },
    'phases.0.start.after: 没有阶段 none · no phase none',
  ],
  [
    'a deliverable of a phase that is not there',
    { phases: [] },
    'deliverables.0.phase: 没有阶段 first · no phase first',
  ],
  [
    'an id used twice',
    { ...free, phases: [after('self-check', 'self-check')] },
    'deliverables.0.id: 标识 self-check 重复 · the id self-check is used twice',
  ],
  [
    'an empty plan',
    { phases: [], deliverables: [], reports: [] },
    'phases: 方案没有阶段、轮次，也没有任何应报事项 · a plan without phases or rounds, in which nobody owes anything',
  ],
  [
    'a deliverable by the end of a phase without one',
    { phases: [{ id: 'first', name }], deliverables: [{ ...planDraft().deliverables[0], due: { endOf: 'first' } }] },
    'deliverables.0.due.endOf: 阶段 first 没有截止日 · the phase first has no end',
  ],
  [
    'a report that follows none',
    {
      reports: [{ ...planDraft().reports[0], cadence: { follows: 'monthly', workingDaysAfter: 3, asGiven: '汇总后' } }],
    },
    'reports.0.cadence.follows: 没有可以承接的报表 monthly · no report monthly with days of its own',
  ],
  ['words that name no day', { end: { words: '近期' } }, 'end.words: 4月上旬, 3月底, 12月, 上半年, 下半年, 年底'],
  [
    'an impossible day of the year',
    { end: { monthDay: '02-30' } },
    'end.monthDay: 须为一年中的某日，写作 MM-DD · a day of the year, MM-DD',
  ],
  ['an unknown field', { organiser: 'somebody' }, ': Unrecognized key: "organiser"'],
  ['an id in capitals', { id: 'Plan' }, 'id: 小写字母和数字，用连字符连接 · lower-case words joined by hyphens'],
])('%s is refused', (_what, over, complaint) => {
  expect(complaints(over)).toContain(complaint);
});

test('the leap day may be a day of a plan', () => {
  expect(complaints({ end: { monthDay: '02-29' } })).toEqual([]);
});

test('a phase after one that has no end is refused, for its start is nowhere', () => {
  const phases = [{ id: 'first', name }, after('second', 'first')];
  expect(complaints({ phases }).length).toBeGreaterThan(0);
});
