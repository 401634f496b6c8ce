import { expect, test } from '@jest/globals';
import { HOSPITAL, context, person, refusal } from '../test-people.js';
import { type Role, role } from '../people/roles.js';
import { type Discipline, INSPECTOR_ROLES, acknowledge, discipline, isAddressed, issueNote } from './discipline.js';

const current: Discipline = discipline.parse({
  ...{ id: 'inspectors', version: 2, name: { zh: '纪律', en: 'Discipline' }, certainty: 'own', source: 'ours' },
  ...{ rules: [{ id: 'gifts', zh: '不准', en: 'none' }], declaration: { zh: '承诺', en: 'I will' } },
});
const campaign = '00000000-0000-4000-8000-0000000000ca';
const sign = (document: string, by: Role = 'investigator') =>
  acknowledge({ campaign, document, conflicts: '配偶在该院' }, current, context(person(by)));

test('the version in force is acknowledged, with the conflicts that are declared; an older one is not', () => {
  expect(sign('inspectors@2')).toEqual({
    kind: 'disciplineAcknowledged',
    data: { document: 'inspectors@2', conflicts: '配偶在该院' },
  });
  expect(refusal(() => sign('inspectors@1'))).toBe('discipline.changed');
  expect(refusal(() => sign('inspectors@2', 'partnerContact'))).toBe('permission.missing');
});

test('units are not inspectors', () => {
  expect(role.options.filter((each) => INSPECTOR_ROLES.includes(each))).toEqual([
    ...['coordinator', 'leader', 'investigator', 'agencyAuditor', 'auditor'],
  ]);
});

test.each<[string, Role, string[], boolean]>([
  ['a unit it was issued to', 'unitContact', [HOSPITAL], true],
  ['another unit', 'unitContact', ['other'], false],
  ['who inspects', 'investigator', [], true],
  ['a partner authority', 'partnerContact', [HOSPITAL], false],
])('a note is for %s', (_who, each, units, expected) => {
  expect(isAddressed({ units }, person(each))).toBe(expected);
});

test('the same title again is its next edition; only who coordinates issues one', () => {
  const given = { campaign, kind: 'manual' as const, title: '手册', text: '标准', units: [HOSPITAL, HOSPITAL] };
  expect(issueNote('n', given, 2, context(person('coordinator')))).toMatchObject({
    ...{ edition: 3, units: [HOSPITAL] },
  });
  expect(refusal(() => issueNote('n', given, 0, context(person('leader'))))).toBe('permission.missing');
});
