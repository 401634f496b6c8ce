import { type Addressee, toAccount, toPartner, toRole, toUnit } from '../addressee.js';
import type { Bilingual } from '../text.js';
import type { CaseEvent } from './act.js';
import type { CaseFile } from './file.js';

/** Who is told what when something happens to a case. Kinds that are not here are read in the timeline only. */
export function caseNotices(
  file: CaseFile,
  event: Pick<CaseEvent, 'kind' | 'data'>,
): { to: Addressee; subject: Bilingual }[] {
  const notice = NOTICES[event.kind];
  if (!notice) return [];
  const { to, zh, en } = notice;
  const addressees = to(file, event.data ?? {}).filter((each) => each !== undefined);
  const subject = { zh: `${file.number} ${file.title}：${zh}`, en: `${file.number} ${file.title}: ${en}` };
  return addressees.map((each) => ({ to: each, subject }));
}

type Target = (file: CaseFile, data: Readonly<Record<string, unknown>>) => (Addressee | undefined)[];

const handler: Target = ({ handler: account }) => [toAccount(account)];
const leaders: Target = ({ region }) => [toRole('leader', region)];
const reviewers: Target = ({ region }) => [toRole('legalReviewer', region)];
const party: Target = ({ subject }) => [subject.unit && toUnit(subject.unit)];
const partner: Target = ({ transfers, region }, { transfer }) =>
  transfers.filter(({ id }) => id === transfer).map(({ to }) => toPartner(to, region));
const both =
  (...targets: Target[]): Target =>
  (file, data) =>
    targets.flatMap((target) => target(file, data));

const NOTICES: Readonly<Record<string, { to: Target; zh: string; en: string } | undefined>> = {
  leadOpened: { to: handler, zh: '新线索，请核查', en: 'a new lead to verify' },
  leadForwarded: { to: handler, zh: '转来线索，请核查', en: 'a lead was handed to you to verify' },
  assignmentAnswered: { to: leaders, zh: '已反馈交办单位', en: 'the assignment was answered' },
  rewardProposed: { to: leaders, zh: '举报奖励请审批', en: 'a reward asks for your approval' },
  rewardApproved: {
    to: handler,
    zh: '举报奖励已批准，请通知领取',
    en: 'the reward was approved; tell them to collect it',
  },
  rewardRefused: { to: handler, zh: '不予奖励', en: 'the reward was refused' },
  rewardExpired: { to: handler, zh: '举报奖励逾期未领', en: 'the reward was not collected in time' },
  verificationExtended: { to: handler, zh: '核查期限已延长', en: 'the time to verify was extended' },
  filingRequested: { to: leaders, zh: '申请立案，请审批', en: 'filing asks for your approval' },
  filingApproved: { to: handler, zh: '已批准立案', en: 'filing was approved' },
  filingReturned: { to: handler, zh: '立案申请被退回', en: 'filing was returned' },
  filingRejected: { to: handler, zh: '不批准立案', en: 'filing was rejected' },
  penaltyCalculated: { to: reviewers, zh: '请进行法制审核', en: 'legal review is asked for' },
  reviewPassed: { to: leaders, zh: '拟处罚意见请审批', en: 'a proposed penalty asks for your approval' },
  reviewReturned: { to: handler, zh: '法制审核退回', en: 'legal review returned the case' },
  penaltyApproved: {
    to: handler,
    zh: '拟处罚意见已批准，请送达告知书',
    en: 'the penalty was approved; serve the notice',
  },
  penaltyReturned: { to: handler, zh: '拟处罚意见被退回', en: 'the proposed penalty was returned' },
  penaltyRejected: { to: handler, zh: '拟处罚意见未获批准', en: 'the proposed penalty was rejected' },
  noticeServed: {
    to: party,
    zh: '处罚告知书已送达，可陈述、申辩',
    en: 'a notice of penalty was served; you may be heard',
  },
  statementSubmitted: { to: handler, zh: '当事人提交陈述申辩', en: 'the party made a statement' },
  defenceClosed: {
    to: both(handler, leaders),
    zh: '陈述申辩期满，请作出决定',
    en: 'the defence window closed; decide',
  },
  decisionIssued: { to: handler, zh: '处罚决定已作出，请送达', en: 'the decision was made; serve it' },
  decisionReturned: { to: handler, zh: '退回补充调查', en: 'returned for further investigation' },
  decisionServed: { to: party, zh: '处罚决定书已送达，请按期缴款', en: 'the decision was served; pay in time' },
  paymentDeferred: { to: both(handler, party), zh: '已批准暂缓或分期缴纳罚款', en: 'payment was put off or split' },
  demandServed: {
    to: party,
    zh: '催告书已送达，请在十个工作日内履行',
    en: 'a demand was served; comply within ten working days',
  },
  demandExpired: {
    to: both(handler, leaders),
    zh: '催告期满仍未履行，可依法申请法院强制执行',
    en: 'the demand expired; a court may be asked in its window',
  },
  remedyBegun: { to: leaders, zh: '当事人申请复议或提起诉讼', en: 'the party asked for reconsideration or sued' },
  remedyEnded: { to: both(handler, leaders), zh: '复议或诉讼已终结', en: 'the reconsideration or lawsuit has ended' },
  surchargeWaived: { to: both(handler, party), zh: '加处罚款已减免', en: 'the surcharge was waived' },
  executionCompleted: {
    to: both(handler, party),
    zh: '退回与罚款已缴清，进入整改',
    en: 'refund and fine are paid; rectify',
  },
  rectificationSubmitted: { to: handler, zh: '已提交整改报告', en: 'a rectification report came in' },
  rectificationReturned: { to: party, zh: '整改报告被退回', en: 'your rectification report was returned' },
  strikeOffRequested: { to: leaders, zh: '申请销号，请审批', en: 'strike-off asks for your approval' },
  caseStruckOff: { to: both(handler, party), zh: '案件已销号', en: 'the case was struck off' },
  caseReopened: { to: both(handler, party), zh: '案件重新办理', en: 'the case was reopened' },
  transferProposed: { to: leaders, zh: '移送请审批', en: 'a transfer asks for your approval' },
  transferRefused: { to: handler, zh: '不予移送', en: 'the transfer was refused' },
  transferDelivered: { to: partner, zh: '移送案件，请签收', en: 'a case is transferred to you; acknowledge it' },
  transferAcknowledged: { to: handler, zh: '移送已签收', en: 'the transfer was acknowledged' },
  transferAnswered: { to: both(handler, leaders), zh: '移送已答复', en: 'the transfer was answered' },
  limitReminded: { to: handler, zh: '期限将于一日内届满', en: 'a limit ends within a day' },
  limitMissed: { to: both(handler, leaders), zh: '期限已过', en: 'a limit was missed' },
  limitsReprojected: {
    to: handler,
    zh: '节假日安排公布，期限已重新计算',
    en: 'limits were computed again for new holidays',
  },
};
