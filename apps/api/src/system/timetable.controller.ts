import type { Clock, Person } from '@fundguard/domain';
import type { Database } from '@fundguard/persistence';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { CLOCK_PORT, DATABASE } from '../ports.js';

const duty = z.object({
  campaign: z.uuid(),
  title: z.string(),
  source: z.string(),
  name: z.object({ zh: z.string(), en: z.string() }),
  cadence: z.string().nullable().meta({ description: 'In the words of the plan, for what recurs' }),
  next: z.string(),
  units: z.int().meta({ description: 'Units that owe it next' }),
  provisional: z.boolean(),
});
const limit = z.object({
  clock: z.string(),
  running: z.int(),
  missed: z.int(),
  next: z.string().nullable(),
  provisional: z.boolean(),
});
const timetable = z.object({ duties: z.array(duty), limits: z.array(limit) }).meta({ id: 'Timetable' });

/** What the machine waits for: recurring duties of running campaigns, and the limits of open cases. */
@ApiTags('system')
@Controller('timetable')
export class TimetableController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK_PORT) private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('delivery.read')
  @ApiOperation({ operationId: 'timetable' })
  @ApiOkResponse({ standardSchema: timetable })
  async timetable(@Me() me: Person) {
    const now = await this.clock.now();
    return this.db.within(me.region, async (tx) => ({
      duties: await tx.query({ text: DUTIES, values: [now] }),
      limits: await tx.query({ text: LIMITS, values: [now] }),
    }));
  }
}

const DUTIES = `
  with waiting as (
    select campaign_id, source, min(due_at) as next from obligation
    where status in ('open', 'returned') and due_at > $1 group by campaign_id, source)
  select c.id as campaign, c.name as title, w.source, coalesce(p.duty -> 'name', jsonb_build_object('zh', w.source, 'en', w.source)) as name,
    p.duty #>> '{cadence,asGiven}' as cadence, w.next,
    (select count(*)::int from obligation o where o.campaign_id = c.id and o.source = w.source and o.due_at = w.next
       and o.status in ('open', 'returned')) as units,
    coalesce((select d.provisional from deadline d where d.campaign_id = c.id and d.due_at = w.next), false) as provisional
  from waiting w join campaign c on c.id = w.campaign_id
    left join lateral (
      select duty from jsonb_array_elements((c.plan -> 'reports') || (c.plan -> 'deliverables')) duty
      where duty ->> 'id' = w.source limit 1) p on true
  where c.status in ('running', 'paused', 'summingUp') order by w.next, c.id, w.source`;

const LIMITS = `
  select l ->> 'clock' as clock, count(*) filter (where not l ? 'lapsed')::int as running, count(*) filter (where l ? 'lapsed')::int as missed,
    min((l ->> 'due')::timestamptz) filter (where (l ->> 'due')::timestamptz > $1) as next, bool_or((l ->> 'provisional')::boolean) as provisional
  from case_file c, jsonb_array_elements(c.state -> 'clocks') l where c.next_due is not null
  group by 1 order by next nulls last, clock`;
