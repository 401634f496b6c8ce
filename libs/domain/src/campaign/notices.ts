import { type Addressee, toAccount, toRole } from '../addressee.js';
import type { Bilingual } from '../text.js';
import type { CampaignEvent } from './act.js';
import type { CampaignFile } from './file.js';

/** Who is told when something happens to a campaign itself. Units are told of their deadlines by the ladder. */
export function campaignNotices(
  file: CampaignFile,
  { kind, data }: Pick<CampaignEvent, 'kind' | 'data'>,
): { to: Addressee; subject: Bilingual }[] {
  const notice = NOTICES[kind];
  if (!notice) return [];
  const phase = file.phases.find(({ id }) => id === data?.['phase']);
  const subject = {
    zh: `${file.name}：${notice.zh}${phase ? `（${phase.name.zh}）` : ''}`,
    en: `${file.name}: ${notice.en}${phase ? ` (${phase.name.en})` : ''}`,
  };
  return notice.to(file).map((to) => ({ to, subject }));
}

/** Who is told of what happens by itself. */
export const TOLD_BY_CLOCK = {
  phaseStarted: ['coordinator'],
  phaseEnded: ['coordinator', 'leader'],
  nominalEndReached: ['coordinator', 'leader'],
} as const;

const byClock =
  (kind: keyof typeof TOLD_BY_CLOCK) =>
  ({ region }: CampaignFile): Addressee[] =>
    TOLD_BY_CLOCK[kind].map((role) => toRole(role, region));

const coordinator = ({ region }: CampaignFile) => toRole('coordinator', region);
const leader = ({ region }: CampaignFile) => toRole('leader', region);

const NOTICES: Readonly<
  Record<string, { to: (file: CampaignFile) => Addressee[]; zh: string; en: string } | undefined>
> = {
  campaignDrafted: { to: (file) => [leader(file)], zh: '方案请审批', en: 'the plan asks for your approval' },
  campaignApproved: {
    to: (file) => [toAccount(file.draftedBy)],
    zh: '方案已批准，可以启动',
    en: 'approved; it may be launched',
  },
  campaignReturned: { to: (file) => [toAccount(file.draftedBy)], zh: '方案被退回', en: 'the plan was returned' },
  campaignPaused: { to: (file) => [coordinator(file)], zh: '专项已暂停', en: 'the campaign is paused' },
  campaignResumed: { to: (file) => [coordinator(file)], zh: '专项已恢复', en: 'the campaign goes on' },
  phaseStarted: { to: byClock('phaseStarted'), zh: '阶段开始', en: 'a phase begins' },
  phaseEnded: { to: byClock('phaseEnded'), zh: '阶段到期', en: 'a phase ends' },
  nominalEndReached: {
    to: byClock('nominalEndReached'),
    zh: '名义期限（百日）届满，专项仍按阶段期限推进',
    en: 'the nominal time is up; the phases go on',
  },
  campaignSummedUp: {
    to: (file) => [leader(file)],
    zh: '已提交总结，请审批结束',
    en: 'summed up; closing asks for your approval',
  },
  campaignClosed: { to: (file) => [coordinator(file)], zh: '专项已结束', en: 'the campaign is closed' },
  campaignStopped: { to: (file) => [coordinator(file)], zh: '专项已终止', en: 'the campaign was stopped' },
};
