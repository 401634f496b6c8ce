import { APPOINTMENT_STATUSES, GROUP_KINDS, bilingual, givenDay } from '@fundguard/domain';
import { z } from 'zod';
import { offer } from '../http/offers.js';

const seatView = z.object({ id: z.string(), words: z.string().optional() }).meta({ id: 'Seat' });

export const appointmentView = z
  .object({
    id: z.uuid(),
    version: z.int(),
    status: z.enum(APPOINTMENT_STATUSES),
    seat: z.string(),
    account: z.uuid().optional(),
    name: z.string(),
    employer: z.string().optional(),
    post: z.string().optional(),
    phone: z.string().optional().meta({ description: 'For those who lead the campaign' }),
    from: z.string(),
    until: z.string().optional().meta({ description: 'The first day on which they do not sit there any more' }),
    endedBecause: z.string().optional(),
    acts: z.array(offer),
  })
  .meta({ id: 'Appointment' });

export const groupView = z
  .object({
    id: z.string(),
    kind: z.enum(GROUP_KINDS),
    name: bilingual,
    ofPlan: z.boolean(),
    area: z.string().optional(),
    duties: z.array(z.string()),
    seats: z.array(seatView),
    vacant: z.array(seatView).meta({ description: 'Seats the plan names, and the leader’s, in which nobody sits' }),
    sitting: z.array(appointmentView).meta({ description: 'Who sits in it on that day' }),
    past: z.array(appointmentView).meta({ description: 'Who sat in it before that day, or will after it' }),
  })
  .meta({ id: 'Group' });

export const groupList = z.object({ on: z.string(), items: z.array(groupView) }).meta({ id: 'Groups' });

export const groupQuery = z.object({
  campaign: z.uuid(),
  on: givenDay.optional().meta({ description: 'The day that is asked about; today where it is left out' }),
});
