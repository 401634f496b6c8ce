import { expect, test } from '@jest/globals';
import { type AccountId, CLOCK, type UnitId } from '../people/actor.js';
import { PERMISSIONS, type Role, role } from '../people/roles.js';
import { HOSPITAL, beijingTime, context, person, refusal } from '../test-people.js';
import { NO_BASIS } from '../report/report.js';
import { OBLIGATION_STATUSES, type Obligation, type ObligationAct, type ObligationId } from './obligation.js';
import { OBLIGATION_ACTS, type ObligationActName } from './obligation-acts.js';

const PAYLOADS: Record<ObligationActName, object> = {
  submitReport: { content: '已自查' },
  enterReport: { content: '来函报送' },
  acceptReport: {},
  repeatReport: {},
  returnReport: { reason: '数字不符' },
  correctReport: { content: '更正', reason: '漏报一人' },
  waiveReport: { reason: '已停业' },
};
const acts = Object.entries(OBLIGATION_ACTS as Record<ObligationActName, ObligationAct>) as [
  ObligationActName,
  ObligationAct,
][];

const owed = (over: Partial<Obligation> = {}): Obligation => ({
  id: 'obligation' as ObligationId,
  unit: HOSPITAL,
  due: beijingTime('2023-09-14 17:00'),
  status: 'open',
  version: 1,
  submittedBy: null,
  basis: { ...NO_BASIS, last: { content: '上期', figures: {}, zero: false, late: false } },
  ...over,
});
const decide = (name: ObligationActName, over: Partial<Obligation>, by: ReturnType<typeof person>, now?: string) => {
  const act: ObligationAct = OBLIGATION_ACTS[name];
  return act.decide(owed(over), act.payload.parse(PAYLOADS[name]), context(by, now));
};
const holders = (act: ObligationAct): readonly Role[] => PERMISSIONS[act.by];
const holder = (act: ObligationAct) => person(holders(act)[0] as Role);

const table = acts.flatMap(([name, act]) =>
  OBLIGATION_STATUSES.map((status) => [name, status, act.statuses.includes(status)] as const),
);
/** What is handed in is corrected once its instant has come, and handed in again until then. */
const when = (name: ObligationActName) => (name === 'correctReport' ? '2023-09-14 17:00' : '2023-09-11 10:00');
test.each(table.filter(([, , allowed]) => allowed))('%s is done to an obligation that is %s', (name, status) => {
  expect(refusal(() => decide(name, { status }, holder(OBLIGATION_ACTS[name]), when(name)))).toBeUndefined();
});
test.each(table.filter(([, , allowed]) => !allowed))('%s is not done to an obligation that is %s', (name, status) => {
  const isFrozen = status === 'accepted' && ['submitReport', 'enterReport', 'repeatReport'].includes(name);
  expect(refusal(() => decide(name, { status }, holder(OBLIGATION_ACTS[name])))).toBe(
    isFrozen ? 'report.frozen' : 'obligation.status',
  );
});

test.each(acts)('%s is for those who hold its permission only', (name, act) => {
  const status = act.statuses[0] as Obligation['status'];
  const allowed = role.options.filter(
    (each) => refusal(() => decide(name, { status }, person(each))) !== 'permission.missing',
  );
  expect(allowed).toEqual(role.options.filter((each) => holders(act).includes(each)));
  expect(refusal(() => act.decide(owed({ status }), act.payload.parse(PAYLOADS[name]), context(CLOCK)))).toBe(
    'permission.missing',
  );
});

test('a report for another unit is not found', () => {
  const contact = { ...person('unitContact'), unit: 'another' as UnitId };
  expect(refusal(() => decide('submitReport', {}, contact))).toBe('obligation.not-found');
});

test.each([
  ['2023-09-14 17:00', false],
  ['2023-09-14 17:01', true],
])('a report of %s is late: %s', (now, late) => {
  expect(decide('submitReport', {}, person('unitContact'), now).data).toMatchObject({ late });
});

test('a zero report is a report, and makes the unit a key target', () => {
  const { submitReport } = OBLIGATION_ACTS;
  const zero = submitReport.payload.parse({ content: '未发现问题', zero: true });
  expect(submitReport.decide(owed(), zero, context(person('unitContact')))).toMatchObject({
    status: 'submitted',
    keyTarget: 'zero-report',
  });
});

test('nobody reviews their own report', () => {
  const by = person('coordinator', 'both');
  for (const name of ['acceptReport', 'returnReport'] as const) {
    const submitted = { status: 'submitted', submittedBy: 'both' as AccountId } as const;
    expect(refusal(() => decide(name, submitted, by))).toBe('permission.four-eyes');
  }
});

test.each([
  ['2023-09-14 12:00', 'returned'],
  ['2023-09-15 12:00', 'overdue'],
])('a report returned on %s is %s again', (now, status) => {
  expect(decide('returnReport', { status: 'submitted' }, person('coordinator'), now).status).toBe(status);
});
