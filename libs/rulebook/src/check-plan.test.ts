import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { checkPlan, dataDir, loadRulebook, workingCalendar } from './index.js';

const { calendarYears, form } = await loadRulebook();
const calendar = workingCalendar(calendarYears);
const plan = await readFile(join(dataDir, 'plans/t004-hundred-day-chronic-outpatient.yaml'), 'utf8');

/** The plan with one place changed; the place must be there. */
const changed = (from: string, to: string): string => {
  expect(plan).toContain(from);
  return plan.replace(from, to);
};
const problems = (text: string) => checkPlan(text, calendar, form).problems;

test('a plan in order has no problems, and is handed on', () => {
  expect(checkPlan(plan, calendar, form)).toMatchObject({
    problems: [],
    plan: { id: 't004-hundred-day-chronic-outpatient' },
  });
});

test.each([
  [
    'a word for a number',
    changed('end: { day: 17, asGiven: 3月底 }', 'end: { day: late, asGiven: 3月底 }'),
    {
      path: 'phases.1.end.day',
      zh: expect.stringContaining('期望 数字'),
      en: expect.stringContaining('expected number'),
    },
  ],
  [
    'an id that is none',
    changed('id: t004-hundred-day-chronic-outpatient', 'id: 百日专项'),
    { path: 'id', zh: '小写字母和数字，用连字符连接', en: 'lower-case words joined by hyphens' },
  ],
  [
    'a phase that is not there',
    changed('start: { after: kick-off }', 'start: { after: kickoff }'),
    { path: 'phases.1.start.after', zh: '没有阶段 kickoff', en: 'no phase kickoff' },
  ],
  [
    'a phase that ends before it starts',
    changed('end: { day: 27, asGiven: 4月上旬 }', 'end: { day: 16, asGiven: 4月上旬 }'),
    {
      path: 'phases.self-check.end',
      zh: expect.stringContaining('早于开始日'),
      en: expect.stringContaining('before it starts'),
    },
  ],
  [
    'an end left open',
    changed('end: { day: 108, asGiven: 6月底完成 }', 'end: { given: true }'),
    { path: 'end', zh: '方案结束日须由开始日推算或者写明日期', en: expect.any(String) },
  ],
  [
    'a form that is not there',
    changed('form: self-check-results@1', 'form: self-check-results@9'),
    {
      path: 'deliverables.3.form',
      zh: '没有报表 self-check-results@9',
      en: 'no form self-check-results@9',
      line: expect.any(Number),
    },
  ],
  [
    'a sum of what nobody reports any more',
    changed('    form: self-check-results@1\n', ''),
    { path: 'deliverables.5.form', zh: expect.stringContaining('self-check-report.problems'), en: expect.any(String) },
  ],
  ['a line that is not YAML', changed('nominalDays: 100', 'nominalDays: [100'), { path: '', zh: expect.any(String) }],
])('%s is named with its line, in both languages', (_what, text, problem) => {
  const [first] = problems(text);
  expect(first).toMatchObject(problem);
});

test.each([
  [
    'an indicator nobody knows',
    'indicator: violations',
    expect.stringContaining('没有指标 violations；可用的指标：'),
    expect.stringContaining('no indicator violations; there are reports-in, '),
  ],
  [
    'one that is counted in something else',
    'indicator: problems-open',
    '指标“未销号问题”以 count 计，与目标单位 percent 不符',
    'Problems open is counted in count, which does not fit percent',
  ],
  [
    'an entered one that is narrowed',
    'indicator: satisfaction, among: { kinds: [pharmacy] }',
    expect.stringContaining('由人工录入'),
    expect.stringContaining('cannot be narrowed'),
  ],
])('%s is named where a target is bound to it', (_what, binding, zh, en) => {
  const target = `  targets: [{ id: x, name: { zh: 率, en: Rate }, operator: '>=', value: 95, unit: percent, ${binding} }]\n`;
  expect(problems(changed('  tables: [', `${target}  tables: [`))).toEqual([
    { path: 'content.targets.0.indicator', line: expect.any(Number), zh, en },
  ]);
});

test('the line is the one the mistake is on', () => {
  const text = changed('nominalDays: 100', 'nominalDays: -1');
  expect(problems(text)[0]?.line).toBe(text.split('\n').indexOf('nominalDays: -1') + 1);
});

test.each([
  ['nothing', ''],
  ['a list', '- 1'],
  [
    'aliases that multiply',
    `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'.replace(/./g, (name, at: number) => `${name}: &${name} [${Array(9).fill(`*${'abcdefg'[at]}`).join(',')}]\n`)}`,
  ],
])('%s is no plan', (_what, text) => {
  expect(problems(text).length).toBeGreaterThan(0);
});
