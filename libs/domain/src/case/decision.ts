import { z } from 'zod';
import { assessPenalty } from '../law/penalty.js';
import { requireOther } from '../people/actor.js';
import { Refusal } from '../refusal.js';
import { reason, text } from '../text.js';
import { type Day, dayOf, givenDay } from '../time/instant.js';
import { act, limit, settled } from './act.js';
import type { CaseFile } from './file.js';

/** 处罚决定. As proposed or milder, never heavier after the party was heard (行政处罚法 45, 57). */
export const issueDecision = act(
  'case.approve',
  ['decision'],
  z.strictObject({
    multiple: z.number().multipleOf(0.01).optional().meta({ description: 'A lower multiple than proposed' }),
    departure: text(2_000).optional().meta({ description: 'Why a lower multiple leaves its tier of discretion' }),
    rectifyBy: givenDay.meta({ description: 'The day the order to rectify sets' }),
  }),
  (file, data, context) => {
    const proposal = requireProposal(file);
    requireOther(context.actor, proposal.by);
    const multiple = data.multiple === undefined ? proposal.finding.multiple : Math.round(data.multiple * 100);
    if (multiple > proposal.finding.multiple) {
      throw new Refusal(
        'invalid',
        'penalty.heavier-after-defence',
        { zh: '不得因当事人陈述、申辩而给予更重的处罚', en: 'no heavier penalty because the party defended itself' },
        { field: 'multiple', article: '行政处罚法 第四十五条' },
      );
    }
    if (data.rectifyBy < dayOf(context.now)) {
      throw new Refusal(
        'invalid',
        'date.in-past',
        { zh: '整改期限不得早于今天', en: 'a time to rectify cannot lie in the past' },
        { field: 'rectifyBy' },
      );
    }
    const { departure = proposal.finding.departure } = data;
    const penalty = assessPenalty({ ...proposal.finding, multiple, ...(departure ? { departure } : {}) }, context.law);
    return {
      kind: 'decisionIssued',
      changes: {
        stage: 'service',
        decision: { by: context.actor.account, decidedAt: context.now, penalty, rectifyBy: data.rectifyBy as Day },
        ...settled('decisionIssued', context),
      },
      data: { ...penalty, rectifyBy: data.rectifyBy },
      starts: [limit(context, 'service', context.now)],
      stops: ['decision'],
    };
  },
);

/** 退回补充调查: what the party said needs looking into. */
export const returnDecision = act('case.approve', ['decision'], z.strictObject({ reason }), (file, data, context) => {
  requireOther(context.actor, file.proposal?.by);
  return {
    kind: 'decisionReturned',
    changes: { stage: 'investigation', ...settled('decisionReturned', context) },
    data,
  };
});

function requireProposal(file: CaseFile): NonNullable<CaseFile['proposal']> {
  if (file.proposal?.approvedBy) return file.proposal;
  throw new Refusal('conflict', 'case.incomplete', {
    zh: '没有经批准的拟处罚意见',
    en: 'no approved proposal is on file',
  });
}
