import type { Indicator } from './indicator.js';

/** 问题台账: lines and their money. */
export const PROBLEM_INDICATORS = {
  'problems-found': {
    name: { zh: '发现问题', en: 'Problems found' },
    definition: { zh: '问题台账登记的问题数', en: 'Lines of the problem ledger' },
    unit: 'count',
  },
  'problems-struck-off': {
    name: { zh: '已销号问题', en: 'Problems struck off' },
    definition: { zh: '问题台账中已销号的问题数', en: 'Lines of the ledger that are struck off' },
    unit: 'count',
  },
  'problems-open': {
    name: { zh: '未销号问题', en: 'Problems open' },
    definition: {
      zh: '问题台账中尚未销号的问题数；清零须以台账已建立为前提',
      en: 'Lines of the ledger that are not struck off',
    },
    unit: 'count',
    settles: 'atEnd',
  },
  'problems-overdue': {
    name: { zh: '逾期未整改问题', en: 'Problems overdue' },
    definition: {
      zh: '整改期限已过、尚未报送整改（含退回重改）的问题数',
      en: 'Lines whose day has passed and that were not reported as put right, or were returned',
    },
    unit: 'count',
  },
  'rectification-rate': {
    name: { zh: '问题整改完成率', en: 'Problems rectified' },
    definition: {
      zh: '已销号问题占问题台账全部问题的比例；复查认定虚假整改的不算完成',
      en: 'Lines struck off, of all lines of the ledger; a sham that a re-check found is not done',
    },
    unit: 'percent',
    settles: 'atEnd',
  },
  'sham-rectifications': {
    name: { zh: '虚假整改问题', en: 'Sham rectifications' },
    definition: { zh: '复查认定虚假整改的问题数', en: 'Lines a re-check found had not been put right' },
    unit: 'count',
  },
  'problem-amount': {
    name: { zh: '问题涉及金额', en: 'Amount in question' },
    definition: { zh: '问题台账各问题涉及医保基金金额之和', en: 'Money of the fund the lines of the ledger concern' },
    unit: 'fen',
  },
  'problem-refunds': {
    name: { zh: '问题退回金额', en: 'Refunded on problems' },
    definition: {
      zh: '问题台账登记退回的金额之和，自查与检查发现的均计，不含罚款',
      en: 'Refunds on lines of the ledger, whoever found them; no fines',
    },
    unit: 'fen',
  },
  'refunded-by-self-check': {
    name: { zh: '自查主动退回', en: 'Refunded by self-check' },
    definition: {
      zh: '单位自查问题登记退回的金额之和，不含罚款',
      en: 'Refunds on what units found themselves; no fines',
    },
    unit: 'fen',
  },
  'refunded-on-checks': {
    name: { zh: '检查发现问题退回', en: 'Refunded on checks' },
    definition: {
      zh: '检查、复查、上级交办、筛查发现问题登记退回的金额之和，不含罚款',
      en: 'Refunds on what a check, a re-check, a superior or the screening found; no fines',
    },
    unit: 'fen',
  },
} as const satisfies Readonly<Record<string, Indicator>>;
