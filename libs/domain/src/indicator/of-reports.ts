import type { Indicator } from './indicator.js';

/** 报送: of what units owe (R-RPT). What was waived is owed by nobody. */
export const REPORT_INDICATORS = {
  'reports-in': {
    name: { zh: '已报事项', en: 'Reports that are in' },
    definition: {
      zh: '已报送且未被退回的应报事项数',
      en: 'What was owed and is in: submitted or accepted, not returned',
    },
    unit: 'count',
  },
  'reports-in-time': {
    name: { zh: '按期报送率', en: 'Reports in time' },
    definition: {
      zh: '期限已到的应报事项中，最后一次报送不晚于现行期限且未被退回的比例',
      en: 'Of what is due by now, the share that was last submitted no later than its deadline as it stands, and not returned',
    },
    unit: 'percent',
  },
  'reports-overdue': {
    name: { zh: '逾期未报', en: 'Reports overdue' },
    definition: {
      zh: '期限已过、未报送或被退回的应报事项数',
      en: 'What is due and was not submitted, or was returned',
    },
    unit: 'count',
  },
  'zero-reports': {
    name: { zh: '零报告', en: 'Zero reports' },
    definition: { zh: '已报事项中的零报告数', en: 'Reports that are in and say that nothing was found' },
    unit: 'count',
  },
  'self-checks-submitted': {
    name: { zh: '自查报告报送率', en: 'Self-checks submitted' },
    definition: {
      zh: '方案列为自查的应报事项中已报送的比例',
      en: 'Of what the plan names as self-checks, the share that is in',
    },
    unit: 'percent',
  },
} as const satisfies Readonly<Record<string, Indicator>>;
