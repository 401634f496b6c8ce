import { z } from 'zod';
import { type AccountId, type RegionPath, regionPath } from '../people/actor.js';
import { Refusal } from '../refusal.js';
import { reason, text } from '../text.js';
import { dayOf } from '../time/instant.js';
import { requireTransfersSettled } from './closure.js';
import { deskAct } from './desk-act.js';
import { type CaseId, STAGES } from './file.js';
import { answersOwed } from './reporter.js';

/** 转办: to another investigator, and where it belongs there to a region below. The time to verify runs on. */
export const forwardLead = deskAct(
  ['verification'],
  z.strictObject({
    handler: z.uuid().meta({ description: 'The investigator who verifies it from now on' }),
    region: regionPath.optional().meta({ description: 'A region below, to which the lead goes' }),
    reason,
  }),
  (file, data) => {
    const region = (data.region ?? file.region) as RegionPath;
    if (!region.startsWith(file.region)) throw notBelow();
    if (data.handler === file.handler && region === file.region) throw sameHandler();
    return {
      kind: 'leadForwarded',
      changes: { handler: data.handler as AccountId, region },
      data: { ...data, from: file.handler },
    };
  },
);

/** 并案. The lead goes on as part of another case. */
export const mergeLead = deskAct(
  ['verification'],
  z.strictObject({ into: z.uuid(), reason }),
  (file, data, context) => {
    if (data.into === file.id) {
      throw new Refusal(
        'invalid',
        'case.merged-into-itself',
        { zh: '不能并入本案', en: 'a case cannot join itself' },
        { field: 'into' },
      );
    }
    requireTransfersSettled(file);
    return {
      kind: 'leadMerged',
      changes: { stage: 'merged', mergedInto: data.into as CaseId },
      data,
      starts: answersOwed(file, context),
      stops: ['verification'],
    };
  },
);

/** 反馈交办: what came of an assigned lead, told to who assigned it; also after the case has ended (R-LEAD-09). */
export const answerAssignment = deskAct(
  STAGES,
  z.strictObject({ answer: text(5_000), number: text(100).optional() }),
  (file, data, { now }) => {
    const { assignment } = file;
    if (!assignment) throw notAssigned();
    if (assignment.answeredAt) throw answered();
    return {
      kind: 'assignmentAnswered',
      changes: { assignment: { ...assignment, answer: data.answer, answeredAt: now } },
      data: { ...data, late: dayOf(now) > assignment.due },
      stops: ['assignment'],
    };
  },
);

const notBelow = () =>
  new Refusal(
    'invalid',
    'lead.region-not-below',
    { zh: '只能转办到本辖区或下级辖区', en: 'a lead goes to the same region or to one below it' },
    { field: 'region' },
  );
const sameHandler = () =>
  new Refusal(
    'invalid',
    'lead.same-handler',
    { zh: '该线索已由此人承办', en: 'they handle it already' },
    { field: 'handler' },
  );
const notAssigned = () =>
  new Refusal('conflict', 'lead.not-assigned', { zh: '该线索不是上级交办', en: 'nobody above assigned this lead' });
const answered = () =>
  new Refusal('conflict', 'lead.assignment-answered', {
    zh: '已反馈交办单位',
    en: 'the assignment was answered already',
  });
