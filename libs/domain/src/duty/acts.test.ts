import { expect, test } from '@jest/globals';
import type { CampaignId } from '../campaign/file.js';
import type { AccountId } from '../people/actor.js';
import { context, person, refusal } from '../test-people.js';
import type { Day } from '../time/instant.js';
import { DUTY_ACTS, type Duty, type DutyActName, assignDuty } from './acts.js';

const CAMPAIGN = '00000000-0000-4000-8000-0000000000ca';
const duty = (more: Partial<Duty> = {}): Duty => ({
  ...{ id: 'd', campaign: CAMPAIGN as CampaignId, version: 1, status: 'open', task: '汇总自查情况', lead: '医保局' },
  ...{ supporting: ['卫健委'], account: 'investigator' as AccountId, due: '2023-09-30' as Day, ...more },
});
const PAYLOAD: Record<DutyActName, object> = {
  handOverDuty: { account: 'officer', reason: '工作调动' },
  finishDuty: { outcome: '已汇总' },
};
const decide = (name: DutyActName, row = duty(), by = person('investigator'), payload = PAYLOAD[name]) =>
  DUTY_ACTS[name].decide(row, payload as never, context(by));

test.each(Object.keys(PAYLOAD) as DutyActName[])('%s: by who has it while it is open, and by nobody else', (name) => {
  expect(refusal(() => decide(name))).toBeUndefined();
  expect(refusal(() => decide(name, duty({ status: 'done' })))).toBe('duty.done');
  expect(refusal(() => decide(name, duty(), person('leader')))).toBe('duty.not-yours');
  expect(refusal(() => decide(name, duty(), person('unitContact')))).toBe('permission.missing');
});

test('who coordinates hands over for somebody who has left, and finishes nothing for them; both are told', () => {
  const { changes, told } = decide('handOverDuty', duty(), person('coordinator'));
  expect([changes, told.map(({ account }) => account)]).toEqual([{ account: 'officer' }, ['officer', 'investigator']]);
  expect(refusal(() => decide('finishDuty', duty(), person('coordinator')))).toBe('duty.not-yours');
  const same = { account: 'investigator', reason: '无' };
  expect(refusal(() => decide('handOverDuty', duty(), person('coordinator'), same))).toBe('duty.already-theirs');
});

test('a duty is assigned by who coordinates, for a day that has not passed', () => {
  const given = { campaign: CAMPAIGN, task: '汇总', lead: '医保局', supporting: [], account: 'a', due: '2023-09-11' };
  expect(refusal(() => assignDuty('d', given, context(person('coordinator'))))).toBeUndefined();
  expect(refusal(() => assignDuty('d', given, context(person('leader'))))).toBe('permission.missing');
  expect(refusal(() => assignDuty('d', { ...given, due: '2023-09-10' }, context(person('coordinator'))))).toBe(
    'date.too-early',
  );
});
