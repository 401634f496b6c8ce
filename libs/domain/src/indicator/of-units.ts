import type { Indicator } from './indicator.js';

/** 参与单位: who was reached. Shares are of designated institutions and pharmacies (定点医药机构) that take part. */
export const UNIT_INDICATORS = {
  'units-participating': {
    name: { zh: '参与单位', en: 'Units that take part' },
    definition: { zh: '参加专项、未被移出的单位数', en: 'Units enrolled and not dropped' },
    unit: 'count',
  },
  'institutions-participating': {
    name: { zh: '参加专项的定点医药机构', en: 'Institutions that take part' },
    definition: {
      zh: '参加专项、未被移出的定点医疗机构和定点零售药店数',
      en: 'Designated institutions and pharmacies enrolled and not dropped',
    },
    unit: 'count',
  },
  'units-inspected': {
    name: { zh: '已检查定点医药机构', en: 'Institutions inspected' },
    definition: {
      zh: '已完成到场检查，或留有检查、复查发现的问题、现场检查来源的案件的定点医药机构数；未在系统中记录的检查不计，实际数不低于此数',
      en: 'Institutions and pharmacies with a finished visit on the spot, a problem that a check found, or a case that came of one. Checks that were not recorded here do not count, so there are this many or more',
    },
    unit: 'count',
    bound: 'atLeast',
  },
  'on-site-coverage': {
    name: { zh: '现场检查覆盖率', en: 'On-site coverage' },
    definition: {
      zh: '已检查定点医药机构占参加专项的定点医药机构的比例；未在系统中记录的检查不计，实际比例不低于此数',
      en: 'Institutions inspected, of all institutions and pharmacies that take part. Checks that were not recorded here do not count, so it is this much or more',
    },
    unit: 'percent',
    bound: 'atLeast',
  },
  'inspections-per-unit': {
    name: { zh: '检查频次', en: 'Inspections of each institution' },
    definition: {
      zh: '已完成的到场检查次数，平均到参加专项的每家定点医药机构；未在系统中记录的检查不计，实际频次不低于此数',
      en: 'Finished visits on the spot, for each institution and pharmacy that takes part. Visits that were not recorded here do not count, so it is this many or more',
    },
    unit: 'times',
    bound: 'atLeast',
  },
  'self-check-coverage': {
    name: { zh: '自查自纠覆盖率', en: 'Self-check coverage' },
    definition: {
      zh: '已报送自查报告或登记自查问题的定点医药机构，占参加专项的定点医药机构的比例',
      en: 'Institutions and pharmacies that submitted a self-check or entered what it found, of all that take part',
    },
    unit: 'percent',
  },
  'units-with-violations': {
    name: { zh: '查出违规的定点医药机构', en: 'Institutions with violations' },
    definition: {
      zh: '检查、复查、上级交办、筛查登记有问题，或已作出处罚决定的定点医药机构数；自查问题不计',
      en: 'Institutions and pharmacies with a problem that others than themselves found, or with a penalty decided',
    },
    unit: 'count',
  },
  'violation-rate': {
    name: { zh: '违规行为发生率', en: 'Incidence of violations' },
    definition: {
      zh: '查出违规的定点医药机构占参加专项的定点医药机构的比例。方案未给出口径，此为本系统的理解；与以往比较须使用同一口径的基线',
      en: 'Institutions with violations, of all institutions and pharmacies that take part. The plan gives no formula: this is our reading, and a baseline must be counted alike',
    },
    unit: 'percent',
    settles: 'atEnd',
  },
  'compliance-rate': {
    name: { zh: '合规率', en: 'Compliance' },
    definition: {
      zh: '未查出违规的定点医药机构占参加专项的定点医药机构的比例。方案未给出口径，此为本系统的理解',
      en: 'Institutions without violations, of all institutions and pharmacies that take part. The plan gives no formula: this is our reading',
    },
    unit: 'percent',
    settles: 'atEnd',
  },
  'key-targets': {
    name: { zh: '重点检查对象', en: 'Key targets' },
    definition: {
      zh: '因零报告、逾期、少报瞒报或虚假整改列为重点检查对象的单位数；未记录列入时间，只有当前数',
      en: 'Units made key targets for zero reports, arrears, concealment or shams. When is not on record, so only as of now',
    },
    unit: 'count',
    nowOnly: true,
  },
} as const satisfies Readonly<Record<string, Indicator>>;
