import { expect, test } from '@jest/globals';
import { beijingTime } from '../test-people.js';
import { calendar, plan, planDraft } from '../test-rules.js';
import { beijing } from '../time/instant.js';
import { climb, ladder } from './ladder.js';

const climbed = (due: string) =>
  climb(plan().escalation, beijingTime(due), calendar).map(
    ({ rung, kind, at }) => `${rung} ${kind} ${beijing(at).slice(5, 16)}`,
  );

test('a Thursday 17:00 is reminded before, overdue at the instant, escalated after', () => {
  expect(climbed('2023-09-14 17:00')).toEqual([
    'remind-1d reminder 09-13T17:00',
    'remind-2h reminder 09-14T15:00',
    'overdue overdue 09-14T17:00',
    'press escalation 09-15T17:00',
    'supervise escalation 09-19T17:00',
    'interview escalation 09-21T17:00',
  ]);
});

test('one working day after the Thursday before National Day is the Saturday worked instead', () => {
  expect(climbed('2023-09-28 17:00').slice(3)).toEqual([
    'press escalation 10-07T17:00',
    'supervise escalation 10-09T17:00',
    'interview escalation 10-11T17:00',
  ]);
});

test('the steps come in the order they fire, whatever the order of the rungs', () => {
  const rungs = plan().escalation.toReversed();
  expect(climb(rungs, beijingTime('2023-09-14 17:00'), calendar).map(({ rung }) => rung)).toEqual(
    plan().escalation.map(({ id }) => id),
  );
});

test.each([
  ['no rung at the due instant', { hoursBefore: 1 }, 'overdue', 'exactly one rung'],
  ['a rung twice', { atDue: true }, 'press', 'rung ids are unique'],
  ['a rung both before and after', { hoursBefore: 1, workingDaysAfter: 1 }, 'overdue', 'Invalid input'],
  ['a rung no hours before', { hoursBefore: 0 }, 'overdue', 'Too small'],
])('%s is refused', (_what, when, id, reason) => {
  const rungs = planDraft().escalation.map((rung) => (rung.id === 'overdue' ? { ...rung, id, when } : rung));
  expect(ladder.safeParse(rungs).error?.message).toContain(reason);
});
