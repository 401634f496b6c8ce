import { expect, test } from '@jest/globals';
import { type CalendarYear, WorkingCalendar } from '../time/calendar.js';
import { context, refusal } from '../test-people.js';
import { beijing } from '../time/instant.js';
import { CASE_ACTS } from './acts.js';
import { evolveCase } from './evolve.js';
import { caseFacts, nextDue } from './facts.js';
import type { CaseFile } from './file.js';
import { act, caseBefore, investigator, leader, machine, openCase } from './test-case.js';

const timers = (file: CaseFile) =>
  caseFacts(file).timers.map(({ at, act: what, clock }) => `${beijing(at).slice(0, 16)} ${what} ${clock}`);
const verification = { clock: 'verification', due: '2023-10-08T15:59:59.000Z' };

test('a limit reminds a day before it ends, and is missed once', () => {
  const opened = openCase();
  expect(timers(opened)).toEqual(['2023-10-07T23:59 remind verification', '2023-10-08T23:59 elapse verification']);
  const reminded = act(opened, 'remind', verification, machine, '2023-10-08 00:00');
  expect(timers(reminded)).toEqual(['2023-10-08T23:59 elapse verification']);
  const missed = act(reminded, 'elapse', verification, machine, '2023-10-09 00:00');
  expect([timers(missed), missed.stage, missed.clocks[0]?.lapsed]).toEqual([[], 'verification', verification.due]);
});

test.each([
  ['too early', verification, '2023-10-08 23:59'],
  ['for a deadline that moved', { ...verification, due: '2023-10-07T15:59:59.000Z' }, '2023-10-10 00:00'],
  ['for a limit that does not run', { ...verification, clock: 'decision' }, '2023-10-10 00:00'],
  ['for another transfer', { ...verification, of: 'transfer' }, '2023-10-10 00:00'],
])('a timer that fires %s is refused as stale', (_what, timer, now) => {
  expect(refusal(() => act(openCase(), 'elapse', timer, machine, now))).toBe('clock.stale');
});

test('a timer that fires twice is refused as stale', () => {
  const late = '2023-10-09 00:00';
  expect(
    refusal(() => act(act(openCase(), 'elapse', verification, machine, late), 'elapse', verification, machine, late)),
  ).toBe('clock.stale');
  expect(
    refusal(() => act(act(openCase(), 'remind', verification, machine, late), 'remind', verification, machine, late)),
  ).toBe('clock.stale');
});

test('the end of the defence window moves the case to the decision', () => {
  const after = act(
    caseBefore('elapse'),
    'elapse',
    { clock: 'defence', due: '2023-10-10T15:59:59.000Z' },
    machine,
    '2023-10-11 00:00',
  );
  expect([after.stage, after.clocks.map(({ clock }) => clock)]).toEqual(['decision', ['decision']]);
});

test('verification is extended once, by its law', () => {
  const extended = act(openCase(), 'extendVerification', { reason: '跨省取证' }, leader, '2023-10-08 10:00');
  expect(timers(extended)).toEqual(['2023-10-26T23:59 remind verification', '2023-10-27T23:59 elapse verification']);
  expect(refusal(() => act(extended, 'extendVerification', { reason: '再延' }, leader, '2023-10-20 10:00'))).toBe(
    'case.already-extended',
  );
  expect(refusal(() => act(extended, 'elapse', verification, machine, '2023-10-09 00:00'))).toBe('clock.stale');
});

test('the time to decide is extended by thirty days, and by up to sixty in collective discussion (令4号 45)', () => {
  const extended = act(
    caseBefore('assignOfficers'),
    'extendDecision',
    { reason: '案情复杂' },
    leader,
    '2023-12-01 10:00',
  );
  expect(timers(extended).at(-1)).toBe('2024-01-12T23:59 elapse decision');
  const further = (payload: object) =>
    act(extended, 'extendDecision', { reason: '再延', ...payload }, leader, '2023-12-20 10:00');
  expect(refusal(() => further({}))).toBe('case.collective-minutes-missing');
  expect(refusal(() => further({ minutes: '五人到会，一致同意', days: 61 }))).toBe('case.extension-too-long');
  const longest = further({ minutes: '五人到会，一致同意', days: 45 });
  expect(timers(longest).at(-1)).toBe('2024-02-26T23:59 elapse decision');
  expect(
    refusal(() => act(longest, 'extendDecision', { reason: '再延', minutes: '同意' }, leader, '2023-12-21 10:00')),
  ).toBe('case.already-extended');
});

const investigated = caseBefore('assignOfficers');
const exclude = (file: CaseFile, payload: object, now = '2023-10-20 10:00') =>
  act(file, 'excludeTime', { clock: 'decision', kind: 'appraisal', reason: '委托鉴定', ...payload }, leader, now);
const decisionOf = (file: CaseFile) => file.clocks.find(({ clock }) => clock === 'decision');

test('time of an expert opinion is taken out of the time to decide, once it is over (令4号 45)', () => {
  const file = exclude(investigated, { from: '2023-10-09', until: '2023-10-18' });
  expect([beijing(decisionOf(investigated)?.due as never), beijing(decisionOf(file)?.due as never)]).toEqual([
    '2023-12-13T23:59:59+08:00',
    '2023-12-23T23:59:59+08:00',
  ]);
  expect(refusal(() => exclude(file, { kind: 'hearing', from: '2023-10-18', until: '2023-10-19' }))).toBe(
    'exclusion.overlaps',
  );
  expect(exclude(file, { kind: 'hearing', from: '2023-10-19', until: '2023-10-19' }).exclusions).toHaveLength(2);
});

test('while it goes on the limit stands still: nothing reminds, nothing lapses; it runs again when it is over', () => {
  const waiting = exclude(investigated, { from: '2023-10-09' });
  expect([decisionOf(waiting)?.pausedFrom, timers(waiting), nextDue(waiting)]).toEqual(['2023-10-09', [], undefined]);
  const late = { clock: 'decision', due: decisionOf(waiting)?.due };
  expect(refusal(() => act(waiting, 'elapse', late, machine, '2023-12-20 10:00'))).toBe('clock.stale');
  const exclusion = waiting.exclusions?.[0]?.id;
  const resume = (until: string) => act(waiting, 'resumeTime', { exclusion, until }, investigator, '2024-01-10 10:00');
  expect(timers(resume('2024-01-08'))).toEqual([
    '2024-03-13T23:59 remind decision',
    '2024-03-14T23:59 elapse decision',
  ]);
  expect(refusal(() => resume('2023-10-08'))).toBe('exclusion.ends-before-it-begins');
  expect(refusal(() => resume('2024-01-11'))).toBe('date.in-future');
  expect(
    refusal(() =>
      act(resume('2024-01-08'), 'resumeTime', { exclusion, until: '2024-01-09' }, investigator, '2024-01-10 10:00'),
    ),
  ).toBe('exclusion.ended');
});

test('only what the law names is excluded, from a limit that runs, within its time, by somebody else than the handler', () => {
  const why = (payload: object) => refusal(() => exclude(investigated, { from: '2023-10-09', ...payload }));
  expect(why({ kind: 'litigation' })).toBe('exclusion.not-provided');
  expect(why({ clock: 'service' })).toBe('clock.not-running');
  const ordered = {
    ...investigated,
    clocks: [{ ...(investigated.clocks[0] as never as object), clock: 'rectification' }],
  };
  expect(refusal(() => exclude(ordered as never, { clock: 'rectification', from: '2023-10-09' }))).toBe(
    'exclusion.not-provided',
  );
  expect(why({ from: '2023-09-13' })).toBe('date.too-early');
  expect(why({ from: '2023-10-21' })).toBe('date.in-future');
  expect(why({ until: '2023-10-21' })).toBe('date.in-future');
  const both = { ...leader, account: investigator.account };
  expect(
    refusal(() =>
      act(
        investigated,
        'excludeTime',
        { clock: 'decision', kind: 'appraisal', from: '2023-10-09', reason: '鉴定' },
        both,
        '2023-10-20 10:00',
      ),
    ),
  ).toBe('permission.four-eyes');
});

test('an ended case has no limits and no timers', () => {
  const rejected = act(openCase(), 'rejectLead', { reason: '查无实据' }, investigator, '2023-09-12 10:00');
  expect([rejected.stage, rejected.clocks, caseFacts(rejected).open]).toEqual(['notFiled', [], false]);
});

const years: CalendarYear[] = [2026, 2027].map((year) => ({
  year,
  notice: '',
  holidays: [`${year}-01-01`],
  workdays: [],
}));
const published = new WorkingCalendar('with 2027', years);
const provisional = openCase('2026-12-28 10:00');
const reproject = (file: CaseFile) =>
  CASE_ACTS.reprojectLimits
    .decide(file, {}, context(machine, '2026-12-30 10:00', { calendar: published }))
    .reduce(evolveCase, file);

test('a limit beyond the last notice is computed again when the notice comes, and only then', () => {
  expect(provisional.clocks).toMatchObject([{ provisional: true, calendar: 'test' }]);
  expect(timers(provisional)).toEqual(['2027-01-17T23:59 remind verification', '2027-01-18T23:59 elapse verification']);
  const again = reproject(provisional);
  expect(again.clocks).toMatchObject([{ provisional: false, calendar: 'with 2027' }]);
  expect(timers(again)).toContain('2027-01-19T23:59 elapse verification');
  expect(reproject(again)).toBe(again);
});

test('a limit that was computed again still reminds a day before', () => {
  expect(timers(reproject(provisional))).toContain('2027-01-18T23:59 remind verification');
});

test('what is due next is the soonest limit, and a missed one stays first until it is met', () => {
  const missed = act(openCase(), 'elapse', verification, machine, '2023-10-09 00:00');
  expect(nextDue(missed)).toBe(verification.due);
  const proposed = { to: 'police', grounds: '涉嫌诈骗' };
  const both = act(missed, 'proposeTransfer', proposed, investigator, '2023-10-09 10:00');
  expect(both.clocks.map(({ clock }) => clock)).toEqual(['verification', 'transferDecision']);
  expect(nextDue(both)).toBe(verification.due);
});

test('filing meets a limit that was missed, and the time to decide is next', () => {
  const missed = act(openCase(), 'elapse', verification, machine, '2023-10-09 00:00');
  const asked = act(missed, 'requestFiling', { grounds: '涉嫌骗保' }, investigator, '2023-10-09 10:00');
  const filed = act(asked, 'approveFiling', {}, leader, '2023-10-10 10:00');
  expect([nextDue(asked), nextDue(filed)]).toEqual([verification.due, '2024-01-08T15:59:59.000Z']);
});
