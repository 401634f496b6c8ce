import type { Indicator } from './indicator.js';

/** 案件 and their two ledgers. What is ordered and what came in, refunds and fines: four figures that are never added up (条例 45). */
export const CASE_INDICATORS = {
  'leads-registered': {
    name: { zh: '登记线索', en: 'Leads registered' },
    definition: { zh: '专项登记的线索数', en: 'Leads entered for the campaign' },
    unit: 'count',
  },
  'cases-filed': {
    name: { zh: '立案', en: 'Cases filed' },
    definition: { zh: '已批准立案的案件数', en: 'Cases whose filing was approved' },
    unit: 'count',
  },
  'cases-decided': {
    name: { zh: '作出决定的案件', en: 'Cases decided' },
    definition: {
      zh: '已作出处罚决定的案件数；重新立案调查的不计，直至重新决定',
      en: 'Cases with a decision; one that was reopened counts again once decided anew',
    },
    unit: 'count',
  },
  'cases-open': {
    name: { zh: '在办案件', en: 'Cases open' },
    definition: { zh: '尚未销号、终结、并案的线索和案件数', en: 'Leads and cases that have not ended' },
    unit: 'count',
  },
  'cases-struck-off': {
    name: { zh: '销号案件', en: 'Cases struck off' },
    definition: { zh: '已对账销号的案件数', en: 'Cases that are struck off' },
    unit: 'count',
  },
  'cases-fined': {
    name: { zh: '处以罚款的案件', en: 'Cases with a fine' },
    definition: { zh: '处罚决定含罚款的案件数', en: 'Cases whose decision sets a fine' },
    unit: 'count',
    notCompared: true,
  },
  'refunds-ordered': {
    name: { zh: '责令退回', en: 'Refunds ordered' },
    definition: { zh: '处罚决定责令退回医保基金金额之和', en: 'What decisions order back to the fund' },
    unit: 'fen',
  },
  'refunds-recovered': {
    name: { zh: '案件追回基金', en: 'Recovered for the fund' },
    definition: {
      zh: '案件退回台账入账金额之和，按登记时间',
      en: 'What came in on the refund ledgers of cases, by when it was entered',
    },
    unit: 'fen',
  },
  'fines-decided': {
    name: { zh: '罚款决定', en: 'Fines decided' },
    definition: { zh: '处罚决定的罚款金额之和', en: 'Fines that decisions set' },
    unit: 'fen',
    notCompared: true,
  },
  'fines-paid': {
    name: { zh: '罚款入库', en: 'Fines paid' },
    definition: {
      zh: '案件罚款台账入账金额之和，按登记时间',
      en: 'What came in on the fine ledgers of cases, by when it was entered',
    },
    unit: 'fen',
    notCompared: true,
  },
  'transferred-to-police': {
    name: { zh: '移送公安', en: 'Transferred to the police' },
    definition: { zh: '已送出的移送公安机关件数', en: 'Transfers delivered to the police' },
    unit: 'count',
  },
  'transferred-to-discipline': {
    name: { zh: '移送纪检监察', en: 'Transferred to discipline inspection' },
    definition: { zh: '已送出的移送纪检监察机关件数', en: 'Transfers delivered to discipline inspection' },
    unit: 'count',
  },
  'typical-cases': {
    name: { zh: '曝光典型案例', en: 'Typical cases published' },
    definition: {
      zh: '已公开曝光、未撤回的典型案例数，按公开日期',
      en: 'Typical cases made public and not withdrawn, by the day they were published',
    },
    unit: 'count',
  },
} as const satisfies Readonly<Record<string, Indicator>>;
