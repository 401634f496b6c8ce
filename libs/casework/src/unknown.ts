import { Refusal } from '@fundguard/domain';

/** What a command may name by id or path: the field, and what is said when there is no such thing. */
const NAMES = {
  region: ['region', '辖区', 'region'],
  account: ['account', '账号', 'account'],
  accounts: ['account', '账号', 'account'],
  handler: ['handler', '承办人', 'investigator'],
  officers: ['officer', '办案人员', 'investigator'],
  'subject.unit': ['unit', '单位', 'unit'],
  unit: ['unit', '单位', 'unit'],
  units: ['unit', '单位', 'unit'],
  inspectors: ['inspector', '检查人员', 'inspector'],
  draw: ['draw', '抽取', 'draw'],
  visits: ['visit', '已结束的检查', 'finished visit'],
  typicalCase: ['typical-case', '已发布的典型案例', 'published typical case'],
  checklist: ['checklist', '检查清单', 'checklist'],
  rules: ['rule', '施行中的制度', 'rule in force'],
  campaign: ['campaign', '专项', 'campaign'],
  parent: ['campaign', '上级专项', 'campaign'],
  predecessor: ['campaign', '前次专项', 'campaign'],
  into: ['case', '案件', 'case'],
  reporter: ['reporter', '举报人', 'reporter'],
  case: ['case', '案件', 'case'],
  visit: ['visit', '现场检查', 'visit'],
  practitioner: ['practitioner', '相关人员', 'practitioner'],
} as const satisfies Record<string, readonly [code: string, zh: string, en: string]>;

/** Something a command names is not there, or has nothing to do with the region it is about. */
export function unknown(field: keyof typeof NAMES): Refusal {
  const [code, zh, en] = NAMES[field];
  return new Refusal('invalid', `${code}.unknown`, { zh: `没有此${zh}`, en: `no such ${en} in the region` }, { field });
}
