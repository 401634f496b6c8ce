import { z } from 'zod';
import type { Permission } from '../people/roles.js';
import { type Bilingual } from '../text.js';
import { cellChoice, cellDay, cellText, cellYuan, field, fieldsOf } from './fields.js';

/** How people write a unit's kind, type, level and ownership; the first word is the one we write. */
export const UNIT_WORDS = {
  kind: {
    institution: ['定点医疗机构', '医疗机构', '医院'],
    pharmacy: ['定点药店', '药店', '零售药店', '定点零售药店'],
    bureau: ['医保局', '医疗保障局'],
    agency: ['经办机构', '医保中心'],
    partner: ['协作部门'],
    thirdParty: ['第三方机构'],
  },
  type: {
    county_peoples_hospital: ['县级人民医院', '区人民医院', '县人民医院'],
    public_hospital: ['公立医院', '综合医院', '专科医院', '中医医院'],
    private_hospital: ['民营医院'],
    township_hospital: ['乡镇卫生院', '卫生院'],
    community_centre: ['社区卫生服务中心'],
    community_station: ['社区卫生服务站'],
    village_clinic: ['村卫生室'],
    outpatient_department: ['门诊部'],
    clinic: ['诊所'],
    pharmacy: ['单体药店', '零售药店', '药店'],
    chain_pharmacy: ['连锁药店'],
    city_bureau: ['市医保局'],
    county_bureau: ['县区医保局'],
    city_agency: ['市经办机构'],
    county_agency: ['县区经办机构'],
    police: ['公安机关'],
    discipline: ['纪检监察机关'],
    insurer: ['商业保险公司'],
    distributor: ['药械配送企业'],
    vendor: ['信息系统厂商'],
  },
  level: {
    '3': ['三级', '三级甲等', '三级乙等', '三甲'],
    '2': ['二级', '二级甲等', '二级乙等', '二甲'],
    '1': ['一级', '一级甲等'],
    none: ['未定级', '无等级', '一级以下'],
  },
  ownership: { public: ['公立'], private: ['民营', '私立', '社会办'] },
} as const;

/** 基本台账: institutions of a region (R-SCOPE-01, 03). Kinds and types are those plans select by. */
export const unitColumns = z.strictObject({
  name: field(cellText(200), {
    zh: '机构名称',
    en: 'Name',
    also: ['单位名称', '定点医药机构名称', '医疗机构名称', '药店名称', '名称', '单位', 'unit', 'institution'],
    example: '示范县人民医院',
  }),
  code: field(
    cellText(40)
      .regex(/^[A-Za-z0-9]+$/, '机构编码只含字母和数字 · a code is letters and digits')
      .optional(),
    {
      zh: '机构编码',
      en: 'Code',
      also: ['医保编码', '定点医药机构编码', '国家医保编码', '统一编码', '医疗机构代码', '编码', 'institution code'],
      example: 'H99000100001',
    },
  ),
  region: field(cellText(100), {
    zh: '统筹区',
    en: 'Region',
    also: ['地区', '行政区划', '区划代码', '所属区县', '县区', '区县', 'county', 'region code'],
    example: '990001',
  }),
  kind: field(cellChoice(UNIT_WORDS.kind), {
    zh: '机构类别',
    en: 'Kind',
    also: ['类别', '单位类别', '机构性质'],
    example: '定点医疗机构',
  }),
  type: field(cellChoice(UNIT_WORDS.type), {
    zh: '机构类型',
    en: 'Type',
    also: ['类型', '医疗机构类型', '机构分类'],
    example: '乡镇卫生院',
  }),
  level: field(cellChoice(UNIT_WORDS.level).optional(), {
    zh: '等级',
    en: 'Level',
    also: ['医院等级', '机构等级', '级别'],
    example: '一级',
  }),
  ownership: field(cellChoice(UNIT_WORDS.ownership).optional(), {
    zh: '公立/民营',
    en: 'Ownership',
    also: ['所有制', '经营性质', '办医性质', '公立民营'],
    example: '公立',
  }),
  contactEmail: field(z.string().trim().pipe(z.email('不是电子邮箱 · not an e-mail address')).optional(), {
    zh: '联系邮箱',
    en: 'Contact e-mail',
    also: ['邮箱', '电子邮箱', 'email', 'e-mail'],
    example: 'lianluo@example.test',
  }),
});
export type UnitColumns = z.output<typeof unitColumns>;

const unit = field(cellText(200).optional(), {
  zh: '单位',
  en: 'Unit',
  also: [
    '单位名称',
    '机构名称',
    '机构编码',
    '医疗机构名称',
    '定点医药机构名称',
    '被检查单位',
    'institution',
    'name',
    'code',
  ],
  example: '示范县人民医院',
});

/** 问题台账. */
export const problemColumns = z.strictObject({
  unit,
  source: field(
    cellChoice({
      selfCheck: ['单位自查', '自查', '自查发现'],
      inspection: ['现场检查', '检查', '检查发现'],
      recheck: ['复查发现', '复查', '抽查复核'],
      superior: ['上级交办', '交办'],
      screening: ['数据筛查', '筛查', '大数据筛查'],
    }).optional(),
    { zh: '来源', en: 'Source', also: ['问题来源', '发现方式'], example: '现场检查' },
  ),
  category: field(cellText(100), {
    zh: '问题类别',
    en: 'Category',
    also: ['类别', '违规类型', '问题类型', '违规类别'],
    example: '重复收费',
  }),
  what: field(cellText(5_000), {
    zh: '问题',
    en: 'Problem',
    also: ['问题描述', '具体问题', '存在问题', '问题内容', '违规事实', 'description'],
    example: '静脉输液重复收取',
  }),
  amount: field(cellYuan.optional(), {
    zh: '涉及金额（元）',
    en: 'Amount (yuan)',
    also: ['涉及金额', '涉及基金金额', '违规金额', '违规金额（元）', '金额', '金额（元）', 'amount'],
    example: '1,234.50',
  }),
  due: field(cellDay, {
    zh: '整改期限',
    en: 'Put right by',
    also: ['整改时限', '限期', '完成时限', '整改截止日期', 'due'],
    example: '2026-12-31',
  }),
});
export type ProblemColumns = z.output<typeof problemColumns>;

/** 报送数据: what many units report for one period. Every other column is a figure under its own heading. */
export const reportColumns = z.strictObject({
  unit: field(cellText(200), {
    zh: '单位',
    en: 'Unit',
    also: ['单位名称', '机构名称', '机构编码', '报送单位', '填报单位', 'institution', 'name', 'code'],
    example: '示范县人民医院',
  }),
  content: field(cellText(50_000), {
    zh: '报送内容',
    en: 'Content',
    also: ['内容', '工作情况', '情况说明', '工作进展', 'text'],
    example: '本周检查三家，未发现新问题',
  }),
  zero: field(cellChoice({ yes: ['是', '零报告', 'TRUE', '1'], no: ['否', 'FALSE', '0'] }).optional(), {
    zh: '零报告',
    en: 'Zero report',
    also: ['是否零报告'],
    example: '否',
  }),
});
export type ReportColumns = z.output<typeof reportColumns>;

interface ImportKindOf {
  readonly name: Bilingual;
  readonly columns: z.ZodObject;
  /** What its owner must hold at the moment of writing. */
  readonly needs: Permission;
  /** It goes into a campaign. */
  readonly campaign: boolean;
  /** Columns that are none of these become figures. */
  readonly figures?: boolean;
}

export const IMPORTS = {
  problems: {
    ...{ name: { zh: '问题台账', en: 'Problem ledger' }, columns: problemColumns, needs: 'problem.enter' },
    campaign: true,
  },
  units: { name: { zh: '基本台账', en: 'Base ledger' }, columns: unitColumns, needs: 'unit.register', campaign: false },
  reports: {
    ...{ name: { zh: '报送数据', en: 'Reports' }, columns: reportColumns, needs: 'campaign.coordinate' },
    ...{ campaign: true, figures: true },
  },
} as const satisfies Record<string, ImportKindOf>;
export type ImportKind = keyof typeof IMPORTS;
export const IMPORT_KINDS = Object.keys(IMPORTS) as [ImportKind, ...ImportKind[]];

export const importOf = (kind: ImportKind): ImportKindOf => IMPORTS[kind];
export const importFields = (kind: ImportKind) => fieldsOf(IMPORTS[kind].columns);
