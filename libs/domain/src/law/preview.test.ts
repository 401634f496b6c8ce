import { expect, test } from '@jest/globals';
import { caseBefore } from '../case/test-case.js';
import { calendar, law } from '../test-rules.js';
import { lawPack } from './pack.js';
import { previewLaw } from './preview.js';

const file = caseBefore('approvePenalty');
const changed = (over: object) => lawPack.parse({ ...law, version: '2', ...over });
const shorter = law.clocks.map((rule) => (rule.id === 'decision' ? { ...rule, length: 60 } : rule));
const band = (fine: object) => law.penalties.map((each) => (each.breach === 'fraud' ? { ...each, fine } : each));

test('the same law changes nothing', () => {
  expect(previewLaw(file, law, law, calendar)).toBeUndefined();
});

test('a limit that gets shorter is shown with both its ends', () => {
  expect(previewLaw(file, law, changed({ clocks: shorter }), calendar)).toEqual({
    clocks: [{ clock: 'decision', from: '2023-12-13T15:59:59.000Z', to: '2023-11-13T15:59:59.000Z' }],
  });
});

test('a limit that the other law does not have ends nowhere', () => {
  const without = law.clocks.filter(({ id }) => id !== 'decision');
  expect(previewLaw(file, law, changed({ clocks: without }), calendar)?.clocks).toMatchObject([{ to: null }]);
});

test('a proposal outside the new band could not be made any more; one that was decided stands', () => {
  const milder = changed({ penalties: band({ min: 100, max: 200 }) });
  expect(previewLaw(file, law, milder, calendar)?.fine).toMatchObject({
    from: 2_500_003n,
    refused: { en: expect.stringContaining('outside') },
  });
  expect(previewLaw(caseBefore('recordService'), law, milder, calendar)).toBeUndefined();
});
