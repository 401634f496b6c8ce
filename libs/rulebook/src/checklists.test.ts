import { checklistFor } from '@fundguard/domain';
import { expect, test } from '@jest/globals';
import { loadRulebook } from './index.js';

const { checklists, demo } = await loadRulebook();

const LINES: readonly (readonly [what: string, list: string, lines: readonly string[]])[] = [
  [
    'R-INSP-02',
    'medical-institution',
    ['licence-valid', 'agreement-signed', 'management-office', 'price-shown', 'procurement'],
  ],
  [
    'R-INSP-03',
    'medical-institution',
    ['fictitious-stay', 'charts-true', 'accounts', 'charges', 'stock', 'complaints', 'publicity-board'],
  ],
  [
    'R-INSP-04',
    'clinic',
    [
      ...['agreement-kept', 'identity-check', 'outpatient-log'],
      ...['reasonable-examination', 'reasonable-treatment', 'reasonable-drugs'],
    ],
  ],
  [
    'R-INSP-05',
    'pharmacy',
    [
      ...['agreement-kept', 'entry-conditions', 'drug-licence', 'business-licence', 'pharmacist-certificate'],
      ...['pharmacist-on-duty', 'other-goods', 'gifts'],
    ],
  ],
];
test.each(LINES)('%s: what the %s is asked', (_what, list, lines) => {
  const asked = checklists.find(({ id }) => id === list)?.lines.map(({ id }) => id);
  expect(asked).toEqual(expect.arrayContaining([...lines]));
});

test('policy publicity is a line of every checklist (R-INSP-13)', () => {
  const silent = checklists.filter(({ lines }) => !lines.some(({ id }) => id === 'policy-publicity'));
  expect(silent.map(({ id }) => id)).toEqual([]);
});

test('every unit that can be inspected has a checklist: its type’s own, or its kind’s', () => {
  const of = (kind: string, type: string) => checklistFor(checklists, { kind, type })?.id;
  const units = demo.units.filter(({ kind }) => kind === 'institution' || kind === 'pharmacy');
  expect(units.filter(({ kind, type }) => !of(kind, type))).toEqual([]);
  expect([of('institution', 'clinic'), of('institution', 'public_hospital'), of('pharmacy', 'pharmacy')]).toEqual([
    ...['clinic', 'medical-institution', 'pharmacy'],
  ]);
});
