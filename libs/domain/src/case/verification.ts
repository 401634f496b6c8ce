import { z } from 'zod';
import type { Context } from '../act.js';
import {
  type AccountId,
  type RegionPath,
  type UnitId,
  regionPath,
  requireOther,
  requirePerson,
} from '../people/actor.js';
import { idNumber, maskedIdNumber } from '../people/id-number.js';
import { Refusal } from '../refusal.js';
import { reason, text } from '../text.js';
import { type CaseEvent, act, limit } from './act.js';
import { requireTransfersSettled } from './closure.js';
import type { CampaignId } from '../campaign/file.js';
import type { CaseFile, CaseId } from './file.js';
import { extended, lengthening } from './lengthen.js';

export const leadPayload = z
  .strictObject({
    title: text(300),
    region: regionPath,
    source: z.enum(['hotline', 'letter', 'screening', 'self-check', 'inspection', 'assigned', 'media']),
    subject: z.strictObject({
      kind: z.enum(['institution', 'individual']),
      name: text(300),
      unit: z.uuid().optional(),
      idNumber: idNumber.optional(),
    }),
    summary: text(20_000),
    campaign: z.uuid().optional(),
    handler: z.uuid().meta({ description: 'The investigator who verifies the lead' }),
  })
  .meta({ id: 'Lead' });

/** 线索登记. Opens the file; the handler has fifteen working days to verify the lead (令4号 14). */
export function openLead(
  id: CaseId,
  number: string,
  lead: z.output<typeof leadPayload>,
  context: Context,
): { readonly opened: CaseFile; readonly event: CaseEvent } {
  const actor = requirePerson(context.actor, 'case.intake');
  if (!lead.region.startsWith(actor.region)) {
    throw new Refusal(
      'invalid',
      'region.unknown',
      { zh: '辖区不存在或不在本人管辖范围', en: 'no such region in your charge' },
      { field: 'region' },
    );
  }
  const { summary, ...facts } = lead;
  const subject = maskedSubject(facts.subject);
  const clocks = [limit(context, 'verification', context.now)];
  const opened: CaseFile = {
    id,
    number,
    version: 1,
    stage: 'verification',
    title: facts.title,
    region: facts.region as RegionPath,
    ...(facts.campaign ? { campaign: facts.campaign as CampaignId } : {}),
    subject,
    source: facts.source,
    openedAt: context.now,
    law: `${context.law.id}@${context.law.version}`,
    handler: facts.handler as AccountId,
    officers: [],
    clocks,
    evidence: [],
    inquiries: [],
    statements: [],
    transfers: [],
  };
  return {
    opened,
    event: { kind: 'leadOpened', changes: {}, data: { number, ...facts, subject, summary }, starts: clocks },
  };
}

/** The number itself is sealed beside the file; the file and its record show it masked. */
function maskedSubject({
  kind,
  name,
  unit,
  idNumber: id,
}: z.output<typeof leadPayload>['subject']): CaseFile['subject'] {
  if (id && kind !== 'individual') {
    throw new Refusal(
      'invalid',
      'subject.id-of-institution',
      { zh: '身份证号只用于个人', en: 'an identity number belongs to a person' },
      { field: 'subject.idNumber' },
    );
  }
  return {
    kind,
    name,
    ...(unit ? { unit: unit as UnitId } : {}),
    ...(id ? { maskedId: maskedIdNumber(id) } : {}),
  };
}

/** 延长核查: once, with a leader's approval (令4号 14). */
export const extendVerification = act('case.approve', ['verification'], lengthening, (file, data, context) => {
  requireOther(context.actor, file.handler);
  return { kind: 'verificationExtended', changes: {}, data, starts: [extended(file, 'verification', context, data)] };
});

/** 申请立案. The handler found grounds; a leader decides. */
export const requestFiling = act(
  'case.handle',
  ['verification'],
  z.strictObject({ grounds: text(20_000) }),
  (_file, data, { actor }) => ({
    kind: 'filingRequested',
    changes: { stage: 'filing', filingRequestedBy: actor.account },
    data,
  }),
);

/** 不予立案. */
export const rejectLead = act('case.handle', ['verification'], z.strictObject({ reason }), (file, data) => {
  requireTransfersSettled(file);
  return { kind: 'leadRejected', changes: { stage: 'notFiled' }, data, stops: ['verification'] };
});

/** 并案. The lead goes on as part of another case. */
export const mergeLead = act(
  'case.handle',
  ['verification'],
  z.strictObject({ into: z.uuid(), reason }),
  (file, data) => {
    if (data.into === file.id) {
      throw new Refusal(
        'invalid',
        'case.merged-into-itself',
        { zh: '不能并入本案', en: 'a case cannot join itself' },
        { field: 'into' },
      );
    }
    requireTransfersSettled(file);
    return { kind: 'leadMerged', changes: { stage: 'merged' }, data, stops: ['verification'] };
  },
);
