import type { z } from 'zod';
import { type CaseAct, machineAct } from './act.js';
import { elapse, remind, reprojectLimits } from './limits.js';

/** What the clock and the calendar do to a case, on those limits that run on when it has ended. */
const afterEnd = <Payload extends z.ZodType>(act: CaseAct<Payload>): CaseAct<Payload> =>
  machineAct('ended', act.payload, (file, data, context) => act.decide({ ...file, stage: 'closure' }, data, context));

export const elapseAfterEnd = afterEnd(elapse);
export const remindAfterEnd = afterEnd(remind);
export const reprojectAfterEnd = afterEnd(reprojectLimits);
