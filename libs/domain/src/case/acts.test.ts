import { expect, test } from '@jest/globals';
import { PERMISSIONS, type Role, role } from '../people/roles.js';
import { context, person, refusal, refusalOf } from '../test-people.js';
import type { CaseAct } from './act.js';
import { CASE_ACTS, type CaseActName } from './acts.js';
import { ENDED, STAGES, type CaseFile, type Stage } from './file.js';
import {
  PROCEDURE,
  TRANSFER,
  act,
  caseBefore,
  exhibit,
  investigator,
  machine,
  openCase,
  secondOfficer,
} from './test-case.js';

const why = { reason: '事实需要核实' };
const transfer = { transfer: TRANSFER };
const limit = { clock: 'verification', due: '2023-10-08T15:59:59.000Z' };

/** A payload for each act: those of the procedure, and the rest. */
const PAYLOADS = {
  ...Object.fromEntries(PROCEDURE.map(([, name, payload]) => [name, payload])),
  extendVerification: why,
  rejectLead: why,
  mergeLead: { into: TRANSFER, ...why },
  returnFiling: why,
  rejectFiling: why,
  addEvidence: exhibit,
  extendDecision: why,
  excludeTime: { clock: 'decision', kind: 'appraisal', from: '2023-09-20', ...why },
  deferPayment: { instalments: [{ due: '2023-12-15', amount: '1' }], ...why },
  recordRemedy: { kind: 'reconsideration', from: '2023-10-20', authority: '甲市人民政府' },
  endRemedy: { remedy: TRANSFER, until: '2023-11-01', outcome: 'upheld' },
  serveDemand: { servedOn: '2023-11-13', method: 'direct' },
  applyToCourt: { on: '2023-11-14', court: '甲县人民法院' },
  waiveSurcharge: why,
  resumeTime: { exclusion: TRANSFER, until: '2023-09-25' },
  dismissCase: why,
  returnReview: why,
  returnPenalty: why,
  rejectPenalty: why,
  returnDecision: why,
  returnRectification: why,
  reopenCase: why,
  proposeTransfer: { to: 'police', grounds: '涉嫌犯罪' },
  orderTransfer: transfer,
  refuseTransfer: { ...transfer, ...why },
  deliverTransfer: transfer,
  acknowledgeTransfer: { ...transfer, receipt: '回执1号' },
  answerTransfer: { ...transfer, outcome: 'accepted', answer: '已立案' },
  recordStatement: { text: '口头申辩，已退还患者' },
  forwardLead: { handler: TRANSFER, ...why },
  answerAssignment: { answer: '已核查' },
  answerReporter: { reporter: TRANSFER, how: 'phone', answer: '已立案' },
  proposeReward: { reporter: TRANSFER, category: 'person', caseValue: '1', grounds: '提供线索' },
  approveReward: { reward: TRANSFER },
  refuseReward: { reward: TRANSFER, ...why },
  notifyReward: { reward: TRANSFER, notifiedOn: '2023-11-14' },
  payReward: { reward: TRANSFER, paidOn: '2023-11-14', voucher: '1' },
  expireReward: { clock: 'rewardCollection', of: TRANSFER, due: '2023-10-08T15:59:59.000Z' },
  elapseAfterEnd: limit,
  remindAfterEnd: limit,
  reprojectAfterEnd: {},
  elapse: limit,
  remind: limit,
  reprojectLimits: {},
} as Record<CaseActName, object>;

const names = Object.keys(CASE_ACTS) as CaseActName[];
const actOf = (name: CaseActName): CaseAct => CASE_ACTS[name];
const holders = ({ by }: CaseAct): readonly Role[] => (by === 'machine' ? [] : PERMISSIONS[by]);
const handles = (name: CaseActName) => actOf(name).by === 'case.handle';
/** Somebody who may do the act: for what is handled, an officer of this very case. */
const doer = (name: CaseActName) => {
  const [first] = holders(actOf(name));
  if (handles(name) || actOf(name).by === 'lead.sort') return investigator;
  return first ? person(first) : machine;
};

const full = act(
  caseBefore('approveStrikeOff'),
  'proposeTransfer',
  PAYLOADS.proposeTransfer,
  investigator,
  '2023-11-13 12:00',
);
const at = (stage: Stage): CaseFile => ({ ...full, stage });
const attempt = (name: CaseActName, stage: Stage, by: Parameters<typeof context>[0]) =>
  refusal(() =>
    actOf(name).decide(at(stage), actOf(name).payload.parse(PAYLOADS[name]), context(by, '2023-11-14 10:00')),
  );

const takes = ({ stages }: CaseAct, stage: Stage) =>
  stages === 'open' ? !ENDED.includes(stage) : stages === 'ended' ? ENDED.includes(stage) : stages.includes(stage);
/** A merged case has ended, but it goes on as part of another. */
const merged = (name: CaseActName, stage: Stage) => name === 'reopenCase' && stage === 'merged';
const table = names.flatMap((name) =>
  STAGES.map((stage) => [name, stage, takes(actOf(name), stage) && !merged(name, stage)] as const),
);

test.each(table.filter(([, , allowed]) => allowed))('%s is done in %s', (name, stage) => {
  expect(attempt(name, stage, doer(name))).not.toBe('case.stage');
});
test.each(table.filter(([, , allowed]) => !allowed))('%s is not done in %s', (name, stage) => {
  expect(attempt(name, stage, doer(name))).toBe('case.stage');
});

const stageOf = (name: CaseActName) => STAGES.find((stage) => takes(actOf(name), stage)) as Stage;
const [byPeople, byMachine] = [
  names.filter((name) => actOf(name).by !== 'machine'),
  names.filter((name) => actOf(name).by === 'machine'),
];

test.each(byPeople)('%s is for those who hold its permission only', (name) => {
  const allowed = role.options.filter((each) => attempt(name, stageOf(name), person(each)) !== 'permission.missing');
  expect(allowed).toEqual(role.options.filter((each) => holders(actOf(name)).includes(each)));
  expect(attempt(name, stageOf(name), machine)).toBe('permission.missing');
});

const handled = names.filter(handles);

test.each(handled)('%s is for the handler and the officers of the case, not for every investigator', (name) => {
  const stage = stageOf(name);
  for (const officer of [investigator, secondOfficer])
    expect(attempt(name, stage, officer)).not.toBe('case.not-handler');
  expect(attempt(name, stage, person('investigator', 'of another case'))).toBe('case.not-handler');
});

test('before officers are named, the handler alone works on the case', () => {
  const lead = openCase();
  const ask = (by: typeof investigator) =>
    refusal(() => act(lead, 'requestFiling', { grounds: '涉嫌骗保' }, by, '2023-09-12 10:00'));
  expect([ask(investigator), ask(secondOfficer)]).toEqual([undefined, 'case.not-handler']);
});

test.each(byMachine)('%s is for the machine only', (name) => {
  for (const each of role.options) expect(attempt(name, stageOf(name), person(each))).toBe('permission.machine-only');
});

test('a refusal by the stage says where the case stands', () => {
  const refused = refusalOf(() => act(at('execution'), 'approveFiling', {}, person('leader'), '2023-11-14 10:00'));
  expect(refused?.details.standing).toMatchObject({ stage: 'execution', version: full.version });
});
