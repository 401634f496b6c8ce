import { expect, test } from '@jest/globals';
import { refusal } from '../test-people.js';
import { JOB_CONTROLS, JOB_STATUSES, type JobControl, type JobId, controlled, jobFacts } from './job.js';

const CONTROLS = Object.keys(JOB_CONTROLS) as JobControl[];

test.each(CONTROLS.flatMap((control) => JOB_STATUSES.map((status) => [control, status] as const)))(
  '%s of a job that is %s is done or refused as the table says',
  (control, status) => {
    const { from, to } = JOB_CONTROLS[control];
    const outcome = () => controlled(status, control, 1);
    if ((from as readonly string[]).includes(status)) expect(outcome()).toBe(to);
    else expect(refusal(outcome)).toBe('job.status');
  },
);

test('a job without failures has nothing to try again', () => {
  expect(refusal(() => controlled('done', 'retry', 0))).toBe('job.status');
});

test('a job is open while it runs or rests', () => {
  const open = JOB_STATUSES.filter((status) => jobFacts('job' as JobId, 1, status).open);
  expect(open).toEqual(['running', 'paused']);
});
