/** 姓氏: the common ones, and those of two characters. A list decides what may be a name; a name that is on file is found without it. */
const COMPOUND = [
  '欧阳',
  '上官',
  '司马',
  '诸葛',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '令狐',
  '慕容',
  '司徒',
  '端木',
  '夏侯',
];
const SINGLE =
  '王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤';
const ROLES =
  '医保办负责人|法定代表人|实际控制人|负责人|经营者|法人|经办人|当事人|参保人员|参保人|患者|家属|职工|医师|医生|护士|药师|收费员|店长|副院长|院长|副主任|主任|科长|会计';

const CHINESE_NAME = new RegExp(`^(?:${COMPOUND.join('|')}|[${SINGLE}])\\p{Script=Han}{1,2}$`, 'u');
const OTHER_NAME = /^\p{Script=Han}{1,10}[·•]\p{Script=Han}{1,12}$/u;
const ROLE_WORD = new RegExp(`(?:${ROLES})$|^(?:该院|该店|本院)?(?:${ROLES})`, 'gu');

/** Somebody in a text whom no file names: a role, then what looks like a name, then what follows a name. */
export const LIKELY_PERSON = new RegExp(
  `(?<=${ROLES})(?:${COMPOUND.join('|')}|[${SINGLE}])\\p{Script=Han}{1,2}(?=[（(，,、。；;：:\\s]|等|的|在|于|利用|将|曾|自|通过|伪造|虚构|冒用|出借)`,
  'gu',
);

const isName = (text: string): boolean => CHINESE_NAME.test(text) || OTHER_NAME.test(text);

/** The names in what an officer wrote for a person: `张三`, `收费员张三`, `张三（收费员）`; none in `收费员`. */
export function namesIn(written: string): string[] {
  const parts = written.split(/[（）()，,、；;\s]+/u);
  return parts.flatMap((part) => [part, part.replaceAll(ROLE_WORD, '')]).filter(isName);
}

/** `张某`, `欧阳某`; a second person of that surname is `张某甲`, and so on. */
export function initialled(names: readonly string[]): ReadonlyMap<string, string> {
  const surname = (name: string) => COMPOUND.find((each) => name.startsWith(each)) ?? name.slice(0, 1);
  const distinct = [...new Set(names)];
  return new Map(
    distinct.map((name) => {
      const alike = distinct.filter((each) => surname(each) === surname(name));
      const which = alike.length > 1 ? (STEMS[alike.indexOf(name) % STEMS.length] ?? '') : '';
      return [name, `${surname(name)}某${which}`];
    }),
  );
}
const STEMS = '甲乙丙丁戊己庚辛壬癸';
