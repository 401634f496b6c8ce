import { z } from 'zod';
import { requireOther } from '../people/actor.js';
import { Refusal } from '../refusal.js';
import { type Bilingual, reason, text } from '../text.js';
import { act, limit, settled } from './act.js';
import { allPaid } from './execution.js';
import type { CaseFile, Transfer } from './file.js';

/** 对账销号 checklist: what must be true before a case is struck off. */
export function closureChecklist(file: CaseFile): readonly { readonly item: Bilingual; readonly done: boolean }[] {
  return [
    { item: { zh: '退回与罚款均已入账', en: 'refund and fine are in' }, done: allPaid(file.ledgers) },
    { item: { zh: '整改已验收', en: 'rectification is accepted' }, done: file.rectification?.accepted === true },
    {
      item: { zh: '移送均已答复', en: 'every transfer is answered' },
      done: transfersSettled(file),
    },
    { item: { zh: '已写明案发根源', en: 'the root cause is written' }, done: file.rootCause !== undefined },
  ];
}

const RUNNING: readonly Transfer['status'][] = ['proposed', 'approved', 'delivered', 'acknowledged'];
const transfersSettled = ({ transfers }: CaseFile): boolean =>
  transfers.every(({ status }) => !RUNNING.includes(status));

/** A case does not end while an authority has yet to answer: its receipt and answer would find no file. */
export function requireTransfersSettled(file: CaseFile): void {
  if (transfersSettled(file)) return;
  throw new Refusal('conflict', 'transfer.running', {
    zh: '移送尚未答复，案件不能终结',
    en: 'a transfer is not answered yet; the case cannot end',
  });
}

export const writeRootCause = act(
  'case.handle',
  ['rectification', 'closure'],
  z.strictObject({ rootCause: text(20_000) }),
  (_file, data) => ({ kind: 'rootCauseWritten', changes: { rootCause: data.rootCause }, data }),
);

/** 申请销号. */
export const requestStrikeOff = act('case.handle', ['closure'], z.strictObject({}), (file, _data, { actor }) => {
  requireChecklist(file);
  if (file.strikeOffRequestedBy) {
    throw new Refusal('conflict', 'case.strike-off-requested', {
      zh: '已申请销号，等待审批',
      en: 'strike-off was requested already',
    });
  }
  return { kind: 'strikeOffRequested', changes: { strikeOffRequestedBy: actor.account } };
});

/** 批准销号. */
export const approveStrikeOff = act('case.approve', ['closure'], z.strictObject({}), (file, _data, context) => {
  requireChecklist(file);
  if (!file.strikeOffRequestedBy) {
    throw new Refusal('conflict', 'case.strike-off-not-requested', {
      zh: '尚未申请销号',
      en: 'nobody asked to strike it off',
    });
  }
  requireOther(context.actor, file.strikeOffRequestedBy);
  return { kind: 'caseStruckOff', changes: { stage: 'struckOff', ...settled('caseStruckOff', context) }, data: {} };
});

/** 重新立案调查. A new time to decide begins. */
export const reopenCase = act('case.approve', 'ended', z.strictObject({ reason }), (file, data, context) => {
  requireOther(context.actor, file.handler);
  if (file.stage === 'merged') {
    throw new Refusal('conflict', 'case.stage', {
      zh: '已并案，请在主案办理',
      en: 'it was merged; act on the case it joined',
    });
  }
  return {
    kind: 'caseReopened',
    changes: { stage: 'investigation', officers: file.officers.length ? file.officers : [file.handler] },
    clears: [
      'proposal',
      'noticeServedOn',
      'decision',
      'execution',
      'rectification',
      'rootCause',
      'strikeOffRequestedBy',
    ],
    data,
    starts: [limit(context, 'decision', context.now)],
  };
});

function requireChecklist(file: CaseFile): void {
  const missing = closureChecklist(file).filter(({ done }) => !done);
  if (missing.length === 0) return;
  throw new Refusal('conflict', 'case.not-ready-to-close', {
    zh: `尚不能销号：${missing.map(({ item }) => item.zh).join('、')}未完成`,
    en: `not ready to be struck off: missing that ${missing.map(({ item }) => item.en).join('; ')}`,
  });
}
