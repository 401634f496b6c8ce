import type { FigureUnit, Indicator } from './indicator.js';

const entered = (zh: string, en: string, unit: FigureUnit, what: string, of: string) =>
  ({ name: { zh, en }, definition: { zh: what, en: of }, unit, entered: true }) as const satisfies Indicator;

/** What no ledger of the platform tells: entered by a coordinator with source and day, and kept with its history. */
export const ENTERED_INDICATORS = {
  satisfaction: entered('群众满意度', 'Public satisfaction', 'percent', '满意度调查结果', 'The result of a survey'),
  'supervision-share': entered(
    '督查覆盖率',
    'Share supervised',
    'percent',
    '督查检查覆盖定点医药机构数占总数的比例',
    'Institutions supervised, of all',
  ),
  'supervised-institutions': entered(
    '督查抽查定点医疗机构',
    'Medical institutions supervised',
    'count',
    '督查抽查的定点医疗机构数',
    'Medical institutions the leading group supervised',
  ),
  'supervised-pharmacies': entered(
    '督查抽查定点零售药店',
    'Pharmacies supervised',
    'count',
    '督查抽查的定点零售药店数',
    'Pharmacies the leading group supervised',
  ),
  'first-review-rate': entered(
    '医疗费用初审率',
    'First review of fees',
    'percent',
    '经初审的医疗费用占全部的比例',
    'Fees that passed the first review, of all',
  ),
  'second-review-rate': entered(
    '医疗费用复审率',
    'Second review of fees',
    'percent',
    '经复审的医疗费用占全部的比例',
    'Fees that passed the second review, of all',
  ),
  'inspections-planned': entered(
    '下月计划检查',
    'Planned next month',
    'count',
    '下月检查计划的机构数',
    'Institutions in the plan of the next month',
  ),
  'units-suspended': entered(
    '暂停医保服务',
    'Suspended',
    'count',
    '暂停医保服务协议的机构数',
    'Institutions whose agreement is suspended',
  ),
  'agreements-ended': entered(
    '解除医保协议',
    'Agreements ended',
    'count',
    '解除、取消医保服务协议的机构数',
    'Institutions whose agreement was ended',
  ),
  'units-warned': entered('约谈警告', 'Warned', 'count', '约谈、警告的机构数', 'Institutions that were warned'),
  'online-direct-report': entered(
    '在线直报',
    'Online direct report',
    'count',
    '基金监管在线直报的检查机构数',
    'Institutions inspected, as reported directly online',
  ),
} as const;
