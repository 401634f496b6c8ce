import { expect, test } from '@jest/globals';
import { act, caseBefore, leader } from '../case/test-case.js';
import { documentOf, documentTemplate } from './document.js';

const template = documentTemplate.parse({
  id: 'penalty-decision',
  version: 1,
  name: { zh: '行政处罚决定书', en: 'Decision' },
  needs: 'decision',
  certainty: 'own',
  source: '测试',
  title: '行政处罚决定书',
  number: '{number}',
  addressee: '当事人：{subject}',
  paragraphs: ['退回 {refund} 元；{multiple} 倍罚款，计 {fine} 元；{rectifyBy}前改正'],
  signature: '{bureau}',
  date: '{decidedOn}',
});

test('a decision says the figures of the penalty and the days of the order; before it is made there is none', () => {
  const before = caseBefore('issueDecision');
  expect(documentOf(template, before, '甲县医疗保障局')).toBeUndefined();
  const decided = act(before, 'issueDecision', { multiple: 2.2, rectifyBy: '2023-11-30' }, leader, '2023-10-12 10:00');
  expect(documentOf(template, decided, '甲县医疗保障局')).toEqual({
    title: '行政处罚决定书',
    number: '2023-0001',
    addressee: '当事人：甲县第一诊所',
    paragraphs: ['退回 10,000.01 元；2.2 倍罚款，计 22,000.02 元；2023年11月30日前改正'],
    signature: '甲县医疗保障局',
    date: '2023年10月12日',
  });
});

test('a notice exists from the approval on', () => {
  const notice = { ...template, needs: 'approvedProposal' as const, date: '{approvedOn}' };
  expect(documentOf(notice, caseBefore('approvePenalty'), '甲县医疗保障局')).toBeUndefined();
  const approved = caseBefore('serveNotice');
  expect(documentOf(notice, approved, '甲县医疗保障局')).toMatchObject({ date: '2023年9月26日' });
});

test('a template that asks for what no case has is refused', () => {
  const { error } = documentTemplate.safeParse({ ...template, date: '{sometime}' });
  expect(error?.issues[0]?.message).toContain('may stand in a text');
});
