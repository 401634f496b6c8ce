import {
  APPOINTMENT_ACTS,
  type Appointment,
  type Clock,
  type Day,
  type Person,
  dayOf,
  servesOn,
  vacantSeats,
} from '@fundguard/domain';
import { type Database, EVERYWHERE, appointmentsOf, groupsOf } from '@fundguard/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { CampaignReader, unitOf } from '../campaign/campaign.reader.js';
import { offersFor } from '../http/offers.js';
import { CLOCK_PORT, DATABASE } from '../ports.js';
import { APPOINTMENT_ROUTES } from './group.routes.js';
import type { groupQuery } from './group.views.js';

/** 组织机构 of a campaign as people read it: a unit that takes part sees who leads it, without their telephones. */
@Injectable()
export class GroupReader {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK_PORT) private readonly clock: Clock,
    @Inject(CampaignReader) private readonly campaigns: CampaignReader,
  ) {}

  async list(me: Person, { campaign, on: asked }: z.output<typeof groupQuery>) {
    await this.campaigns.file(me, campaign);
    const on = (asked ?? dayOf(await this.clock.now())) as Day;
    const [groups, appointments] = await this.db.within(EVERYWHERE, async (tx) => [
      await groupsOf(tx, campaign),
      await appointmentsOf(tx, campaign),
    ]);
    const items = groups.map((group) => {
      const of = appointments.filter((each) => each.group === group.id);
      return {
        ...group,
        vacant: vacantSeats(group, of, on),
        sitting: of.filter((each) => servesOn(each, on)).map((each) => shown(each, me)),
        past: of.filter((each) => !servesOn(each, on)).map((each) => shown(each, me)),
      };
    });
    return { on, items };
  }
}

function shown(appointment: Appointment, me: Person) {
  const { campaign: _campaign, group: _group, appointedBy: _by, phone, ...row } = appointment;
  return {
    ...row,
    ...(phone && !unitOf(me) ? { phone } : {}),
    acts: offersFor(APPOINTMENT_ROUTES, APPOINTMENT_ACTS, appointment, me),
  };
}
