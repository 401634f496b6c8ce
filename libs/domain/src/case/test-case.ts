import type { Actor } from '../people/actor.js';
import { HOSPITAL, REGION, context, person } from '../test-people.js';
import type { CaseAct } from './act.js';
import { CASE_ACTS, type CaseActName } from './acts.js';
import { evolveCase } from './evolve.js';
import type { CaseFile, CaseId, Stage } from './file.js';
import { leadPayload, openLead } from './verification.js';

/** One case from lead to strike-off, for the pure tests. No part of the package. */

const id = (last: string) => `00000000-0000-4000-8000-0000000000${last}`;
export const TRANSFER = id('c0');
export const investigator = person('investigator', id('a1'));
export const secondOfficer = person('investigator', id('a2'));
export const reviewer = person('legalReviewer', id('a3'));
export const leader = person('leader', id('a4'));
export const contact = person('unitContact', id('a5'));
export const collector = person('agencyAuditor', id('a6'));
export const police = person('partnerContact', id('a7'));
export const machine: Actor = { kind: 'machine', name: 'conductor' };

export const exhibit = {
  sha256: 'a'.repeat(64),
  name: '处方.pdf',
  mediaType: 'application/pdf',
  bytes: 1,
  kind: 'documentary',
};

export function openCase(now = '2023-09-11 10:00', over: object = {}, by: Actor = person('leadHandler')): CaseFile {
  const lead = leadPayload.parse({
    title: '虚构门诊大病病情',
    region: REGION,
    source: 'hotline',
    subject: { kind: 'institution', name: '甲县第一诊所', unit: HOSPITAL },
    summary: '举报称空刷医保卡',
    handler: investigator.account,
    ...over,
  });
  return openLead('case' as CaseId, '2023-0001', lead, context(by, now)).opened;
}

/** The file after the act; the command's id is also what names a transfer. */
export function act(file: CaseFile, name: CaseActName, payload: object, by: Actor, now: string): CaseFile {
  const does: CaseAct = CASE_ACTS[name];
  return does
    .decide(file, does.payload.parse(payload), context(by, now, { command: TRANSFER }))
    .reduce(evolveCase, file);
}

const served = (servedOn: string) => ({ servedOn, method: 'direct' });
const inquiry = {
  person: '收费员',
  place: '甲县第一诊所',
  heldAt: '2023-09-15T09:00:00+08:00',
  officers: [investigator.account, secondOfficer.account],
  record: '承认空刷',
};
const defrauded = { breach: 'fraud', fraudulentPurpose: false, amount: '1000001', multiple: 2.5, grounds: '虚构病情' };

/** The whole procedure, in order: the stage it is done in, the act, its payload, who, when. */
export const PROCEDURE: readonly (readonly [Stage, CaseActName, object, Actor, string])[] = [
  ['verification', 'addEvidence', exhibit, investigator, '2023-09-12 10:00'],
  ['verification', 'requestFiling', { grounds: '涉嫌骗保' }, investigator, '2023-09-13 10:00'],
  ['filing', 'approveFiling', {}, leader, '2023-09-14 10:00'],
  ['investigation', 'assignOfficers', { officers: [secondOfficer.account] }, investigator, '2023-09-14 11:00'],
  ['investigation', 'recordInquiry', inquiry, investigator, '2023-09-15 11:00'],
  ['investigation', 'proposePenalty', defrauded, investigator, '2023-09-18 10:00'],
  ['investigation', 'recordPenalty', {}, machine, '2023-09-18 10:01'],
  ['legalReview', 'passReview', { opinion: '事实清楚' }, reviewer, '2023-09-20 10:00'],
  ['approval', 'approvePenalty', {}, leader, '2023-09-26 10:00'],
  ['notice', 'serveNotice', served('2023-09-27'), investigator, '2023-09-27 15:00'],
  ['notice', 'submitStatement', { text: '已退还患者' }, contact, '2023-09-28 10:00'],
  ['notice', 'elapse', { clock: 'defence', due: '2023-10-10T15:59:59.000Z' }, machine, '2023-10-11 00:00'],
  ['decision', 'issueDecision', { multiple: 2.2, rectifyBy: '2023-11-30' }, leader, '2023-10-12 10:00'],
  ['service', 'recordService', served('2023-10-13'), investigator, '2023-10-13 15:00'],
  [
    'execution',
    'recordPayment',
    { ledger: 'refund', amount: '1000001', paidOn: '2023-10-20', voucher: 'R1' },
    collector,
    '2023-10-20 10:00',
  ],
  [
    'execution',
    'recordPayment',
    { ledger: 'fine', amount: '2000000', paidOn: '2023-10-23', voucher: 'F1' },
    collector,
    '2023-10-23 10:00',
  ],
  [
    'execution',
    'recordPayment',
    { ledger: 'fine', amount: '200002', paidOn: '2023-10-24', voucher: 'F2' },
    collector,
    '2023-10-24 10:00',
  ],
  ['rectification', 'submitRectification', { report: '已建立处方核查' }, contact, '2023-11-01 10:00'],
  ['rectification', 'acceptRectification', { note: '现场复查通过' }, investigator, '2023-11-10 10:00'],
  ['closure', 'writeRootCause', { rootCause: '认定把关不严' }, investigator, '2023-11-13 10:00'],
  ['closure', 'requestStrikeOff', {}, investigator, '2023-11-13 11:00'],
  ['closure', 'approveStrikeOff', {}, leader, '2023-11-14 10:00'],
];

/** A case as it stands just before the act is done for the first time. */
export function caseBefore(name: CaseActName): CaseFile {
  const steps = PROCEDURE.slice(
    0,
    PROCEDURE.findIndex(([, each]) => each === name),
  );
  return steps.reduce((file, [, each, payload, by, now]) => act(file, each, payload, by, now), openCase());
}
