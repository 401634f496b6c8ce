import { expect, test } from '@jest/globals';
import { planDraft } from '../test-rules.js';
import { planTemplate } from './plan.js';

const name = { zh: '阶段', en: 'Phase' };
const complaints = (over: object) => {
  const { error } = planTemplate.safeParse(planDraft(over));
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
};
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
    'phases.0.start.after: first → third → second → first is a cycle',
    'phases.1.start.after: second → first → third → second is a cycle',
    'phases.2.start.after: third → second → first → third is a cycle',
  ]);
});

test('a phase that waits for itself is refused', () => {
  expect(complaints({ phases: [after('first', 'first')] })).toEqual(['phases.0.start.after: first → first is a cycle']);
});

test.each([
  ['a phase after one that is not there', { phases: [after('first', 'none')] }, 'phases.0.start.after: no phase none'],
  ['a deliverable of a phase that is not there', { phases: [] }, 'deliverables.0.phase: no phase first'],
  [
    'an id used twice',
    { ...free, phases: [after('self-check', 'self-check')] },
    'deliverables.0.id: the id self-check is used twice',
  ],
  ['nobody owes anything', { deliverables: [], reports: [] }, 'deliverables: a plan in which nobody owes anything'],
  ['an impossible day of the year', { end: { monthDay: '02-30' } }, 'end.monthDay: a day of the year, MM-DD'],
  ['an unknown field', { organiser: 'somebody' }, ': Unrecognized key: "organiser"'],
  ['an id in capitals', { id: 'Plan' }, 'id: lower-case words joined by hyphens'],
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
