/** 线索来源 (R-LEAD-02, 08): the channels people report through, and what an authority finds by itself. */
export const LEAD_SOURCES = [
  'hotline',
  'letter',
  'letter-box',
  'in-person',
  'email',
  'web-form',
  'wechat',
  'app',
  'complaint',
  'screening',
  'smart-monitoring',
  'statistics',
  'self-check',
  'inspection',
  'unannounced',
  'supervision',
  'audit',
  'assigned',
  'transferred-in',
  'media',
] as const;
export type LeadSource = (typeof LEAD_SOURCES)[number];

/** 快捷标签: what a report is about, one tap each while somebody is on the telephone. */
export const LEAD_TAGS = [
  'fake-admission',
  'empty-bed',
  'split-admission',
  'fake-treatment',
  'swapped-items',
  'overcharging',
  'upcoding',
  'card-swiping',
  'impersonation',
  'drug-resale',
  'forged-papers',
  'lured-patients',
  'agency-misconduct',
] as const;
export type LeadTag = (typeof LEAD_TAGS)[number];
