import { describe, expect, test } from '@jest/globals';
import type { CampaignId } from '../campaign/file.js';
import type { AccountId } from '../people/actor.js';
import { context, person, refusal } from '../test-people.js';
import type { Day } from '../time/instant.js';
import { APPOINTMENT_ACTS, type AppointmentActName, appoint } from './acts.js';
import { type Appointment, type Group, planGroups, servesOn, vacantSeats } from './group.js';

const CAMPAIGN = '00000000-0000-4000-8000-0000000000ca';
const GROUP = planGroups({
  subjects: ['pharmacy'],
  groups: [
    {
      ...{ id: 'leading', kind: 'leadingGroup', name: { zh: '领导小组', en: 'Leading group' } },
      ...{ leader: '局长', deputies: ['副局长', '中心主任'], members: ['成员四名'] },
    },
  ],
})[0] as Group;
const sits = (seat: string, from: string, until?: string): Appointment => ({
  ...{ id: 'a', campaign: CAMPAIGN as CampaignId, version: 1, group: 'leading', seat, name: '张某' },
  ...{ status: until ? 'ended' : 'serving', from: from as Day, appointedBy: 'coordinator' as AccountId },
  ...(until ? { until: until as Day } : {}),
});
const given = { campaign: CAMPAIGN, group: 'leading', seat: 'leader', name: '李某', from: '2023-09-20' };
const add = (more: object = {}, sitting: Appointment[] = [], by = person('coordinator')) =>
  appoint('id', { ...given, ...more }, { group: GROUP, sitting }, context(by));

test.each([
  ['the day before', '2023-08-31', false],
  ['the first day', '2023-09-01', true],
  ['the last day', '2023-09-09', true],
  ['the day it ends', '2023-09-10', false],
])('somebody sits there from the first day to the day before the end: %s', (_which, on, expected) => {
  expect(servesOn({ from: '2023-09-01' as Day, until: '2023-09-10' as Day }, on as Day)).toBe(expected);
});

test('what the plan names is vacant until somebody sits there, and again afterwards', () => {
  const vacant = (on: string, ...sitting: Appointment[]) => vacantSeats(GROUP, sitting, on as Day).map(({ id }) => id);
  expect(vacant('2023-09-01')).toEqual(['leader', 'deputy.1', 'deputy.2', 'member.1']);
  const leader = sits('leader', '2023-09-01', '2023-09-10');
  expect(vacant('2023-09-01', leader, sits('deputy', '2023-09-01'))).toEqual(['deputy.1', 'deputy.2', 'member.1']);
  expect(vacant('2023-09-10', leader)).toContain('leader');
});

test.each<[string, object, Appointment[], string | undefined]>([
  ['an empty seat', {}, [], undefined],
  ['the leader’s, while another leads', {}, [sits('leader', '2023-09-01')], 'appointment.seat-taken'],
  [
    'the leader’s, before the other one goes',
    {},
    [sits('leader', '2023-09-01', '2023-09-21')],
    'appointment.seat-taken',
  ],
  ['the leader’s, on the day the other one goes', {}, [sits('leader', '2023-09-01', '2023-09-20')], undefined],
  ['one more member', { seat: 'member' }, [sits('member', '2023-09-01')], undefined],
  ['a seat the plan does not name', { seat: 'deputy.9' }, [], 'appointment.no-seat'],
  ['nobody', { name: undefined }, [], 'appointment.nobody'],
])('appointing to %s', (_what, more, sitting, refused) => {
  expect(refusal(() => add(more, sitting))).toBe(refused);
});

test('only who coordinates appoints', () => {
  expect(refusal(() => add({}, [], person('investigator')))).toBe('permission.missing');
});

const PAYLOAD: Record<AppointmentActName, Record<string, string>> = {
  replaceAppointee: { name: '王某', from: '2023-09-15', reason: '工作调动' },
  relieveAppointee: { until: '2023-09-15', reason: '退休' },
};
describe.each(Object.keys(APPOINTMENT_ACTS) as AppointmentActName[])('%s', (name) => {
  const decide = (row: Appointment, more: object = {}, by = person('coordinator')) =>
    APPOINTMENT_ACTS[name].decide(row, { ...PAYLOAD[name], ...more } as never, context(by));

  test('ends the appointment with its day and reason', () => {
    expect(decide(sits('leader', '2023-09-01')).changes).toMatchObject({ status: 'ended', until: '2023-09-15' });
  });
  test('is not done to one that has ended, before it began, or without the permission', () => {
    expect(refusal(() => decide(sits('leader', '2023-09-01', '2023-09-10')))).toBe('appointment.ended');
    expect(refusal(() => decide(sits('leader', '2023-09-16')))).toBe('date.too-early');
    expect(refusal(() => decide(sits('leader', '2023-09-01'), {}, person('leader')))).toBe('permission.missing');
  });
});

test('who replaces sits in the same seat from that day on', () => {
  const { successor } = APPOINTMENT_ACTS.replaceAppointee.decide(
    sits('deputy.1', '2023-09-01'),
    PAYLOAD.replaceAppointee as never,
    context(person('coordinator')),
  );
  expect(successor).toMatchObject({ seat: 'deputy.1', name: '王某', from: '2023-09-15', status: 'serving' });
});
