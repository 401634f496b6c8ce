import { z } from 'zod';
import { Refusal } from '../refusal.js';
import { type AccountId, type Person, selvesOf } from '../people/actor.js';
import { reason, text } from '../text.js';
import { act } from './act.js';
import type { CaseFile } from './file.js';

/** 法制审核通过. The reviewer must not have handled the case (令4号 37; 行政处罚法 58). */
export const passReview = act(
  'case.review',
  ['legalReview'],
  z.strictObject({ opinion: text(20_000) }),
  (file, data, { actor }) => {
    requireOutsider(file, actor);
    return {
      kind: 'reviewPassed',
      changes: { stage: 'approval', ...reviewedBy(file, actor.account) },
      data,
      stops: ['legalReview'],
    };
  },
);

/** 退回补充调查. */
export const returnReview = act('case.review', ['legalReview'], z.strictObject({ reason }), (file, data, { actor }) => {
  requireOutsider(file, actor);
  return { kind: 'reviewReturned', changes: { stage: 'investigation' }, data, stops: ['legalReview'] };
});

const reviewedBy = ({ proposal }: CaseFile, reviewer: AccountId): Pick<CaseFile, 'proposal'> =>
  proposal ? { proposal: { ...proposal, reviewedBy: reviewer } } : {};

function requireOutsider(file: CaseFile, reviewer: Person): void {
  const handled = [file.handler, ...file.officers, file.filingRequestedBy, file.proposal?.by];
  const selves = selvesOf(reviewer);
  if (!handled.some((each) => each && selves.includes(each))) return;
  throw new Refusal(
    'forbidden',
    'case.reviewer-handled-it',
    { zh: '法制审核人员不得参与本案办理', en: 'a reviewer must not have handled the case' },
    { article: '医疗保障行政处罚程序暂行规定 第三十七条；行政处罚法 第五十八条' },
  );
}
