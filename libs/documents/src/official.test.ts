import { expect, test } from '@jest/globals';
import JSZip from 'jszip';
import { writeOfficial } from './official.js';

test('an official document is a .docx with its texts in order, in the prescribed faces', async () => {
  const file = await writeOfficial({
    title: '行政处罚决定书',
    number: '〔2026〕990001医保案字第1号',
    addressee: '当事人：甲县人民医院',
    paragraphs: ['经查明：<虚构病情> & 伪造病历', '一、责令退回'],
    signature: '甲县医疗保障局',
    date: '2026年11月22日',
  });
  const xml = await (await JSZip.loadAsync(file)).file('word/document.xml')?.async('string');
  const texts = [...(xml ?? '').matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text);
  expect(texts.filter((text) => text !== '')).toEqual([
    '行政处罚决定书',
    '〔2026〕990001医保案字第1号',
    '当事人：甲县人民医院',
    '经查明：&lt;虚构病情&gt; &amp; 伪造病历',
    '一、责令退回',
    '甲县医疗保障局',
    '2026年11月22日',
  ]);
  expect(xml).toContain('仿宋_GB2312');
});
