import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Obligation, ObligationId } from '../campaign/obligation.js';
import { OBLIGATION_ACTS } from '../campaign/obligation-acts.js';
import { HOSPITAL, beijingTime, context, person, refusal, refusalOf } from '../test-people.js';
import type { AccountId } from '../people/actor.js';
import { isFrozen } from './freeze.js';
import { type ReportForm, reportForm } from './form.js';
import { NO_BASIS, type Report, type ReportBasis } from './report.js';
import { difference, isQuestioned, numberOf, summedFigures } from './values.js';

const words = (en: string) => ({ zh: en, en });
const FIELDS = [
  { id: 'checked', name: words('Checked'), kind: 'count', required: true, sanity: { fall: 80, rise: 400 } },
  { id: 'refunded', name: words('Refunded'), kind: 'money', prefill: 'problem-refunds' },
  { id: 'coverage', name: words('Coverage'), kind: 'percent' },
  { id: 'next', name: words('Next month'), kind: 'text' },
];
const form = (over: object = {}): ReportForm =>
  reportForm.parse({
    id: 'weekly',
    version: 1,
    name: words('Weekly'),
    source: 's',
    certainty: 'own',
    fields: FIELDS,
    ...over,
  });
const FILE = {
  id: '00000000-0000-4000-8000-00000000f11e',
  name: 'a.pdf',
  sha256: 'x',
  mediaType: 'application/pdf',
  bytes: 1,
};
const said = (values: Record<string, string>, more: Partial<Report> = {}): Report => ({
  ...{ figures: {}, zero: false, late: false, form: 'weekly@1', values },
  ...more,
});
const owed = (basis: Partial<ReportBasis> = {}, more: Partial<Obligation> = {}): Obligation => ({
  ...{ id: 'o' as ObligationId, unit: HOSPITAL, due: beijingTime('2023-09-14 17:00'), status: 'open', version: 1 },
  ...{ submittedBy: null, basis: { ...NO_BASIS, form: form(), known: { refunded: '500' }, ...basis } },
  ...more,
});
const contact = person('unitContact');
const submit = (given: object, obligation = owed(), now?: string) => {
  const { submitReport } = OBLIGATION_ACTS;
  return submitReport.decide(obligation, submitReport.payload.parse(given), context(contact, now)).report;
};
const submitted = (report: Report, more: Partial<Obligation> = {}) =>
  owed({}, { status: 'submitted', report, ...more });

test.each<[string, object, string | undefined]>([
  ['what is required and what the system knows', { values: { checked: '3' } }, undefined],
  ['what is required left out', { values: { next: '乙' } }, 'report.field-missing'],
  ['a blank for it', { values: { checked: ' ' } }, 'report.field-missing'],
  ['a fraction of an institution', { values: { checked: '1.5' } }, 'report.field-invalid'],
  ['more than all of them', { values: { checked: '3', coverage: '100.01' } }, 'report.field-invalid'],
  ['another value than the known one', { values: { checked: '3', refunded: '400' } }, 'report.reason-missing'],
  [
    'the same with a reason',
    { values: { checked: '3', refunded: '400' }, reasons: { refunded: '一笔已冲正' } },
    undefined,
  ],
  ['a zero report although money came back', { zero: true, content: '无' }, 'report.reason-missing'],
  ['a zero report of three', { zero: true, values: { checked: '3' } }, 'report.zero-with-figures'],
  ['a field the form has not', { values: { checked: '3', else: '1' } }, 'report.field-unknown'],
])('a form filled in with %s', (_what, given, refused) => {
  expect(refusal(() => submit(given))).toBe(refused);
});

test('known values are filled in, and reasons kept only where they explain something', () => {
  expect(submit({ values: { checked: '3', coverage: '12.50' }, reasons: { refunded: '多余' } })).toMatchObject({
    ...{ values: { checked: '3', refunded: '500', coverage: '12.5' }, known: { refunded: '500' }, reasons: {} },
    ...{ form: 'weekly@1', questioned: [], late: false },
  });
});

test('a striking change is asked about and marked, and not refused', () => {
  const last = said({ checked: '100' });
  for (const [checked, questioned] of [
    ['20', ['checked']],
    ['21', []],
    ['499', []],
    ['500', ['checked']],
  ] as const)
    expect(submit({ values: { checked } }, owed({ last }))?.questioned).toEqual(questioned);
});

test.each<[string, object, ReportForm['attachment'], string | undefined]>([
  ['none where one is wanted', {}, 'required', 'report.file-missing'],
  ['one that nobody signs', { file: FILE.id }, 'required', 'report.signature-missing'],
  ['one that is signed', { file: FILE.id, signedBy: { name: '李某', position: '院长' } }, 'required', undefined],
  ['one where the form takes none', { file: FILE.id }, 'none', 'report.file-unknown'],
  ['one of another report', { file: '00000000-0000-4000-8000-00000000f11f' }, 'optional', 'report.file-unknown'],
])('a file: %s', (_what, given, attachment, refused) => {
  const obligation = owed({ form: form({ attachment }), files: [FILE] });
  expect(refusal(() => submit({ values: { checked: '1' }, ...given }, obligation))).toBe(refused);
});

test.each<[string, Partial<ReportBasis>, string | undefined]>([
  ['no last time', {}, 'report.no-last'],
  ['the same form and figures', { last: said({ checked: '3', refunded: '500' }) }, undefined],
  ['another form', { last: said({ checked: '3', refunded: '500' }, { form: 'weekly@2' }) }, 'report.form-changed'],
  ['a text last time', { last: { content: '甲', figures: {}, zero: false, late: false } }, 'report.form-changed'],
  ['a known figure that changed', { last: said({ checked: '3', refunded: '400' }) }, 'report.has-changed'],
])('no change, with %s', (_what, basis, refused) => {
  const { repeatReport } = OBLIGATION_ACTS;
  const repeat = () => repeatReport.decide(owed(basis), {}, context(contact));
  expect(refusal(repeat)).toBe(refused);
  if (!refused) expect(repeat()).toMatchObject({ report: { unchanged: true, values: basis.last?.values } });
});

test.each([
  ['submitted', '2023-09-14 16:59', false],
  ['submitted', '2023-09-14 17:00', true],
  ['accepted', '2023-09-11 10:00', true],
  ['returned', '2023-09-20 10:00', false],
  ['overdue', '2023-09-20 10:00', false],
] as const)('a report that is %s at %s is frozen: %s', (status, now, frozen) => {
  expect(isFrozen({ status, due: beijingTime('2023-09-14 17:00') }, beijingTime(now))).toBe(frozen);
  const handIn = () => submit({ values: { checked: '1' } }, owed({}, { status }), now);
  expect(refusal(handIn)).toBe(frozen ? 'report.frozen' : undefined);
});

const FROZEN = '2023-09-14 17:00';
const correct = (given: object, obligation: Obligation, by = contact, now = FROZEN) => {
  const { correctReport } = OBLIGATION_ACTS;
  const payload = correctReport.payload.parse({ reason: '漏报', ...given });
  return correctReport.decide(obligation, payload, context(by, now));
};

test('a correction says before and after, keeps the rest, and is by the unit or the coordinator', () => {
  const before = said({ checked: '3', refunded: '500' }, { content: '甲' });
  const { data, report, status } = correct({ values: { checked: '4' }, content: '甲' }, submitted(before));
  expect(status).toBe('submitted');
  expect(data).toEqual({
    corrections: [{ field: 'values.checked', name: words('Checked'), before: '3', after: '4' }],
    reason: '漏报',
  });
  expect(report).toEqual({ ...before, values: { checked: '4', refunded: '500' } });
  expect(refusal(() => correct({ values: { checked: '3' } }, submitted(before)))).toBe('report.nothing-corrected');
  expect(refusal(() => correct({ values: { checked: 'x' } }, submitted(before)))).toBe('report.field-invalid');
  const elsewhere = { ...contact, unit: 'another' as never };
  expect(refusal(() => correct({ values: { checked: '4' } }, submitted(before), elsewhere))).toBe(
    'obligation.not-found',
  );
  expect(
    refusal(() => correct({ values: { checked: '4' } }, submitted(before), person('coordinator'))),
  ).toBeUndefined();
  const early = refusalOf(() => correct({ values: { checked: '4' } }, submitted(before), contact, '2023-09-14 16:59'));
  expect(early?.code).toBe('report.not-frozen');
});

test('a zero report that is corrected to say something is none any more', () => {
  const zero = said({ checked: '0' }, { zero: true });
  expect(correct({ values: { checked: '1' } }, submitted(zero)).report?.zero).toBe(false);
  expect(correct({ content: '补充说明' }, submitted(zero)).report?.zero).toBe(true);
});

test('who corrected it does not judge it', () => {
  const obligation = owed({ correctedBy: ['coordinator' as AccountId] }, { status: 'submitted' });
  expect(refusal(() => OBLIGATION_ACTS.acceptReport.decide(obligation, {}, context(person('coordinator'))))).toBe(
    'permission.four-eyes',
  );
});

test('numbers: differences add up, and only money and counts are summed', () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 14n), fc.bigInt(0n, 10n ** 14n), (now, last) => {
      expect(BigInt(difference('money', `${now}`, `${last}`) ?? '') + last).toBe(now);
    }),
  );
  expect([numberOf('percent', '12.5'), numberOf('text', '12'), difference('percent', '12.5', '10')]).toEqual([
    ...[1250n, undefined, '2.5'],
  ]);
  expect(isQuestioned(form().fields[0]!, '1', '0')).toBe(false);
  expect(summedFigures(form(), said({ checked: '3', coverage: '50', refunded: '500' }))).toEqual({
    ...{ checked: 3n, refunded: 500n },
  });
});
