import { z } from 'zod';
import { Refusal } from '../refusal.js';
import { reason, text } from '../text.js';
import { act } from './act.js';

/** 提交整改报告, by the institution itself or by the handler for it. */
export const submitRectification = act(
  'case.answer',
  ['rectification'],
  z.strictObject({ report: text(50_000) }),
  (file, data, { actor }) => {
    if (actor.unit === undefined || actor.unit !== file.subject.unit) {
      throw new Refusal('not-found', 'case.not-found', { zh: '没有此案件', en: 'no such case' });
    }
    return {
      kind: 'rectificationSubmitted',
      changes: { rectification: { report: data.report, accepted: false } },
      data,
    };
  },
);

/** 整改验收通过. */
export const acceptRectification = act(
  'case.handle',
  ['rectification'],
  z.strictObject({ note: text(5_000) }),
  (file, data) => ({
    kind: 'rectificationAccepted',
    changes: { stage: 'closure', rectification: { report: file.rectification?.report ?? data.note, accepted: true } },
    data,
    stops: ['rectification'],
  }),
);

/** 整改退回. The day the order set does not move. */
export const returnRectification = act('case.handle', ['rectification'], z.strictObject({ reason }), (file, data) => {
  if (!file.rectification) {
    throw new Refusal('conflict', 'case.incomplete', {
      zh: '尚未提交整改报告',
      en: 'no rectification report is on file',
    });
  }
  return { kind: 'rectificationReturned', changes: {}, data };
});
