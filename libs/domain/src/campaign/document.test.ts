import { expect, test } from '@jest/globals';
import { REGION, context, person, refusal, refusalOf } from '../test-people.js';
import {
  type CampaignDocument,
  correctDocument,
  documentFacts,
  documentPayload,
  factsForUnits,
  recordDocument,
} from './document.js';

const CAMPAIGN = '00000000-0000-4000-8000-0000000000ca';
const facts = (more: object = {}) => documentFacts.parse({ issuer: '县医疗保障局', ...more });
const record = (more: object = {}, before?: CampaignDocument, by = person('coordinator')) =>
  recordDocument('id', { campaign: CAMPAIGN, ...facts(more) }, { region: REGION, before }, context(by));
const correct = (more: object, before = record().document) =>
  correctDocument.decide(before, { reason: '更正', ...facts(more) }, context(person('coordinator')));

test.each([
  ['原医保发〔2023〕3号', true],
  ['宁医保函〔2023〕44号', true],
  ['原医保发[2023]3号', false],
  ['原医保发（2023）3号', false],
  ['原医保发〔2023〕03号', false],
  ['原医保发〔23〕3号', false],
  ['原医保发〔2023〕3', false],
  ['〔2023〕3号', false],
])('R-CAMP-40: the number %s is %s', (number, isOne) => {
  expect(documentPayload.safeParse({ campaign: CAMPAIGN, issuer: '局', number }).success).toBe(isOne);
});

test('a document is recorded before it is issued, and corrected once it is; every version says what changed', () => {
  const { document, kind } = record({ superior: ['宁医保函〔2023〕44号'] });
  expect([document.status, document.version, kind]).toEqual(['unissued', 1, 'documentRecorded']);
  const issued = correct({ number: '甲医保发〔2023〕9号', issuedOn: '2023-09-11' }, document);
  expect(issued.document).toMatchObject({ status: 'issued', version: 2, reason: '更正' });
  expect(issued.data).toMatchObject({
    was: { number: null, issuedOn: null, superior: ['宁医保函〔2023〕44号'] },
    now: { number: '甲医保发〔2023〕9号', issuedOn: '2023-09-11', superior: [] },
  });
  expect(document.facts.number).toBeUndefined();
});

test('it is recorded once; what changes nothing is no correction', () => {
  expect(refusal(() => record({}, record().document))).toBe('document.recorded');
  expect(refusal(() => correct({}))).toBe('document.unchanged');
});

test.each([
  ['issued tomorrow', { issuedOn: '2023-09-12' }, 'date.in-future', 'issuedOn'],
  ['published tomorrow', { issuedOn: '2023-09-11', publishedOn: '2023-09-12' }, 'date.in-future', 'publishedOn'],
  [
    'published before it was issued',
    { issuedOn: '2023-09-11', publishedOn: '2023-09-10' },
    'date.too-early',
    'publishedOn',
  ],
  ['published without a day of issue', { publishedOn: '2023-09-10' }, 'date.too-early', 'publishedOn'],
])('one %s is refused', (_how, more, code, field) => {
  const refused = [refusalOf(() => record(more)), refusalOf(() => correct(more))];
  expect(refused.map((each) => [each?.code, each?.details.field])).toEqual([
    [code, field],
    [code, field],
  ]);
});

test('who does not coordinate records nothing', () => {
  expect(refusal(() => record({}, undefined, person('leader')))).toBe('permission.missing');
});

test.each([
  ['public', true],
  ['onRequest', false],
  ['internal', false],
  [undefined, false],
])('units read what is disclosed: %s', (disclosure, isAll) => {
  const all = facts({ disclosure, number: '甲医保发〔2023〕9号', trigger: '某县骗保事件', superior: ['上级1号'] });
  const { number, issuer, trigger, superior } = factsForUnits(all);
  expect([number, issuer]).toEqual(['甲医保发〔2023〕9号', '县医疗保障局']);
  expect([trigger, superior]).toEqual(isAll ? ['某县骗保事件', ['上级1号']] : [undefined, undefined]);
});
