import { expect, test } from '@jest/globals';
import { REGION, context, person, refusal } from '../test-people.js';
import { WorkingCalendar } from '../time/calendar.js';
import { beijing } from '../time/instant.js';
import { CASE_ACTS } from './acts.js';
import { caseFacts } from './facts.js';
import type { CaseFile } from './file.js';
import { evolveCase } from './evolve.js';
import { registerReporter } from './reporter.js';
import { act, caseBefore, investigator, leader, machine, openCase, secondOfficer } from './test-case.js';

const hotline = person('leadHandler');
const NAMED = '00000000-0000-4000-8000-0000000000f1';
const OTHER = '00000000-0000-4000-8000-0000000000f2';
const due = (file: CaseFile, clock: string) =>
  file.clocks.filter((each) => each.clock === clock).map((each) => beijing(each.due).slice(0, 10));
const report = (file: CaseFile, kind: 'named' | 'anonymous' = 'named', id = NAMED) =>
  evolveCase(file, registerReporter(file, { id, kind }, context(hotline)));
const forward = (file: CaseFile, payload: object, by = hotline) =>
  act(file, 'forwardLead', { reason: '按分工转办', ...payload }, by, '2023-09-12 10:00');

test('the desk hands a lead to another investigator, or to a region below; its time runs on', () => {
  const below = `${REGION}990091/`;
  const after = forward(openCase(), { handler: secondOfficer.account, region: below });
  expect(after).toMatchObject({ handler: secondOfficer.account, region: below, stage: 'verification' });
  expect(due(after, 'verification')).toEqual(due(openCase(), 'verification'));
  expect(refusal(() => forward(openCase(), { handler: investigator.account }))).toBe('lead.same-handler');
  expect(refusal(() => forward(openCase(), { handler: secondOfficer.account, region: '/990000/' }))).toBe(
    'lead.region-not-below',
  );
  expect(refusal(() => forward(openCase(), { handler: investigator.account }, secondOfficer))).toBe('case.not-handler');
});

test('only what a superior assigned has a superior and a day', () => {
  const assignment = { by: '省局', due: '2023-12-31' };
  const open = (over: object) => openCase('2023-09-11 10:00', over);
  expect(due(open({ source: 'assigned', assignment }), 'assignment')).toEqual(['2023-12-31']);
  expect(refusal(() => open({ source: 'assigned' }))).toBe('lead.assignment-amiss');
  expect(refusal(() => open({ assignment }))).toBe('lead.assignment-amiss');
  expect(refusal(() => open({ source: 'assigned', assignment: { ...assignment, due: '2023-09-10' } }))).toBe(
    'date.in-past',
  );
});

test('an assigned lead that ended is still to be answered, and its day still passes', () => {
  const assigned = openCase('2023-09-11 10:00', { source: 'assigned', assignment: { by: '省局', due: '2023-09-20' } });
  const ended = act(assigned, 'rejectLead', { reason: '不属实' }, investigator, '2023-09-12 10:00');
  expect([ended.stage, due(ended, 'assignment'), due(ended, 'verification')]).toEqual(['notFiled', ['2023-09-20'], []]);
  const facts = caseFacts(ended);
  expect(facts).toMatchObject({ open: true, stage: 'closure' });
  const timer = facts.timers.find((each) => each.act === 'elapseAfterEnd');
  const missed = act(ended, 'elapseAfterEnd', { clock: 'assignment', due: timer?.due }, machine, '2023-09-21 00:00');
  expect(missed.clocks).toMatchObject([{ clock: 'assignment', lapsed: timer?.due }]);
  expect(caseFacts(missed)).toMatchObject({ open: false, stage: 'notFiled', timers: [] });
  const answered = act(missed, 'answerAssignment', { answer: '经核查不属实' }, investigator, '2023-09-22 10:00');
  expect(answered).toMatchObject({ clocks: [], assignment: { answer: '经核查不属实' } });
  expect(refusal(() => act(answered, 'answerAssignment', { answer: '再报' }, investigator, '2023-09-22 11:00'))).toBe(
    'lead.assignment-answered',
  );
});

const answer = { reporter: NAMED, how: 'phone', answer: '已立案' };

test('a named reporter is told within five working days of the decision on filing (令5号)', () => {
  const lead = report(openCase());
  expect(refusal(() => act(lead, 'answerReporter', answer, hotline, '2023-09-12 10:00'))).toBe('reporter.too-early');
  const asked = act(lead, 'requestFiling', { grounds: '涉嫌骗保' }, investigator, '2023-09-13 10:00');
  const decided = {
    filed: act(asked, 'approveFiling', {}, leader, '2023-09-14 10:00'),
    'not filed': act(asked, 'rejectFiling', { reason: '证据不足' }, leader, '2023-09-14 10:00'),
    rejected: act(lead, 'rejectLead', { reason: '不属实' }, investigator, '2023-09-14 10:00'),
    merged: act(lead, 'mergeLead', { into: OTHER, reason: '同一问题' }, hotline, '2023-09-14 10:00'),
  };
  for (const [how, file] of Object.entries(decided)) {
    expect([how, due(file, 'reporterAnswer')]).toEqual([how, ['2023-09-21']]);
    const told = act(file, 'answerReporter', answer, hotline, '2023-09-15 10:00');
    expect([how, due(told, 'reporterAnswer'), told.reporters]).toEqual([
      how,
      [],
      [{ id: NAMED, kind: 'named', answered: true }],
    ]);
  }
});

test('nobody is owed an answer where nobody gave a name', () => {
  const lead = report(openCase(), 'anonymous');
  const rejected = act(lead, 'rejectLead', { reason: '不属实' }, investigator, '2023-09-14 10:00');
  expect(rejected.clocks).toEqual([]);
  expect(refusal(() => act(rejected, 'answerReporter', answer, hotline, '2023-09-15 10:00'))).toBe(
    'reporter.anonymous',
  );
});

test('who says their name after the decision is told from then on', () => {
  const running = caseBefore('proposePenalty');
  const reported = evolveCase(
    running,
    registerReporter(running, { id: NAMED, kind: 'named' }, context(hotline, '2023-09-18 10:00')),
  );
  expect(due(reported, 'reporterAnswer')).toEqual(['2023-09-25']);
});

test('a limit that outlived its case is computed again when the holidays of its year are published', () => {
  const lead = report(openCase('2026-12-28 10:00'));
  const ended = act(lead, 'rejectLead', { reason: '不属实' }, investigator, '2026-12-29 10:00');
  expect(ended.clocks).toMatchObject([{ clock: 'reporterAnswer', provisional: true }]);
  expect(due(ended, 'reporterAnswer')).toEqual(['2027-01-05']);
  const published = new WorkingCalendar(
    'with 2027',
    [2026, 2027].map((year) => ({ year, notice: '', holidays: [`${year}-01-01`], workdays: [] })),
  );
  const again = CASE_ACTS.reprojectAfterEnd
    .decide(ended, {}, context(machine, '2026-12-30 10:00', { calendar: published }))
    .reduce(evolveCase, ended);
  expect(again).toMatchObject({ stage: 'notFiled', clocks: [{ clock: 'reporterAnswer', provisional: false }] });
  expect(due(again, 'reporterAnswer')).toEqual(['2027-01-06']);
});
