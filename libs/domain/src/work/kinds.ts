import type { Bilingual } from '../text.js';

/** 动员部署、部门协同、督导验收、宣传公开、情况通报: what a kind of work is part of. */
export const WORK_GROUPS = ['mobilisation', 'cooperation', 'supervision', 'publicity', 'briefing'] as const;
export type WorkGroup = (typeof WORK_GROUPS)[number];
export const WORK_GROUP_NAMES: Readonly<Record<WorkGroup, Bilingual>> = {
  mobilisation: { zh: '动员部署', en: 'Mobilisation' },
  cooperation: { zh: '部门协同', en: 'Work with other authorities' },
  supervision: { zh: '督导验收', en: 'Supervision and acceptance' },
  publicity: { zh: '宣传公开', en: 'Publicity' },
  briefing: { zh: '情况通报', en: 'Briefing of units' },
};

export const WORK_KINDS = [
  'videoMeeting',
  'deploymentMeeting',
  'planIssue',
  'training',
  'leadCirculation',
  'transferMeeting',
  'consultation',
  'jointAction',
  'jointEnforcement',
  'supervision',
  'acceptance',
  'publicity',
  'hotlinePublication',
  'publicNotice',
  'resultPublication',
  'briefing',
] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

export const WORK_KIND_NAMES: Readonly<Record<WorkKind, Bilingual>> = {
  videoMeeting: { zh: '视频会议', en: 'video meeting' },
  deploymentMeeting: { zh: '动员部署会', en: 'deployment meeting' },
  planIssue: { zh: '印发方案', en: 'issue of the plan' },
  training: { zh: '培训', en: 'training' },
  leadCirculation: { zh: '线索通报', en: 'circulation of leads' },
  transferMeeting: { zh: '案件移送会商', en: 'case transfer meeting' },
  consultation: { zh: '研判会商', en: 'joint consultation' },
  jointAction: { zh: '联合行动', en: 'joint action' },
  jointEnforcement: { zh: '联合执法', en: 'joint enforcement' },
  supervision: { zh: '督导检查', en: 'supervision by a superior' },
  acceptance: { zh: '评估验收', en: 'acceptance' },
  publicity: { zh: '专项宣传活动', en: 'publicity activity' },
  hotlinePublication: { zh: '公布举报电话', en: 'publication of the hotline' },
  publicNotice: { zh: '向社会通报', en: 'notice to the public' },
  resultPublication: { zh: '公开抽查情况和结果', en: 'publication of random inspections' },
  briefing: { zh: '案情通报', en: 'briefing of units' },
};

/** Told of every kind: where, who, and in words what happened. */
export const SHARED_FIELDS = ['place', 'accounts', 'others', 'preparation', 'summary'] as const;

/** What only some kinds of work have. */
export const OWN_FIELDS = [
  'channel',
  'authority',
  'units',
  'checked',
  'found',
  'verdicts',
  'people',
  'leads',
  'cases',
  'copies',
  'hotline',
  'link',
  'draw',
  'visits',
  'typicalCase',
] as const;
export type OwnField = (typeof OWN_FIELDS)[number];

interface Rule {
  readonly group: WorkGroup;
  /** What it may say beside what every kind says. */
  readonly own: readonly OwnField[];
  /** Without which it is not written down as having been held. */
  readonly required: readonly (OwnField | 'place' | 'others')[];
}

const MEETING = { own: ['people'], required: [] } as const;
/** 部门协同: not without another authority (R-ORG-16). */
const JOINT = { group: 'cooperation', own: ['people', 'leads', 'cases'], required: ['others'] } as const;

/** Which kind says what (R-CAMP-26, 29 to 31; R-ORG-16; R-PUB-01, 03 to 06). */
export const WORK_RULES: Readonly<Record<WorkKind, Rule>> = {
  videoMeeting: { group: 'mobilisation', ...MEETING },
  deploymentMeeting: { group: 'mobilisation', ...MEETING },
  planIssue: { group: 'mobilisation', own: ['link'], required: [] },
  training: { group: 'mobilisation', own: ['people', 'copies'], required: ['people'] },
  leadCirculation: { ...JOINT, required: ['others', 'leads'] },
  transferMeeting: { ...JOINT, required: ['others', 'cases'] },
  consultation: JOINT,
  jointAction: JOINT,
  jointEnforcement: JOINT,
  supervision: {
    group: 'supervision',
    own: ['authority', 'checked', 'found', 'leads'],
    required: ['authority', 'checked', 'found'],
  },
  acceptance: { group: 'supervision', own: ['authority', 'verdicts', 'found'], required: ['authority', 'verdicts'] },
  publicity: { group: 'publicity', own: ['channel', 'people', 'copies', 'hotline', 'link'], required: ['channel'] },
  hotlinePublication: { group: 'publicity', own: ['channel', 'hotline', 'link'], required: ['channel', 'hotline'] },
  publicNotice: { group: 'publicity', own: ['channel', 'cases', 'link', 'typicalCase'], required: ['channel'] },
  resultPublication: {
    group: 'publicity',
    own: ['channel', 'link', 'draw', 'visits'],
    required: ['channel', 'place'],
  },
  briefing: {
    group: 'briefing',
    own: ['channel', 'units', 'people', 'copies', 'typicalCase'],
    required: ['channel'],
  },
};

/** 会议、培训、上门宣讲、告知书: how a unit is told of a case (R-PUB-03). */
export const BRIEFING_CHANNELS = ['meeting', 'training', 'visit', 'notice'] as const;
export type BriefingChannel = (typeof BRIEFING_CHANNELS)[number];

/** 定点医药机构: whom a briefing is for that names no units. */
export const BRIEFED_KINDS = ['institution', 'pharmacy'] as const;
