import { expect, test } from '@jest/globals';
import { refusal } from '../test-people.js';
import { beijing } from '../time/instant.js';
import type { CaseActName } from './acts.js';
import { closureChecklist } from './closure.js';
import type { CaseFile } from './file.js';
import {
  PROCEDURE,
  act,
  caseBefore,
  contact,
  investigator,
  leader,
  machine,
  openCase,
  reviewer,
  secondOfficer,
} from './test-case.js';

const clocks = (file: CaseFile) => file.clocks.map(({ clock, due }) => `${clock} ${beijing(due).slice(5, 16)}`).sort();
const step = (name: CaseActName) => PROCEDURE.find(([, each]) => each === name)!;
/** The step of the procedure, changed. */
const instead = (
  name: CaseActName,
  {
    payload = {},
    by = step(name)[3],
    now = step(name)[4],
  }: { payload?: object; by?: typeof leader | (typeof PROCEDURE)[number][3]; now?: string },
) => refusal(() => act(caseBefore(name), name, { ...step(name)[2], ...payload }, by, now));

test('a case walks from lead to strike-off, each act in its stage, each one event or more', () => {
  const end = PROCEDURE.reduce((file, [stage, name, payload, by, now]) => {
    expect([name, file.stage]).toEqual([name, stage]);
    const after = act(file, name, payload, by, now);
    expect(after.version).toBeGreaterThan(file.version);
    return after;
  }, openCase());
  expect(end).toMatchObject({ stage: 'struckOff', clocks: [], standing: { act: 'caseStruckOff', by: leader.account } });
  expect(end.decision?.penalty).toMatchObject({ multiple: 220, refund: 1_000_001n, fine: 2_200_002n });
  expect(end.ledgers).toEqual({
    refund: { owed: 1_000_001n, paid: 1_000_001n },
    fine: { owed: 2_200_002n, paid: 2_200_002n },
  });
  expect(closureChecklist(end).every(({ done }) => done)).toBe(true);
});

test.each<[CaseActName, string[]]>([
  ['requestFiling', ['verification 10-08T23:59']],
  ['assignOfficers', ['decision 12-13T23:59']],
  ['passReview', ['decision 12-13T23:59', 'legalReview 10-08T23:59']],
  ['submitStatement', ['decision 12-13T23:59', 'defence 10-10T23:59']],
  ['recordService', ['service 10-23T23:59']],
  ['recordPayment', ['finePayment 10-30T23:59', 'refundPayment 10-30T23:59']],
  ['submitRectification', ['rectification 11-30T23:59']],
  ['writeRootCause', []],
])('before %s these limits run: %j', (name, running) => {
  expect(clocks(caseBefore(name))).toEqual(running);
});

test.each<CaseActName>(['approveFiling', 'approvePenalty', 'issueDecision', 'approveStrikeOff'])(
  '%s is refused to the person who asked for it',
  (name) => {
    expect(instead(name, { by: { ...leader, account: investigator.account } })).toBe('permission.four-eyes');
  },
);

test.each([investigator, secondOfficer])('legal review is refused to officer %# of the case', ({ account }) => {
  expect(instead('passReview', { by: { ...reviewer, account } })).toBe('case.reviewer-handled-it');
});

test('a penalty is not proposed before two officers, an exhibit and an inquiry are on file', () => {
  const [, name, payload, by, now] = step('proposePenalty');
  for (const before of ['assignOfficers', 'recordInquiry'] as const) {
    expect(refusal(() => act(caseBefore(before), name, payload, by, now))).toBe('case.incomplete');
  }
  expect(refusal(() => act({ ...caseBefore(name), evidence: [] }, name, payload, by, now))).toBe('case.incomplete');
});

test.each([
  ['held by one officer', { officers: [investigator.account] }, 'case.two-officers'],
  ['held by one officer, named twice', { officers: [investigator.account, investigator.account] }, 'case.two-officers'],
  ['held by a stranger', { officers: [investigator.account, reviewer.account] }, 'case.two-officers'],
  ['of tomorrow', { heldAt: '2023-09-16T09:00:00+08:00' }, 'date.in-future'],
])('an inquiry %s is refused', (_what, payload, code) => {
  expect(instead('recordInquiry', { payload })).toBe(code);
});

test.each([
  ['1.99 times', { multiple: 1.99 }, 'penalty.multiple-outside-band'],
  ['5.01 times', { multiple: 5.01 }, 'penalty.multiple-outside-band'],
])('a proposal of %s is refused', (_what, payload, code) => {
  expect(instead('proposePenalty', { payload })).toBe(code);
});

test.each([
  ['heavier than what the party was told', { multiple: 2.51 }, 'penalty.heavier-after-defence'],
  ['milder than the law', { multiple: 1.99 }, 'penalty.multiple-outside-band'],
  ['to be rectified yesterday', { rectifyBy: '2023-10-11' }, 'date.in-past'],
])('a decision %s is refused', (_what, payload, code) => {
  expect(instead('issueDecision', { payload })).toBe(code);
});

test('the decision keeps the proposed multiple when none is given', () => {
  const decided = act(
    caseBefore('issueDecision'),
    'issueDecision',
    { rectifyBy: '2023-11-30' },
    leader,
    '2023-10-12 10:00',
  );
  expect(decided.decision?.penalty.fine).toBe(2_500_003n);
});

test('service in the future is refused, of the notice and of the decision', () => {
  expect(instead('serveNotice', { payload: { servedOn: '2023-09-28' } })).toBe('date.in-future');
  expect(instead('recordService', { payload: { servedOn: '2023-10-14' } })).toBe('date.in-future');
});

test('legal review is refused to whoever proposed the penalty, also once they left the case', () => {
  const [, , payload] = step('proposePenalty');
  const proposed = act(caseBefore('proposePenalty'), 'proposePenalty', payload, secondOfficer, '2023-09-18 10:00');
  const third = { officers: [leader.account] };
  const left = act(proposed, 'assignOfficers', third, investigator, '2023-09-18 10:00');
  const reviewed = act(left, 'recordPenalty', {}, machine, '2023-09-18 10:01');
  const both = { ...reviewer, account: secondOfficer.account };
  expect(refusal(() => act(reviewed, 'passReview', { opinion: '同意' }, both, '2023-09-20 10:00'))).toBe(
    'case.reviewer-handled-it',
  );
});

test('a statement made by word of mouth is written down by the handler and kept with those of the party', () => {
  const heard = act(
    caseBefore('elapse'),
    'recordStatement',
    { text: '当面申辩：已退还患者' },
    investigator,
    '2023-09-28 16:00',
  );
  expect(heard.statements.map(({ by, text }) => [by, text])).toEqual([
    [contact.account, '已退还患者'],
    [investigator.account, '当面申辩：已退还患者'],
  ]);
  expect(heard.stage).toBe('notice');
});
